import type { Actor, Member } from '../context.ts'
import type { Event, Recorded } from '../events.ts'
import type { Brief, Receiver } from '../handoff/handoff.ts'
import type { LiveChannel, Party } from '../handoff/live.ts'
import type { Channel } from '../issue/issue.ts'
import type { Keeps, PromiseKind } from '../promise/promise.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import { actor, ada, ana, at, ben, carla, olu, priya, theDesk, toMember } from './people.ts'

/** Parts of a log, written down by hand: what the rules are given in a test does not come from the rules. */
export type Part = Recorded | readonly Recorded[]

export const happened = (event: Event, by: Member | Actor, when: Instant): Recorded => ({
  at: when,
  by: actor(by),
  from: 'api',
  event,
})

/** What an issue arrived with: at once somebody's, and an answer promised. */
export function arrived({
  owner = ben,
  way = 'intake' as 'intake' | 'contact',
  channel = 'email' as Channel,
  when = at('Tue 09:00'),
  due = at('Tue 13:00'),
} = {}): Recorded[] {
  const { id, teams } = owner
  const opening = { type: 'IssueOpened', customer: 'ana', channel, owner: id, way, teams } as const
  const by = way === 'intake' ? ana : owner
  return [
    happened({ ...opening, subject: 'w:subject', story: 'w:story' }, by, when),
    happened({ type: 'CustomerWrote', contact: 1, channel, message: 'w:first', customer: 'ana' }, by, when),
    happened({ type: 'PromiseMade', promise: 1, kind: 'answer', what: null, due }, by, when),
  ]
}

export const customerWrote = (contact: number, when: Instant, by: Actor = ana): Recorded =>
  happened(
    {
      type: 'CustomerWrote',
      contact,
      channel: 'email',
      message: `w:in${contact}`,
      customer: by.kind === 'desk' ? '' : by.id,
    },
    by,
    when,
  )

/** A word of Ana's of which nobody knows which of her issues it is about; `by`: who took the call, if it was one. */
export const unplaced = (
  contact: number,
  when: Instant,
  { promise, due, by = null }: { promise: number; due: Instant; by?: Member | null },
): Recorded[] => {
  const who = by ?? ana
  const said: Event = by
    ? { type: 'CustomerCalled', contact, message: `w:in${contact}` }
    : { type: 'CustomerWrote', contact, channel: 'email', message: `w:in${contact}`, customer: 'ana' }
  const channel = by ? 'phone' : 'email'
  return [
    happened(said, who, when),
    promised(promise, due, when, { by: who, kind: 'answer' }),
    happened(
      { type: 'ContactUnplaced', contact, message: `w:in${contact}`, channel, among: [1002], promise },
      who,
      when,
    ),
  ]
}

/** The company wrote, or talked. */
export const contacted = (contact: number, when: Instant, by: Member = ben): Recorded =>
  happened(
    { type: 'CustomerContacted', contact, channel: 'email', message: `w:out${contact}`, reached: true },
    by,
    when,
  )

export const bounced = (contact: number, when: Instant): Recorded =>
  happened({ type: 'ContactBounced', contact, permanent: true }, theDesk, when)

export const promised = (
  promise: number,
  due: Instant,
  when: Instant,
  { by = ben as Member | Actor, kind = 'word' as PromiseKind } = {},
): Recorded =>
  happened({ type: 'PromiseMade', promise, kind, what: kind === 'word' ? 'w:promise' : null, due }, by, when)

export const kept = (promise: number, contact: number, when: Instant, by: Member = ben): Recorded =>
  happened({ type: 'PromiseKept', promise, contact }, by, when)

export const broken = (promise: number, when: Instant, escalatesAt: Instant): Recorded =>
  happened({ type: 'PromiseBroken', promise, escalatesAt }, theDesk, when)

/** Ben's reply: it keeps promise 1, and promises the next word. */
export const replied = ({ when = at('Tue 10:00'), due = at('Fri 11:00'), by = ben } = {}): Recorded[] => [
  contacted(2, when, by),
  kept(1, 2, when, by),
  promised(2, due, when, { by }),
]

