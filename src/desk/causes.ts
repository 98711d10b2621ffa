import type { z } from 'zod'
import type { CauseAnswer, CauseRow, IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { Command } from '../core/commands.ts'
import type { MemberId } from '../core/context.ts'
import { refuse } from '../core/refusals.ts'
import { mayOnCause, refuseAsLead } from '../core/resolution/cause.ts'
import {
  type CauseRead,
  type CauseWordRow,
  insertCause,
  moveLead,
  readAssisted,
  readCause,
  readCauses,
  readCauseWords,
  readOwnIssue,
  writeSolution,
} from '../store/causes.ts'
import { type Configuration, configurationOf } from '../store/configuration.ts'
import type { Connection } from '../store/database.ts'
import { logDeskEvent } from '../store/desk-log.ts'
import { act, memberOf } from './act.ts'
import { askAssist } from './assists.ts'
import { memberRef } from './describe.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { type Draft, write, writePromise } from './draft.ts'
import { readIssue, rowsOf } from './issues.ts'
import { sayToCustomer } from './to-customer.ts'
import { type Together, together } from './together.ts'

const noSuchCause = { missing: 'There is no such cause.' } as const
const mostShown = 200

/** All causes: open ones first, each kind from the newest on (Rule 22). */
export async function listCauses(desk: Desk): Promise<CauseRow[]> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const causes = await readCauses(desk.database, desk.workspace, mostShown)
  return causes.map(cause => rowOf(configuration, cause))
}

/** One cause with its issues in the one order (Rules 22 and 25). */
export async function readOneCause(
  desk: Desk,
  reader: MemberId,
  id: number,
  connection: Connection = desk.database,
): Promise<Outcome<CauseAnswer>> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const cause = await readCause(connection, desk.workspace, id, 'seen')
  if (!cause) return noSuchCause
  const issues = await rowsOf(desk, cause.issues, connection)
  const ownsOne = issues.some(({ owner, phase }) => owner.id === reader && phase !== 'closed')
  return {
    answer: {
      ...rowOf(configuration, cause),
      issues,
      assists: await assistsOf(desk, id, connection),
      word: wordOf(await readCauseWords(connection, desk.workspace, id)),
      may: mayOnCause(cause, reader, ownsOne, configuration),
    },
  }
}

/** The last word, and with whom it still waits; an issue that was linked after it has none. Each was given it a moment apart. */
function wordOf(rows: readonly CauseWordRow[]): CauseAnswer['word'] {
  const [last] = rows
  if (!last) return null
  const numbers = (waits: boolean): number[] => rows.filter(row => row.waits === waits).map(({ number }) => number)
  return { text: last.text, at: last.at, told: numbers(false), waits: numbers(true) }
}

async function assistsOf(desk: Desk, id: number, connection: Connection): Promise<CauseAnswer['assists']> {
  const numbers = await readAssisted(connection, desk.workspace, id)
  const read = await Promise.all(numbers.map(number => readIssue(desk, null, number)))
  return read.flatMap(one =>
    'answer' in one ? one.answer.assists.map(assist => ({ issue: one.answer.number, assist })) : [],
  )
}

/** Rule 22: whoever sees that several customers have the same problem opens its cause, and leads it. */
export function openCause(
  desk: Desk,
  caller: Caller,
  { subject, what, issues }: z.output<typeof asked.openCause>,
): Promise<Outcome<CauseAnswer>> {
  return together(desk, caller, async given => {
    const { connection, now } = given
    const lead = memberOf(caller.by)
    const id = await insertCause(connection, desk.workspace, { subject, what, lead, at: now })
    await log(desk, given, id, 'CauseOpened', {})
    for (const number of new Set(issues)) {
      const linked = await link(desk, given, { id, solution: null }, number)
      if (!('answer' in linked)) return linked
    }
    return readOneCause(desk, lead, id, connection)
  })
}

/** Rule 22: an issue that has the same problem is linked; of a solved cause it gets the solution at once. */
export const linkIssue = (
  desk: Desk,
  caller: Caller,
  id: number,
  { issue }: z.output<typeof asked.linkToCause>,
): Promise<Outcome<CauseAnswer>> => onCause(desk, caller, id, async (cause, given) => link(desk, given, cause, issue))

/** Rule 22: it turned out to be another problem. */
export const unlinkIssue = (
  desk: Desk,
  caller: Caller,
  id: number,
  { issue }: z.output<typeof asked.linkToCause>,
): Promise<Outcome<CauseAnswer>> =>
  onCause(desk, caller, id, (_, { connection, caller: each }) =>
    act(desk, each, issue, () => ({ type: 'UnlinkCause', cause: id }), connection),
  )

/** Somebody takes the lead: from now on they see to it that the cause is worked. */
export const leadCause = (desk: Desk, caller: Caller, id: number): Promise<Outcome<CauseAnswer>> =>
  onCause(desk, caller, id, async (cause, given) => {
    const lead = memberOf(caller.by)
    await moveLead(given.connection, desk.workspace, id, lead)
    await log(desk, given, id, 'CauseLeadTaken', { from: cause.lead })
    return { answer: null }
  })

