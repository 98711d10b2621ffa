import type { Story } from '../script.ts'
import * as billing from './billing.ts'
import * as chargedTwice from './charged-twice.ts'
import * as clinic from './clinic.ts'
import * as deviceCover from './device-cover.ts'
import * as everyday from './everyday.ts'
import * as fresh from './fresh.ts'
import * as linesDown from './lines-down.ts'
import * as mobile from './mobile.ts'
import * as newLines from './new-lines.ts'
import * as plans from './plans.ts'
import * as sevenMonths from './seven-months.ts'

const themes = [
  chargedTwice,
  sevenMonths,
  billing,
  deviceCover,
  linesDown,
  newLines,
  mobile,
  clinic,
  plans,
  everyday,
  fresh,
]

/** Every story of the demo desk: one issue each. */
export const stories: readonly Story[] = themes.flatMap(theme => Object.values(theme))
