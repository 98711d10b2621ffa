import { assistantOf, openAssists } from '../assist/assist.ts'
import type { CustomerId, MemberId, WordsId } from '../context.ts'
import { isAway } from '../context.ts'
import { openHandoff } from '../handoff/handoff.ts'
import { greet } from '../handoff/introduction.ts'
import type { LiveChannel } from '../handoff/live.ts'
import { type Channel, type CompanyContact, type ContactId, type Issue, isClosed, owner } from '../issue/issue.ts'
import { mayWrite, ownerId } from '../issue/ownership.ts'
import { give, type Keeps, keepByContact, type NewPromise, promiseAnswer } from '../promise/promise.ts'
import { countSilenceAnew } from '../promise/silence.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { reopen } from '../resolution/reopening.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'
import { askWhichOne, spoken } from './placing.ts'

export type CallOutcome = 'reached' | 'voicemail' | 'not_reached'

export type ContactEvent =
  /** The customer, or a participant who joined, has written. */
  | { type: 'CustomerWrote'; contact: ContactId; channel: Channel; message: WordsId; customer: CustomerId }
  /** The customer has called, and did not talk with anybody who writes to them. */
  | { type: 'CustomerCalled'; contact: ContactId; message: WordsId }
  /** The company has written to the customer, or talked with them when `reached`. `asks`: for something that it waits for. */
  | { type: 'CustomerContacted'; contact: ContactId; channel: Channel; message: WordsId; reached: boolean; asks?: true }
  /** All three of a live introduction were there together (Rule 9). */
  | { type: 'TalkedTogether'; contact: ContactId; channel: LiveChannel }
  /** A word to the customer came back. */
  | { type: 'ContactBounced'; contact: ContactId; permanent: boolean }
  /** A word of the desk's own (an acknowledgement) came back. */
  | { type: 'AutomaticMailBounced' }
  /** Automatic mail from the customer's side: on record, and nothing else (Scenario 7). */
  | { type: 'MachineWrote'; message: WordsId }

/** `reopensFor`: who owns it when it was closed: the last owner, or who follows when they are gone (Rule 21). */
export type ReceiveMessage = {
  type: 'ReceiveMessage'
  channel: Channel
  message: WordsId
  reopensFor: MemberId
  /** The customer's other open issues, when nothing says which one it is about (Rule 3). */
  among?: readonly number[]
}
export type ReceiveMachineMail = { type: 'ReceiveMachineMail'; message: WordsId }
export type SendMessage = {
  type: 'SendMessage'
  channel: Channel
  message: WordsId
  keeps: Keeps
  promise: NewPromise | null
  /** Whether it asks the customer for something. */
  asks?: boolean
}
/** `reopensFor`: as for a message; without it the last owner when they are there, else who answered. */
export type LogCall = {
  type: 'LogCall'
  direction: 'in' | 'out'
  outcome: CallOutcome
  message: WordsId
  keeps: Keeps
  promise: NewPromise | null
  reopensFor?: MemberId
  among?: readonly number[]
}

/** Rules 3, 12 and 21: the customer's word lands with the owner, and starts a promise. */
export function receiveMessage(turn: Turn, command: ReceiveMessage): Refusal | undefined {
  const { by } = turn.context
  if (by.kind !== 'customer') return refuse('not_this_customer', {})
  const tooLate = reopen(turn, command.reopensFor)
  if (tooLate) return tooLate
  const contact = turn.issue.contacts + 1
  const { channel, message, among = [] } = command
  record(turn, { type: 'CustomerWrote', contact, channel, message, customer: by.id })
  askWhichOne(turn, { message, channel, among }, promiseAnswer(turn))
}

/** Scenario 7: automatic mail is on record, and opens, keeps, reopens and starts nothing. */
export function receiveMachineMail(turn: Turn, command: ReceiveMachineMail): undefined {
  record(turn, { type: 'MachineWrote', message: command.message })
}

/** Rules 3, 12 and 13. The introduced receiver's first word is the greeting (Rule 8). */
export function sendMessage(turn: Turn, command: SendMessage): Refusal | undefined {
  if (isClosed(turn.issue)) return refuse('closed', {})
  const mayNot = refuseToWrite(turn)
  if (mayNot === 'is_greeting') return greetWith(turn, command, command.channel)
  return mayNot ?? contactCustomer(turn, command, command.channel)
}

