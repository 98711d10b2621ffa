import { openAssists } from '../assist/assist.ts'
import type { MemberId, WordsId } from '../context.ts'
import { settled } from '../deadlines.ts'
import { isEscalated, raise } from '../escalation/escalation.ts'
import { openHandoff } from '../handoff/handoff.ts'
import { openHuddle } from '../handoff/huddle.ts'
import { type Issue, isClosed, owner } from '../issue/issue.ts'
import type { IssueNumber } from '../issue/link.ts'
import { actingSupervisor, isOwner, moveByTakeover, ownerId, refuseAsOwner } from '../issue/ownership.ts'
import type { Diagnosis, EstablishedFact } from '../issue/story.ts'
import {
  carry,
  type GivenPromise,
  isOwed,
  isRunning,
  nextPromiseId,
  type PromiseId,
  promiseByPolicy,
  releaseAll,
  running,
  wasBroken,
} from '../promise/promise.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import { record, type Turn } from '../turn.ts'
import { type CauseId, carryCause } from './cause.ts'
import { matchOf } from './recurrence.ts'
import { reopen } from './reopening.ts'
import { type ClosedLifecycle, lookBackNow } from './resolution.ts'

/** An issue with its number, as another one's rules see it. */
export type Numbered = { number: IssueNumber; issue: Issue }

/**
 * What merged into this issue: which of its promises run on here, the cause that came with it, and as what this one had
 * been closed before it came back.
 */
export type TakenIn = {
  issue: IssueNumber
  at: Instant
  promises: readonly { theirs: PromiseId; ours: PromiseId }[]
  cause: CauseId | null
  before: ClosedLifecycle | null
}

export type MergeEvent =
  /** It goes into another one: as its duplicate, or as what came back of it (Rules 21 and 22). */
  | { type: 'IssueMerged'; into: IssueNumber; because: 'duplicate' | 'recurrence' }
  /** The other half: facts and diagnoses are known here from now on. */
  | {
      type: 'IssueTookIn'
      issue: IssueNumber
      facts: readonly EstablishedFact[]
      diagnoses: readonly Diagnosis[]
      promises: TakenIn['promises']
      cause: CauseId | null
      before: TakenIn['before']
    }
  | { type: 'IssueUnmerged'; from: IssueNumber }
  /** `closes`: nothing has happened since it came back by that merge, so it is closed as it was. */
  | { type: 'IssueGaveBack'; issue: IssueNumber; closes: boolean }

/** `number`: of this issue; `survivor`: the other one as it stands, null where there is none. */
export type MergeInto = {
  type: 'MergeInto'
  number: IssueNumber
  into: IssueNumber
  survivor: Issue | null
  because: 'duplicate' | 'recurrence'
}
/** `texts`: the words of the one that goes, by their copies here. `reopensFor`: who owns this one if it was closed. */
export type TakeIn = {
  type: 'TakeIn'
  gone: Numbered
  texts: Readonly<Record<WordsId, WordsId>>
  because: 'duplicate' | 'recurrence'
  reopensFor: MemberId
}
/** `restoresFor`: who owns it from now on: its last owner, or who follows when they are gone. */
export type Unmerge = {
  type: 'Unmerge'
  number: IssueNumber
  survivor: Numbered
  texts: Readonly<Record<WordsId, WordsId>>
  restoresFor: MemberId
}
export type GiveBack = { type: 'GiveBack'; issue: IssueNumber }

/** Rule 22: of two issues the one stays whose owner met the customer first; when neither has, the older. */
export function survivorOf(one: Numbered, other: Numbered): Numbered {
  const [first, second] = [firstMetAt(one.issue), firstMetAt(other.issue)]
  if (first !== second) return first !== null && (second === null || first < second) ? one : other
  if (one.issue.openedAt !== other.issue.openedAt) return one.issue.openedAt < other.issue.openedAt ? one : other
  return one.number < other.number ? one : other
}

function firstMetAt(issue: Issue): Instant | null {
  const met = issue.companyContacts.find(({ by, bounced }) => by === owner(issue).member && !bounced)
  return met?.at ?? null
}

