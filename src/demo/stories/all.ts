import type { Story } from '../script.ts'
import * as activations from './activations.ts'
import * as atHome from './at-home.ts'
import * as billing from './billing.ts'
import * as chargedTwice from './charged-twice.ts'
import * as clinic from './clinic.ts'
import * as contracts from './contracts.ts'
import * as dataPlans from './data-plans.ts'
import * as deviceCover from './device-cover.ts'
import * as everyday from './everyday.ts'
import * as fresh from './fresh.ts'
import * as linesDown from './lines-down.ts'
import * as mobile from './mobile.ts'
import * as newLines from './new-lines.ts'
import * as oddMail from './odd-mail.ts'
import * as sevenMonths from './seven-months.ts'

const themes = [
  activations,
  atHome,
  billing,
  chargedTwice,
  clinic,
  contracts,
  dataPlans,
  deviceCover,
  everyday,
  fresh,
  linesDown,
  mobile,
  newLines,
  oddMail,
  sevenMonths,
]

/** Every story of the demo desk: one issue each, and some mail that is none. */
export const stories: readonly Story[] = themes.flatMap(theme => Object.values(theme))
