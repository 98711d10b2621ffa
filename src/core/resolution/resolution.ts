import { openAssists } from '../assist/assist.ts'
import { recordContact } from '../contact/contact.ts'
import type { CustomerId, MemberId, WordsId } from '../context.ts'
import { isEscalated, raise } from '../escalation/escalation.ts'
import { openHandoff } from '../handoff/handoff.ts'
import { callOff } from '../handoff/huddle.ts'
import { lookBack } from '../handoff/look-back.ts'
import { type CompanyContact, type ContactId, type Issue, isClosed, owner } from '../issue/issue.ts'
import type { IssueNumber } from '../issue/link.ts'
import { actingSupervisor, isOwner, ownerId, ownerOnly } from '../issue/ownership.ts'
import { refuseOpenSteps } from '../learning/checklist.ts'
import {
  give,
  type Keeps,
  keepByContact,
  type NewPromise,
  promiseFreshAnswer,
  releaseAll,
  releaseButWatches,
  running,
} from '../promise/promise.ts'
import { closableFrom, promiseFollowUp, type Silence } from '../promise/silence.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'
import { closeAsCannotFix, denyCannotFix, isToldCannotFix } from './cannot-fix.ts'
import { isSpam } from './spam.ts'
import { beginWatch, isWatched, refuseWatch, refuseWhileWatched, type WatchDate } from './watch.ts'

/** Rule 17: what was wrong, what was done, how it shows that it holds: words in the store. */
type Proposal = {
  wrong: WordsId
  done: WordsId
  holds: WordsId
  /** The dates at which it is checked after the confirmation (Rule 20). */
  watch: readonly WatchDate[]
  at: Instant
  /** The contact by which the customer was told. */
  contact: ContactId
  /** From here follow-ups count (Rule 18). */
  silent: Silence
}

/** Who said that it is solved, and what that rests on (Rule 18). */
export type Confirmation =
  | { by: 'customer'; customer: CustomerId }
  | { by: 'owner'; member: MemberId; heard: 'reply' | 'phone'; words: WordsId }

type Confirmed = { proposal: Proposal; confirmation: Confirmation; at: Instant }

/** How an issue ended that was put to the customer. */
type Ended =
  | { outcome: 'confirmed' | 'unconfirmed' | 'unreachable'; proposal: Proposal }
  /** What was told is in the issue's `cannotFix` (Rule 19). */
  | { outcome: 'cannot_fix' }
  /** It was over at another desk before it came here: nobody of ours knows whether the customer was content. */
  | { outcome: 'elsewhere' }
  | { outcome: 'spam'; why: WordsId }
  /** It goes on in another issue; `was`: where it stood, so that this can be undone (Rule 22). */
  | { outcome: 'duplicate'; into: IssueNumber; was: OpenLifecycle }

/** The outcomes by which a person closes what was put to the customer (Rules 5 and 18 to 20). */
type Closing = Exclude<Ended['outcome'], 'spam' | 'duplicate' | 'elsewhere'>

/** Where an issue stands that is not over. */
type OpenLifecycle =
  | { phase: 'open' }
  | { phase: 'proposed'; proposal: Proposal }
  | ({ phase: 'confirmed' } & Confirmed)
  /** Confirmed, and checked at the dates of its watch (Rule 20). */
  | ({ phase: 'watching' } & Confirmed)

/** A closed issue has an outcome, and who closed it. */
export type ClosedLifecycle = { phase: 'closed'; by: MemberId; at: Instant } & Ended

export type Lifecycle = OpenLifecycle | ClosedLifecycle

export type ResolutionEvent =
  | { type: 'ResolutionProposed'; wrong: WordsId; done: WordsId; holds: WordsId; watch: readonly WatchDate[] }
  | { type: 'ResolutionConfirmed'; confirmation: Confirmation }
  | { type: 'ResolutionDenied'; words: WordsId | null }
  | { type: 'IssueClosed'; outcome: Closing }
  /** `elsewhere`: another desk went on with what had come over closed; that is no recurrence of ours. */
  | { type: 'IssueReopened'; elsewhere?: true }

/** `channel`: by which the customer is told. On the phone `message` is the log of the call. */
export type ProposeResolution = {
  type: 'ProposeResolution'
  wrong: WordsId
  done: WordsId
  holds: WordsId
  watch: readonly WatchDate[]
  channel: 'email' | 'phone'
  message: WordsId
  keeps: Keeps
  promise: NewPromise | null
}
export type ConfirmResolution = { type: 'ConfirmResolution'; heard: { how: 'reply' | 'phone'; words: WordsId } | null }
export type DenyResolution = { type: 'DenyResolution'; words: WordsId | null }
/** `reachable`: whether any address of the customer is known that has not failed. */
export type CloseIssue = { type: 'CloseIssue'; reachable: boolean }

