import { recordContact } from '../contact/contact.ts'
import {
  admins,
  type Context,
  hasSeat,
  isAway,
  isSupervisorOf,
  type Member,
  type MemberId,
  supervisorsOf,
  type WordsId,
} from '../context.ts'
import { actsAsOwner } from '../cover/cover.ts'
import { raise } from '../escalation/escalation.ts'
import { expected, inState } from '../expected.ts'
import { type Issue, isClosed, owner } from '../issue/issue.ts'
import { actingSupervisor, isOwner, move, ownerId, refuseAsOwner } from '../issue/ownership.ts'
import { promiseAnswer, promiseByPolicy } from '../promise/promise.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { addBusinessMinutes } from '../time/calendar.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'
import type { Waiting } from '../waiting.ts'
import { circleTo, lastBefore } from './circle.ts'
import { type Receiver, whyNotTo, withdrawOpen } from './handoff.ts'

/** Number of a huddle within its issue, counted from 1. */
export type HuddleId = number

/** Rule 11: who has it, who was meant to get it, and a supervisor; where there is none other, an admin; else the two. */
type People = { giver: MemberId; receiver: MemberId; third: MemberId | null }
type Called = People & { id: HuddleId; with: Receiver; calledAt: Instant; calledBy: MemberId | null; due: Instant }

/** Rule 11: those three settle who owns a contested issue. `lateAt`: when its time had passed and nothing was settled. */
export type Huddle =
  | (Called & { state: 'called'; lateAt: Instant | null })
  | (Called & { state: 'settled'; at: Instant; by: MemberId | null; owner: MemberId; why: WordsId })
  | (Called & { state: 'called_off'; at: Instant })

export type HuddleEvent =
  | ({ type: 'HuddleCalled'; huddle: HuddleId; with: Receiver; due: Instant } & People)
  | { type: 'HuddleLate'; huddle: HuddleId }
  | { type: 'HuddleSettled'; huddle: HuddleId; owner: MemberId; why: WordsId }
  /** Who was to lead it leaves the company. */
  | { type: 'HuddleThirdChanged'; huddle: HuddleId; third: MemberId | null }
  /** It needs no huddle any more: it changed hands another way, is closed, or who was meant to get it leaves the company. */
  | { type: 'HuddleCalledOff'; huddle: HuddleId; because: 'moved' | 'closed' | 'left' }

export type CallHuddle = { type: 'CallHuddle'; with: Receiver }
/** `message`: a word to the customer by who decides, when that is also who owns it from now on. */
export type SettleHuddle = {
  type: 'SettleHuddle'
  owner: MemberId
  why: WordsId
  message: { channel: 'email' | 'phone'; words: WordsId } | null
}

type OpenHuddle = Extract<Huddle, { state: 'called' }>
type Sight = Pick<Turn, 'issue'> & { context: Pick<Context, 'members' | 'policy'> }

export const openHuddle = ({ huddle }: Issue): OpenHuddle | null => (huddle?.state === 'called' ? huddle : null)

/** Everybody who settles it together. */
export const peopleIn = ({ giver, receiver, third }: People): MemberId[] =>
  third === null ? [giver, receiver] : [giver, receiver, third]

/** Rule 11: called by the owner or a supervisor, when an offer would go in a circle. */
export function callHuddle(turn: Turn, { with: to }: CallHuddle): Refusal | undefined {
  const { issue } = turn
  if (isClosed(issue)) return refuse('closed', {})
  const notTheirs = neitherOwnerNorSupervisor(turn)
  if (notTheirs) return notTheirs
  const open = openHuddle(issue)
  if (open) return refuse('huddle_open', { third: open.third, due: open.due })
  const whyNot = whyNotTo(turn, to)
  if (!whyNot) return refuse('no_circle', {})
  if (whyNot.code !== 'circle') return whyNot
  convene(turn, to, receiverIn(turn, to))
}

