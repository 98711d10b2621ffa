import { openAssists } from './assist.ts'
import { lastClosing } from './calendar.ts'
import { refuseOpenSteps } from './checklist.ts'
import { recordContact } from './contact.ts'
import type { CustomerId, MemberId, WordsId } from './context.ts'
import { isEscalated } from './escalation.ts'
import { openHandoff } from './handoff.ts'
import { fromEpochMs, type Instant } from './instant.ts'
import { lookBack } from './introduction.ts'
import { type CompanyContact, type ContactId, type Issue, isClosed, owner } from './issue.ts'
import { actingSupervisor, isOwner, ownerId, ownerOnly } from './ownership.ts'
import {
  give,
  type Keeps,
  keepByContact,
  type NewPromise,
  nextPromiseId,
  promiseFreshAnswer,
  releaseAll,
  running,
} from './promise.ts'
import { type Refusal, refuse } from './refusals.ts'
import { actingMember, record, type Turn } from './turn.ts'

/** Rule 17: what was wrong, what was done, how it shows that it holds: words in the store. */
type Proposal = {
  wrong: WordsId
  done: WordsId
  holds: WordsId
  at: Instant
  /** The contact by which the customer was told. */
  contact: ContactId
  /** Since when, and which contact, the customer has said nothing: from here follow-ups count (Rule 18). */
  silent: { since: Instant; after: ContactId }
}

/** Who said that it is solved, and what that rests on (Rule 18). */
export type Confirmation =
  | { by: 'customer'; customer: CustomerId }
  | { by: 'owner'; member: MemberId; heard: 'reply' | 'phone'; words: WordsId }

type Outcome = 'confirmed' | 'unconfirmed' | 'unreachable' | 'cannot_fix' | 'duplicate' | 'spam'

/** Where an issue stands. A closed one has an outcome, and who closed it. */
export type Lifecycle =
  | { phase: 'open' }
  | { phase: 'proposed'; proposal: Proposal }
  | { phase: 'confirmed'; proposal: Proposal; confirmation: Confirmation; at: Instant }
  | { phase: 'closed'; outcome: Outcome; by: MemberId; at: Instant; proposal: Proposal }

export type ResolutionEvent =
  | { type: 'ResolutionProposed'; wrong: WordsId; done: WordsId; holds: WordsId }
  | { type: 'ResolutionConfirmed'; confirmation: Confirmation }
  | { type: 'ResolutionDenied'; words: WordsId | null }
  | { type: 'IssueClosed'; outcome: Outcome }
  | { type: 'IssueReopened' }

export type ProposeResolution = {
  type: 'ProposeResolution'
  wrong: WordsId
  done: WordsId
  holds: WordsId
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
  if (issue.lifecycle.phase === 'confirmed') return refuse('already_confirmed', {})
  const openSteps = refuseOpenSteps(turn)
  if (openSteps) return openSteps
  const { wrong, done, holds, message, keeps, promise } = command
  const contact = recordContact(turn, 'email', message)
  keepByContact(turn, contact, keeps)
  record(turn, { type: 'ResolutionProposed', wrong, done, holds })
  if (promise) return give(turn, promise)
  // Without a word of the owner's own, the desk looks again when a follow-up would be due (Rules 12 and 18).
  record(turn, {
    type: 'PromiseMade',
    promise: nextPromiseId(turn.issue),
    kind: 'follow_up',
    what: null,
    due: followUpDue(turn),
  })
}

/** Rule 18: the customer confirms, or the owner logs with which words they did. */
export function confirm(turn: Turn, command: ConfirmResolution): Refusal | undefined {
  const { lifecycle } = turn.issue
  if (lifecycle.phase === 'confirmed') return refuse('already_confirmed', {})
  if (lifecycle.phase === 'closed')
    return refuse(lifecycle.outcome === 'confirmed' ? 'already_confirmed' : 'closed', {})
  const confirmation = confirmationBy(turn, command)
  if ('refusal' in confirmation) return confirmation.refusal
  if (lifecycle.phase !== 'proposed') return refuse('nothing_proposed', {})
  record(turn, { type: 'ResolutionConfirmed', confirmation: confirmation.given })
  releaseAll(turn)
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

/** Rule 18: a denial returns it to the owner, with a fresh promise. */
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
  if (lifecycle.phase === 'open') return refuse('nothing_proposed', {})
  record(turn, { type: 'ResolutionDenied', words: command.words })
  promiseFreshAnswer(turn)
}

