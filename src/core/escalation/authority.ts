import { isAway, type Member, type MemberId, supervisorsOf, type WordsId } from '../context.ts'
import { expected, inState } from '../expected.ts'
import { type Issue, isClosed, lastContactAt } from '../issue/issue.ts'
import { actingSupervisor, mayWrite, ownerId } from '../issue/ownership.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { addBusinessMinutes } from '../time/calendar.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'
import { forOwner, forSupervisors, type Waiting } from '../waiting.ts'
import { championOf } from './escalation.ts'
import { type ConcessionKind, type Money, mayGrant, type Wanted } from './limit.ts'

/** Number of a concession within its issue, counted from 1. */
export type ConcessionId = number

type Asked = { id: ConcessionId; kind: ConcessionKind; worth: Money; reason: WordsId; by: MemberId; at: Instant }

/** Rule 27: granted within a limit, or decided by somebody whose limit is high enough. */
export type Concession = Asked &
  (
    | { state: 'granted'; review: Review | null }
    /** `asked`: who could grant it, and was asked to. */
    | { state: 'waiting'; asked: readonly MemberId[]; due: Instant }
    | { state: 'approved'; decidedBy: MemberId; decidedAt: Instant; review: Review | null }
    | { state: 'refused'; decidedBy: MemberId; decidedAt: Instant; why: WordsId }
    | { state: 'withdrawn'; decidedAt: Instant }
  )

/** Rule 27: what we learn from it, not who is to blame. */
type Review = { learned: WordsId; by: MemberId; at: Instant }

export type AuthorityEvent =
  | { type: 'ConcessionGranted'; concession: ConcessionId; kind: ConcessionKind; worth: Money; reason: WordsId }
  | {
      type: 'ApprovalAsked'
      concession: ConcessionId
      kind: ConcessionKind
      worth: Money
      reason: WordsId
      asked: readonly MemberId[]
      due: Instant
    }
  | { type: 'ApprovalClimbed'; concession: ConcessionId; asked: readonly MemberId[]; due: Instant }
  | { type: 'ConcessionApproved'; concession: ConcessionId }
  | { type: 'ConcessionRefused'; concession: ConcessionId; why: WordsId }
  | { type: 'ConcessionWithdrawn'; concession: ConcessionId }
  | { type: 'ConcessionReviewed'; concession: ConcessionId; learned: WordsId }

export type GrantConcession = { type: 'GrantConcession'; kind: ConcessionKind; worth: Money; reason: WordsId }
export type ApproveConcession = { type: 'ApproveConcession'; concession: ConcessionId }
export type RefuseConcession = { type: 'RefuseConcession'; concession: ConcessionId; why: WordsId }
export type WithdrawConcession = { type: 'WithdrawConcession'; concession: ConcessionId }
export type ReviewConcession = { type: 'ReviewConcession'; concession: ConcessionId; learned: WordsId }

/** Rule 27: at once within the limit; above it an approval goes to somebody who can. */
export function grant(turn: Turn, { kind, worth, reason }: GrantConcession): Refusal | undefined {
  const member = actingMember(turn)
  if (isClosed(turn.issue)) return refuse('closed', {})
  if (!member || !(mayWrite(turn) || actingSupervisor(turn))) return refuse('not_owner', { owner: ownerId(turn) })
  const waits = turn.issue.concessions.find(({ state }) => state === 'waiting')
  if (waits) return refuse('approval_open', { concession: waits.id })
  const concession = turn.issue.concessions.length + 1
  if (mayGrant(turn.issue, member, { kind, worth }, turn.context)) {
    record(turn, { type: 'ConcessionGranted', concession, kind, worth, reason })
    return
  }
  const [asked] = ladder(turn, member.id, { kind, worth }, turn.context.now)
  if (!asked) return refuse('nobody_can_approve', worth)
  const due = approvalDue(turn, turn.context.now)
  record(turn, { type: 'ApprovalAsked', concession, kind, worth, reason, asked, due })
}

/** Rule 27: by somebody else, who could have granted it. */
export function approve(turn: Turn, { concession: id }: ApproveConcession): Refusal | undefined {
  const waits = decidable(turn, id)
  if ('refusal' in waits) return waits.refusal
  const { member, concession } = waits
  if (!mayGrant(turn.issue, member, concession, turn.context)) return refuse('above_limit', concession.worth)
  record(turn, { type: 'ConcessionApproved', concession: id })
}

/** Rule 27: a refusal has its reason, which whoever asked gets to know. */
export function refuseConcession(turn: Turn, { concession: id, why }: RefuseConcession): Refusal | undefined {
  const waits = decidable(turn, id)
  if ('refusal' in waits) return waits.refusal
  record(turn, { type: 'ConcessionRefused', concession: id, why })
}

/** Whoever asked, or who owns the issue now, needs it no more. */
export function withdrawConcession(turn: Turn, { concession: id }: WithdrawConcession): Refusal | undefined {
  const concession = turn.issue.concessions[id - 1]
  const isTheirs = concession !== undefined && concession.by === actingMember(turn)?.id
  if (!isTheirs && !mayWrite(turn)) return refuse('not_owner', { owner: ownerId(turn) })
  if (concession?.state !== 'waiting') return refuse('no_such_approval', { concession: id })
  record(turn, { type: 'ConcessionWithdrawn', concession: id })
}

/** Rule 22: nothing is conceded any more about spam. */
export function withdrawApprovals(turn: Turn): void {
  const asked = turn.issue.concessions.filter(({ state }) => state === 'waiting')
  for (const { id } of asked) record(turn, { type: 'ConcessionWithdrawn', concession: id })
}

