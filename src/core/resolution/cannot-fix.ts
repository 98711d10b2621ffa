import { recordContact } from '../contact/contact.ts'
import type { MemberId, WordsId } from '../context.ts'
import { supervisorsOf } from '../context.ts'
import { expected, inState } from '../expected.ts'
import { type ContactId, type Issue, isClosed, owner } from '../issue/issue.ts'
import { actingSupervisor, isOwner, ownerId, ownerOnly } from '../issue/ownership.ts'
import { give, type Keeps, keepByContact, type NewPromise, releaseAll, running } from '../promise/promise.ts'
import { followUpDue } from '../promise/silence.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { addBusinessMinutes } from '../time/calendar.ts'
import type { Instant } from '../time/instant.ts'
import { record, type Turn } from '../turn.ts'
import { type CloseIssue, end, isConfirmed } from './resolution.ts'

/** Rule 19: the honest reason, and what is offered instead: words in the store. */
type Asked = { reason: WordsId; alternative: WordsId; askedBy: MemberId; askedAt: Instant }

/** Rule 19: what can't be fixed is asked of a supervisor, agreed, and told to the customer, in this order. */
export type CannotFix =
  /** `due`: by when a supervisor answers; `late`: that has passed, and they were told again. */
  | (Asked & { state: 'asked'; due: Instant; late: boolean })
  | (Asked & { state: 'refused'; by: MemberId; at: Instant; why: WordsId })
  | (Asked & { state: 'agreed'; by: MemberId; at: Instant })
  /** `contact`: by which the customer was told. `answered`: the last contact by the customer since. */
  | (Asked & {
      state: 'told'
      by: MemberId
      at: Instant
      toldAt: Instant
      contact: ContactId
      answered: ContactId | null
    })

export type CannotFixEvent =
  | { type: 'CannotFixAsked'; reason: WordsId; alternative: WordsId; due: Instant }
  /** No supervisor has answered in time. */
  | { type: 'CannotFixUnanswered' }
  | { type: 'CannotFixAgreed' }
  | { type: 'CannotFixRefused'; why: WordsId }
  | { type: 'CannotFixTold'; contact: ContactId }

export type AskCannotFix = { type: 'AskCannotFix'; reason: WordsId; alternative: WordsId }
export type AgreeCannotFix = { type: 'AgreeCannotFix' }
export type RefuseCannotFix = { type: 'RefuseCannotFix'; why: WordsId }
/** `channel`: by which the customer is told. On the phone `message` is the log of the call. */
export type TellCannotFix = {
  type: 'TellCannotFix'
  channel: 'email' | 'phone'
  message: WordsId
  keeps: Keeps
  promise: NewPromise | null
}

/** Rule 19: the owner asks for a supervisor's agreement, with the reason and an alternative. */
export function askCannotFix(turn: Turn, { reason, alternative }: AskCannotFix): Refusal | undefined {
  const { issue, context } = turn
  if (isClosed(issue)) return refuse('closed', {})
  const notOwner = ownerOnly(turn)
  if (notOwner) return notOwner
  if (isConfirmed(issue)) return refuse('already_confirmed', {})
  if (issue.cannotFix?.state === 'asked') return refuse('already_asked', {})
  const due = addBusinessMinutes(context.calendar, context.now, context.policy.cannotFixMinutes)
  record(turn, { type: 'CannotFixAsked', reason, alternative, due })
}

/** Rule 19: a supervisor of the owner agrees that it can't be fixed. */
export const agreeCannotFix = (turn: Turn, _command: AgreeCannotFix): Refusal | undefined =>
  refuseToJudge(turn) ?? void record(turn, { type: 'CannotFixAgreed' })

/** Rule 19: a supervisor of the owner does not agree, and says why. */
export const refuseCannotFix = (turn: Turn, { why }: RefuseCannotFix): Refusal | undefined =>
  refuseToJudge(turn) ?? void record(turn, { type: 'CannotFixRefused', why })

/** Nobody agrees with themselves, nor with whom they cover, unless they are alone. */
function refuseToJudge(turn: Turn): Refusal | undefined {
  const { issue, context } = turn
  if (isClosed(issue)) return refuse('closed', {})
  const supervisor = actingSupervisor(turn)
  const isAlone = supervisorsOf(ownerId(turn), context.members).length === 0
  if (!supervisor || (isOwner(turn) && !isAlone)) return refuse('not_supervisor', { owner: ownerId(turn) })
  return issue.cannotFix?.state === 'asked' ? undefined : refuse('not_asked', {})
}

