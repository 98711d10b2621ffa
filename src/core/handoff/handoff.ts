import { recordContact } from '../contact/contact.ts'
import { awayUntil, hasSeat, type MemberId, type TeamId, type WordsId } from '../context.ts'
import { expected, inState } from '../expected.ts'
import { type ContactId, type Issue, isClosed, owner } from '../issue/issue.ts'
import { isOwner, ownerOnly } from '../issue/ownership.ts'
import { isOpen, isOwed, type PromiseId } from '../promise/promise.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { addBusinessMinutes } from '../time/calendar.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'
import { circleTo } from './circle.ts'
import type { Live, LiveChannel } from './live.ts'

/** Number of a handoff within its issue, counted from 1. */
export type HandoffId = number

export type Receiver = { kind: 'member'; member: MemberId } | { kind: 'team'; team: TeamId }

/** Rule 6: what the receiver must know before saying yes. Each is words in the store. */
export type Brief = {
  problem: WordsId
  diagnosis: WordsId
  tried: WordsId
  why: WordsId
  asked: WordsId
  told: WordsId
  callback: WordsId | null
}

/** Rule 13: what the receiver said of a running promise: it is moved, and the introduction tells the customer. */
export type PlannedMove = { promise: PromiseId; due: Instant }

/** Rule 7: the receiver's own words, and by when the customer hears of the next step. */
type ReadBack = { readBack: WordsId; nextStep: WordsId; due: Instant; moves: readonly PlannedMove[] }

type Offer = { id: HandoffId; giver: MemberId; to: Receiver; brief: Brief; offeredAt: Instant }
type Accepted = Offer & { receiver: MemberId; acceptedAt: Instant; fallsThroughAt: Instant } & ReadBack
/** `how`: by a message, or in a live conversation with all three present (Rule 9). */
type Introduced = Accepted & {
  how: 'message' | LiveChannel
  introducedAt: Instant
  introduction: ContactId
  promise: PromiseId
}

/** Rules 6 to 9: each state has just the data that it can have. */
export type Handoff =
  | (Offer & { state: 'offered'; expiresAt: Instant })
  | (Accepted & { state: 'accepted' })
  | (Accepted & { state: 'live'; live: Live })
  | (Introduced & { state: 'introduced' })
  /** `objectedAt`: when the customer said that they have met nobody. */
  | (Introduced & { state: 'met'; metAt: Instant; objectedAt: Instant | null })
  | (Offer & { state: 'declined'; by: MemberId; reason: DeclineReason; suggestion: WordsId | null; at: Instant })
  | (Offer & { state: 'expired'; at: Instant })
  | (Offer & { state: 'withdrawn'; at: Instant })
  | (Accepted & { state: 'fell_through'; at: Instant })

export type OpenHandoff = Extract<Handoff, { state: 'offered' | 'accepted' | 'live' | 'introduced' }>

/** An offer that ended without a meeting. */
export type PastOffer =
  | { to: Receiver; end: 'declined'; by: MemberId }
  | { to: Receiver; end: 'expired' | 'withdrawn' | 'fell_through' }

/** Rule 7: declining has a reason, and costs the receiver nothing. */
export type DeclineReason = 'not_mine' | 'missing_information' | 'no_capacity'

export type HandoffEvent =
  | { type: 'HandoffOffered'; handoff: HandoffId; to: Receiver; brief: Brief; expiresAt: Instant }
  | ({ type: 'HandoffAccepted'; handoff: HandoffId; fallsThroughAt: Instant } & ReadBack)
  | { type: 'HandoffDeclined'; handoff: HandoffId; reason: DeclineReason; suggestion: WordsId | null }
  | { type: 'HandoffExpired'; handoff: HandoffId }
  | { type: 'HandoffWithdrawn'; handoff: HandoffId; because: 'giver' | 'left' | Ending }
  | { type: 'HandoffFellThrough'; handoff: HandoffId }

/** What ended an open handoff beside its giver: ownership moved another way, or it was spam. */
export type Ending = 'claim' | 'takeover' | 'huddle' | 'spam'

export type OfferHandoff = {
  type: 'OfferHandoff'
  to: Receiver
  brief: Omit<Brief, 'diagnosis'> & { diagnosis: WordsId | null }
}
export type AcceptHandoff = { type: 'AcceptHandoff'; handoff: HandoffId } & ReadBack
export type DeclineHandoff = {
  type: 'DeclineHandoff'
  handoff: HandoffId
  reason: DeclineReason
  suggestion: WordsId | null
}
export type WithdrawHandoff = { type: 'WithdrawHandoff'; handoff: HandoffId; message: WordsId | null }