/** Rule 27: the review afterwards asks what we learn. */
export function reviewConcession(turn: Turn, { concession: id, learned }: ReviewConcession): Refusal | undefined {
  const concession = turn.issue.concessions[id - 1]
  if (concession?.state !== 'granted' && concession?.state !== 'approved')
    return refuse('no_such_concession', { concession: id })
  if (!actingSupervisor(turn)) return refuse('not_supervisor', { owner: ownerId(turn) })
  if (concession.review) return refuse('already_reviewed', { by: concession.review.by })
  record(turn, { type: 'ConcessionReviewed', concession: id, learned })
}

/** Rule 27: unanswered at its due time it climbs; at the top those who can are asked again. */
export function climb(turn: Turn, { id, by, kind, worth, asked, due }: Concession & { state: 'waiting' }): void {
  const rungs = ladder(turn, by, { kind, worth }, due)
  const next = rungs.find(rung => rung.some(member => !asked.includes(member))) ?? rungs.at(-1) ?? asked
  record(turn, { type: 'ApprovalClimbed', concession: id, asked: next, due: approvalDue(turn, due) }, due)
}

const approvalDue = ({ context: { calendar, policy } }: Turn, from: Instant): Instant =>
  addBusinessMinutes(calendar, from, policy.approvalMinutes)

function decidable(
  turn: Turn,
  id: ConcessionId,
): { member: Member; concession: Concession & { state: 'waiting' } } | { refusal: Refusal } {
  const member = actingMember(turn)
  const concession = turn.issue.concessions[id - 1]
  if (concession?.state !== 'waiting') return { refusal: refuse('no_such_approval', { concession: id }) }
  if (!member || !(actingSupervisor(turn) || championOf(turn.issue) === member.id))
    return { refusal: refuse('not_supervisor', { owner: ownerId(turn) }) }
  if (member.id === concession.by) return { refusal: refuse('own_approval', {}) }
  return { member, concession }
}

/**
 * Who could grant it instead, rung by rung: the champion of an alarm (Rule 26), the owner's supervisors, with them the
 * admins, and at last also who is away at that moment.
 */
function ladder(turn: Turn, asker: MemberId, wanted: Wanted, at: Instant): MemberId[][] {
  const { members } = turn.context
  const able = (ids: readonly MemberId[]): MemberId[] =>
    ids.filter(id => {
      const member = members.get(id)
      return member?.active && id !== asker && mayGrant(turn.issue, member, wanted, turn.context)
    })
  const isThere = (id: MemberId): boolean => !isAway(members.get(id) as Member, at)
  const answering = championOf(turn.issue)
  const champion = able(answering ? [answering] : [])
  const supervisors = able(supervisorsOf(ownerId(turn), members))
  const admins = able([...members.values()].flatMap(({ id, role }) => (role === 'admin' ? [id] : [])))
  const all = [...new Set([...champion, ...supervisors, ...admins])]
  return [champion.filter(isThere), supervisors.filter(isThere), all.filter(isThere), all].filter(
    rung => rung.length > 0,
  )
}

/** Rule 27: an approval waits for who can give it, and a decision for its way to the customer. */
export function approvalsWaiting(issue: Issue): Waiting[] {
  const told = lastContactAt(issue)
  return issue.concessions.flatMap((concession): Waiting[] => {
    const { id: of } = concession
    if (concession.state === 'waiting') {
      const { asked, at: since, due } = concession
      return asked.map(id => ({ kind: 'approval', of, for: { kind: 'member', id }, since, due }))
    }
    if (concession.state !== 'approved' && concession.state !== 'refused') return []
    const { decidedAt: since } = concession
    if (told && told >= since) return []
    return [{ kind: 'approval_decided', of, for: forOwner(issue), since, due: null }]
  })
}

/** Rule 27: the review afterwards, also of an issue that is closed by then. */
export const reviewsWaiting = (issue: Issue): Waiting[] =>
  issue.concessions.flatMap((concession): Waiting[] => {
    if ((concession.state !== 'granted' && concession.state !== 'approved') || concession.review) return []
    const { id: of, at: since } = concession
    return [{ kind: 'concession_review', of, for: forSupervisors(issue), since, due: null }]
  })

export function evolveAuthority(issue: Issue, event: AuthorityEvent, at: Instant, by: MemberId | null): Issue {
  const before = issue.concessions[event.concession - 1]
  const add = (concession: Concession): Issue => ({ ...issue, concessions: [...issue.concessions, concession] })
  const become = (next: Concession): Issue => ({
    ...issue,
    concessions: issue.concessions.map(concession => (concession === before ? next : concession)),
  })
  if (event.type === 'ConcessionGranted' || event.type === 'ApprovalAsked') {
    const { concession: id, kind, worth, reason } = event
    const asked = { id, kind, worth, reason, by: expected(by), at }
    return event.type === 'ConcessionGranted'
      ? add({ ...asked, state: 'granted', review: null })
      : add({ ...asked, state: 'waiting', asked: event.asked, due: event.due })
  }
  if (event.type === 'ConcessionReviewed') {
    const review = { learned: event.learned, by: expected(by), at }
    return become({ ...inState(before, 'granted', 'approved'), review })
  }
  const waiting = inState(before, 'waiting')
  const { asked: _, due: __, ...asked } = waiting
  switch (event.type) {
    case 'ApprovalClimbed':
      return become({ ...waiting, asked: event.asked, due: event.due })
    case 'ConcessionApproved':
      return become({ ...asked, state: 'approved', decidedBy: expected(by), decidedAt: at, review: null })
    case 'ConcessionRefused':
      return become({ ...asked, state: 'refused', decidedBy: expected(by), decidedAt: at, why: event.why })
    case 'ConcessionWithdrawn':
      return become({ ...asked, state: 'withdrawn', decidedAt: at })
  }
}
