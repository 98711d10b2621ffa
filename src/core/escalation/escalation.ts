import { type Actor, hasSeat, type MemberId, type WordsId } from '../context.ts'
import { actsAsOwner } from '../cover/cover.ts'
import { expected, inState } from '../expected.ts'
import { type Issue, isClosed, lastContactAt } from '../issue/issue.ts'
import { actingSupervisor, ownerId } from '../issue/ownership.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'
import type { Waiting } from '../waiting.ts'
import { atFoot, climb, type Ladder, type LadderEvent, type Place } from './ladder.ts'

/** Number of an alarm within its issue, counted from 1. */
export type EscalationId = number

/** Why it was raised: a person asked for it (Rule 23), or the desk itself (Rules 11, 14 and 21). */
export type Cause = 'asked_for' | 'broken_too_long' | 'second_broken_promise' | 'second_huddle' | 'second_recurrence'

/** Rule 23: what it costs the customer, what was tried, what is needed. By mail there may be just one text. */
export type AlarmFacts = { impact: WordsId; tried: WordsId | null; needed: WordsId | null }

/** Somebody who raised the alarm, or joined it. `told`: a member has been told the outcome since (Rule 26). */
export type Raise = { by: Actor; at: Instant; facts: AlarmFacts | null; told: boolean }

type Alarm = { id: EscalationId; cause: Cause; at: Instant; raises: readonly Raise[] }
/** `place`: where the champion was called; null for a supervisor who came by themselves. `told`: the outcome, as raisers heard it. */
type Answered = Alarm & { champion: MemberId; place: Place | null; answeredAt: Instant; told: WordsId | null }

/** The alarm on behalf of the customer (Rules 23 to 26). */
export type Escalation =
  | (Alarm & { state: 'raised'; ladder: Ladder })
  | (Answered & { state: 'answered' })
  | (Answered & { state: 'stood_down'; until: Instant; outcome: WordsId })

export type EscalationEvent =
  | { type: 'EscalationRaised'; escalation: EscalationId; cause: Cause; facts: AlarmFacts | null }
  | { type: 'EscalationJoined'; escalation: EscalationId; facts: AlarmFacts }
  | LadderEvent
  | { type: 'EscalationAcknowledged'; escalation: EscalationId; place: Place | null }
  | { type: 'EscalationTaken'; escalation: EscalationId; reason: WordsId }
  | { type: 'OutcomeTold'; escalation: EscalationId; outcome: WordsId }
  | { type: 'EscalationStoodDown'; escalation: EscalationId; outcome: WordsId }

type OfEscalation = { escalation: EscalationId }

export type AcknowledgeEscalation = { type: 'AcknowledgeEscalation' } & OfEscalation
export type TakeEscalation = { type: 'TakeEscalation'; reason: WordsId } & OfEscalation
export type TellOutcome = { type: 'TellOutcome'; outcome: WordsId } & OfEscalation
/** `reachable`: whether any address of the customer is known that has not failed. */
export type StandDownEscalation = { type: 'StandDownEscalation'; outcome: WordsId; reachable: boolean } & OfEscalation

export const isEscalated = (issue: Issue): boolean =>
  issue.escalation?.state === 'raised' || issue.escalation?.state === 'answered'

/** Rule 26: who answered the alarm that is open, and sees it through. */
export const championOf = ({ escalation }: Pick<Issue, 'escalation'>): MemberId | null =>
  escalation?.state === 'answered' ? escalation.champion : null

/** Whether an alarm of before has dealt with what was broken at `brokenAt` and became too long at `tooLongAt`. */
export function isCovered({ escalation }: Issue, brokenAt: Instant, tooLongAt: Instant): boolean {
  if (!escalation) return false
  return brokenAt <= escalation.at || (escalation.state === 'stood_down' && tooLongAt <= escalation.until)
}

/** Raises the alarm, once: an issue has at most one open escalation. The first rung is called in the same moment. */
export function raise(turn: Turn, cause: Cause, at: Instant = turn.context.now, facts: AlarmFacts | null = null): void {
  if (isEscalated(turn.issue)) return
  const escalation = (turn.issue.escalation?.id ?? 0) + 1
  record(turn, { type: 'EscalationRaised', escalation, cause, facts }, at)
  climb(turn, escalation, atFoot(at), at)
}

