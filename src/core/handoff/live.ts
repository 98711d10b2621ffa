import type { WordsId } from '../context.ts'
import { inState } from '../expected.ts'
import { type Issue, isClosed } from '../issue/issue.ts'
import { isOwner } from '../issue/ownership.ts'
import { isOpen, type Keeps, nextPromiseId, type PromiseId, promiseByPolicy, running } from '../promise/promise.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { epochMs, type Instant, plusMinutes } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'
import { acceptedOf, type Handoff, type HandoffId, openHandoff } from './handoff.ts'
import { handOver, introducible, tellOfReceiver } from './introduction.ts'

export type LiveChannel = 'chat' | 'phone'

/** Who must be there together. */
export type Party = 'giver' | 'receiver' | 'customer'
const parties: readonly Party[] = ['giver', 'receiver', 'customer']

/**
 * Rule 9: a live introduction between acceptance and meeting. In a chat each of the three is seen; on the phone giver and
 * receiver each say that all three are on the line. Interrupted, it goes on when who was missing comes back in time.
 */
export type Live = { channel: LiveChannel; keeps: Keeps } & (
  | { state: 'gathering'; until: Instant; seen: Partial<Record<Party, Instant>> }
  | { state: 'interrupted'; at: Instant; until: Instant; missing: readonly Party[]; promise: PromiseId }
)

export type LiveHandoff = Extract<Handoff, { state: 'live' }>

export type LiveEvent =
  | { type: 'LiveIntroductionBegan'; handoff: HandoffId; channel: LiveChannel; keeps: Keeps; until: Instant }
  | { type: 'SeenLive'; handoff: HandoffId; party: Party }
  | {
      type: 'LiveIntroductionInterrupted'
      handoff: HandoffId
      missing: readonly Party[]
      promise: PromiseId
      until: Instant
    }
  | { type: 'LiveIntroductionResumed'; handoff: HandoffId; until: Instant }
  | { type: 'LiveIntroductionEnded'; handoff: HandoffId }
  /** The customer says that they have met nobody. */
  | { type: 'CustomerObjected'; handoff: HandoffId; words: WordsId | null }

export type IntroduceLive = { type: 'IntroduceLive'; handoff: HandoffId; channel: LiveChannel; keeps: Keeps }
export type SayPresent = { type: 'SayPresent'; handoff: HandoffId }
export type GreetLive = { type: 'GreetLive'; handoff: HandoffId }
export type ReportDisconnect = { type: 'ReportDisconnect'; handoff: HandoffId }
export type ObjectToMeeting = { type: 'ObjectToMeeting'; words: WordsId | null }

/** Seen within so many minutes of each other, the three of a chat were there together. */
const togetherMinutes = 1
/** Within so many minutes giver and receiver both say that all three are on the line. */
const onTheLineMinutes = 10
/** Who is still there is not put on record more often than this. */
const seenAnewSeconds = 20

const gatheringMinutes = (turn: Turn, channel: LiveChannel): number =>
  channel === 'chat' ? turn.context.policy.liveMinutes : onTheLineMinutes

/** Rule 9: the giver has the customer on the line, and calls the receiver in. Ownership stays. */
export function introduceLive(turn: Turn, { handoff: id, channel, keeps }: IntroduceLive): Refusal | undefined {
  const ready = introducible(turn, id)
  if ('refusal' in ready) return ready.refusal
  const { handoff } = ready
  if (handoff.state === 'live' && handoff.live.state === 'gathering') return refuse('already_live', { handoff: id })
  // Rule 6: were the line to drop, somebody must be able to call back.
  const callback = handoff.brief.callback ?? turn.issue.facts.find(({ key }) => key === 'callback')
  if (!callback) return refuse('needs_callback', {})
  const until = plusMinutes(turn.context.now, gatheringMinutes(turn, channel))
  record(turn, { type: 'LiveIntroductionBegan', handoff: id, channel, keeps, until })
  if (channel === 'chat') record(turn, { type: 'SeenLive', handoff: id, party: 'giver' })
}

/** Rule 9: "I am here", or on the phone "all three of us are on the line". With the last of them they have met. */
export function sayPresent(turn: Turn, { handoff: id }: SayPresent): Refusal | undefined {
  const live = liveOf(turn, id)
  if ('refusal' in live) return live.refusal
  const { handoff, party } = live
  if (!handoff || !party) return undefined
  if (handoff.live.state === 'interrupted') {
    if (!handoff.live.missing.includes(party)) return undefined
    const until = plusMinutes(turn.context.now, gatheringMinutes(turn, handoff.live.channel))
    record(turn, { type: 'LiveIntroductionResumed', handoff: id, until })
  }
  see(turn, handoff.id, party)
  const now = liveHandoff(turn.issue)
  if (now && areTogether(turn, now)) meet(turn, now)
}

