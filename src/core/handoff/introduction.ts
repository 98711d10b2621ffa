import { recordContact } from '../contact/contact.ts'
import type { WordsId } from '../context.ts'
import { inState } from '../expected.ts'
import type { Channel, ContactId, Issue } from '../issue/issue.ts'
import { isOwner, move, ownerId } from '../issue/ownership.ts'
import {
  give,
  isOpen,
  type Keeps,
  keepByContact,
  moveInto,
  type NewPromise,
  type PromiseId,
  promiseByPolicy,
  running,
} from '../promise/promise.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { addBusinessMinutes } from '../time/calendar.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'
import { acceptedOf, type Handoff, type HandoffId } from './handoff.ts'
import type { LiveChannel } from './live.ts'

export type IntroductionEvent =
  /** `live`: in which channel all three were present (Rule 9); null: by a message, and a greeting after it. */
  | { type: 'HandoffIntroduced'; handoff: HandoffId; contact: ContactId; promise: PromiseId; live: LiveChannel | null }
  | { type: 'HandoffIntroductionUndone'; handoff: HandoffId; contact: ContactId }
  | { type: 'HandoffMet'; handoff: HandoffId; contact: ContactId; lookBackAt: Instant; live: LiveChannel | null }

export type IntroduceHandoff = { type: 'IntroduceHandoff'; handoff: HandoffId; message: WordsId; keeps: Keeps }
/** `keeps` 'all': all but what the introduction has just promised. `promise`: the receiver's next word. */
export type GreetHandoff = {
  type: 'GreetHandoff'
  handoff: HandoffId
  message: WordsId
  keeps: Keeps
  promise?: NewPromise | null
  /** Whether it asks the customer for something. */
  asks?: boolean
}

type Introducible = Extract<Handoff, { state: 'accepted' | 'live' }>

/** Rules 8 and 9: what the giver can introduce now, by a message or live. */
export function introducible(turn: Turn, id: HandoffId): { handoff: Introducible } | { refusal: Refusal } {
  const { handoff } = turn.issue
  if (!handoff || handoff.id !== id) return { refusal: refuse('no_such_handoff', { handoff: id }) }
  if (!isOwner(turn)) return { refusal: refuse('not_owner', { owner: ownerId(turn) }) }
  if (handoff.state === 'introduced') return { refusal: refuse('already_introduced', {}) }
  if (handoff.state !== 'accepted' && handoff.state !== 'live')
    return { refusal: refuse('not_accepted', { state: handoff.state }) }
  const { due, receiver } = handoff
  if (due <= turn.context.now) return { refusal: refuse('next_step_due', { receiver, due }) }
  return { handoff }
}

/** Rule 8: the giver tells the customer who comes, what they will do and by when. Ownership stays. */
export function introduce(turn: Turn, command: IntroduceHandoff): Refusal | undefined {
  const ready = introducible(turn, command.handoff)
  if ('refusal' in ready) return ready.refusal
  const contact = recordContact(turn, 'email', command.message)
  tellOfReceiver(turn, ready.handoff, contact, command.keeps, null)
}

/** Rule 8: with this contact the customer knows the receiver, their next step, and what they moved. */
export function tellOfReceiver(
  turn: Turn,
  { id, moves, due, nextStep }: Introducible,
  contact: ContactId,
  keeps: Keeps,
  live: LiveChannel | null,
): void {
  const { now, policy } = turn.context
  keepByContact(turn, contact, keeps)
  for (const planned of moves) {
    const promise = turn.issue.promises.find(other => other.id === planned.promise)
    if (promise && isOpen(promise) && planned.due > now) moveInto(turn, promise, planned.due, contact)
  }
  if (due > now) give(turn, { what: nextStep, due })
  else promiseByPolicy(turn, 'answer', policy.answerMinutes)
  record(turn, { type: 'HandoffIntroduced', handoff: id, contact, promise: turn.issue.promises.length, live })
}

/** Rule 8: the receiver greets the customer; in this moment the issue is theirs, with all its promises. */
export function greet(turn: Turn, command: GreetHandoff, channel: Channel = 'email'): Refusal | undefined {
  const { handoff } = turn.issue
  if (!handoff || handoff.id !== command.handoff) return refuse('no_such_handoff', { handoff: command.handoff })
  if (handoff.state === 'met') return refuse('already_met', { by: handoff.receiver })
  if (handoff.state !== 'introduced' && handoff.state !== 'accepted' && handoff.state !== 'live')
    return refuse('offer_over', { state: handoff.state })
  if (handoff.receiver !== actingMember(turn)?.id) return refuse('not_receiver', { receiver: handoff.receiver })
  if (handoff.state !== 'introduced') return refuse('not_introduced', { giver: handoff.giver })

  const contact = recordContact(turn, channel, command.message, { asks: command.asks })
  handOver(turn, handoff, contact, null)
  const answers = running(turn.issue).flatMap(({ id }) => (id === handoff.promise ? [] : [id]))
  keepByContact(turn, contact, command.keeps === 'all' ? answers : command.keeps)
  if (command.promise) return give(turn, command.promise)
}

/** Rule 8: with this contact receiver and customer have met; the issue is the receiver's, and the giver looks back. */
export function handOver(
  turn: Turn,
  { id, receiver, due }: Extract<Handoff, { receiver: unknown }>,
  contact: ContactId,
  live: LiveChannel | null,
): void {
  record(turn, { type: 'HandoffMet', handoff: id, contact, lookBackAt: lookBackAt(turn, due), live })
  move(turn, receiver, 'handoff', null)
}

/** Rule 10: the receiver's first due time; when that has passed before they met, as long after as an answer may take. */
function lookBackAt({ context: { calendar, now, policy } }: Turn, due: Instant): Instant {
  return due > now ? due : addBusinessMinutes(calendar, now, policy.answerMinutes)
}

/** Rule 8: an introduction that bounced has not happened. What it promised, the customer never heard. */
export function undoIntroduction(turn: Turn, contact: ContactId): void {
  const { handoff } = turn.issue
  if (handoff?.state !== 'introduced' || handoff.introduction !== contact) return
  record(turn, { type: 'HandoffIntroductionUndone', handoff: handoff.id, contact })
  const left = running(turn.issue)
  // Rule 12: it stays when no other runs.
  if (left.length > 1 && left.some(({ id }) => id === handoff.promise))
    record(turn, { type: 'PromiseReleased', promise: handoff.promise })
}

export function evolveIntroduction(issue: Issue, event: IntroductionEvent, at: Instant): Issue {
  const { handoff } = issue
  switch (event.type) {
    case 'HandoffIntroduced': {
      const accepted = acceptedOf(inState(handoff, 'accepted', 'live'))
      const { contact: introduction, promise, live } = event
      const told = { how: live ?? ('message' as const), introducedAt: at, introduction, promise }
      return { ...issue, handoff: { ...accepted, ...told, state: 'introduced' } }
    }
    case 'HandoffIntroductionUndone':
      return { ...issue, handoff: { ...acceptedOf(inState(handoff, 'introduced')), state: 'accepted' } }
    case 'HandoffMet': {
      const introduced = inState(handoff, 'introduced')
      const { id, giver, receiver } = introduced
      const look = { handoff: id, giver, receiver, since: at, due: event.lookBackAt }
      return {
        ...issue,
        handoff: { ...introduced, state: 'met', metAt: at, objectedAt: null },
        met: issue.met + 1,
        lookBacks: [...issue.lookBacks, look],
      }
    }
  }
}
