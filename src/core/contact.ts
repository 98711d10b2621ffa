import type { CustomerId, MemberId, WordsId } from './context.ts'
import { raise } from './escalation.ts'
import { greet, openHandoff, undoIntroduction } from './handoff.ts'
import type { Instant } from './instant.ts'
import { type Channel, type CompanyContact, type ContactId, type Issue, isClosed, owner } from './issue.ts'
import { mayWrite, move, ownerId } from './ownership.ts'
import { give, keepByContact, type NewPromise, type PromiseId, promiseAnswer, unkeep } from './promise.ts'
import { type Refusal, refuse } from './refusals.ts'
import { reopen } from './resolution.ts'
import { actingMember, record, type Turn } from './turn.ts'

export type CallOutcome = 'reached' | 'voicemail' | 'not_reached'

export type ContactEvent =
  /** The customer, or a participant who joined, has written. */
  | { type: 'CustomerWrote'; contact: ContactId; channel: Channel; message: WordsId; customer: CustomerId }
  /** The customer has called, and somebody other than the owner answered. */
  | { type: 'CustomerCalled'; contact: ContactId; message: WordsId }
  /** The company has written to the customer, or talked with them when `reached`. */
  | { type: 'CustomerContacted'; contact: ContactId; channel: Channel; message: WordsId; reached: boolean }
  /** A word to the customer came back. */
  | { type: 'ContactBounced'; contact: ContactId; permanent: boolean }
  /** A word of the desk's own (an acknowledgement) came back. */
  | { type: 'AutomaticMailBounced' }
  /** Automatic mail from the customer's side: on record, and nothing else (Scenario 7). */
  | { type: 'MachineWrote'; message: WordsId }

/** `reopensFor`: who owns it when the last owner is gone (Rule 21). */
export type ReceiveMessage = { type: 'ReceiveMessage'; channel: Channel; message: WordsId; reopensFor: MemberId }
export type ReceiveMachineMail = { type: 'ReceiveMachineMail'; message: WordsId }
export type SendMessage = {
  type: 'SendMessage'
  channel: Channel
  message: WordsId
  /** Which running promises this answers (Rule 13, Scenario 13). */
  keeps: readonly PromiseId[] | 'all'
  promise: NewPromise | null
}
export type LogCall = {
  type: 'LogCall'
  direction: 'in' | 'out'
  outcome: CallOutcome
  message: WordsId
  keeps: readonly PromiseId[] | 'all'
  promise: NewPromise | null
}
/** `message`: the words that came back, or null for a mail of the desk's own. */
export type ReportBounce = { type: 'ReportBounce'; contact: ContactId | null; permanent: boolean }

/** Rules 3, 12 and 21: the customer's word lands with the owner, and starts a promise. */
export function receiveMessage(turn: Turn, command: ReceiveMessage): Refusal | undefined {
  const { by } = turn.context
  if (by.kind !== 'customer') return refuse('not_this_customer', {})
  if (isClosed(turn.issue)) {
    reopen(turn)
    if (turn.issue.recurrences >= 2) raise(turn, 'second_recurrence')
    if (command.reopensFor !== ownerId(turn)) move(turn, command.reopensFor, 'takeover', null)
  }
  const contact = turn.issue.contacts + 1
  record(turn, { type: 'CustomerWrote', contact, channel: command.channel, message: command.message, customer: by.id })
  promiseAnswer(turn)
}

/** Scenario 7: automatic mail is on record, and opens, keeps, reopens and starts nothing. */
export function receiveMachineMail(turn: Turn, command: ReceiveMachineMail): undefined {
  record(turn, { type: 'MachineWrote', message: command.message })
}

/** Rules 3, 12 and 13. The introduced receiver's first word is the greeting (Rule 8). */
export function sendMessage(turn: Turn, command: SendMessage): Refusal | undefined {
  if (isClosed(turn.issue)) return refuse('closed', {})
  const mayNot = refuseToWrite(turn)
  if (mayNot === 'is_greeting') return greetInstead(turn, command)
  if (mayNot) return mayNot
  const { channel, message } = command
  return contactCustomer(turn, { channel, message, reached: true }, command)
}

/** Rule 3: who may write to the customer. */
function refuseToWrite(turn: Turn): Refusal | 'is_greeting' | undefined {
  if (mayWrite(turn)) return undefined
  const handoff = openHandoff(turn.issue)
  const member = actingMember(turn)
  if (member && handoff && handoff.state !== 'offered' && handoff.receiver === member.id) {
    return handoff.state === 'introduced' ? 'is_greeting' : refuse('not_introduced', { giver: handoff.giver })
  }
  return refuse('not_owner', { owner: ownerId(turn) })
}