export const diagnosed = (when = at('Tue 09:30'), by: Member = ben): Recorded =>
  happened({ type: 'DiagnosisRecorded', words: 'w:diagnosis' }, by, when)

const brief: Brief = {
  problem: 'w:problem',
  diagnosis: 'w:diagnosis',
  tried: 'w:tried',
  why: 'w:why',
  asked: 'w:asked',
  told: 'w:told',
  callback: null,
}

export const offered = ({
  handoff = 1,
  to = toMember(carla) as Receiver,
  when = at('Tue 10:00'),
  expiresAt = at('Tue 11:00'),
  by = ben,
} = {}): Recorded => happened({ type: 'HandoffOffered', handoff, to, brief, expiresAt }, by, when)

export const accepted = ({
  handoff = 1,
  when = at('Tue 10:15'),
  due = at('Wed 12:00'),
  fallsThroughAt = at('Tue 14:15'),
  moves = [] as { promise: number; due: Instant }[],
  by = carla,
} = {}): Recorded =>
  happened(
    {
      type: 'HandoffAccepted',
      handoff,
      readBack: 'w:read-back',
      nextStep: 'w:next-step',
      due,
      moves,
      fallsThroughAt,
    },
    by,
    when,
  )

export const declined = ({ handoff = 1, when = at('Tue 10:15'), by = carla } = {}): Recorded =>
  happened({ type: 'HandoffDeclined', handoff, reason: 'not_mine', suggestion: 'w:whose' }, by, when)

/** The introduction by message: it promises the receiver's next step. */
export const introduced = ({
  handoff = 1,
  contact = 2,
  promise = 2,
  when = at('Tue 10:30'),
  due = at('Wed 12:00'),
  by = ben,
} = {}): Recorded[] => [
  contacted(contact, when, by),
  promised(promise, due, when, { by }),
  happened({ type: 'HandoffIntroduced', handoff, contact, promise, live: null }, by, when),
]

export const met = ({
  handoff = 1,
  contact = 3,
  when = at('Tue 11:09'),
  lookBackAt = at('Wed 12:00'),
  giver = ben,
  receiver = carla,
} = {}): Recorded[] => [
  contacted(contact, when, receiver),
  happened({ type: 'HandoffMet', handoff, contact, lookBackAt, live: null }, receiver, when),
  moved(giver, receiver, 'handoff', when, receiver),
]

export const moved = (
  from: Member,
  to: Member,
  way: 'claim' | 'handoff' | 'takeover' | 'huddle',
  when: Instant,
  by: Member | Actor = to,
): Recorded =>
  happened(
    {
      type: 'OwnershipMoved',
      from: from.id,
      to: to.id,
      way,
      teams: to.teams,
      reason: way === 'takeover' || way === 'huddle' ? 'w:reason' : null,
    },
    by,
    when,
  )

/** A live introduction as it begins; of a chat the giver has been seen. */
export const liveBegan = ({
  handoff = 1,
  channel = 'chat' as LiveChannel,
  when = at('Tue 10:30'),
  until = at('Tue 10:32'),
  keeps = 'all' as Keeps,
  by = ben,
} = {}): Recorded[] => [
  happened({ type: 'LiveIntroductionBegan', handoff, channel, keeps, until }, by, when),
  ...(channel === 'chat' ? [seen('giver', when, by)] : []),
]

export const seen = (party: Party, when: Instant, by: Member | Actor): Recorded =>
  happened({ type: 'SeenLive', handoff: 1, party }, by, when)

/** Ana drops out: a callback is promised. */
export const interrupted = ({
  when = at('Tue 10:31'),
  missing = ['customer'] as Party[],
  promise = 2,
  until = at('Tue 10:41'),
  by = ana as Member | Actor,
} = {}): Recorded[] => [
  happened({ type: 'LiveIntroductionInterrupted', handoff: 1, missing, promise, until }, by, when),
  promised(promise, until, when, { by, kind: 'callback' }),
]