/** Rules 21 and 22: the issue ends, and all of it goes on in the other one. */
export function mergeInto(turn: Turn, { number, into, survivor, because }: MergeInto): Refusal | undefined {
  const { issue } = turn
  if (!mayMerge(turn, survivor)) return refuse('not_owner', { owner: ownerId(turn) })
  if (isClosed(issue)) return refuse('closed', {})
  if (into === number) return refuse('same_issue', {})
  if (!survivor) return refuse('no_such_issue', { issue: into })
  if (survivor.customer !== issue.customer) return refuse('different_customers', {})
  if (because === 'recurrence' && !matchOf(issue, into)) return refuse('no_such_match', { issue: into })
  if (isClosed(survivor) && (because === 'duplicate' || mergedInto(survivor) !== null))
    return refuse('other_closed', { issue: into })
  const open = whatBlocks(issue)
  if (open) return refuse('merge_blocked', { issue: number, open })
  if (because === 'recurrence') record(turn, { type: 'MatchAccepted', issue: into })
  releaseAll(turn)
  lookBackNow(turn)
  record(turn, { type: 'IssueMerged', into, because })
  record(turn, { type: 'IssueLinked', issue: into, kind: because })
}

/** The owner of either issue, who covers them, or a supervisor of the owner of either. */
function mayMerge(turn: Turn, other: Issue | null): boolean {
  const sides: Turn[] = other ? [turn, { ...turn, issue: other }] : [turn]
  return sides.some(side => isOwner(side) || actingSupervisor(side) !== undefined)
}

/** What somebody else may still have in hand. */
export type Blocking = 'handoff' | 'huddle' | 'assist' | 'alarm' | 'approval' | 'cannot_fix'

/** What somebody else still has in hand ends first: a merge must not take it from them. */
function whatBlocks(issue: Issue): Blocking | null {
  if (openHandoff(issue)) return 'handoff'
  if (openHuddle(issue)) return 'huddle'
  if (openAssists(issue).length > 0) return 'assist'
  if (isEscalated(issue)) return 'alarm'
  if (issue.concessions.some(({ state }) => state === 'waiting')) return 'approval'
  return issue.cannotFix?.state === 'asked' ? 'cannot_fix' : null
}

/** Rules 21 and 22: the other issue goes on here, with its promises, its facts and what was understood. */
export function takeIn(turn: Turn, { gone, texts, because, reopensFor }: TakeIn): Refusal | undefined {
  const before = turn.issue.lifecycle.phase === 'closed' ? turn.issue.lifecycle : null
  // The customer came back when that issue was opened, however late somebody says so.
  const tooLate = reopen(turn, reopensFor, gone.issue.openedAt)
  if (tooLate) return tooLate
  const cause = carryCause(turn, gone.issue, id => texts[id] ?? id)
  const copy = <Id extends WordsId | null>(id: Id): Id => (id === null ? id : ((texts[id] ?? id) as Id))
  const promises = running(settled(gone.issue, turn.context))
  const pairs = promises.map(({ id }, index) => ({ theirs: id, ours: nextPromiseId(turn.issue) + index }))
  record(turn, {
    type: 'IssueTookIn',
    issue: gone.number,
    facts: gone.issue.facts.map(fact => ({ ...fact, fact: copy(fact.fact), how: copy(fact.how) })),
    diagnoses: gone.issue.diagnoses.map(diagnosis => ({ ...diagnosis, words: copy(diagnosis.words) })),
    promises: pairs,
    cause,
    before,
  })
  for (const promise of promises) carry(turn, { ...promise, what: copy(promise.what) }, gone.number)
  // Rule 14: to the customer it is one issue now, and they know of both.
  if (promises.some(isOwed) && turn.issue.promises.filter(wasBroken).length >= 2) raise(turn, 'second_broken_promise')
  promiseIfNone(turn)
  record(turn, { type: 'IssueLinked', issue: gone.number, kind: because })
}

