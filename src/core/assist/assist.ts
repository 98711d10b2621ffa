import { recordContact } from '../contact/contact.ts'
import type { Actor, Member, MemberId, Source, WordsId } from '../context.ts'
import type { Recorded } from '../events.ts'
import { expected, inState } from '../expected.ts'
import type { Receiver } from '../handoff/handoff.ts'
import { type ContactId, type Issue, isClosed, owner } from '../issue/issue.ts'
import { ownerId, ownerOnly } from '../issue/ownership.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'

/** Number of an assist within its issue, counted from 1. */
export type AssistId = number

/** Rule 16: forward motion is recorded for each touch. Words that came by mail could be anybody's: `from` tells. */
export type Touch = { at: Instant; by: MemberId; from: Source; note: WordsId; moved: boolean }

type Ask = {
  id: AssistId
  /** Of whom it is asked: a person, or a team in which one person accepts. */
  of: Receiver
  ask: WordsId
  askedBy: MemberId
  askedAt: Instant
  due: Instant
  touches: readonly Touch[]
}
type Accepted = Ask & { assistant: MemberId; acceptedAt: Instant }
/** `contacts`: how many contacts the issue had: a later one of ours is the owner's word to the customer. */
type Ended = Ask & { assistant: MemberId | null; at: Instant; by: Actor; contacts: number }

/** A piece of work asked of somebody for the customer, without moving ownership: in each state just what it can have. */
export type Assist =
  | (Ask & { state: 'asked' })
  | (Accepted & { state: 'accepted' })
  | (Accepted & { state: 'introduced'; introduction: ContactId; introducedAt: Instant })
  | (Ended & { state: 'declined'; reason: WordsId })
  /** `moved`: `result` is what came of it; otherwise it says plainly what it needs. By the desk: at its due time. */
  | (Ended & { state: 'returned'; moved: boolean; result: WordsId })
  /** No movement by its due time. */
  | (Ended & { state: 'silent' })
  | (Ended & { state: 'withdrawn' })

export type OpenAssist = Extract<Assist, { state: 'asked' | 'accepted' | 'introduced' }>

export type AssistEvent =
  | { type: 'AssistAsked'; assist: AssistId; of: Receiver; ask: WordsId; due: Instant }
  | { type: 'AssistAccepted'; assist: AssistId }
  | { type: 'AssistDeclined'; assist: AssistId; reason: WordsId }
  | { type: 'AssistTouched'; assist: AssistId; note: WordsId; moved: boolean }
  | { type: 'AssistReturned'; assist: AssistId; moved: boolean; result: WordsId }
  | { type: 'AssistFellSilent'; assist: AssistId }
  /** `ownership`: who was asked owns the issue now. */
  | { type: 'AssistWithdrawn'; assist: AssistId; because: 'owner' | 'ownership' | 'spam' | 'left' }
  | { type: 'AssistantIntroduced'; assist: AssistId; contact: ContactId }
  | { type: 'AssistantIntroductionUndone'; assist: AssistId; contact: ContactId }
  /** `to`: whom the mail about it did not reach. */
  | { type: 'AssistMailBounced'; assist: AssistId; to: MemberId }

export type AcceptAssist = { type: 'AcceptAssist'; assist: AssistId }
export type DeclineAssist = { type: 'DeclineAssist'; assist: AssistId; reason: WordsId }
export type TouchAssist = { type: 'TouchAssist'; assist: AssistId; note: WordsId; moved: boolean }
export type ReturnAssist = { type: 'ReturnAssist'; assist: AssistId; moved: boolean; result: WordsId }
export type WithdrawAssist = { type: 'WithdrawAssist'; assist: AssistId; message: WordsId | null }
export type ReportAssistBounce = { type: 'ReportAssistBounce'; assist: AssistId; to: MemberId }

export const isOpenAssist = (assist: Assist): assist is OpenAssist =>
  assist.state === 'asked' || assist.state === 'accepted' || assist.state === 'introduced'

export const openAssists = (issue: Issue): OpenAssist[] => issue.assists.filter(isOpenAssist)

/** Rule 16: one person accepts. */
export function acceptAssist(turn: Turn, { assist: id }: AcceptAssist): Refusal | undefined {
  const asked = askedOfMe(turn, id)
  if ('refusal' in asked) return asked.refusal
  const over = refuseUnlessAsked(asked.assist)
  if (over) return over
  record(turn, { type: 'AssistAccepted', assist: id })
}