/** All three on the phone on Tuesday 10:35: introduced and met. */
export const metOnThePhone = (when = at('Tue 10:35'), due = at('Wed 12:00')): Recorded[] => [
  happened({ type: 'TalkedTogether', contact: 2, channel: 'phone' }, carla, when),
  promised(2, due, when, { by: carla }),
  happened({ type: 'HandoffIntroduced', handoff: 1, contact: 2, promise: 2, live: 'phone' }, carla, when),
  happened({ type: 'HandoffMet', handoff: 1, contact: 2, lookBackAt: due, live: 'phone' }, carla, when),
  moved(ben, carla, 'handoff', when),
]

/** Carla calls Ben and Priya together. */
export const called = ({
  huddle = 1,
  with: to = toMember(ben) as Receiver,
  giver = carla,
  receiver = ben,
  third = priya as Member | null,
  when = at('Tue 11:30'),
  due = at('Tue 15:30'),
  by = carla,
} = {}): Recorded =>
  happened(
    {
      type: 'HuddleCalled',
      huddle,
      with: to,
      giver: giver.id,
      receiver: receiver.id,
      third: third?.id ?? null,
      due,
    },
    by,
    when,
  )

export const settled = (owner: Member, when = at('Tue 11:40'), by: Member = priya, huddle = 1): Recorded =>
  happened({ type: 'HuddleSettled', huddle, owner: owner.id, why: 'w:why' }, by, when)

/** A whole handoff from Ben to Carla on Tuesday morning. */
export const handedOver = (): Recorded[] => [diagnosed(), offered(), accepted(), ...introduced(), ...met()]

/** Ben asks Olu of Repair, by Thursday noon. */
export const assistAsked = ({
  assist = 1,
  of = toMember(olu) as Receiver,
  when = at('Tue 10:30'),
  due = at('Thu 12:00'),
  by = ben,
} = {}): Recorded => happened({ type: 'AssistAsked', assist, of, ask: 'w:ask', due }, by, when)

export const assistAccepted = ({ assist = 1, when = at('Tue 11:00'), by = olu } = {}): Recorded =>
  happened({ type: 'AssistAccepted', assist }, by, when)

export const assistTouched = ({ assist = 1, moved = true, when = at('Wed 10:00'), by = olu } = {}): Recorded =>
  happened({ type: 'AssistTouched', assist, note: moved ? 'w:step' : 'w:note', moved }, by, when)

export const assistReturned = ({ assist = 1, moved = true, when = at('Wed 15:00'), by = olu } = {}): Recorded =>
  happened({ type: 'AssistReturned', assist, moved, result: 'w:result' }, by, when)

/** The introduction of the assistant by message. */
export const assistantIntroduced = ({ assist = 1, contact = 3, when = at('Tue 11:30'), by = ben } = {}): Recorded[] => [
  contacted(contact, when, by),
  happened({ type: 'AssistantIntroduced', assist, contact }, by, when),
]

type Covered = { cover?: string; absence?: string; member?: Member; absent?: Member; from?: Instant; until?: Instant }

/** Ben asked Carla to cover his Thursday, unless said otherwise. */
export const coverAsked = ({
  cover = 'cover',
  absence = 'absence',
  member = carla,
  absent = ben,
  from = at('Thu 00:00'),
  until = at('Fri 00:00'),
  when = at('Wed 10:00'),
}: Covered & { when?: Instant } = {}): Recorded =>
  happened({ type: 'CoverAsked', cover, absence, member: member.id, absent: absent.id, from, until }, absent, when)

export const coverAccepted = ({
  cover = 'cover',
  member = carla,
  mailed = true,
  when = at('Wed 11:00'),
} = {}): Recorded => happened({ type: 'CoverAccepted', cover, mailed }, member, when)

export const coverBegan = (when = at('Thu 00:00'), cover = 'cover'): Recorded =>
  happened({ type: 'CoverBegan', cover }, theDesk, when)

/** Ben is away on Thursday, and Carla covers him. */
export const covered = (): Recorded[] => [coverAsked(), coverAccepted(), coverBegan()]

