import { recordContact } from '../contact/contact.ts'
import type { Actor, WordsId } from '../context.ts'
import { raise } from '../escalation/escalation.ts'
import { expected, inState } from '../expected.ts'
import { type ContactId, type Issue, isClosed } from '../issue/issue.ts'
import type { IssueNumber } from '../issue/link.ts'
import { mayWrite, ownerId, ownerOnly } from '../issue/ownership.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { isTooEarly } from '../resolution/watch.ts'
import { addBusinessMinutes } from '../time/calendar.ts'
import type { Instant } from '../time/instant.ts'
import { record, type Turn } from '../turn.ts'

/** Number of a promise within its issue, counted from 1. */
export type PromiseId = number

/**
 * Where a promise comes from. `word`: a person gave it, in words of their own. The others are given by policy:
 * an answer to the customer, an introduction after a takeover or huddle, another look after a proposal, a check whether it
 * holds, a call back after the line dropped.
 */
export type PromiseKind = 'word' | 'answer' | 'introduction' | 'follow_up' | 'watch' | 'callback'

/** What the company will do for the customer by when (Rules 12 to 14). Whoever owns the issue owes it. */
export type GivenPromise = { id: PromiseId; fate: Fate } & Given

type Given = {
  kind: PromiseKind
  /** What was promised, in words; null where the kind says it. */
  what: WordsId | null
  due: Instant
  madeAt: Instant
  madeBy: Actor
  /** How often it had been moved when it was made. */
  moves: number
}

/** Since when a promise is owed, and when that raises the alarm (Rule 14). */
type Owed = { at: Instant; escalatesAt: Instant }

type Fate =
  | { state: 'open' }
  | { state: 'kept'; at: Instant; contact: ContactId }
  | { state: 'moved'; at: Instant; into: PromiseId; contact: ContactId }
  | ({ state: 'broken' } & Owed)
  | { state: 'made_good'; at: Instant; contact: ContactId; brokenAt: Instant; escalatesAt: Instant }
  /** `brokenAt`: when it was broken and never made good; broken is on record for good (Rule 14). */
  | { state: 'released'; at: Instant; brokenAt: Instant | null }

export type PromiseEvent =
  | { type: 'PromiseMade'; promise: PromiseId; kind: PromiseKind; what: WordsId | null; due: Instant }
  | { type: 'PromiseKept'; promise: PromiseId; contact: ContactId }
  | { type: 'PromiseMadeGood'; promise: PromiseId; contact: ContactId }
  | { type: 'PromiseUnkept'; promise: PromiseId; contact: ContactId }
  | { type: 'PromiseMoved'; promise: PromiseId; into: PromiseId; due: Instant; contact: ContactId }
  | { type: 'PromiseBroken'; promise: PromiseId; escalatesAt: Instant }
  | { type: 'PromiseReleased'; promise: PromiseId }
  /** A promise of an issue that merged into this one, or comes back from it, runs on as it was given (Rule 22). */
  | ({ type: 'PromiseCarried'; promise: PromiseId; broken: Owed | null; from: IssueNumber } & Given)

/** What somebody promises as part of another command. */
export type NewPromise = { what: WordsId | null; due: Instant }

/** Which running promises a contact answers (Rule 13, Scenario 13). */
export type Keeps = readonly PromiseId[] | 'all'

export type MakePromise = { type: 'MakePromise'; promise: NewPromise }
export type MovePromise = {
  type: 'MovePromise'
  promise: PromiseId
  due: Instant
  message: WordsId
  channel: 'email' | 'portal'
}

export const isOpen = (promise: GivenPromise): boolean => promise.fate.state === 'open'
/** Broken and not made good: still owed (Rule 14). */
export const isOwed = (promise: GivenPromise): boolean => promise.fate.state === 'broken'
/** Open or still owed: what Rule 12 asks an open issue to have. */
export const isRunning = (promise: GivenPromise): boolean => isOpen(promise) || isOwed(promise)
/** The open promise that falls due next. */
export function nextPromise({ promises }: Issue): GivenPromise | null {
  let next: GivenPromise | null = null
  for (const promise of promises) if (isOpen(promise) && (next === null || promise.due < next.due)) next = promise
  return next
}
export const running = (issue: Issue): GivenPromise[] => issue.promises.filter(isRunning)
/** Rule 14: broken is on record for good, also when it was made good or released. */
export const wasBroken = ({ fate }: GivenPromise): boolean =>
  fate.state === 'broken' || fate.state === 'made_good' || (fate.state === 'released' && fate.brokenAt !== null)

