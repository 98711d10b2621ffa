import { coverInForce } from '../../src/core/cover/cover.ts'
import { isEscalated } from '../../src/core/escalation/escalation.ts'
import { openHuddle } from '../../src/core/handoff/huddle.ts'
import { owner } from '../../src/core/issue/issue.ts'
import { isOwed } from '../../src/core/promise/promise.ts'
import { isIll } from '../staff.ts'
import type { Person } from '../world.ts'
import { act } from './act.ts'
import { lookSoon } from './attention.ts'
import { setCover, whoActs } from './covering.ts'
import { asMember, type Desk, type Live, personOf } from './desk.ts'
import { settleHuddle } from './huddling.ts'
import { word } from './words.ts'

/** What a supervisor does when told of a broken promise or an alarm. */
export function lookAsSupervisor(desk: Desk, of: Live, person: Person): number {
  const { stepMinutes } = desk.world.habits
  const { issue } = of
  if (issue.lifecycle.phase === 'closed') return 0
  const mine = personOf(desk, owner(issue).member)
  if (openHuddle(issue)) return settleHuddle(desk, of, person)
  if (isEscalated(issue)) return answerAlarm(desk, of, person)
  if (isIll(mine, desk.agenda.now)) return coverInForce(issue) || !setCover(desk, of, person) ? 1 : stepMinutes
  if (!issue.promises.some(isOwed)) return 1
  // They remind the owner, who is told of it by them beside the desk.
  lookSoon(desk, of, mine)
  return stepMinutes
}

/** Rule 24: the alarm calls them now, whoever they are. */
export const isCalled = ({ issue: { escalation } }: Live, { id }: Person): boolean =>
  escalation?.state === 'raised' && escalation.ladder.calling.includes(id)

/** Rules 24 and 26: they answer, tell the customer, and stand it down; the owner goes on. */
export function answerAlarm(desk: Desk, of: Live, person: Person): number {
  const by = asMember(person)
  const { stepMinutes } = desk.world.habits
  const escalation = of.issue.escalation?.id ?? 0
  if (act(desk, of, { type: 'AcknowledgeEscalation', escalation }, by)) return 1
  const minutes = word(desk, of, person)
  const standDown = { type: 'StandDownEscalation', escalation, outcome: 'words', reachable: true } as const
  if (act(desk, of, standDown, by)?.code === 'outcome_not_told') {
    // A colleague had raised it, and hears what came of it.
    act(desk, of, { type: 'TellOutcome', escalation, outcome: 'words' }, by)
    act(desk, of, standDown, by)
  }
  lookSoon(desk, of, personOf(desk, whoActs(of.issue)))
  return stepMinutes + minutes
}
