import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { Issue } from '../core/issue/issue.ts'
import type { IssueNumber } from '../core/issue/link.ts'
import { isRunning } from '../core/promise/promise.ts'
import { mergedInto, survivorOf } from '../core/resolution/merge.ts'
import { matchOf } from '../core/resolution/recurrence.ts'
import { type SeenIssue, seeIssue } from '../store/issue-read.ts'
import { holdIssues } from '../store/open-issues.ts'
import { act, memberOf } from './act.ts'
import { type Caller, type Desk, noSuchIssue, type Outcome } from './desk.ts'
import { type Draft, write } from './draft.ts'
import { readIssue } from './issues.ts'
import { reopensFor } from './reopening.ts'
import { type Together, together } from './together.ts'

/** An issue as it is seen while nobody else can change it. */
type Held = SeenIssue & { number: IssueNumber }

/** Rule 22: two issues of one customer become one; which of them stays follows from whom the customer met first. */
export function mergeIssues(
  desk: Desk,
  caller: Caller,
  number: IssueNumber,
  { into }: z.output<typeof asked.merge>,
): Promise<Outcome<IssueAnswer>> {
  return together(desk, caller, async given => {
    const [one, other] = await hold(desk, given, number, into)
    if (!one) return noSuchIssue(number)
    if (!other) return mergeNowhere(desk, given, number, into)
    const stays = survivorOf({ number, issue: one.state }, { number: into, issue: other.state }).number
    const [survivor, gone] = stays === number ? [one, other] : [other, one]
    return join(desk, given, gone, survivor, 'duplicate')
  })
}

/** Rule 21: one click says that it is an older issue come back: that one is opened again, or long after, linked. */
export function acceptMatch(
  desk: Desk,
  caller: Caller,
  number: IssueNumber,
  other: IssueNumber,
): Promise<Outcome<IssueAnswer>> {
  return together(desk, caller, async given => {
    const { connection, caller: each } = given
    const [fresh, old] = await hold(desk, given, number, other)
    if (!fresh) return noSuchIssue(number)
    if (old && matchOf(fresh.state, other)?.within) return join(desk, given, fresh, old, 'recurrence')
    const accepted = await act(desk, each, number, () => ({ type: 'AcceptMatch', issue: other }), connection)
    if (!('answer' in accepted)) return accepted
    const half = { type: 'LinkIssue', issue: number, kind: 'recurrence' } as const
    const linked = await act(desk, each, other, () => half, connection)
    return 'answer' in linked ? readIssue(desk, memberOf(caller.by), number, connection) : linked
  })
}

/** Rule 21: it is something else. */
export const dismissMatch = (
  desk: Desk,
  caller: Caller,
  number: IssueNumber,
  other: IssueNumber,
): Promise<Outcome<IssueAnswer>> => act(desk, caller, number, () => ({ type: 'DismissMatch', issue: other }))

/** Rule 22: undoes the merge of an issue, or the last one into it; the one that comes back is answered. */
export function unmergeIssues(desk: Desk, caller: Caller, number: IssueNumber): Promise<Outcome<IssueAnswer>> {
  return together(desk, caller, async given => {
    const { connection, caller: each } = given
    const { issue } = await seeIssue(connection, desk.workspace, number, null)
    if (!issue) return noSuchIssue(number)
    const [back, from] = pairOf(number, issue.state)
    const [gone, survivor] = await hold(desk, given, back, from)
    if (!gone || !survivor) return noSuchIssue(number)
    const restored = await act(
      desk,
      each,
      back,
      ({ issue: { state }, configuration, draft, now }) => ({
        type: 'Unmerge',
        number: back,
        survivor: { number: from, issue: survivor.state },
        texts: copies(draft, survivor),
        restoresFor: reopensFor(state, configuration, now),
      }),
      connection,
    )
    if (!('answer' in restored)) return restored
    const left = await act(desk, each, from, () => ({ type: 'GiveBack', issue: back }), connection)
    return 'answer' in left ? readIssue(desk, memberOf(caller.by), back, connection) : left
  })
}

/** Which issue comes back, and from which: this one from where it went, or the last that came here. */
function pairOf(number: IssueNumber, issue: Issue): [back: IssueNumber, from: IssueNumber] {
  const into = mergedInto(issue)
  if (into !== null) return [number, into]
  return [issue.merged.at(-1)?.issue ?? number, number]
}

async function hold(
  { workspace }: Desk,
  { connection }: Together,
  ...numbers: [IssueNumber, IssueNumber]
): Promise<(Held | null)[]> {
  await holdIssues(connection, workspace, numbers)
  const held: (Held | null)[] = []
  for (const number of numbers) {
    const { issue } = await seeIssue(connection, workspace, number, null)
    held.push(issue && { ...issue, number })
  }
  return held
}

/** The one ends, the other goes on with what it leaves. */
async function join(
  desk: Desk,
  { connection, caller }: Together,
  gone: Held,
  survivor: Held,
  because: 'duplicate' | 'recurrence',
): Promise<Outcome<IssueAnswer>> {
  const { number } = gone
  const into = survivor.number
  const ended = await act(
    desk,
    caller,
    number,
    () => ({ type: 'MergeInto', number, into, survivor: survivor.state, because }),
    connection,
  )
  if (!('answer' in ended)) return ended
  const taken = await act(
    desk,
    caller,
    into,
    ({ issue: { state }, configuration, draft, now }) => ({
      type: 'TakeIn',
      gone: { number, issue: gone.state },
      texts: copies(draft, gone),
      because,
      reopensFor: reopensFor(state, configuration, now),
    }),
    connection,
  )
  return 'answer' in taken ? readIssue(desk, memberOf(caller.by), into, connection) : taken
}

/** What the rules say of a merge with an issue that is not there: first whether this person may merge it at all. */
const mergeNowhere = (
  desk: Desk,
  { connection, caller }: Together,
  number: IssueNumber,
  into: IssueNumber,
): Promise<Outcome<IssueAnswer>> =>
  act(
    desk,
    caller,
    number,
    () => ({ type: 'MergeInto', number, into, survivor: null, because: 'duplicate' }),
    connection,
  )

/** Words belong to one issue: what goes on in another one goes there as a copy. */
function copies(draft: Draft, { state, words }: SeenIssue): Record<string, string> {
  const used = [
    ...state.promises.flatMap(promise => (isRunning(promise) && promise.what ? [promise.what] : [])),
    ...state.facts.flatMap(({ fact, how }) => (how ? [fact, how] : [fact])),
    ...state.diagnoses.map(({ words: id }) => id),
    ...wordsOfCause(state),
  ]
  return Object.fromEntries(used.map(id => [id, write(draft, words[id] ?? '')]))
}

function wordsOfCause({ cause }: Issue): string[] {
  if (!cause) return []
  const { word, solution } = cause
  return [...(word ? [word.message] : []), ...(solution ? [solution.wrong, solution.done, solution.holds] : [])]
}