/** The proposal as a contact, and the look after it as promise 2. */
export const proposed = ({
  contact = 2,
  promise = 2,
  when = at('Tue 10:00'),
  due = at('Fri 10:00'),
  watch = [] as readonly Instant[],
  by = ben,
} = {}): Recorded[] => [
  contacted(contact, when, by),
  kept(1, contact, when, by),
  happened(
    {
      type: 'ResolutionProposed',
      wrong: 'w:wrong',
      done: 'w:done',
      holds: 'w:holds',
      watch: watch.map(due => ({ due, what: null })),
    },
    by,
    when,
  ),
  promised(promise, due, when, { by, kind: 'follow_up' }),
]

export const confirmed = ({ when = at('Tue 15:00'), releases = [2] } = {}): Recorded[] => [
  happened({ type: 'ResolutionConfirmed', confirmation: { by: 'customer', customer: 'ana' } }, ana, when),
  ...releases.map(promise => happened({ type: 'PromiseReleased', promise }, ana, when)),
]

/** A supervisor was asked whether it can't be fixed. */
export const askedCannotFix = (when = at('Tue 10:00'), due = at('Tue 14:00')): Recorded =>
  happened({ type: 'CannotFixAsked', reason: 'w:reason', alternative: 'w:alternative', due }, ben, when)

export const agreedCannotFix = (when = at('Tue 11:00')): Recorded => happened({ type: 'CannotFixAgreed' }, priya, when)

/** The customer was told why it can't be fixed, and by when they hear from us again as promise 2. */
export const toldCannotFix = (when = at('Tue 11:30'), { contact = 2, promise = 2 } = {}): Recorded[] => [
  contacted(contact, when),
  kept(1, contact, when),
  happened({ type: 'CannotFixTold', contact }, ben, when),
  promised(promise, at('Fri 17:00'), when),
]

/** Closed issues were found that may have come back with it. */
export const matched = (within = true, issue = 1042, when = at('Tue 09:00')): Recorded =>
  happened(
    { type: 'MatchesFound', matches: [{ issue, closedAt: at('Mon 10:00', -1), within, why: 'w:why' }] },
    ana,
    when,
  )

export const closed = (when = at('Tue 16:00'), by: Member = ben): Recorded =>
  happened({ type: 'IssueClosed', outcome: 'confirmed' }, by, when)

/** Ben has set it aside as spam, whatever else was open. */
export const spam = (when: Instant): Recorded => happened({ type: 'IssueMarkedSpam', why: 'w:why' }, ben, when)

/** The alarm is raised, by the desk itself unless it says by whom, and Priya is called for a quarter of an hour. */
export const raised = (when: Instant, by: Member | Actor = theDesk, escalation = 1): Recorded[] => {
  const facts = { impact: 'w:impact', tried: 'w:tried', needed: 'w:needed' }
  const asked = { cause: 'asked_for', facts } as const
  const why = actor(by).kind === 'desk' ? ({ cause: 'broken_too_long', facts: null } as const) : asked
  return [
    happened({ type: 'EscalationRaised', escalation, ...why }, by, when),
    rungCalled(1, [priya], when, plusMinutes(when, 15), escalation),
  ]
}

export const rungCalled = (
  rung: number,
  who: readonly Member[],
  when: Instant,
  until: Instant,
  escalation = 1,
): Recorded => ({
  ...happened({ type: 'RungCalled', escalation, rung, called: who.map(({ id }) => id), until }, theDesk, when),
  from: 'clock',
})

export const joined = (when: Instant, by: Member | Actor): Recorded =>
  happened(
    { type: 'EscalationJoined', escalation: 1, facts: { impact: 'w:more', tried: null, needed: null } },
    by,
    when,
  )

export const answered = (when: Instant, by: Member): Recorded =>
  happened({ type: 'EscalationAcknowledged', escalation: 1, place: 1 }, by, when)

export const stoodDown = (when: Instant, by: Member): Recorded =>
  happened({ type: 'EscalationStoodDown', escalation: 1, outcome: 'w' }, by, when)

/** Ana's record is a new one, and she may be somebody whom the desk knows. */
export const lookalikes = (customer = 'anna'): Recorded =>
  happened({ type: 'LookalikesFound', lookalikes: [{ customer, why: ['name', 'domain'] }] }, ana, at('Tue 09:00'))

export const erased = (when = at('Wed 10:00')): Recorded => happened({ type: 'WordsErased' }, ada, when)
