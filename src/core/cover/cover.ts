import { isSupervisorOf, type MemberId, type WordsId } from '../context.ts'
import { type Issue, isClosed, owner } from '../issue/issue.ts'
import { actingSupervisor, isOwner, ownerId, refuseAsOwner } from '../issue/ownership.ts'
import { type GivenPromise, isOpen, isOwed } from '../promise/promise.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'

/** One asking of a person to cover an absence. It may be about several issues: each of them has a cover with this id. */
export type CoverId = string
export type AbsenceId = string

/** A time in which somebody is away: promises fall due in it after its begin, up to and with its end. */
export type Span = { from: Instant; until: Instant }

/** Who is asked to keep an absent owner's promises, in which of their absences. `missedAt`: it began without an answer. */
type Asking = Span & {
  id: CoverId
  absence: AbsenceId
  absent: MemberId
  member: MemberId
  askedAt: Instant
  missedAt: Instant | null
}
/**
 * `mailed`: whether the desk itself could tell the customer who looks after them. `contacts`: how many contacts the issue
 * had then: a later one of ours can tell them.
 */
type Agreed = Asking & { agreedAt: Instant; mailed: boolean; contacts: number }

/** Rule 15: each state has just the data that it can have. In force, the cover acts in the owner's place. */
export type Cover =
  | (Asking & { state: 'asked' })
  | (Asking & { state: 'declined'; at: Instant; suggestion: WordsId | null })
  | (Agreed & { state: 'accepted' })
  | (Agreed & { state: 'in_force' })
  | (Asking & { state: 'over'; at: Instant; because: CoverEnd })

/** Why a cover, asked or agreed, is over: its time, another cover, the owner's return, or no owner to cover any more. */
export type CoverEnd = 'time' | 'another' | 'back' | 'not_needed' | 'left' | 'ownership' | 'closed'

type Wanted = Span & { cover: CoverId; absence: AbsenceId; member: MemberId }

export type CoverEvent =
  | ({ type: 'CoverAsked'; absent: MemberId } & Wanted)
  | { type: 'CoverAccepted'; cover: CoverId; mailed: boolean }
  | { type: 'CoverDeclined'; cover: CoverId; suggestion: WordsId | null }
  /** A supervisor has said who covers somebody who is away already: there was no time to ask. */
  | ({ type: 'CoverSet'; absent: MemberId; mailed: boolean } & Wanted)
  | { type: 'CoverBegan'; cover: CoverId }
  | { type: 'CoverEnded'; cover: CoverId; because: CoverEnd }
  /** The absence begins, and nobody has agreed to cover it. */
  | { type: 'CoverMissed'; cover: CoverId }

export type AskCover = { type: 'AskCover' } & Wanted
/** `mails`: whether an address is known to which the desk can write that this person looks after it. */
export type AcceptCover = { type: 'AcceptCover'; cover: CoverId; mails: boolean }
export type DeclineCover = { type: 'DeclineCover'; cover: CoverId; suggestion: WordsId | null }
export type SetCover = { type: 'SetCover'; mails: boolean } & Wanted
/** The absence is cancelled, or the owner is back sooner. */
export type EndCovers = { type: 'EndCovers'; absence: AbsenceId }

/** Rule 15: who acts in the owner's place now; null while nobody does. */
export const coverInForce = (issue: Issue): Extract<Cover, { state: 'in_force' }> | null =>
  issue.covers.find(cover => cover.state === 'in_force') ?? null

/** Whether somebody owns it, or covers who does: the cover acts in the owner's place in everything (Rule 15). */
export const actsAsOwner = (issue: Issue, member: MemberId): boolean =>
  member === owner(issue).member || member === coverInForce(issue)?.member

/** Asked or agreed to, and not over. */
export const isUnderWay = (cover: Cover): cover is Extract<Cover, { state: 'asked' | 'accepted' | 'in_force' }> =>
  cover.state === 'asked' || cover.state === 'accepted' || cover.state === 'in_force'

const isAgreed = (cover: Cover): cover is Extract<Cover, { state: 'accepted' | 'in_force' }> =>
  cover.state === 'accepted' || cover.state === 'in_force'