/** Rule 11: its supervisor records who owns it and why; where there is none, one of the two. */
export function settleHuddle(turn: Turn, command: SettleHuddle): Refusal | undefined {
  if (isClosed(turn.issue)) return refuse('closed', {})
  const member = actingMember(turn)
  if (!openHuddle(turn.issue)) {
    // Who sat down together without calling it first: their supervisor records it as it was.
    const notTheirs = neitherOwnerNorSupervisor(turn)
    if (notTheirs) return notTheirs
    const other = member && heldWithout(turn, member, command.owner)
    if (!other) return refuse('no_huddle', {})
    convene(turn, { kind: 'member', member: other }, other)
  }
  const huddle = expected(openHuddle(turn.issue))
  if (!member || !maySettle(turn, huddle, member)) return refuse('not_huddle_lead', { third: huddle.third })
  if (!peopleIn(huddle).includes(command.owner)) return refuse('not_in_huddle', { member: command.owner })
  const mayNotOwn = refuseAsOwner(command.owner, turn.context)
  if (mayNotOwn) return mayNotOwn
  // Rule 3: who owns it tells the customer, and nobody in their place.
  if (command.message && member.id !== command.owner) return refuse('not_owner', { owner: command.owner })
  record(turn, { type: 'HuddleSettled', huddle: huddle.id, owner: command.owner, why: command.why })
  withdrawOpen(turn, 'huddle')
  settleOn(turn, command)
}

const neitherOwnerNorSupervisor = (turn: Turn): Refusal | undefined =>
  isOwner(turn) || actingSupervisor(turn) ? undefined : refuse('not_owner', { owner: ownerId(turn) })

/** Rules 4 and 11: it moves when it must, and the customer is told once, by whom was decided on. */
function settleOn(turn: Turn, { owner: decided, why, message }: SettleHuddle): void {
  const moves = decided !== ownerId(turn)
  if (moves) move(turn, decided, 'huddle', why)
  if (message) recordContact(turn, message.channel, message.words)
  else if (moves) promiseByPolicy(turn, 'introduction', turn.context.policy.introductionMinutes)
  else promiseAnswer(turn)
}

/** Rule 11: its time has passed; it still waits, and is told again. */
export const huddleLate = (turn: Turn, { id }: OpenHuddle, at: Instant): void =>
  record(turn, { type: 'HuddleLate', huddle: id }, at)

/** The issue changed hands another way, or is over: nothing is left to settle. */
export function callOff(turn: Turn, because: 'moved' | 'closed'): void {
  const open = openHuddle(turn.issue)
  if (open) record(turn, { type: 'HuddleCalledOff', huddle: open.id, because })
}

/** Rule 4: who leaves the company settles nothing any more. */
export function leaveHuddle(turn: Turn, member: MemberId): void {
  const open = openHuddle(turn.issue)
  if (open?.receiver === member) record(turn, { type: 'HuddleCalledOff', huddle: open.id, because: 'left' })
  else if (open?.third === member) {
    const third = thirdIn(turn, [open.giver, open.receiver, member])
    record(turn, { type: 'HuddleThirdChanged', huddle: open.id, third })
  }
}

/** Rule 11: work for each of the people in it. */
export function huddleWaiting(issue: Issue): Waiting[] {
  const open = openHuddle(issue)
  if (!open) return []
  const { id: of, calledAt: since, due } = open
  return peopleIn(open).map(id => ({ kind: 'huddle', of, for: { kind: 'member', id }, since, due }))
}

/** Rule 11: whether this member may record what a huddle decided: a called one, or one held without calling it. */
export function maySettleNow(sight: Sight, member: Member): boolean {
  const open = openHuddle(sight.issue)
  return open ? maySettle(sight, open, member) : heldWithout(sight, member, owner(sight.issue).member) !== null
}

/** The third; in their absence another supervisor of the owner who is no party to it; without a third one of the two. */
function maySettle({ issue, context }: Sight, huddle: People, member: Member): boolean {
  const { receiver, third } = huddle
  if (member.id === third) return true
  // Rule 15: who covers the owner settles it in the owner's place.
  if (member.id === receiver || actsAsOwner(issue, member.id)) return third === null
  const mine = context.members.get(owner(issue).member)
  return mine !== undefined && isSupervisorOf(member, mine)
}