/** Rule 9: in a live introduction the receiver greets by being there. */
export function greetLive(turn: Turn, { handoff: id }: GreetLive): Refusal | undefined {
  const live = liveOf(turn, id)
  if ('refusal' in live) return live.refusal
  if (live.handoff && live.party !== 'receiver') return refuse('not_receiver', { receiver: live.handoff.receiver })
  return sayPresent(turn, { type: 'SayPresent', handoff: id })
}

/** Rule 9: the customer is gone before all three were together: a callback is promised at once, by who still owns it. */
export function reportDisconnect(turn: Turn, { handoff: id }: ReportDisconnect): Refusal | undefined {
  const live = liveOf(turn, id)
  if ('refusal' in live) return live.refusal
  const { handoff, party } = live
  if (handoff?.live.state !== 'gathering') return undefined
  // A page that closes says nothing of a customer who was never seen on it.
  if (party === 'customer' && !handoff.live.seen.customer) return undefined
  interrupt(turn, handoff, ['customer'])
}

/** Rule 9: the time in which all three should have been there is over. */
export function endGathering(turn: Turn, handoff: LiveHandoff, at: Instant): void {
  const { live } = handoff
  if (live.state !== 'gathering') return
  const wanted = live.channel === 'chat' ? parties : parties.filter(party => party !== 'customer')
  const missing = wanted.filter(party => !isSeen(live, party, at))
  // All were seen and have not met: the receiver has left the company meanwhile.
  interrupt(turn, handoff, missing.length > 0 ? missing : ['receiver'], at)
}

/** Rule 9: who met on the phone can say that they did not. The owner owes an introduction then. */
export function objectToMeeting(turn: Turn, { words }: ObjectToMeeting): Refusal | undefined {
  const { by } = turn.context
  const { handoff, customer } = turn.issue
  if (by.kind !== 'customer' || by.id !== customer) return refuse('not_this_customer', {})
  if (isClosed(turn.issue)) return refuse('closed', {})
  if (handoff?.state !== 'met' || handoff.how !== 'phone') return refuse('nothing_to_object', {})
  if (handoff.objectedAt) return refuse('already_objected', {})
  record(turn, { type: 'CustomerObjected', handoff: handoff.id, words })
  promiseByPolicy(turn, 'introduction', turn.context.policy.introductionMinutes)
}

const liveHandoff = ({ handoff }: Issue): LiveHandoff | null => (handoff?.state === 'live' ? handoff : null)

/**
 * The live introduction, and which of the three acts. The customer's page is never refused: there it is null when nothing
 * is under way, or on the phone, where others speak for them.
 */
function liveOf(
  turn: Turn,
  id: HandoffId,
): { handoff: LiveHandoff; party: Party } | { handoff: null; party: null } | { refusal: Refusal } {
  const { by } = turn.context
  const handoff = liveHandoff(turn.issue)
  if (by.kind === 'customer') {
    if (by.id !== turn.issue.customer) return { refusal: refuse('not_this_customer', {}) }
    return handoff?.live.channel === 'chat' ? { handoff, party: 'customer' } : { handoff: null, party: null }
  }
  const last = turn.issue.handoff
  if (last?.id === id && last.state === 'met') return { refusal: refuse('already_met', { by: last.receiver }) }
  const open = openHandoff(turn.issue)
  if (!open || open.id !== id) return { refusal: refuse('no_such_handoff', { handoff: id }) }
  if (!handoff) return { refusal: refuse('not_live', { giver: open.giver }) }
  if (actingMember(turn)?.id === handoff.receiver) return { handoff, party: 'receiver' }
  if (isOwner(turn)) return { handoff, party: 'giver' }
  return { refusal: refuse('not_receiver', { receiver: handoff.receiver }) }
}

/** Puts on record that somebody is there; a page that says so every few seconds is no news each time. */
function see(turn: Turn, id: HandoffId, party: Party): void {
  const live = liveHandoff(turn.issue)?.live
  const last = live?.state === 'gathering' ? live.seen[party] : undefined
  if (!last || secondsBetween(last, turn.context.now) >= seenAnewSeconds)
    record(turn, { type: 'SeenLive', handoff: id, party })
}