/** Rule 17: "resolved" is a proposal to the customer. */
export function propose(turn: Turn, command: ProposeResolution): Refusal | undefined {
  const { issue } = turn
  if (isClosed(issue)) return refuse('closed', {})
  const notOwner = ownerOnly(turn)
  if (notOwner) return notOwner
  if (isConfirmed(issue)) return refuse('already_confirmed', {})
  const openSteps = refuseOpenSteps(turn)
  if (openSteps) return openSteps
  const { wrong, done, holds, watch, channel, message, keeps, promise } = command
  const mayNotWatch = refuseWatch(turn, watch)
  if (mayNotWatch) return mayNotWatch
  const contact = recordContact(turn, channel, message)
  keepByContact(turn, contact, keeps)
  record(turn, { type: 'ResolutionProposed', wrong, done, holds, watch })
  return promise ? give(turn, promise) : promiseFollowUp(turn)
}

/** The customer has said that it is solved, and nothing else since. */
export const isConfirmed = ({ lifecycle: { phase } }: Issue): boolean => phase === 'confirmed' || phase === 'watching'

/** Rule 18: the customer confirms, or the owner logs with which words they did; Rule 20: then the watch begins. */
export function confirm(turn: Turn, command: ConfirmResolution): Refusal | undefined {
  const { lifecycle } = turn.issue
  if (isConfirmed(turn.issue)) return refuse('already_confirmed', {})
  if (lifecycle.phase === 'closed')
    return refuse(lifecycle.outcome === 'confirmed' ? 'already_confirmed' : 'closed', {})
  const confirmation = confirmationBy(turn, command)
  if ('refusal' in confirmation) return confirmation.refusal
  if (lifecycle.phase !== 'proposed') return refuse('nothing_proposed', {})
  record(turn, { type: 'ResolutionConfirmed', confirmation: confirmation.given })
  releaseButWatches(turn)
  beginWatch(turn, lifecycle.proposal.watch)
}

function confirmationBy(turn: Turn, { heard }: ConfirmResolution): { given: Confirmation } | { refusal: Refusal } {
  const { by } = turn.context
  if (by.kind === 'customer') {
    if (by.id !== turn.issue.customer) return { refusal: refuse('not_this_customer', {}) }
    return { given: { by: 'customer', customer: by.id } }
  }
  const notOwner = ownerOnly(turn)
  if (notOwner) return { refusal: notOwner }
  if (!heard) return { refusal: refuse('needs_their_words', {}) }
  return {
    given: { by: 'owner', member: actingMember(turn)?.id ?? ownerId(turn), heard: heard.how, words: heard.words },
  }
}

/**
 * Rule 18: a denial returns it to the owner, with a fresh promise. While it is watched, it has come back: the second time
 * that raises the alarm (Rules 20 and 21).
 */
export function deny(turn: Turn, command: DenyResolution): Refusal | undefined {
  const { by } = turn.context
  const { lifecycle, customer } = turn.issue
  if (by.kind === 'customer' && by.id !== customer) return refuse('not_this_customer', {})
  if (by.kind !== 'customer') {
    const notOwner = ownerOnly(turn)
    if (notOwner) return notOwner
    if (!command.words) return refuse('needs_their_words', {})
  }
  if (isClosed(turn.issue)) return refuse('closed', {})
  if (lifecycle.phase === 'open' && !isToldCannotFix(turn.issue)) return refuse('nothing_proposed', {})
  record(turn, { type: 'ResolutionDenied', words: command.words })
  promiseFreshAnswer(turn)
  if (lifecycle.phase === 'watching') raiseWhenBackAgain(turn)
}

/** Rule 21: the second recurrence, and each after it, escalates by itself. */
export function raiseWhenBackAgain(turn: Turn): void {
  if (turn.issue.recurrences >= 2) raise(turn, 'second_recurrence')
}