function greetInstead(turn: Turn, command: SendMessage): Refusal | undefined {
  const handoff = openHandoff(turn.issue)
  if (!handoff) return refuse('not_owner', { owner: ownerId(turn) })
  const keeps = command.keeps === 'all' ? [] : command.keeps
  const refused = greet(turn, { type: 'GreetHandoff', handoff: handoff.id, message: command.message, keeps })
  return refused ?? (command.promise ? give(turn, command.promise) : undefined)
}

/** Rule 3: whoever answers may help and log it; Rule 13: only a talk with whom rule 3 lets write keeps a promise. */
export function logCall(turn: Turn, command: LogCall): Refusal | undefined {
  if (!actingMember(turn)) return refuse('not_a_member', {})
  if (isClosed(turn.issue)) return refuse('closed', {})
  const reached = command.outcome === 'reached'
  if (mayWrite(turn)) return contactCustomer(turn, { channel: 'phone', message: command.message, reached }, command)
  if (command.direction === 'out') {
    const mayNot = refuseToWrite(turn)
    return mayNot === 'is_greeting' ? refuse('not_owner', { owner: ownerId(turn) }) : mayNot
  }
  if (command.promise) return refuse('not_owner', { owner: ownerId(turn) })
  record(turn, { type: 'CustomerCalled', contact: turn.issue.contacts + 1, message: command.message })
  promiseAnswer(turn)
}

function contactCustomer(
  turn: Turn,
  { channel, message, reached }: { channel: Channel; message: WordsId; reached: boolean },
  { keeps, promise }: Pick<SendMessage, 'keeps' | 'promise'>,
): Refusal | undefined {
  const contact = turn.issue.contacts + 1
  record(turn, { type: 'CustomerContacted', contact, channel, message, reached })
  if (reached) keepByContact(turn, contact, keeps)
  if (promise) return give(turn, promise)
}

/** Rule 13: a word that did not arrive un-keeps; Scenario 27: an introduction that bounced has not happened. */
export function reportBounce(turn: Turn, command: ReportBounce): Refusal | undefined {
  const { contact, permanent } = command
  if (contact === null) {
    record(turn, { type: 'AutomaticMailBounced' })
    return
  }
  const known = turn.issue.companyContacts.find(other => other.id === contact)
  if (known?.bounced) return
  record(turn, { type: 'ContactBounced', contact, permanent })
  if (isClosed(turn.issue)) return
  unkeep(turn, contact)
  undoIntroduction(turn, contact)
}

/** How many of the company's contacts stay in the state, so that a late bounce can undo them. */
const contactsKept = 200

export function evolveContact(issue: Issue, event: ContactEvent, at: Instant, by: MemberId | null): Issue {
  switch (event.type) {
    case 'CustomerWrote':
    case 'CustomerCalled':
      return { ...heardFromCustomer(issue, at), contacts: event.contact }
    case 'CustomerContacted': {
      const next = { ...issue, contacts: event.contact }
      if (!event.reached) return next
      const contact: CompanyContact = { id: event.contact, at, by: by ?? owner(issue).member, bounced: false }
      return { ...noteFollowUp(next, at), companyContacts: [...issue.companyContacts, contact].slice(-contactsKept) }
    }
    case 'ContactBounced': {
      const companyContacts = issue.companyContacts.map(contact =>
        contact.id === event.contact ? { ...contact, bounced: true } : contact,
      )
      return { ...issue, companyContacts }
    }
    case 'AutomaticMailBounced':
    case 'MachineWrote':
      return issue
  }
}

/** Rule 18: what the customer says starts the count of unanswered contacts anew. */
function heardFromCustomer(issue: Issue, at: Instant): Issue {
  const heard = { ...issue, customerLastSpokeAt: at }
  if (issue.lifecycle.phase !== 'proposed') return heard
  const proposal = { ...issue.lifecycle.proposal, at, contacts: [] }
  return { ...heard, lifecycle: { phase: 'proposed', proposal } }
}

function noteFollowUp(issue: Issue, at: Instant): Issue {
  if (issue.lifecycle.phase !== 'proposed') return issue
  const { proposal } = issue.lifecycle
  return { ...issue, lifecycle: { phase: 'proposed', proposal: { ...proposal, contacts: [...proposal.contacts, at] } } }
}