/** Rule 24: an alarm that nobody had answered when its issue was set aside calls again, from the first rung. */
export function callAnew(turn: Turn): void {
  const { escalation } = turn.issue
  if (escalation?.state === 'raised') climb(turn, escalation.id, atFoot(turn.context.now), turn.context.now)
}

/** Rule 26: a person who was called, or a supervisor, answers, never the owner, and becomes the champion. */
export function acknowledge(turn: Turn, { escalation: id }: AcknowledgeEscalation): Refusal | undefined {
  const open = openAlarm(turn, id)
  if ('refusal' in open) return open.refusal
  const { escalation } = open
  if (escalation.state === 'answered') return refuse('already_acknowledged', { champion: escalation.champion })
  const member = actingMember(turn)
  if (member && actsAsOwner(turn.issue, member.id)) return refuse('own_alarm', { owner: ownerId(turn) })
  const call = escalation.ladder.called.find(called => called.member === member?.id)
  const isCalled = call !== undefined && member !== undefined && hasSeat(member)
  if (!isCalled && !actingSupervisor(turn)) {
    return refuse('not_called', { owner: ownerId(turn), calling: escalation.ladder.calling })
  }
  record(turn, { type: 'EscalationAcknowledged', escalation: id, place: call?.place ?? null })
}

/** Rule 26: when the champion can't see it through, a supervisor takes the alarm over, on record. */
export function takeAlarm(turn: Turn, { escalation: id, reason }: TakeEscalation): Refusal | undefined {
  const open = openAlarm(turn, id)
  if ('refusal' in open) return open.refusal
  const { escalation } = open
  if (escalation.state === 'raised') return refuse('not_acknowledged', {})
  const member = actingMember(turn)
  if (member?.id === escalation.champion) return refuse('already_champion', {})
  if (member && actsAsOwner(turn.issue, member.id)) return refuse('own_alarm', { owner: ownerId(turn) })
  if (!actingSupervisor(turn)) return refuse('not_supervisor', { owner: ownerId(turn) })
  record(turn, { type: 'EscalationTaken', escalation: id, reason })
}

/** Rule 26: the champion tells the outcome to the colleagues who raised it. The customer is told by contact. */
export function tellOutcome(turn: Turn, { escalation: id, outcome }: TellOutcome): Refusal | undefined {
  const answered = championed(turn, id)
  if ('refusal' in answered) return answered.refusal
  if (toBeTold(answered.escalation, turn.context).length === 0) return refuse('nobody_to_tell', {})
  record(turn, { type: 'OutcomeTold', escalation: id, outcome })
}

/** Rule 26: stood down by the champion, when the customer and every raiser have been told the outcome. */
export function standDown(turn: Turn, command: StandDownEscalation): Refusal | undefined {
  const answered = championed(turn, command.escalation)
  if ('refusal' in answered) return answered.refusal
  const missing = notTold(turn.issue, command.reachable, turn.context)
  if (missing.customer || missing.members.length > 0) return refuse('outcome_not_told', missing)
  record(turn, { type: 'EscalationStoodDown', escalation: command.escalation, outcome: command.outcome })
}

type OpenAlarm = Extract<Escalation, { state: 'raised' | 'answered' }>

function openAlarm({ issue }: Turn, id: EscalationId): { escalation: OpenAlarm } | { refusal: Refusal } {
  const { escalation } = issue
  if (isClosed(issue)) return { refusal: refuse('closed', {}) }
  if (escalation?.id !== id || escalation.state === 'stood_down')
    return { refusal: refuse('no_escalation', { escalation: id }) }
  return { escalation }
}