/** What falls due while somebody is away, or is owed by then: what a cover is needed for (Rules 14 and 15). */
export const duringAway = ({ promises }: Issue, span: Span): GivenPromise[] =>
  promises.filter(promise => isOwed(promise) || (isOpen(promise) && fallsIn(span, promise)))

/** Rule 15: the owner, who covers it already, or a supervisor asks somebody to cover it while the owner is away. */
export function askCover(turn: Turn, command: AskCover): Refusal | undefined {
  const { type: _, ...wanted } = command
  if (isClosed(turn.issue)) return refuse('closed', {})
  const id = actingMember(turn)?.id
  const hasAgreed = turn.issue.covers.some(cover => isAgreed(cover) && cover.member === id)
  if (!isOwner(turn) && !hasAgreed && !isArranger(turn)) return refuse('not_owner', { owner: ownerId(turn) })
  const cannot = cannotCover(turn, wanted)
  if (cannot) return cannot
  endWhere(turn, 'another', cover => cover.absence === wanted.absence && cover.state === 'asked')
  record(turn, { type: 'CoverAsked', absent: ownerId(turn), ...wanted })
}

/** Rule 15: who was asked accepts; from the begin of the absence they act in the owner's place. */
export function acceptCover(turn: Turn, { cover: id, mails }: AcceptCover): Refusal | undefined {
  const asked = askedOfMe(turn, id)
  if ('refusal' in asked) return asked.refusal
  const { cover } = asked
  if (cover.state !== 'asked') return refuse('cover_over', { state: cover.state })
  // Whoever covers it until then goes on until then.
  endWhere(
    turn,
    'another',
    ({ absence, state, from }) => absence === cover.absence && state === 'accepted' && cover.from <= from,
  )
  record(turn, { type: 'CoverAccepted', cover: id, mailed: mails })
  if (cover.from <= turn.context.now) begin(turn, id)
}

/** Rule 15: declining costs nothing, also later: the issue is back where somebody must be found for it. */
export function declineCover(turn: Turn, { cover: id, suggestion }: DeclineCover): Refusal | undefined {
  const asked = askedOfMe(turn, id)
  if ('refusal' in asked) return asked.refusal
  if (!isUnderWay(asked.cover)) return refuse('cover_over', { state: asked.cover.state })
  record(turn, { type: 'CoverDeclined', cover: id, suggestion })
}

/** Rule 15: for somebody who is away already, their supervisor says at once who covers it. */
export function setCover(turn: Turn, command: SetCover): Refusal | undefined {
  const { type: _, mails, ...wanted } = command
  if (isClosed(turn.issue)) return refuse('closed', {})
  if (!isArranger(turn)) return refuse('not_supervisor', { owner: ownerId(turn) })
  const cannot = cannotCover(turn, wanted)
  if (cannot) return cannot
  endWhere(turn, 'another', cover => cover.absence === wanted.absence && isUnderWay(cover))
  record(turn, { type: 'CoverSet', absent: ownerId(turn), mailed: mails, ...wanted })
  begin(turn, wanted.cover)
}

/** The absence is cancelled, or its owner is back: they look after it themselves again. */
export function endCovers(turn: Turn, { absence }: EndCovers): Refusal | undefined {
  if (!isOwner(turn) && !isArranger(turn)) return refuse('not_owner', { owner: ownerId(turn) })
  endWhere(turn, 'back', cover => cover.absence === absence)
}

/** At the begin of the absence, or as soon as it is agreed: one person at a time acts in the owner's place. */
export function begin(turn: Turn, id: CoverId, at: Instant = turn.context.now): void {
  endWhere(turn, 'another', ({ state }) => state === 'in_force', at)
  record(turn, { type: 'CoverBegan', cover: id }, at)
}

/** Ends what has lost its ground in this decision: the owner is another, the issue is closed, or nothing falls due any more. */
export function endGroundless(turn: Turn): void {
  const { issue } = turn
  if (issue.covers.length === 0) return
  endWhere(turn, 'closed', () => isClosed(issue))
  endWhere(turn, 'ownership', cover => cover.absent !== owner(issue).member)
  endWhere(turn, 'not_needed', cover => cover.state === 'asked' && duringAway(issue, cover).length === 0)
}

/** What a person who leaves the company was asked, and has not answered (Rule 4). */
export const endAskedOf = (turn: Turn, member: MemberId): void =>
  endWhere(turn, 'left', cover => cover.member === member && cover.state === 'asked')