/** Rule 19: the owner tells the customer the honest reason, and what is offered instead. */
export function tellCannotFix(turn: Turn, command: TellCannotFix): Refusal | undefined {
  const { issue } = turn
  if (isClosed(issue)) return refuse('closed', {})
  const notOwner = ownerOnly(turn)
  if (notOwner) return notOwner
  const state = issue.cannotFix?.state
  if (state !== 'agreed' && state !== 'told') return refuse('not_agreed', {})
  const { channel, message, keeps, promise } = command
  const contact = recordContact(turn, channel, message)
  keepByContact(turn, contact, keeps)
  record(turn, { type: 'CannotFixTold', contact })
  return give(turn, promise ?? { what: null, due: followUpDue(turn) })
}

/** Rules 5 and 19: closed when the customer has been told, and waits for no answer of ours. */
export function closeAsCannotFix(turn: Turn, { reachable }: CloseIssue): Refusal | undefined {
  const { cannotFix, companyContacts } = turn.issue
  if (!cannotFix || cannotFix.state === 'refused') return refuse('nothing_proposed', {})
  if (cannotFix.state === 'asked') return refuse('not_agreed', {})
  const cameBack = companyContacts.some(({ id, bounced }) => id === contactOf(cannotFix) && bounced)
  if (cannotFix.state === 'agreed' || (cameBack && reachable)) return refuse('reason_not_told', {})
  const { answered } = cannotFix
  const isAnswered = companyContacts.some(({ id, bounced }) => id > (answered ?? 0) && !bounced)
  if (answered !== null && !isAnswered)
    return refuse('answer_owed', { promises: running(turn.issue).map(({ id }) => id) })
  releaseAll(turn)
  end(turn, 'cannot_fix')
}

const contactOf = (cannotFix: CannotFix): ContactId | null => (cannotFix.state === 'told' ? cannotFix.contact : null)

/** Whether the customer has been told that it can't be fixed: what they may deny (Rule 18). */
export const isToldCannotFix = ({ cannotFix }: Issue): boolean => cannotFix?.state === 'told'

/** Rule 18: what the customer denies is not settled; what a supervisor still looks at is no matter of theirs. */
export const denyCannotFix = (issue: Issue): Issue => (isToldCannotFix(issue) ? { ...issue, cannotFix: null } : issue)

/** Rule 19: the customer's word after they were told waits for one of ours. */
export function noteAnswer(issue: Issue): Issue {
  const { cannotFix } = issue
  if (cannotFix?.state !== 'told') return issue
  return { ...issue, cannotFix: { ...cannotFix, answered: issue.contacts } }
}

export function evolveCannotFix(issue: Issue, event: CannotFixEvent, at: Instant, by: MemberId | null): Issue {
  const { cannotFix } = issue
  const member = by ?? owner(issue).member
  if (event.type === 'CannotFixAsked') {
    const { reason, alternative, due } = event
    const asked = { reason, alternative, askedBy: member, askedAt: at }
    return { ...issue, cannotFix: { state: 'asked', ...asked, due, late: false } }
  }
  const { reason, alternative, askedBy, askedAt } = expected(cannotFix)
  const asked = { reason, alternative, askedBy, askedAt }
  switch (event.type) {
    case 'CannotFixUnanswered':
      return { ...issue, cannotFix: { ...inState(cannotFix, 'asked'), late: true } }
    case 'CannotFixAgreed':
      return { ...issue, cannotFix: { state: 'agreed', ...asked, by: member, at } }
    case 'CannotFixRefused':
      return { ...issue, cannotFix: { state: 'refused', ...asked, by: member, at, why: event.why } }
    case 'CannotFixTold': {
      const { by: agreedBy, at: agreedAt } = inState(cannotFix, 'agreed', 'told')
      const told = { by: agreedBy, at: agreedAt, toldAt: at, contact: event.contact, answered: null }
      return { ...issue, lifecycle: { phase: 'open' }, cannotFix: { state: 'told', ...asked, ...told } }
    }
  }
}