/** Rules 5 and 18 to 20. */
export function close(turn: Turn, command: CloseIssue): Refusal | undefined {
  const { issue } = turn
  if (isClosed(issue)) return refuse('closed', {})
  if (!isOwner(turn) && !(actingMember(turn) && actingSupervisor(turn)))
    return refuse('not_owner', { owner: ownerId(turn) })
  if (openHandoff(issue)) return refuse('open_handoff', {})
  const assists = openAssists(issue)
  if (assists.length > 0) return refuse('open_assist', { assists: assists.map(({ id }) => id) })
  if (isEscalated(issue)) return refuse('open_escalation', {})
  const asked = issue.concessions.find(({ state }) => state === 'waiting')
  if (asked) return refuse('approval_open', { concession: asked.id })
  if (issue.unplaced.length > 0) return refuse('which_one', { contacts: issue.unplaced.map(({ contact }) => contact) })
  if (issue.lifecycle.phase === 'open') return closeAsCannotFix(turn, command)
  if (issue.lifecycle.phase === 'proposed') return closeUnanswered(turn, command, issue.lifecycle.proposal)
  const stillWatched = refuseWhileWatched(turn)
  if (stillWatched) return stillWatched
  const owed = running(issue).map(({ id }) => id)
  if (owed.length > 0) return refuse('answer_owed', { promises: owed })
  end(turn, 'confirmed')
}

/** Rule 18: without a confirmation only after contacts on different days; an earlier watch runs on until it has passed. */
function closeUnanswered(turn: Turn, { reachable }: CloseIssue, { contact, silent }: Proposal): Refusal | undefined {
  const { issue, context } = turn
  // What came back told the customer nothing; only when no address is left, trying is all that can be done.
  const isTold = (known: CompanyContact): boolean => !reachable || !known.bounced
  const toldOf = issue.companyContacts.find(({ id }) => id === contact)
  if (toldOf && !isTold(toldOf)) return refuse('nothing_proposed', {})
  const stillWatched = refuseWhileWatched(turn)
  if (stillWatched) return stillWatched
  const { from, missing } = closableFrom(turn, silent, issue.companyContacts.filter(isTold))
  if (missing > 0 || from > context.now) return refuse('too_soon', { from, missing })
  releaseAll(turn)
  end(turn, reachable ? 'unconfirmed' : 'unreachable')
}

/** Closes it; a giver who has not looked back yet hears it now (Rule 10), and a huddle has nothing left to settle. */
export function end(turn: Turn, outcome: Closing): void {
  lookBackNow(turn)
  callOff(turn, 'closed')
  record(turn, { type: 'IssueClosed', outcome })
}

/** Rule 10: whoever handed it over and has not looked back hears how it stands before it is over. */
export function lookBackNow(turn: Turn): void {
  for (const look of turn.issue.lookBacks) lookBack(turn, look, turn.context.now)
}

export function evolveResolution(issue: Issue, event: ResolutionEvent, at: Instant, by: MemberId | null): Issue {
  const { lifecycle } = issue
  switch (event.type) {
    case 'ResolutionProposed': {
      const { wrong, done, holds, watch } = event
      const contact = issue.contacts
      const proposal = { wrong, done, holds, watch, at, contact, silent: { since: at, after: contact } }
      return { ...issue, lifecycle: { phase: 'proposed', proposal }, cannotFix: null }
    }
    case 'ResolutionConfirmed': {
      if (lifecycle.phase !== 'proposed') return issue
      const { proposal } = lifecycle
      const phase = isWatched(issue, proposal.watch, at) ? 'watching' : 'confirmed'
      return { ...issue, lifecycle: { phase, proposal, confirmation: event.confirmation, at }, cannotFix: null }
    }
    case 'ResolutionDenied': {
      const recurrences = issue.recurrences + (lifecycle.phase === 'watching' ? 1 : 0)
      return { ...denyCannotFix(issue), lifecycle: { phase: 'open' }, recurrences }
    }
    case 'IssueClosed': {
      const ended = endedAs(event.outcome, lifecycle)
      return ended ? { ...issue, lifecycle: { phase: 'closed', by: by ?? owner(issue).member, at, ...ended } } : issue
    }
    case 'IssueReopened': {
      // Spam that writes again is no problem of a customer's that has come back.
      const recurrences = issue.recurrences + (isSpam(issue) || event.elsewhere ? 0 : 1)
      return { ...issue, lifecycle: { phase: 'open' }, stalls: [], cannotFix: null, recurrences }
    }
  }
}

function endedAs(outcome: Closing, lifecycle: Lifecycle): Ended | null {
  if (outcome === 'cannot_fix') return { outcome }
  return lifecycle.phase !== 'closed' && 'proposal' in lifecycle ? { outcome, proposal: lifecycle.proposal } : null
}