/** Rules 5 and 18. */
export function close(turn: Turn, command: CloseIssue): Refusal | undefined {
  const { issue, context } = turn
  const { lifecycle } = issue
  if (lifecycle.phase === 'closed') return refuse('closed', {})
  if (!isOwner(turn) && !(actingMember(turn) && actingSupervisor(turn)))
    return refuse('not_owner', { owner: ownerId(turn) })
  if (openHandoff(issue)) return refuse('open_handoff', {})
  const assists = openAssists(issue)
  if (assists.length > 0) return refuse('open_assist', { assists: assists.map(({ id }) => id) })
  if (isEscalated(issue)) return refuse('open_escalation', {})
  const asked = issue.concessions.find(({ state }) => state === 'waiting')
  if (asked) return refuse('approval_open', { concession: asked.id })
  if (issue.unplaced.length > 0) return refuse('which_one', { contacts: issue.unplaced.map(({ contact }) => contact) })
  if (lifecycle.phase === 'open') return refuse('nothing_proposed', {})
  if (lifecycle.phase === 'confirmed') {
    if (running(issue).length > 0) return refuse('answer_owed', { promises: running(issue).map(promise => promise.id) })
    end(turn, 'confirmed')
    return
  }
  // What came back told the customer nothing; only when no address is left, trying is all that can be done.
  const isTold = (contact: CompanyContact): boolean => !command.reachable || !contact.bounced
  const toldOf = issue.companyContacts.find(contact => contact.id === lifecycle.proposal.contact)
  if (toldOf && !isTold(toldOf)) return refuse('nothing_proposed', {})
  const { from, missing } = closableFrom(turn, lifecycle.proposal, issue.companyContacts.filter(isTold))
  if (missing > 0 || from > context.now) return refuse('too_soon', { from, missing })
  releaseAll(turn)
  end(turn, command.reachable ? 'unconfirmed' : 'unreachable')
}

/** Closes it; a giver who has not looked back yet hears it now (Rule 10). */
function end(turn: Turn, outcome: Outcome): void {
  for (const look of turn.issue.lookBacks) lookBack(turn, look, turn.context.now)
  record(turn, { type: 'IssueClosed', outcome })
}

/**
 * When an unanswered proposal may be closed at the earliest: the days of the policy after the last of the contacts that
 * it asks for, as if the missing ones were made as soon as they count.
 */
function closableFrom(
  { context: { policy, calendar, now } }: Turn,
  { silent }: Proposal,
  contacts: readonly CompanyContact[],
): { from: Instant; missing: number } {
  let last = localDate(silent.since, calendar.zone)
  let missing = policy.followUpContacts
  for (const { id, at } of contacts) {
    if (id <= silent.after) continue
    const day = localDate(at, calendar.zone)
    if (missing === 0 || Temporal.PlainDate.compare(day, last.add({ days: policy.followUpDays })) < 0) continue
    last = day
    missing -= 1
  }
  for (let left = missing; left > 0; left -= 1) {
    const next = last.add({ days: policy.followUpDays })
    const today = localDate(now, calendar.zone)
    last = Temporal.PlainDate.compare(next, today) < 0 ? today : next
  }
  return { from: startOfDay(last.add({ days: policy.followUpDays }), calendar.zone), missing }
}

const localDate = (at: Instant, zone: string): Temporal.PlainDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate()

const startOfDay = (day: Temporal.PlainDate, zone: string): Instant =>
  fromEpochMs(day.toZonedDateTime(zone).epochMilliseconds)

/** When the desk looks again after a proposal: by the end of the day, some days later, on which somebody is there. */
function followUpDue({ context: { policy, calendar, now } }: Turn): Instant {
  const later = Temporal.Instant.from(now).toZonedDateTimeISO(calendar.zone).add({ days: policy.followUpDays })
  return lastClosing(calendar, fromEpochMs(later.epochMilliseconds))
}

/** Rule 18: what the customer says starts the count of unanswered contacts anew. */
export function countSilenceAnew(issue: Issue, since: Instant): Issue {
  const { lifecycle } = issue
  if (lifecycle.phase !== 'proposed') return issue
  const proposal = { ...lifecycle.proposal, silent: { since, after: issue.contacts } }
  return { ...issue, lifecycle: { phase: 'proposed', proposal } }
}

export function evolveResolution(issue: Issue, event: ResolutionEvent, at: Instant, by: MemberId | null): Issue {
  const { lifecycle } = issue
  switch (event.type) {
    case 'ResolutionProposed': {
      const { wrong, done, holds } = event
      const contact = issue.contacts
      const proposal = { wrong, done, holds, at, contact, silent: { since: at, after: contact } }
      return { ...issue, lifecycle: { phase: 'proposed', proposal } }
    }
    case 'ResolutionConfirmed':
      if (lifecycle.phase !== 'proposed') return issue
      return {
        ...issue,
        lifecycle: { phase: 'confirmed', proposal: lifecycle.proposal, confirmation: event.confirmation, at },
      }
    case 'ResolutionDenied':
      return { ...issue, lifecycle: { phase: 'open' } }
    case 'IssueClosed':
      if (lifecycle.phase !== 'proposed' && lifecycle.phase !== 'confirmed') return issue
      return {
        ...issue,
        lifecycle: {
          phase: 'closed',
          outcome: event.outcome,
          by: by ?? owner(issue).member,
          at,
          proposal: lifecycle.proposal,
        },
      }
    case 'IssueReopened':
      return { ...issue, lifecycle: { phase: 'open' }, recurrences: issue.recurrences + 1 }
  }
}
