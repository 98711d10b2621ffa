import type { KindName } from '../company.ts'
import { ofKind, type Story } from '../script.ts'
import * as activations from './activations.ts'
import * as atHome from './at-home.ts'
import * as billing from './billing.ts'
import * as chargedTwice from './charged-twice.ts'
import * as clinic from './clinic.ts'
import * as contracts from './contracts.ts'
import * as dataPlans from './data-plans.ts'
import * as deviceCover from './device-cover.ts'
import { stories as earlier } from './earlier.ts'
import * as everyday from './everyday.ts'
import * as fresh from './fresh.ts'
import * as linesDown from './lines-down.ts'
import * as mobile from './mobile.ts'
import * as neverSwitchedOn from './never-switched-on.ts'
import * as newLines from './new-lines.ts'
import * as noSignal from './no-signal.ts'
import * as oddMail from './odd-mail.ts'
import * as phoneInTheBox from './phone-in-the-box.ts'
import * as priceLetters from './price-letters.ts'
import * as pushySalesman from './pushy-salesman.ts'
import * as sevenMonths from './seven-months.ts'
import * as twoAtOnce from './two-at-once.ts'
import * as whoIsAway from './who-is-away.ts'

const themes: [KindName | null, Record<string, Story>][] = [
  ['New lines', activations],
  ['Internet at home', atHome],
  ['Bills', billing],
  ['Bills', chargedTwice],
  ['Plans and contracts', clinic],
  ['Plans and contracts', contracts],
  ['Mobile', dataPlans],
  ['Phones and cover', deviceCover],
  ['Internet at home', everyday],
  [null, fresh],
  ['Internet at home', linesDown],
  ['Mobile', mobile],
  ['New lines', neverSwitchedOn],
  ['New lines', newLines],
  ['Mobile', noSignal],
  [null, oddMail],
  ['Phones and cover', phoneInTheBox],
  ['Bills', priceLetters],
  ['Internet at home', pushySalesman],
  ['Bills', sevenMonths],
  ['Plans and contracts', twoAtOnce],
  [null, whoIsAway],
]

const themed = themes.flatMap(([kind, theme]) => {
  const told = Object.values(theme)
  return kind === null ? told : told.map(ofKind(kind))
})

/** Every story of the demo desk: an issue or two each, some mail that is none, what people arrange among themselves, and calls of the weeks before. */
export const stories: readonly Story[] = [...themed, ...earlier]
