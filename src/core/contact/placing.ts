import type { CustomerId, MemberId, WordsId } from '../context.ts'
import { type Channel, type ContactId, type Issue, isClosed } from '../issue/issue.ts'
import { actingSupervisor, mayWrite, ownerId } from '../issue/ownership.ts'
import { type PromiseId, promiseAnswer, running } from '../promise/promise.ts'
import { countSilenceAnew } from '../promise/silence.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { noteAnswer } from '../resolution/cannot-fix.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'

/** A contact that did not say which of the customer's open issues it is about: it waits here until a person says so (Rule 3). */
export type Unplaced = {
  contact: ContactId
  message: WordsId
  channel: Channel
  at: Instant
  /** Who answered it; null when the customer wrote. */
  takenBy: MemberId | null
  /** The promise that only this contact has started; null when there is none, or others wait for it too. */
  promise: PromiseId | null
}

export type PlacingEvent =
  /** `among`: the customer's other open issues, as they were then. */
  | {
      type: 'ContactUnplaced'
      contact: ContactId
      message: WordsId
      channel: Channel
      among: readonly number[]
      promise: PromiseId | null
    }
  /** It is about this issue. */
  | { type: 'ContactPlaced'; contact: ContactId }
  /** It is about another issue, and has gone there. */
  | { type: 'ContactPlacedElsewhere'; contact: ContactId; message: WordsId; into: number }
  /** A contact that came to another issue is about this one. `spokeAt`: when the customer wrote or called. */
  | {
      type: 'ContactPlacedHere'
      contact: ContactId
      message: WordsId
      channel: Channel
      from: number
      spokeAt: Instant
      customer: CustomerId
    }

/** `into`: the number of the issue that it is about; null for the one where it lies. */
export type PlaceContact = { type: 'PlaceContact'; message: WordsId; into: number | null }
/** The other half of it, on the issue that it is about. */
export type TakePlacedContact = {
  type: 'TakePlacedContact'
  message: WordsId
  channel: Channel
  from: number
  spokeAt: Instant
  customer: CustomerId
}

/** Marks the last contact as "which one?": it landed here because the customer was in touch here last. */
export function askWhichOne(
  turn: Turn,
  { message, channel, among }: { message: WordsId; channel: Channel; among: readonly number[] },
  promise: PromiseId | null,
): void {
  if (among.length === 0) return
  record(turn, { type: 'ContactUnplaced', contact: turn.issue.contacts, message, channel, among, promise })
}

/** Rule 3: one click places it: by whom rule 3 lets write, whoever took the call, or a supervisor of the owner. */
export function placeContact(turn: Turn, { message, into }: PlaceContact): Refusal | undefined {
  const unplaced = turn.issue.unplaced.find(other => other.message === message)
  if (!mayPlace(turn, unplaced)) return refuse('not_owner', { owner: ownerId(turn) })
  if (!unplaced) return refuse('placed_already', {})
  const { contact } = unplaced
  if (into === null) {
    record(turn, { type: 'ContactPlaced', contact })
    return
  }
  record(turn, { type: 'ContactPlacedElsewhere', contact, message, into })
  releaseAnswer(turn, unplaced)
}

function mayPlace(turn: Turn, unplaced: Unplaced | undefined): boolean {
  const member = actingMember(turn)
  if (!member) return false
  return mayWrite(turn) || actingSupervisor(turn) !== undefined || unplaced?.takenBy === member.id
}

/** Rule 12: the answer that it started is owed where it went; it goes on here when nothing else would run. */
function releaseAnswer(turn: Turn, { promise }: Unplaced): void {
  const { lifecycle } = turn.issue
  const runs = running(turn.issue)
  if (!runs.some(({ id }) => id === promise)) return
  const needsOne = lifecycle.phase === 'open' || lifecycle.phase === 'proposed'
  if (promise !== null && (runs.length > 1 || !needsOne)) record(turn, { type: 'PromiseReleased', promise })
}

/** Rules 3 and 12: it lands with the owner, who owes an answer counted from when the customer spoke. */
export function takePlacedContact(turn: Turn, command: TakePlacedContact): Refusal | undefined {
  if (!actingMember(turn)) return refuse('not_a_member', {})
  if (isClosed(turn.issue)) return refuse('closed', {})
  if (command.customer !== turn.issue.customer) return refuse('different_customers', {})
  const { message, channel, from, spokeAt, customer } = command
  const contact = turn.issue.contacts + 1
  record(turn, { type: 'ContactPlacedHere', contact, message, channel, from, spokeAt, customer })
  promiseAnswer(turn, spokeAt)
}

export function evolvePlacing(issue: Issue, event: PlacingEvent, at: Instant, by: MemberId | null): Issue {
  switch (event.type) {
    case 'ContactUnplaced': {
      const { contact, message, channel, promise } = event
      return { ...issue, unplaced: [...issue.unplaced, { contact, message, channel, at, takenBy: by, promise }] }
    }
    case 'ContactPlaced':
    case 'ContactPlacedElsewhere':
      return { ...issue, unplaced: issue.unplaced.filter(({ contact }) => contact !== event.contact) }
    case 'ContactPlacedHere':
      return countSilenceAnew(spoken(issue, event.contact, at), at)
  }
}

/** The customer has spoken once more: a promise that an unplaced contact started is from now on waited for by this one, too. */
export const spoken = (issue: Issue, contact: ContactId, at: Instant): Issue =>
  noteAnswer({
    ...issue,
    customerLastSpokeAt: at,
    contacts: contact,
    unplaced: issue.unplaced.map(other => ({ ...other, promise: null })),
  })
