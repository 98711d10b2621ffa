import { endAssistsOf } from '../assist/assist.ts'
import { isIntroducedAssistant } from '../assist/assistant.ts'
import type { Context, Member, MemberId, TeamId, WordsId } from '../context.ts'
import { hasSeat, isSupervisorOf } from '../context.ts'
import { actsAsOwner } from '../cover/cover.ts'
import { championOf } from '../escalation/escalation.ts'
import { withdrawOpen } from '../handoff/handoff.ts'
import { callOff } from '../handoff/huddle.ts'
import { promiseByPolicy } from '../promise/promise.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'
import { hasMet, type Issue, isClosed, owner } from './issue.ts'

/** The ways in which somebody comes to own an issue (Rules 2 and 4). There is no other. */
export type Way = 'contact' | 'intake' | 'claim' | 'handoff' | 'takeover' | 'huddle'

/**
 * A named person who has the issue, since when, and how it came to them (Rule 1). `teams`: whose person they were then, so
 * that a circle is seen also after they have changed teams (Rule 11).
 */
export type Ownership = { member: MemberId; since: Instant; way: Way; teams: readonly TeamId[] }

export type OwnershipEvent = {
  type: 'OwnershipMoved'
  from: MemberId
  to: MemberId
  way: Way
  /** The teams whose person the new owner is; logs of before do not say it. */
  teams?: readonly TeamId[]
  reason: WordsId | null
}

export type Claim = { type: 'Claim' }
export type TakeOver = { type: 'TakeOver'; reason: WordsId }

export const ownerId = (turn: Turn): MemberId => owner(turn.issue).member

/** Whether the owner acts, or who covers them (Rule 15). */
export function isOwner(turn: Turn): boolean {
  const id = actingMember(turn)?.id
  return id !== undefined && actsAsOwner(turn.issue, id)
}

/** Refuses everybody but the owner and their cover, and says who the owner is. */
export const ownerOnly = (turn: Turn): Refusal | undefined =>
  isOwner(turn) ? undefined : refuse('not_owner', { owner: ownerId(turn) })

/** Rule 3: besides the owner the champion and introduced assistants write to the customer; the introduced receiver greets (Rule 8). */
export const mayWrite = (turn: Turn): boolean => {
  const member = actingMember(turn)
  const isChampion = member !== undefined && championOf(turn.issue) === member.id
  return isOwner(turn) || isChampion || isIntroducedAssistant(turn.issue, member?.id)
}

/** Rules 4 and 5: a supervisor of the owner, who is not the owner. */
export function actingSupervisor(turn: Turn): Member | undefined {
  const member = actingMember(turn)
  const current = turn.context.members.get(ownerId(turn))
  return member && current && isSupervisorOf(member, current) ? member : undefined
}

/** Rule 1: an owner is an active member, and Rule 2: with a seat in the queue. */
export function refuseAsOwner(id: MemberId, { members }: Pick<Context, 'members'>): Refusal | undefined {
  const member = members.get(id)
  if (!member?.active) return refuse('no_such_member', { member: id })
  return hasSeat(member) ? undefined : refuse('no_seat', { member: id })
}

/** Rule 2: it arrived with nobody there, and nobody has met the customer yet. */
export const isClaimable = (issue: Issue): boolean => owner(issue).way === 'intake' && !hasMet(issue)

/** Rule 2: what arrived with nobody there may be claimed until the first reply. */
export function claim(turn: Turn, _command: Claim): Refusal | undefined {
  const member = actingMember(turn)
  if (isClosed(turn.issue)) return refuse('closed', {})
  if (!member || !hasSeat(member)) return refuse('no_seat', { member: member?.id ?? null })
  if (member.id === ownerId(turn)) return refuse('already_owner', { owner: member.id })
  if (hasMet(turn.issue)) return refuse('claim_after_contact', { owner: ownerId(turn) })
  if (owner(turn.issue).way !== 'intake') return refuse('already_claimed', { owner: ownerId(turn) })
  withdrawOpen(turn, 'claim')
  move(turn, member.id, 'claim', null)
}

/** Rule 4: a supervisor takes over, with a reason, and owes the customer an introduction. */
export function takeOver(turn: Turn, command: TakeOver): Refusal | undefined {
  if (isClosed(turn.issue)) return refuse('closed', {})
  const supervisor = actingSupervisor(turn)
  if (!supervisor) return refuse('not_supervisor', { owner: ownerId(turn) })
  if (supervisor.id === ownerId(turn)) return refuse('already_owner', { owner: supervisor.id })
  withdrawOpen(turn, 'takeover')
  moveByTakeover(turn, supervisor.id, command.reason)
}

/** Rule 4: whoever gets it by takeover owes the customer an introduction. */
export function moveByTakeover(turn: Turn, to: MemberId, reason: WordsId | null): void {
  move(turn, to, 'takeover', reason)
  promiseByPolicy(turn, 'introduction', turn.context.policy.introductionMinutes)
}

/** Rule 4: the only place in which ownership moves. */
export function move(turn: Turn, to: MemberId, way: Way, reason: WordsId | null): void {
  if (way !== 'huddle') callOff(turn, 'moved')
  const teams = teamsOf(turn, to, way)
  record(turn, { type: 'OwnershipMoved', from: ownerId(turn), to, way, teams, reason })
  endAssistsOf(turn, to)
}

/** Rule 11: whose person somebody is who gets it: their teams, and the one in which they accepted it. */
function teamsOf({ issue, context }: Turn, to: MemberId, way: Way): TeamId[] {
  const own = context.members.get(to)?.teams ?? []
  const asked = way === 'handoff' && issue.handoff?.to.kind === 'team' ? [issue.handoff.to.team] : []
  return [...new Set([...own, ...asked])]
}

export function evolveOwnership(issue: Issue, event: OwnershipEvent, at: Instant): Issue {
  const next: Ownership = { member: event.to, since: at, way: event.way, teams: event.teams ?? [] }
  return { ...issue, ownership: [...issue.ownership, next] }
}