function championed(
  turn: Turn,
  id: EscalationId,
): { escalation: OpenAlarm & { state: 'answered' } } | { refusal: Refusal } {
  const open = openAlarm(turn, id)
  if ('refusal' in open) return open
  const { escalation } = open
  if (escalation.state === 'raised') return { refusal: refuse('not_acknowledged', {}) }
  if (escalation.champion !== actingMember(turn)?.id)
    return { refusal: refuse('not_champion', { champion: escalation.champion }) }
  return { escalation }
}

/** The members who raised an alarm or joined it, each once. */
export const raisersOf = ({ raises }: Pick<Alarm, 'raises'>): MemberId[] => [
  ...new Set(raises.flatMap(({ by }) => (by.kind === 'member' ? [by.id] : []))),
]

/**
 * Rule 26: who has not been told the outcome. The customer hears it by contact after the alarm was answered, and after their
 * own raise, where any word can reach them.
 */
export function notTold(
  issue: Issue,
  reachable: boolean,
  context: Pick<Turn['context'], 'members'>,
): { customer: boolean; members: MemberId[] } {
  const { escalation } = issue
  if (escalation?.state !== 'answered') return { customer: false, members: [] }
  const since = escalation.raises.reduce(
    (last, { by, at }) => (by.kind === 'customer' && at > last ? at : last),
    escalation.answeredAt,
  )
  const heard = lastContactAt(issue)
  const members = toBeTold(escalation, context).filter(id =>
    escalation.raises.some(({ by, told }) => by.kind === 'member' && by.id === id && !told),
  )
  return { customer: reachable && (heard === null || heard < since), members }
}

/** Whom the champion tells the outcome: the champion knows it already, and whoever left is told nothing any more. */
export const toBeTold = (
  escalation: Extract<Escalation, { state: 'answered' }>,
  { members }: Pick<Turn['context'], 'members'>,
): MemberId[] => raisersOf(escalation).filter(id => id !== escalation.champion && members.get(id)?.active)

/** Rule 25: an alarm is work for whoever was called until somebody answers, then for its champion until it is stood down. */
export function alarmWaiting({ escalation }: Issue): Waiting[] {
  if (escalation?.state === 'raised') {
    const { called, until } = escalation.ladder
    return called.map(({ member }) => ({
      kind: 'alarm',
      of: escalation.id,
      for: { kind: 'member', id: member },
      since: escalation.at,
      due: until,
    }))
  }
  if (escalation?.state !== 'answered') return []
  const { id: of, champion, answeredAt: since } = escalation
  return [{ kind: 'champion', of, for: { kind: 'member', id: champion }, since, due: null }]
}

export function evolveEscalation(
  issue: Issue,
  event: Exclude<EscalationEvent, LadderEvent>,
  at: Instant,
  by: Actor,
): Issue {
  if (event.type === 'EscalationRaised') {
    const { escalation: id, cause, facts } = event
    const raises = [{ by, at, facts, told: false }]
    return { ...issue, escalation: { id, cause, at, raises, state: 'raised', ladder: atFoot(at) } }
  }
  if (event.type === 'EscalationJoined') {
    const escalation = inState(issue.escalation, 'raised', 'answered')
    const raises = [...escalation.raises, { by, at, facts: event.facts, told: false }]
    return { ...issue, escalation: { ...escalation, raises } }
  }
  const member = by.kind === 'member' ? by.id : null
  if (event.type === 'EscalationAcknowledged') {
    const { ladder: _, ...alarm } = inState(issue.escalation, 'raised')
    const { place } = event
    const champion = expected(member)
    return { ...issue, escalation: { ...alarm, state: 'answered', champion, place, answeredAt: at, told: null } }
  }
  const escalation = inState(issue.escalation, 'answered')
  switch (event.type) {
    case 'EscalationTaken':
      return { ...issue, escalation: { ...escalation, champion: expected(member), place: null } }
    case 'OutcomeTold': {
      const raises = escalation.raises.map(raise => (raise.by.kind === 'member' ? { ...raise, told: true } : raise))
      return { ...issue, escalation: { ...escalation, raises, told: event.outcome } }
    }
    case 'EscalationStoodDown':
      return { ...issue, escalation: { ...escalation, state: 'stood_down', until: at, outcome: event.outcome } }
  }
}