const isUnderWay = (handoff: Handoff): handoff is OpenHandoff =>
  handoff.state === 'offered' ||
  handoff.state === 'accepted' ||
  handoff.state === 'live' ||
  handoff.state === 'introduced'

export const openHandoff = ({ handoff }: Issue): OpenHandoff | null => (handoff && isUnderWay(handoff) ? handoff : null)

/** Rules 6, 7 and 11. */
export function offer(turn: Turn, command: OfferHandoff): Refusal | undefined {
  const { issue, context } = turn
  const { brief } = command
  if (isClosed(issue)) return refuse('closed', {})
  const notOwner = ownerOnly(turn)
  if (notOwner) return notOwner
  const open = openHandoff(issue)
  if (open) return refuse('handoff_open', { handoff: open.id })
  const cannot = cannotReceive(turn, command.to)
  if (cannot) return cannot
  const known = issue.diagnoses.at(-1)?.words
  if (!known) return refuse('needs_diagnosis', {})
  const callback = brief.callback ?? issue.facts.find(fact => fact.key === 'callback')?.fact ?? null
  if (!callback && issue.channel === 'phone') return refuse('needs_callback', {})
  const circle = circleTo(turn, command.to)
  if (circle) return circle

  const expiresAt = addBusinessMinutes(context.calendar, context.now, context.policy.offerMinutes)
  const full = { ...brief, diagnosis: brief.diagnosis ?? known, callback }
  record(turn, { type: 'HandoffOffered', handoff: issue.handoffs + 1, to: command.to, brief: full, expiresAt })
}

type Sight = Pick<Turn, 'issue' | 'context'>

/** Why the issue could not be offered to somebody, before anything is said about it (Rules 7 and 11). */
export const whyNotTo = (sight: Sight, to: Receiver): Refusal | undefined =>
  cannotReceive(sight, to) ?? circleTo(sight, to)

/** Rule 7: only to an active person with a seat who is there, or to a team with such a person. */
function cannotReceive({ issue, context }: Sight, to: Receiver): Refusal | undefined {
  if (to.kind === 'team') {
    if (!context.teams.has(to.team)) return refuse('no_such_team', { team: to.team })
    const anybody = [...context.members.values()].some(
      member => member.active && hasSeat(member) && member.teams.includes(to.team) && member.id !== owner(issue).member,
    )
    return anybody ? undefined : refuse('no_seat', { team: to.team })
  }
  const member = context.members.get(to.member)
  if (!member?.active) return refuse('no_such_member', { member: to.member })
  if (member.id === owner(issue).member) return refuse('already_owner', { owner: member.id })
  if (context.by.kind === 'member' && context.by.id === member.id) return refuse('to_yourself', {})
  if (!hasSeat(member)) return refuse('no_seat', { member: member.id })
  const until = awayUntil(member, context.now)
  if (until !== null) return refuse('away', { member: member.id, until })
}

/** Rule 7: one person accepts, with a read-back. */
export function accept(turn: Turn, command: AcceptHandoff): Refusal | undefined {
  const { context } = turn
  const notMine = refuseUnlessOffered(turn, command.handoff)
  if (notMine) return notMine
  if (command.due <= context.now) return refuse('due_in_past', { due: command.due })
  for (const planned of command.moves) {
    const promise = turn.issue.promises.find(other => other.id === planned.promise)
    if (promise && isOwed(promise)) return refuse('already_due', { due: promise.due })
    if (!promise || !isOpen(promise)) return refuse('no_such_promise', { promise: planned.promise })
    if (planned.due <= context.now) return refuse('due_in_past', { due: planned.due })
  }
  const { handoff, readBack, nextStep, due, moves } = command
  const fallsThroughAt = addBusinessMinutes(context.calendar, context.now, context.policy.greetingMinutes)
  record(turn, { type: 'HandoffAccepted', handoff, readBack, nextStep, due, moves, fallsThroughAt })
}

/** Rule 7: declining costs nothing, and says who or what instead. */
export function decline(turn: Turn, command: DeclineHandoff): Refusal | undefined {
  const notMine = refuseUnlessOffered(turn, command.handoff)
  if (notMine) return notMine
  if (command.reason !== 'no_capacity' && !command.suggestion)
    return refuse('needs_suggestion', { reason: command.reason })
  const { handoff, reason, suggestion } = command
  record(turn, { type: 'HandoffDeclined', handoff, reason, suggestion })
}