/** With whom a supervisor has settled it without calling a huddle first; null where it goes in no circle. */
function heldWithout(sight: Sight, member: Member, decided: MemberId): MemberId | null {
  const { issue, context } = sight
  const mine = context.members.get(owner(issue).member)
  const isBetween = decided !== mine?.id && decided !== member.id
  const wasAsked = isBetween && circleTo(sight, { kind: 'member', member: decided }) !== undefined
  const other = wasAsked ? decided : lastBefore(issue)
  const isParty = actsAsOwner(issue, member.id) || member.id === other
  return mine && !isParty && isSupervisorOf(member, mine) ? other : null
}

function convene(turn: Turn, to: Receiver, receiver: MemberId): void {
  const { calendar, now, policy } = turn.context
  const huddle = (turn.issue.huddle?.id ?? 0) + 1
  const giver = ownerId(turn)
  const due = addBusinessMinutes(calendar, now, policy.huddleMinutes)
  const third = thirdIn(turn, [giver, receiver])
  record(turn, { type: 'HuddleCalled', huddle, with: to, giver, receiver, third, due })
  if (huddle >= 2) raise(turn, 'second_huddle')
}

/** Of a team, who there has owned or declined it; else who supervises it; else somebody of it who is there. */
function receiverIn({ issue, context }: Turn, to: Receiver): MemberId {
  if (to.kind === 'member') return to.member
  const mine = owner(issue).member
  const able = [...context.members.values()].filter(({ active, id }) => active && id !== mine)
  const inTeam = able.filter(member => hasSeat(member) && member.teams.includes(to.team))
  const known = [
    ...issue.ownership.map(({ member }) => member),
    ...issue.pastOffers.flatMap(past => (past.end === 'declined' ? [past.by] : [])),
  ].findLast(id => inTeam.some(member => member.id === id))
  const supervisor = able.find(({ role, supervises }) => role !== 'colleague' && supervises.includes(to.team))
  const there = inTeam.find(member => !isAway(member, context.now)) ?? inTeam[0]
  return known ?? supervisor?.id ?? there?.id ?? mine
}

/** A supervisor of the owner who is none of these, first who calls it, then who is there; else an admin. */
function thirdIn(turn: Turn, others: readonly MemberId[]): MemberId | null {
  const { context } = turn
  const isOther = (id: MemberId): boolean => !others.includes(id)
  const supervisors = supervisorsOf(ownerId(turn), context.members).filter(isOther)
  const could = supervisors.length > 0 ? supervisors : admins(context.members).filter(isOther)
  const caller = could.find(id => context.by.kind === 'member' && id === context.by.id)
  const there = could.find(id => {
    const member = context.members.get(id)
    return member !== undefined && !isAway(member, context.now)
  })
  return caller ?? there ?? could[0] ?? null
}

export function evolveHuddle(issue: Issue, event: HuddleEvent, at: Instant, by: MemberId | null): Issue {
  if (event.type === 'HuddleCalled') {
    const { huddle: id, with: to, giver, receiver, third, due } = event
    const called = { id, with: to, giver, receiver, third, calledAt: at, calledBy: by, due }
    return { ...issue, huddle: { ...called, state: 'called', lateAt: null } }
  }
  const huddle = inState(issue.huddle, 'called')
  switch (event.type) {
    case 'HuddleThirdChanged':
      return { ...issue, huddle: { ...huddle, third: event.third } }
    case 'HuddleLate':
      return { ...issue, huddle: { ...huddle, lateAt: at } }
    case 'HuddleSettled': {
      const { owner: decided, why } = event
      return { ...issue, huddle: { ...calledOf(huddle), state: 'settled', at, by, owner: decided, why } }
    }
    case 'HuddleCalledOff':
      return { ...issue, huddle: { ...calledOf(huddle), state: 'called_off', at } }
  }
}

function calledOf({ id, with: to, giver, receiver, third, calledAt, calledBy, due }: Called): Called {
  return { id, with: to, giver, receiver, third, calledAt, calledBy, due }
}