/** Rule 3: whoever answers may help and log it; Rule 13: only a talk with whom rule 3 lets write keeps a promise. */
export function logCall(turn: Turn, command: LogCall): Refusal | undefined {
  const member = actingMember(turn)
  if (!member) return refuse('not_a_member', {})
  const { direction, outcome, among = [] } = command
  if (isClosed(turn.issue)) {
    if (direction === 'out') return refuse('closed', {})
    const tooLate = reopen(turn, command.reopensFor ?? ownerIfThere(turn) ?? member.id)
    if (tooLate) return tooLate
  }
  const mayNot = refuseToWrite(turn)
  const reached = outcome === 'reached'
  // A talk of which nobody knows what it was about keeps nothing.
  const isOnlyHeard = !reached || among.length > 0 || (mayNot && mayNot !== 'is_greeting')
  if (direction === 'in' && isOnlyHeard) return customerCalled(turn, command)
  if (mayNot === 'is_greeting' && reached) return greetWith(turn, command, 'phone')
  if (mayNot && mayNot !== 'is_greeting') return mayNot
  return contactCustomer(turn, command, 'phone', reached)
}

/** Rule 3: who may write to the customer. */
function refuseToWrite(turn: Turn): Refusal | 'is_greeting' | undefined {
  if (mayWrite(turn)) return undefined
  const handoff = openHandoff(turn.issue)
  const member = actingMember(turn)
  if (member && handoff && handoff.state !== 'offered' && handoff.receiver === member.id) {
    return handoff.state === 'introduced' ? 'is_greeting' : refuse('not_introduced', { giver: handoff.giver })
  }
  const assists = openAssists(turn.issue).some(assist => assistantOf(assist) === member?.id)
  if (assists) return refuse('not_introduced', { giver: ownerId(turn) })
  return refuse('not_owner', { owner: ownerId(turn) })
}

type Said = Pick<SendMessage, 'message' | 'keeps' | 'promise' | 'asks'>

function greetWith(turn: Turn, { message, keeps, promise, asks = false }: Said, channel: Channel): Refusal | undefined {
  const handoff = turn.issue.handoff?.id ?? 0
  return greet(turn, { type: 'GreetHandoff', handoff, message, keeps, promise, asks }, channel)
}

/** Rules 3 and 12: nobody has answered them in the owner's place, so an answer is promised. */
function customerCalled(turn: Turn, { message, promise, among = [] }: LogCall): Refusal | undefined {
  if (promise && !mayWrite(turn)) return refuse('not_owner', { owner: ownerId(turn) })
  record(turn, { type: 'CustomerCalled', contact: turn.issue.contacts + 1, message })
  const mayNot = promise ? give(turn, promise) : undefined
  if (mayNot) return mayNot
  const started = promise ? null : promiseAnswer(turn)
  askWhichOne(turn, { message, channel: 'phone', among }, started)
}

/** Rule 21: the last owner, unless gone or away. */
function ownerIfThere({ issue, context }: Turn): MemberId | undefined {
  const last = context.members.get(owner(issue).member)
  return last?.active && !isAway(last, context.now) ? last.id : undefined
}

/** Rule 13: a contact keeps what it answers; a call that reached nobody is no contact yet. */
function contactCustomer(turn: Turn, said: Said, channel: Channel, reached = true): Refusal | undefined {
  const contact = recordContact(turn, channel, said.message, { reached, asks: said.asks })
  if (reached) keepByContact(turn, contact, said.keeps)
  if (said.promise) return give(turn, said.promise)
}

/** Records that the company has been in touch with the customer, and tells which contact that was. */
export function recordContact(
  turn: Turn,
  channel: Channel,
  message: WordsId,
  { reached = true, asks = false } = {},
): ContactId {
  const contact = turn.issue.contacts + 1
  record(turn, { type: 'CustomerContacted', contact, channel, message, reached, ...(asks && { asks }) })
  return contact
}

/** How many of the company's contacts stay in the state, so that a late bounce can undo them. */
const contactsKept = 200

export function evolveContact(issue: Issue, event: ContactEvent, at: Instant, by: MemberId | null): Issue {
  switch (event.type) {
    case 'CustomerWrote':
    case 'CustomerCalled':
      return countSilenceAnew(spoken(issue, event.contact, at), at)
    case 'CustomerContacted':
    case 'TalkedTogether': {
      const next = { ...issue, contacts: event.contact }
      if (event.type === 'CustomerContacted' && !event.reached) return next
      const contact: CompanyContact = { id: event.contact, at, by: by ?? owner(issue).member, bounced: false }
      return { ...next, companyContacts: [...issue.companyContacts, contact].slice(-contactsKept) }
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