/** Rule 22: undone, both are as they would be without it. */
export function unmerge(turn: Turn, { number, survivor, texts, restoresFor }: Unmerge): Refusal | undefined {
  const { lifecycle } = turn.issue
  if (!mayMerge(turn, survivor.issue)) return refuse('not_owner', { owner: ownerId(turn) })
  if (lifecycle.phase !== 'closed' || mergedInto(turn.issue) === null) return refuse('not_merged', {})
  const { now, policy } = turn.context
  const until = undoUntil(lifecycle.at, policy.unmergeDays)
  if (now > until) return refuse('unmerge_over', { until })
  const mayNotOwn = refuseAsOwner(restoresFor, turn.context)
  if (mayNotOwn) return mayNotOwn
  const back = carriedFrom(settled(survivor.issue, turn.context), number)
  record(turn, { type: 'IssueUnmerged', from: survivor.number })
  if (restoresFor !== ownerId(turn)) moveByTakeover(turn, restoresFor, null)
  for (const promise of back) {
    const what = promise.what && (texts[promise.what] ?? promise.what)
    carry(turn, { ...promise, what }, survivor.number)
  }
  promiseIfNone(turn)
  record(turn, { type: 'IssueLinked', issue: survivor.number, kind: 'related' })
}

/** The other half: what runs here for the one that goes back ends here. */
export function giveBack(turn: Turn, { issue: gone }: GiveBack): Refusal | undefined {
  const taken = turn.issue.merged.find(({ issue }) => issue === gone)
  if (!taken) return refuse('not_merged', {})
  for (const { id } of carriedFrom(turn.issue, gone)) record(turn, { type: 'PromiseReleased', promise: id })
  if (taken.cause !== null && turn.issue.cause?.cause === taken.cause)
    record(turn, { type: 'CauseUnlinked', cause: taken.cause })
  const { issue } = turn
  const isQuiet = issue.lifecycle.phase === 'open' && running(issue).length === 0 && whatBlocks(issue) === null
  record(turn, { type: 'IssueGaveBack', issue: gone, closes: taken.before !== null && isQuiet })
  promiseIfNone(turn)
  record(turn, { type: 'IssueLinked', issue: gone, kind: 'related' })
}

/** The promises of a merged issue that still run here, also when they were moved meanwhile. */
function carriedFrom(issue: Issue, gone: IssueNumber): GivenPromise[] {
  const taken = issue.merged.find(other => other.issue === gone)
  return (taken?.promises ?? []).flatMap(({ ours }) => {
    let promise = issue.promises[ours - 1]
    while (promise?.fate.state === 'moved') promise = issue.promises[promise.fate.into - 1]
    return promise && isRunning(promise) ? [promise] : []
  })
}

/** Rule 12: the customer of an open issue always knows when they hear from us. */
function promiseIfNone(turn: Turn): void {
  const { phase } = turn.issue.lifecycle
  if ((phase !== 'open' && phase !== 'proposed') || running(turn.issue).length > 0) return
  promiseByPolicy(turn, 'answer', turn.context.policy.answerMinutes)
}

/** The issue in which this one goes on; null for every other. */
export const mergedInto = ({ lifecycle }: Issue): IssueNumber | null =>
  lifecycle.phase === 'closed' && lifecycle.outcome === 'duplicate' ? lifecycle.into : null

/** Until when a merge can be undone (Rule 22). */
export const undoUntil = (at: Instant, days: number): Instant => plusMinutes(at, days * 24 * 60)

export function evolveMerge(issue: Issue, event: MergeEvent, at: Instant, by: MemberId | null): Issue {
  const { lifecycle, merged } = issue
  switch (event.type) {
    case 'IssueMerged': {
      if (lifecycle.phase === 'closed') return issue
      const ended = { outcome: 'duplicate', into: event.into, was: lifecycle } as const
      const closed = { phase: 'closed', by: by ?? owner(issue).member, at, ...ended } as const
      return { ...issue, lifecycle: closed, matches: [] }
    }
    case 'IssueTookIn': {
      const { issue: number, promises, cause, before } = event
      const facts = event.facts.filter(({ key }) => !issue.facts.some(known => known.key === key))
      return {
        ...issue,
        merged: [...merged, { issue: number, at, promises, cause, before }],
        facts: [...facts, ...issue.facts],
        diagnoses: [...event.diagnoses, ...issue.diagnoses],
      }
    }
    case 'IssueUnmerged':
      if (lifecycle.phase !== 'closed' || lifecycle.outcome !== 'duplicate') return issue
      return { ...issue, lifecycle: lifecycle.was }
    case 'IssueGaveBack': {
      const others = { ...issue, merged: merged.filter(other => other.issue !== event.issue) }
      const before = event.closes && merged.find(other => other.issue === event.issue)?.before
      return before ? { ...others, lifecycle: before, recurrences: issue.recurrences - 1 } : others
    }
  }
}