/** Rule 16: declined with a reason, which says what the owner may do instead. */
export function declineAssist(turn: Turn, { assist: id, reason }: DeclineAssist): Refusal | undefined {
  const asked = askedOfMe(turn, id)
  if ('refusal' in asked) return asked.refusal
  const over = refuseUnlessAsked(asked.assist)
  if (over) return over
  record(turn, { type: 'AssistDeclined', assist: id, reason })
}

/** Rule 16: a word on how it goes, moved or not. Anybody who was asked may know something, also when it is late. */
export function touchAssist(turn: Turn, { assist: id, note, moved }: TouchAssist): Refusal | undefined {
  const asked = askedOfMe(turn, id)
  if ('refusal' in asked) return asked.refusal
  if (isClosed(turn.issue)) return refuse('closed', {})
  if (!mayAnswer(asked.assist)) return refuse('assist_over', { state: asked.assist.state })
  record(turn, { type: 'AssistTouched', assist: id, note, moved })
}

/** Rule 16: a return moves forward, or says plainly that it can't. What comes late is welcome all the same. */
export function returnAssist(turn: Turn, { assist: id, moved, result }: ReturnAssist): Refusal | undefined {
  const asked = askedOfMe(turn, id)
  if ('refusal' in asked) return asked.refusal
  const { assist } = asked
  if (isClosed(turn.issue)) return refuse('closed', {})
  if (!mayAnswer(assist)) return refuse('assist_over', { state: assist.state })
  if (isAccepted(assist) && assist.assistant !== actingMember(turn)?.id)
    return refuse('assist_accepted', { by: assist.assistant })
  record(turn, { type: 'AssistReturned', assist: id, moved, result })
}

/** Rule 16: the owner takes it back; once the customer knows the assistant, only with a word to the customer. */
export function withdrawAssist(turn: Turn, { assist: id, message }: WithdrawAssist): Refusal | undefined {
  const assist = assistOf(turn, id)
  if (!assist) return refuse('no_such_assist', { assist: id })
  const notOwner = ownerOnly(turn)
  if (notOwner) return notOwner
  if (!isOpenAssist(assist)) return refuse('assist_over', { state: assist.state })
  if (assist.state === 'introduced') {
    if (!message) return refuse('needs_message', {})
    recordContact(turn, 'email', message)
  }
  record(turn, { type: 'AssistWithdrawn', assist: id, because: 'owner' })
}

/** Rule 16: who was asked may know nothing of it: the owner need not wait for the silence to hear that. */
export function reportAssistBounce(turn: Turn, { assist: id, to }: ReportAssistBounce): undefined {
  const assist = assistOf(turn, id)
  if (assist && isOpenAssist(assist)) record(turn, { type: 'AssistMailBounced', assist: id, to })
}

/** Nobody assists themselves: what was asked of who owns the issue now is over; so it is for who leaves the company. */
export function endAssistsOf(turn: Turn, member: MemberId, because: 'ownership' | 'left' = 'ownership'): void {
  for (const assist of openAssists(turn.issue)) {
    const theirs = isAccepted(assist) ? assist.assistant : assist.of.kind === 'member' && assist.of.member
    if (theirs === member) record(turn, { type: 'AssistWithdrawn', assist: assist.id, because })
  }
}

/** Rule 22: nobody is asked for anything any more about spam. */
export function endAssists(turn: Turn): void {
  for (const { id } of openAssists(turn.issue)) record(turn, { type: 'AssistWithdrawn', assist: id, because: 'spam' })
}

/** Rule 16: at its due time it goes back by itself: with what a touch has moved, or marked "no movement". */
export function goBack(turn: Turn, { id, due, touches }: OpenAssist): void {
  const last = touches.findLast(touch => touch.moved)
  if (last) record(turn, { type: 'AssistReturned', assist: id, moved: true, result: last.note }, due)
  else record(turn, { type: 'AssistFellSilent', assist: id }, due)
}

/** Rule 16: the owner has not been in touch with the customer since somebody else ended it. */
export function isToBeTold(issue: Issue, assist: Assist): boolean {
  if (isOpenAssist(assist) || assist.state === 'withdrawn') return false
  return !issue.companyContacts.some(({ id, bounced }) => id > assist.contacts && !bounced)
}