/** Rule 12: a promise by policy, due in business hours. */
export function promiseByPolicy(turn: Turn, kind: PromiseKind, minutes: number): undefined {
  const due = addBusinessMinutes(turn.context.calendar, turn.context.now, minutes)
  record(turn, { type: 'PromiseMade', promise: nextPromiseId(turn.issue), kind, what: null, due })
}

/**
 * Rule 12: the customer's word starts an answer, counted from when they spoke, unless another promise falls due sooner; a
 * broken one falls due no more. Tells which promise it started.
 */
export const promiseAnswer = (turn: Turn, spokeAt: Instant = turn.context.now): PromiseId | null =>
  unlessSooner(turn, answerDue(turn, spokeAt), isOpen)

/** By when the policy answers what was said at a moment; when that has passed, counted from now. */
function answerDue({ context: { calendar, now, policy } }: Turn, spokeAt: Instant): Instant {
  const due = addBusinessMinutes(calendar, spokeAt, policy.answerMinutes)
  return due > now ? due : addBusinessMinutes(calendar, now, policy.answerMinutes)
}

/** Rule 18: after a denial a fresh answer is promised, unless the customer's own words have just started one. */
export function promiseFreshAnswer(turn: Turn): void {
  unlessSooner(turn, answerDue(turn, turn.context.now), promise => isOpen(promise) && promise.kind === 'answer')
}

function unlessSooner(turn: Turn, due: Instant, counts: (promise: GivenPromise) => boolean): PromiseId | null {
  if (turn.issue.promises.some(promise => counts(promise) && promise.due <= due)) return null
  const promise = nextPromiseId(turn.issue)
  record(turn, { type: 'PromiseMade', promise, kind: 'answer', what: null, due })
  return promise
}

/** Gives a promise that a person made to the customer, or says why it can't be given. */
export function give(turn: Turn, promise: NewPromise): Refusal | undefined {
  if (promise.due <= turn.context.now) return refuse('due_in_past', { due: promise.due })
  record(turn, { type: 'PromiseMade', promise: nextPromiseId(turn.issue), kind: 'word', ...promise })
}

export const nextPromiseId = (issue: Issue): PromiseId => issue.promises.length + 1

/** Rule 13: contact keeps the promises that it answers; Rule 14: it makes broken ones good. */
export function keepByContact(turn: Turn, contact: ContactId, keeps: Keeps): void {
  for (const promise of running(turn.issue)) {
    if ((keeps !== 'all' && !keeps.includes(promise.id)) || isTooEarly(turn, promise)) continue
    const type = isOwed(promise) ? 'PromiseMadeGood' : 'PromiseKept'
    record(turn, { type, promise: promise.id, contact })
  }
}

/** Rule 14: at its due time an unmet promise is broken, for good. */
export function breakPromise(turn: Turn, id: PromiseId, at: Instant): void {
  const escalatesAt = addBusinessMinutes(turn.context.calendar, at, turn.context.policy.brokenEscalatesMinutes)
  record(turn, { type: 'PromiseBroken', promise: id, escalatesAt }, at)
  if (turn.issue.promises.filter(wasBroken).length >= 2) raise(turn, 'second_broken_promise', at)
}

/** Rules 12 and 13: the owner gives a promise outside of a message, for example in a talk already logged. */
export function makePromise(turn: Turn, command: MakePromise): Refusal | undefined {
  return ownerOnly(turn) ?? (isClosed(turn.issue) ? refuse('closed', {}) : give(turn, command.promise))
}