function endWhere(turn: Turn, because: CoverEnd, ends: (cover: Cover) => boolean, at?: Instant): void {
  for (const cover of turn.issue.covers.filter(one => one.state !== 'over' && ends(one)))
    record(turn, { type: 'CoverEnded', cover: cover.id, because }, at)
}

/** A cover is an active member with a seat, other than the owner, who is there when something falls due. */
function cannotCover(turn: Turn, wanted: Wanted): Refusal | undefined {
  const { issue, context } = turn
  const { member, absence, until } = wanted
  if (until <= context.now) return refuse('due_in_past', { due: until })
  const mayNot = refuseAsOwner(member, context)
  if (mayNot) return mayNot
  if (member === ownerId(turn)) return refuse('already_owner', { owner: member })
  const theirs = issue.covers.filter(cover => cover.absence === absence && cover.member === member)
  if (theirs.some(isUnderWay)) return refuse('already_covered', { member })
  const needed = duringAway(issue, wanted)
  if (needed.length === 0) return refuse('nothing_to_cover', {})
  // What is owed already is theirs to make good from the first moment.
  const hasBegun = wanted.from < context.now
  const first = hasBegun ? context.now : wanted.from
  const away = context.members
    .get(member)
    ?.absences.find(span => needed.some(promise => (isOwed(promise) ? isWithin(span, first) : fallsIn(span, promise))))
  if (away) return refuse('away', { member, until: away.until })
}

const fallsIn = ({ from, until }: Span, { due }: GivenPromise): boolean => from < due && due <= until
const isWithin = ({ from, until }: Span, at: Instant): boolean => from <= at && at < until

/** A supervisor of the owner, or of whom is to be replaced; not the owner, who asks. */
function isArranger(turn: Turn): boolean {
  const member = actingMember(turn)
  if (!member || member.id === ownerId(turn)) return false
  const { members } = turn.context
  const replaced = turn.issue.covers.filter(isAgreed).flatMap(cover => members.get(cover.member) ?? [])
  return actingSupervisor(turn) !== undefined || replaced.some(other => isSupervisorOf(member, other))
}

function askedOfMe(turn: Turn, id: CoverId): { cover: Cover } | { refusal: Refusal } {
  const cover = turn.issue.covers.find(other => other.id === id)
  if (!cover) return { refusal: refuse('no_such_cover', {}) }
  const mine = actingMember(turn)?.id === cover.member
  return mine ? { cover } : { refusal: refuse('not_asked_to_cover', { member: cover.member }) }
}

export function evolveCover(issue: Issue, event: CoverEvent, at: Instant): Issue {
  const { contacts } = issue
  const set = (change: (cover: Cover) => Cover): Issue => ({
    ...issue,
    covers: issue.covers.map(cover => (cover.id === event.cover ? change(cover) : cover)),
  })
  switch (event.type) {
    case 'CoverAsked': {
      const { type: _, cover: id, ...asked } = event
      return { ...issue, covers: [...issue.covers, { ...asked, id, askedAt: at, missedAt: null, state: 'asked' }] }
    }
    case 'CoverSet': {
      const { type: _, cover: id, ...agreed } = event
      const cover = { ...agreed, id, askedAt: at, agreedAt: at, missedAt: null, contacts, state: 'accepted' as const }
      return { ...issue, covers: [...issue.covers, cover] }
    }
    case 'CoverAccepted':
      return set(cover => ({ ...askingOf(cover), state: 'accepted', agreedAt: at, mailed: event.mailed, contacts }))
    case 'CoverDeclined':
      return set(cover => ({ ...askingOf(cover), state: 'declined', at, suggestion: event.suggestion }))
    case 'CoverBegan':
      return set(cover => (cover.state === 'accepted' ? { ...cover, state: 'in_force' } : cover))
    case 'CoverEnded':
      return set(cover => ({ ...askingOf(cover), state: 'over', at, because: event.because }))
    case 'CoverMissed':
      return set(cover => ({ ...cover, missedAt: at }))
  }
}

function askingOf({ id, absence, absent, member, from, until, askedAt, missedAt }: Asking): Asking {
  return { id, absence, absent, member, from, until, askedAt, missedAt }
}
