import type { WordsId } from '../context.ts'
import { type Issue, isClosed } from '../issue/issue.ts'
import { ownerOnly } from '../issue/ownership.ts'
import { type GivenPromise, isOpen, isRunning, nextPromiseId, promiseFreshAnswer } from '../promise/promise.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import { record, type Turn } from '../turn.ts'
import { raiseWhenBackAgain } from './resolution.ts'

/** Rule 20: a date at which the owner checks whether it holds, and what they look at: words in the store. */
export type WatchDate = { due: Instant; what: WordsId | null }

/** Contact counts as the check at a date from a day before it on: earlier there is nothing to be seen yet. */
const checkOpensMinutes = 24 * 60

/** The checks that are still to come, or are owed. */
export const runningWatches = ({ promises }: Issue): GivenPromise[] =>
  promises.filter(promise => promise.kind === 'watch' && isRunning(promise))

export type WatchEvent =
  /** A check has found that it is back; `words`: what it showed. */
  { type: 'RecurrenceFound'; words: WordsId }

export type FindRecurrence = { type: 'FindRecurrence'; words: WordsId }

/** Rules 20 and 21: a check finds that it has come back: the owner has it again, with a fresh promise, before anybody had to call. */
export function findRecurrence(turn: Turn, { words }: FindRecurrence): Refusal | undefined {
  if (isClosed(turn.issue)) return refuse('closed', {})
  const notOwner = ownerOnly(turn)
  if (notOwner) return notOwner
  if (turn.issue.lifecycle.phase !== 'watching') return refuse('not_watched', {})
  record(turn, { type: 'RecurrenceFound', words })
  promiseFreshAnswer(turn)
  raiseWhenBackAgain(turn)
}

/** Rule 20: every date of a watch is still ahead when it is proposed. */
export function refuseWatch({ context: { now } }: Turn, watch: readonly WatchDate[]): Refusal | undefined {
  const past = watch.find(({ due }) => due <= now)
  return past && refuse('due_in_past', { due: past.due })
}

/** Rule 20: from the confirmation on each date is a promise. Dates that have passed meanwhile, or run already, are none. */
export function beginWatch(turn: Turn, watch: readonly WatchDate[]): void {
  for (const { due, what } of watch) {
    const isRun = runningWatches(turn.issue).some(promise => promise.due === due)
    if (isRun || due <= turn.context.now) continue
    record(turn, { type: 'PromiseMade', promise: nextPromiseId(turn.issue), kind: 'watch', what, due })
  }
}

/** Whether a watch begins with a confirmation at a moment, or runs already: then the issue is watched (Rule 20). */
export const isWatched = (issue: Issue, watch: readonly WatchDate[], at: Instant): boolean =>
  watch.some(({ due }) => due > at) || runningWatches(issue).length > 0

/** Whether contact comes too early to be the check that a promise is (Rules 13 and 20). */
export const isTooEarly = ({ context: { now } }: Turn, promise: GivenPromise): boolean =>
  promise.kind === 'watch' && isOpen(promise) && now < plusMinutes(promise.due, -checkOpensMinutes)

/** Rule 20: what is watched is closed when the last date has passed. */
export function refuseWhileWatched({ issue }: Turn): Refusal | undefined {
  const dates = runningWatches(issue).flatMap(promise => (isOpen(promise) ? [promise.due] : []))
  return dates.length > 0 ? refuse('watch_running', { dates: dates.sort() }) : undefined
}

export const evolveWatch = (issue: Issue, _event: WatchEvent): Issue => ({
  ...issue,
  lifecycle: { phase: 'open' },
  recurrences: issue.recurrences + 1,
})