/** Of whom it is asked: the person, everybody of the team, and whoever of them accepted. */
export const isAskedOf = (assist: Assist, { id, teams }: Pick<Member, 'id' | 'teams'>): boolean =>
  (assist.of.kind === 'member' ? assist.of.member === id : teams.includes(assist.of.team)) || assistantOf(assist) === id

/** Whoever does it; while nobody has said yes, everybody of whom it is asked. Nobody assists themselves. */
export function whoAssists(issue: Issue, assist: Assist, members: ReadonlyMap<MemberId, Member>): MemberId[] {
  const one = assistantOf(assist)
  if (one) return [one]
  return [...members.values()]
    .filter(member => isAskedOf(assist, member) && member.id !== owner(issue).member)
    .map(({ id }) => id)
}

/** Whether words and results are still taken: while it is open, and after it went back by itself. */
export const mayAnswer = (assist: Assist): boolean =>
  isOpenAssist(assist) || ((assist.state === 'silent' || assist.state === 'returned') && assist.by.kind === 'desk')

/** Whoever does it, or did: who accepted, declined or returned it; null: nobody so far. */
export const assistantOf = (assist: Assist): MemberId | null => ('assistant' in assist ? assist.assistant : null)

export const isAccepted = (assist: Assist): assist is Extract<Assist, { state: 'accepted' | 'introduced' }> =>
  assist.state === 'accepted' || assist.state === 'introduced'

/** An assist of the issue by its number; undefined when there is none. */
export const assistOf = ({ issue }: Turn, id: AssistId): Assist | undefined => issue.assists[id - 1]

function askedOfMe(turn: Turn, id: AssistId): { assist: Assist } | { refusal: Refusal } {
  const assist = assistOf(turn, id)
  if (!assist) return { refusal: refuse('no_such_assist', { assist: id }) }
  const member = actingMember(turn)
  const mine = member && member.id !== ownerId(turn) && isAskedOf(assist, member)
  return mine ? { assist } : { refusal: refuse('not_asked_of_you', {}) }
}

function refuseUnlessAsked(assist: Assist): Refusal | undefined {
  if (isAccepted(assist)) return refuse('assist_accepted', { by: assist.assistant })
  return assist.state === 'asked' ? undefined : refuse('assist_over', { state: assist.state })
}

export function evolveAssist(issue: Issue, event: AssistEvent, { at, by, from }: Recorded): Issue {
  const member = by.kind === 'member' ? by.id : null
  if (event.type === 'AssistAsked') {
    const { assist: id, of, ask, due } = event
    const askedBy = member ?? owner(issue).member
    const asked: Assist = { state: 'asked', id, of, ask, askedBy, askedAt: at, due, touches: [] }
    return { ...issue, assists: [...issue.assists, asked] }
  }
  const before = expected(issue.assists[event.assist - 1])
  const become = (next: Assist): Issue => ({
    ...issue,
    assists: issue.assists.map(assist => (assist === before ? next : assist)),
  })
  const ask = askOf(before)
  const ended = { ...ask, assistant: assistantOf(before), at, by, contacts: issue.contacts }
  switch (event.type) {
    case 'AssistAccepted':
      return become({ ...ask, state: 'accepted', assistant: expected(member), acceptedAt: at })
    case 'AssistTouched': {
      const { note, moved } = event
      return become({ ...before, touches: [...before.touches, { at, by: expected(member), from, note, moved }] })
    }
    case 'AssistDeclined':
      return become({ ...ended, state: 'declined', assistant: member, reason: event.reason })
    case 'AssistReturned':
      return become({
        ...ended,
        state: 'returned',
        assistant: member ?? ended.assistant,
        moved: event.moved,
        result: event.result,
      })
    case 'AssistMailBounced':
      return issue
    case 'AssistFellSilent':
      return become({ ...ended, state: 'silent' })
    case 'AssistWithdrawn':
      return become({ ...ended, state: 'withdrawn' })
    case 'AssistantIntroduced': {
      const { contact: introduction } = event
      return become({ ...inState(before, 'accepted'), state: 'introduced', introduction, introducedAt: at })
    }
    case 'AssistantIntroductionUndone': {
      const { assistant, acceptedAt } = inState(before, 'introduced')
      return become({ ...ask, state: 'accepted', assistant, acceptedAt })
    }
  }
}

function askOf({ id, of, ask, askedBy, askedAt, due, touches }: Ask): Ask {
  return { id, of, ask, askedBy, askedAt, due, touches }
}
