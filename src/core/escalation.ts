import type { MemberId, WordsId } from './context.ts'
import type { Instant } from './instant.ts'
import { type Issue, isClosed, lastContactAt } from './issue.ts'
import { actingSupervisor, isOwner, ownerId } from './ownership.ts'
import { type Refusal, refuse } from './refusals.ts'
import { actingMember, record, type Turn } from './turn.ts'

/** Why the desk raised it by itself (Rules 11, 14 and 21). */
export type Cause = 'broken_too_long' | 'second_broken_promise' | 'second_huddle' | 'second_recurrence'

/** The alarm on behalf of the customer (Rules 23 to 26). */
export type Escalation =
  | { state: 'raised'; cause: Cause; at: Instant }
  | { state: 'answered'; cause: Cause; at: Instant; champion: MemberId; answeredAt: Instant }
  | { state: 'stood_down'; cause: Cause; at: Instant; until: Instant; champion: MemberId }

export type EscalationEvent =
  | { type: 'EscalationRaised'; cause: Cause }
  | { type: 'EscalationAcknowledged' }
  | { type: 'EscalationStoodDown'; outcome: WordsId }

export type AcknowledgeEscalation = { type: 'AcknowledgeEscalation' }
/** `reachable`: whether any address of the customer is known that has not failed. */
export type StandDownEscalation = { type: 'StandDownEscalation'; outcome: WordsId; reachable: boolean }

export const isEscalated = (issue: Issue): boolean =>
  issue.escalation?.state === 'raised' || issue.escalation?.state === 'answered'

/** Whether an alarm of before has dealt with what was broken at `brokenAt` and became too long at `tooLongAt`. */
export function isCovered({ escalation }: Issue, brokenAt: Instant, tooLongAt: Instant): boolean {
  if (!escalation) return false
  return brokenAt <= escalation.at || (escalation.state === 'stood_down' && tooLongAt <= escalation.until)
}

/** Raises the alarm, once: an issue has at most one open escalation. */
export function raise(turn: Turn, cause: Cause, at: Instant = turn.context.now): void {
  if (!isEscalated(turn.issue)) record(turn, { type: 'EscalationRaised', cause }, at)
}

/** Rule 26: a person answers, never the owner nor who covers them, and becomes the champion. */
export function acknowledge(turn: Turn, _command: AcknowledgeEscalation): Refusal | undefined {
  const { escalation } = turn.issue
  if (isClosed(turn.issue)) return refuse('closed', {})
  if (escalation?.state === 'answered') return refuse('already_acknowledged', { champion: escalation.champion })
  if (escalation?.state !== 'raised') return refuse('no_escalation', {})
  if (isOwner(turn)) return refuse('own_alarm', { owner: ownerId(turn) })
  if (!actingSupervisor(turn)) return refuse('not_supervisor', { owner: ownerId(turn) })
  record(turn, { type: 'EscalationAcknowledged' })
}

/** Rule 26: stood down by the champion, when the customer has been told, or no word can reach them. */
export function standDown(turn: Turn, command: StandDownEscalation): Refusal | undefined {
  const { escalation } = turn.issue
  if (escalation?.state !== 'answered') return refuse('no_escalation', {})
  if (escalation.champion !== actingMember(turn)?.id) return refuse('not_champion', { champion: escalation.champion })
  const told = lastContactAt(turn.issue)
  if (command.reachable && (!told || told < escalation.answeredAt)) return refuse('customer_not_told', {})
  record(turn, { type: 'EscalationStoodDown', outcome: command.outcome })
}

export function evolveEscalation(issue: Issue, event: EscalationEvent, at: Instant, by: MemberId | null): Issue {
  const { escalation } = issue
  switch (event.type) {
    case 'EscalationRaised':
      return { ...issue, escalation: { state: 'raised', cause: event.cause, at } }
    case 'EscalationAcknowledged':
      if (escalation?.state !== 'raised' || !by) return issue
      return { ...issue, escalation: { ...escalation, state: 'answered', champion: by, answeredAt: at } }
    case 'EscalationStoodDown':
      if (escalation?.state !== 'answered') return issue
      return {
        ...issue,
        escalation: {
          state: 'stood_down',
          cause: escalation.cause,
          at: escalation.at,
          until: at,
          champion: escalation.champion,
        },
      }
  }
}