function refuseUnlessOffered(turn: Turn, id: HandoffId): Refusal | undefined {
  const { handoff } = turn.issue
  const member = actingMember(turn)
  if (!handoff || handoff.id !== id) return refuse('no_such_handoff', { handoff: id })
  if (handoff.state !== 'offered' && (isUnderWay(handoff) || handoff.state === 'met'))
    return refuse('already_accepted', { by: handoff.receiver })
  if (handoff.state !== 'offered') return refuse('offer_over', { state: handoff.state })
  const mine =
    member &&
    hasSeat(member) &&
    // Who covers the owner gives in the owner's place: nobody takes it from themselves.
    (handoff.to.kind === 'member'
      ? handoff.to.member === member.id
      : member.teams.includes(handoff.to.team) && !isOwner(turn))
  return mine ? undefined : refuse('not_offered_to_you', { handoff: id })
}

/** Rule 7; once the customer knows the receiver, only with a word to the customer (Scenario 36). */
export function withdraw(turn: Turn, command: WithdrawHandoff): Refusal | undefined {
  const open = openHandoff(turn.issue)
  if (!open || open.id !== command.handoff) return refuse('no_such_handoff', { handoff: command.handoff })
  const notOwner = ownerOnly(turn)
  if (notOwner) return notOwner
  if (open.state === 'introduced') {
    if (!command.message) return refuse('needs_message', {})
    recordContact(turn, 'email', command.message)
  }
  record(turn, { type: 'HandoffWithdrawn', handoff: open.id, because: 'giver' })
}

/** An open handoff ends because ownership moves another way, or the issue is over. */
export function withdrawOpen(turn: Turn, because: Ending): void {
  const open = openHandoff(turn.issue)
  if (open) record(turn, { type: 'HandoffWithdrawn', handoff: open.id, because })
}

export function evolveHandoff(issue: Issue, event: HandoffEvent, at: Instant, by: MemberId | null): Issue {
  if (event.type === 'HandoffOffered') {
    const { handoff: id, to, brief, expiresAt } = event
    const giver = owner(issue).member
    return { ...issue, handoffs: id, handoff: { state: 'offered', id, giver, to, brief, offeredAt: at, expiresAt } }
  }
  const handoff = expected(issue.handoff)
  switch (event.type) {
    case 'HandoffAccepted': {
      const { readBack, nextStep, due, moves, fallsThroughAt } = event
      const accepted = {
        ...offerOf(inState(handoff, 'offered')),
        receiver: expected(by),
        acceptedAt: at,
        fallsThroughAt,
        readBack,
        nextStep,
        due,
        moves,
      }
      return { ...issue, handoff: { state: 'accepted', ...accepted } }
    }
    case 'HandoffDeclined':
      return declinedBy(issue, handoff, event, expected(by), at)
    case 'HandoffExpired':
      return ended(issue, { ...offerOf(handoff), state: 'expired', at }, { to: handoff.to, end: 'expired' })
    case 'HandoffWithdrawn':
      return ended(issue, { ...offerOf(handoff), state: 'withdrawn', at }, { to: handoff.to, end: 'withdrawn' })
    case 'HandoffFellThrough': {
      const accepted = acceptedOf(inState(handoff, 'accepted', 'live', 'introduced'))
      return ended(issue, { ...accepted, state: 'fell_through', at }, { to: handoff.to, end: 'fell_through' })
    }
  }
}

function declinedBy(
  issue: Issue,
  handoff: Handoff,
  { reason, suggestion }: Extract<HandoffEvent, { type: 'HandoffDeclined' }>,
  by: MemberId,
  at: Instant,
): Issue {
  const declined = { ...offerOf(handoff), state: 'declined' as const, by, reason, suggestion, at }
  return ended(issue, declined, { to: handoff.to, end: 'declined', by })
}

const ended = (issue: Issue, handoff: Handoff, past: PastOffer): Issue => ({
  ...issue,
  handoff,
  pastOffers: [...issue.pastOffers, past],
})

const offerOf = ({ id, giver, to, brief, offeredAt }: Offer): Offer => ({ id, giver, to, brief, offeredAt })

export function acceptedOf(handoff: Accepted): Accepted {
  const { receiver, acceptedAt, fallsThroughAt, readBack, nextStep, due, moves } = handoff
  return { ...offerOf(handoff), receiver, acceptedAt, fallsThroughAt, readBack, nextStep, due, moves }
}
