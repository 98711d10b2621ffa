import { sayMoney } from '../core/escalation/money.ts'
import type { Naming } from '../core/refusal.ts'
import { explain, type Refusal } from '../core/refusals.ts'
import type { Configuration } from '../store/configuration.ts'
import { memberRef, teamRef } from './describe.ts'
import { sayTime } from './times.ts'

/** How refusals name people, teams and times of this workspace. */
export const namingOf = (configuration: Configuration): Naming => ({
  member: id => (id ? memberRef(configuration, id).name : 'This person'),
  team: id => (id ? teamRef(configuration, id).name : 'this team'),
  time: at => sayTime(at, configuration.calendar.zone),
  money: sayMoney,
})

/** A refusal with its two sentences: why not, and what to do instead. */
export const explained = (refusal: Refusal, configuration: Configuration) => ({
  code: refusal.code,
  ...explain(refusal, namingOf(configuration)),
})
