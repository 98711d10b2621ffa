import { addBusinessMinutes } from './calendar.ts'
import { recordContact } from './contact.ts'
import type { WordsId } from './context.ts'
import type { HandoffId, LookBack } from './handoff.ts'
import type { Instant } from './instant.ts'
import type { Channel, ContactId } from './issue.ts'
import { isOwner, move, ownerId } from './ownership.ts'
import { give, isOpen, type Keeps, keepByContact, moveInto, type NewPromise, running } from './promise.ts'
import { type Refusal, refuse } from './refusals.ts'
import { actingMember, record, type Turn } from './turn.ts'

export type IntroduceHandoff = { type: 'IntroduceHandoff'; handoff: HandoffId; message: WordsId; keeps: Keeps }
/** `keeps` 'all': all but what the introduction has just promised. `promise`: the receiver's next word. */
export type GreetHandoff = {
  type: 'GreetHandoff'
  handoff: HandoffId
  message: WordsId
  keeps: Keeps
  promise?: NewPromise | null
}

/** Rule 8: the giver tells the customer who comes, what they will do and by when. Ownership stays. */
export function introduce(turn: Turn, command: IntroduceHandoff): Refusal | undefined {
  const { handoff } = turn.issue
  if (!handoff || handoff.id !== command.handoff) return refuse('no_such_handoff', { handoff: command.handoff })
  if (!isOwner(turn)) return refuse('not_owner', { owner: ownerId(turn) })
  if (handoff.state === 'introduced') return refuse('already_introduced', { handoff: handoff.id })
  if (handoff.state !== 'accepted') return refuse('not_accepted', { state: handoff.state })
  const { due, receiver, nextStep, moves } = handoff
  if (due <= turn.context.now) return refuse('next_step_due', { receiver, due })

  const contact = recordContact(turn, 'email', command.message)
  keepByContact(turn, contact, command.keeps)
  for (const planned of moves) {
    const promise = turn.issue.promises.find(other => other.id === planned.promise)
    if (promise && isOpen(promise) && planned.due > turn.context.now) moveInto(turn, promise, planned.due, contact)
  }
  give(turn, { what: nextStep, due })
  record(turn, { type: 'HandoffIntroduced', handoff: handoff.id, contact, promise: turn.issue.promises.length })
}

/** Rule 8: the receiver greets the customer; in this moment the issue is theirs, with all its promises. */
export function greet(turn: Turn, command: GreetHandoff, channel: Channel = 'email'): Refusal | undefined {
  const { handoff } = turn.issue
  if (!handoff || handoff.id !== command.handoff) return refuse('no_such_handoff', { handoff: command.handoff })
  if (handoff.state === 'met') return refuse('already_met', { by: handoff.receiver })
  if (handoff.state !== 'introduced' && handoff.state !== 'accepted')
    return refuse('offer_over', { state: handoff.state })
  if (handoff.receiver !== actingMember(turn)?.id) return refuse('not_receiver', { receiver: handoff.receiver })
  if (handoff.state === 'accepted') return refuse('not_introduced', { giver: handoff.giver })

  const contact = recordContact(turn, channel, command.message)
  record(turn, { type: 'HandoffMet', handoff: handoff.id, contact, lookBackAt: lookBackAt(turn, handoff.due) })
  move(turn, handoff.receiver, 'handoff', null)
  const answers = running(turn.issue).flatMap(({ id }) => (id === handoff.promise ? [] : [id]))
  keepByContact(turn, contact, command.keeps === 'all' ? answers : command.keeps)
  if (command.promise) return give(turn, command.promise)
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

/** Rule 10: has the receiver been in touch with the customer since they met? */
export function lookBack(turn: Turn, { giver, receiver, since, due }: LookBack, at = due): void {
  const moved = turn.issue.companyContacts.some(contact => !contact.bounced && contact.at > since && contact.at <= at)
  record(turn, { type: 'LookedBack', giver, receiver, moved }, at)
}