const secondsBetween = (from: Instant, to: Instant): number => (epochMs(to) - epochMs(from)) / 1000

function isSeen({ channel, seen }: Extract<Live, { state: 'gathering' }>, party: Party, at: Instant): boolean {
  const last = seen[party]
  const minutes = channel === 'chat' ? togetherMinutes : onTheLineMinutes
  return last !== undefined && secondsBetween(last, at) <= minutes * 60
}

function areTogether({ context }: Turn, { live, receiver }: LiveHandoff): boolean {
  // Rule 1: it never becomes the issue of somebody who left meanwhile.
  if (live.state !== 'gathering' || !context.members.get(receiver)?.active) return false
  const wanted = live.channel === 'chat' ? parties : parties.filter(party => party !== 'customer')
  return wanted.every(party => isSeen(live, party, context.now))
}

/** Rules 8 and 9: introduced and met in one moment; the issue is the receiver's, with all its promises. */
function meet(turn: Turn, handoff: LiveHandoff): void {
  const { channel, keeps } = handoff.live
  const contact = turn.issue.contacts + 1
  record(turn, { type: 'TalkedTogether', contact, channel })
  const planned = handoff.moves.map(({ promise }) => promise)
  const answered = running(turn.issue).filter(
    ({ id, kind }) => kind === 'callback' || (keeps === 'all' ? !planned.includes(id) : keeps.includes(id)),
  )
  const answers = answered.map(({ id }) => id)
  tellOfReceiver(turn, handoff, contact, answers, channel)
  handOver(turn, handoff, contact, channel)
}

/** Rule 9: ownership has not moved, and a callback is promised, unless one is running already. */
function interrupt(turn: Turn, { id }: LiveHandoff, missing: readonly Party[], at = turn.context.now): void {
  const runs = turn.issue.promises.find(promise => promise.kind === 'callback' && isOpen(promise))
  const due = runs?.due ?? plusMinutes(at, turn.context.policy.callbackMinutes)
  const promise = runs?.id ?? nextPromiseId(turn.issue)
  record(turn, { type: 'LiveIntroductionInterrupted', handoff: id, missing, promise, until: due }, at)
  if (!runs) record(turn, { type: 'PromiseMade', promise, kind: 'callback', what: null, due }, at)
}

/** Rule 9: it was not resumed in time: the giver introduces again, live or by a message. */
export function endLive(turn: Turn, { id }: LiveHandoff, at: Instant): void {
  record(turn, { type: 'LiveIntroductionEnded', handoff: id }, at)
}

export function evolveLive(issue: Issue, event: LiveEvent, at: Instant): Issue {
  const { handoff } = issue
  if (event.type === 'CustomerObjected') {
    const last = inState(handoff, 'met')
    const { id, giver, receiver } = last
    const stall = { handoff: id, why: 'objection' as const, giver, receiver, since: at, after: issue.contacts }
    return { ...issue, handoff: { ...last, objectedAt: at }, stalls: [...issue.stalls, stall] }
  }
  if (event.type === 'LiveIntroductionBegan') {
    const { channel, keeps, until } = event
    const accepted = acceptedOf(inState(handoff, 'accepted', 'live'))
    return { ...issue, handoff: { ...accepted, state: 'live', live: gathering({ channel, keeps }, until) } }
  }
  const under = inState(handoff, 'live')
  const { live } = under
  switch (event.type) {
    case 'SeenLive': {
      const here = inState(live, 'gathering')
      return { ...issue, handoff: { ...under, live: { ...here, seen: { ...here.seen, [event.party]: at } } } }
    }
    case 'LiveIntroductionInterrupted': {
      const { channel, keeps } = live
      const { missing, promise, until } = event
      return {
        ...issue,
        handoff: { ...under, live: { channel, keeps, state: 'interrupted', at, until, missing, promise } },
      }
    }
    case 'LiveIntroductionResumed':
      return { ...issue, handoff: { ...under, live: gathering(live, event.until) } }
    case 'LiveIntroductionEnded':
      return { ...issue, handoff: { ...acceptedOf(under), state: 'accepted' } }
  }
}

const gathering = ({ channel, keeps }: Pick<Live, 'channel' | 'keeps'>, until: Instant): Live => ({
  channel,
  keeps,
  state: 'gathering',
  until,
  seen: {},
})