/** Rule 13: moved only before it is due, and only by telling the customer. */
export function movePromise(turn: Turn, command: MovePromise): Refusal | undefined {
  const { issue, context } = turn
  if (!mayWrite(turn)) return refuse('not_owner', { owner: ownerId(turn) })
  const promise = issue.promises.find(other => other.id === command.promise)
  if (!promise) return refuse('no_such_promise', { promise: command.promise })
  if (isOwed(promise)) return refuse('already_due', { due: promise.due })
  if (!isOpen(promise)) return refuse('promise_over', { state: promise.fate.state })
  if (command.due <= context.now) return refuse('due_in_past', { due: command.due })
  const contact = recordContact(turn, command.channel, command.message)
  moveInto(turn, promise, command.due, contact)
}

/** The old promise ends as moved; a new one with the same words runs in its place. */
export function moveInto(turn: Turn, promise: GivenPromise, due: Instant, contact: ContactId): void {
  const into = nextPromiseId(turn.issue)
  record(turn, { type: 'PromiseMoved', promise: promise.id, into, due, contact })
}

/** Rule 22: a promise runs on in another issue as it was given; a broken one is owed there. */
export function carry(
  turn: Turn,
  { kind, what, due, madeAt, madeBy, moves, fate }: GivenPromise,
  from: IssueNumber,
): void {
  const broken = fate.state === 'broken' ? { at: fate.at, escalatesAt: fate.escalatesAt } : null
  const promise = nextPromiseId(turn.issue)
  record(turn, { type: 'PromiseCarried', promise, kind, what, due, madeAt, madeBy, moves, broken, from })
  if (broken && broken.escalatesAt <= turn.context.now) raise(turn, 'broken_too_long')
}

/** What is over leaves nothing running. */
export function releaseAll(turn: Turn): void {
  for (const { id } of running(turn.issue)) record(turn, { type: 'PromiseReleased', promise: id })
}

/** Rule 18: a confirmed resolution leaves nothing owed but the checks whether it holds. */
export function releaseButWatches(turn: Turn): void {
  const others = running(turn.issue).filter(({ kind }) => kind !== 'watch')
  for (const { id } of others) record(turn, { type: 'PromiseReleased', promise: id })
}

export function evolvePromise(issue: Issue, event: PromiseEvent, at: Instant, by: Actor): Issue {
  const settle = (fate: Fate): Issue => ({
    ...issue,
    promises: issue.promises.map(promise => (promise.id === event.promise ? { ...promise, fate } : promise)),
  })
  const before = issue.promises[event.promise - 1]
  switch (event.type) {
    case 'PromiseMade': {
      const { promise: id, kind, what, due } = event
      const made: GivenPromise = { id, kind, what, due, madeAt: at, madeBy: by, moves: 0, fate: { state: 'open' } }
      return { ...issue, promises: [...issue.promises, made] }
    }
    case 'PromiseKept':
      return settle({ state: 'kept', at, contact: event.contact })
    case 'PromiseMadeGood': {
      const { at: brokenAt, escalatesAt } = inState(before?.fate, 'broken')
      return settle({ state: 'made_good', at, contact: event.contact, brokenAt, escalatesAt })
    }
    case 'PromiseUnkept':
      if (before?.fate.state !== 'made_good') return settle({ state: 'open' })
      return settle({ state: 'broken', at: before.fate.brokenAt, escalatesAt: before.fate.escalatesAt })
    case 'PromiseMoved': {
      const { id: _, fate: __, ...same } = expected(before)
      const next: GivenPromise = {
        ...same,
        id: event.into,
        due: event.due,
        madeAt: at,
        madeBy: by,
        moves: same.moves + 1,
        fate: { state: 'open' },
      }
      const moved = settle({ state: 'moved', at, into: event.into, contact: event.contact })
      return { ...moved, promises: [...moved.promises, next] }
    }
    case 'PromiseBroken':
      return settle({ state: 'broken', at, escalatesAt: event.escalatesAt })
    case 'PromiseCarried': {
      const { promise: id, kind, what, due, madeAt, madeBy, moves, broken } = event
      const fate: Fate = broken ? { state: 'broken', ...broken } : { state: 'open' }
      return { ...issue, promises: [...issue.promises, { id, kind, what, due, madeAt, madeBy, moves, fate }] }
    }
    case 'PromiseReleased':
      return settle({ state: 'released', at, brokenAt: before?.fate.state === 'broken' ? before.fate.at : null })
  }
}