/** Rules 16 and 22: work for all customers of a cause is asked once, on the lead's own issue of it. */
export async function askForCause(
  desk: Desk,
  caller: Caller,
  id: number,
  given: z.output<typeof asked.askAssist>,
): Promise<Outcome<CauseAnswer>> {
  const cause = await readCause(desk.database, desk.workspace, id, 'seen')
  if (!cause) return noSuchCause
  const member = memberOf(caller.by)
  if (member !== cause.lead) return { refusal: refuse('not_lead', { lead: cause.lead }) }
  const own = await readOwnIssue(desk.database, desk.workspace, id, member)
  if (own === null) return { refusal: refuse('no_issue_of_yours', { cause: id }) }
  const done = await askAssist(desk, caller, own, given)
  return 'answer' in done ? readOneCause(desk, member, id) : done
}

/** Rule 22: one message to all its customers: it waits for each owner, who passes it on in their own name. */
export const giveCauseWord = (
  desk: Desk,
  caller: Caller,
  id: number,
  { body }: z.output<typeof asked.giveCauseWord>,
): Promise<Outcome<CauseAnswer>> =>
  byLead(desk, caller, id, async (cause, given) => {
    if (cause.solution) return { refusal: refuse('cause_solved', { cause: id }) }
    await log(desk, given, id, 'CauseWordGiven', {})
    return onEach(desk, given, cause, draft => ({ type: 'GiveCauseWord', cause: id, message: write(draft, body) }))
  })

/** Rule 22: the cause is solved; each owner resolves theirs. */
export const solveCause = (
  desk: Desk,
  caller: Caller,
  id: number,
  solution: z.output<typeof asked.solveCause>,
): Promise<Outcome<CauseAnswer>> =>
  byLead(desk, caller, id, async (cause, given) => {
    if (cause.solution) return { refusal: refuse('cause_solved', { cause: id }) }
    await writeSolution(given.connection, desk.workspace, id, { ...solution, at: given.now })
    await log(desk, given, id, 'CauseSolved', {})
    return onEach(desk, given, cause, draft => solved(draft, id, solution))
  })

/** Rule 22: it was not solved after all. */
export const reopenCause = (desk: Desk, caller: Caller, id: number): Promise<Outcome<CauseAnswer>> =>
  byLead(desk, caller, id, async (cause, given) => {
    await writeSolution(given.connection, desk.workspace, id, null)
    await log(desk, given, id, 'CauseReopened', {})
    return onEach(desk, given, cause, () => ({ type: 'ReopenCause', cause: id }))
  })

/** Rule 22: the owner tells the customer what the cause asks to be told, in their own name and, if they like, words. */
export const passOnCauseWord = (
  desk: Desk,
  caller: Caller,
  number: number,
  { body, promise, keeps }: z.output<typeof asked.passOnCauseWord>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, sight => {
    const { state, words } = sight.issue
    const word = state.cause?.word
    const text = body ?? (word && words[word.message])
    if (!text) return { refusal: refuse('no_cause_word', {}) }
    const said = sayToCustomer(sight, caller, text)
    if ('refusal' in said) return said
    const { message } = said
    return { type: 'SendMessage', channel: 'email', message, keeps, promise: writePromise(sight.draft, promise) }
  })

type Work = (cause: CauseRead, given: Together) => Promise<Outcome<unknown>>

/** Does something with a cause, which is held meanwhile: links and solutions follow each other. */
const onCause = (desk: Desk, caller: Caller, id: number, work: Work): Promise<Outcome<CauseAnswer>> =>
  together(desk, caller, async given => {
    const cause = await readCause(given.connection, desk.workspace, id, 'held')
    if (!cause) return noSuchCause
    const done = await work(cause, given)
    return 'answer' in done ? readOneCause(desk, memberOf(caller.by), id, given.connection) : done
  })

const byLead = (desk: Desk, caller: Caller, id: number, work: Work): Promise<Outcome<CauseAnswer>> =>
  onCause(desk, caller, id, async (cause, given) => {
    const configuration = await configurationOf(desk.database, desk.workspace)
    const refusal = refuseAsLead(cause, memberOf(caller.by), configuration)
    return refusal ? { refusal } : work(cause, given)
  })

async function onEach(
  desk: Desk,
  { connection, caller }: Together,
  { issues }: CauseRead,
  make: (draft: Draft) => Command,
): Promise<Outcome<unknown>> {
  // In the order of their numbers, so that two who do this at once wait for each other instead of blocking.
  for (const number of issues) {
    const done = await act(desk, caller, number, ({ draft }) => make(draft), connection)
    if (!('answer' in done)) return done
  }
  return { answer: null }
}

async function link(
  desk: Desk,
  given: Together,
  { id, solution }: Pick<CauseRead, 'id' | 'solution'>,
  number: number,
): Promise<Outcome<unknown>> {
  const { connection, caller } = given
  const linked = await act(desk, caller, number, () => ({ type: 'LinkCause', cause: id }), connection)
  if (!('answer' in linked) || !solution) return linked
  return act(desk, caller, number, ({ draft }) => solved(draft, id, solution), connection)
}

const solved = (draft: Draft, cause: number, solution: z.output<typeof asked.solveCause>): Command => ({
  type: 'SolveCause',
  cause,
  wrong: write(draft, solution.wrong),
  done: write(draft, solution.done),
  holds: write(draft, solution.holds),
})

const log = (
  desk: Desk,
  { connection, now, caller }: Together,
  id: number,
  type: string,
  data: object,
): Promise<void> =>
  logDeskEvent(connection, desk.workspace, {
    about: 'cause',
    id: String(id),
    type,
    at: now,
    by: caller.by,
    from: caller.from,
    data,
  })

function rowOf(configuration: Configuration, { id, lead, openedBy, ...cause }: CauseRead): CauseRow {
  return { ...cause, id, lead: memberRef(configuration, lead), openedBy: memberRef(configuration, openedBy) }
}
