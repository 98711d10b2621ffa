import type { z } from 'zod'
import type { EventAnswer, IssueAnswer, IssueRow, MessageAnswer, Page } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { MemberId } from '../core/context.ts'
import { configurationOf } from '../store/configuration.ts'
import type { Connection } from '../store/database.ts'
import { readEventRows } from '../store/events-read.ts'
import { readRows, type Selection } from '../store/issue-lists.ts'
import { seeIssue } from '../store/issue-read.ts'
import { readMessageRows } from '../store/messages-read.ts'
import { isKey, isMoment, isPlace, readCursor, writeCursor } from './cursor.ts'
import { actorRef, describe } from './describe.ts'
import { type Desk, noSuchIssue, type Outcome } from './desk.ts'

const everything: Selection = {
  owner: null,
  covering: false,
  phase: null,
  customer: null,
  intake: false,
  kind: null,
  q: null,
  numbers: null,
  after: null,
  limit: 200,
}

/** Issues in the one order (Rule 25), as the JSON text of a page. */
export async function listIssues(
  desk: Desk,
  member: MemberId,
  { owner, phase, customer, intake, kind, q, cursor, limit }: z.output<typeof asked.listIssues>,
): Promise<string> {
  const { items, last, count } = await readRows(desk.database, desk.workspace, {
    ...everything,
    owner: owner === 'me' ? member : (owner ?? null),
    covering: owner === 'me',
    phase: phase ?? null,
    customer: customer ?? null,
    intake: intake ?? false,
    kind: kind ?? null,
    q: q?.trim() || null,
    after: readCursor(cursor, isPlace),
    limit,
  })
  const next = last && count === limit ? writeCursor(last) : null
  return `{"items":${items},"next":${JSON.stringify(next)}}`
}

/** The rows of some issues, in the one order. */
export async function rowsOf(
  desk: Desk,
  numbers: readonly number[],
  connection: Connection = desk.database,
): Promise<IssueRow[]> {
  if (numbers.length === 0) return []
  const { items } = await readRows(connection, desk.workspace, { ...everything, numbers, limit: numbers.length })
  return JSON.parse(items) as IssueRow[]
}

/** One issue, whole but for its messages and events. */
export async function readIssue(
  desk: Desk,
  member: MemberId | null,
  number: number,
  connection: Connection = desk.database,
): Promise<Outcome<IssueAnswer>> {
  const { issue, configVersion } = await seeIssue(connection, desk.workspace, number, null)
  if (!issue) return noSuchIssue(number)
  const configuration = await configurationOf(desk.database, desk.workspace, configVersion)
  return { answer: describe(number, issue, configuration, member) }
}

type PageAsked = z.output<typeof asked.page>

/** The conversation of an issue, oldest first. */
export async function readMessages(
  desk: Desk,
  number: number,
  { cursor, limit }: PageAsked,
): Promise<Outcome<Page<MessageAnswer>>> {
  const after = readCursor(cursor, isMoment)
  const items = await readMessageRows(desk.database, desk.workspace, number, after, limit)
  if (items.length === 0 && !(await exists(desk, number))) return noSuchIssue(number)
  const last = items.at(-1)
  return { answer: { items, next: last && items.length === limit ? writeCursor({ at: last.at, id: last.id }) : null } }
}

/** The log of an issue, oldest first (Rule 33). */
export async function readEvents(
  desk: Desk,
  number: number,
  { cursor, limit }: PageAsked,
): Promise<Outcome<Page<EventAnswer>>> {
  const { issue, configVersion } = await seeIssue(desk.database, desk.workspace, number, null)
  if (!issue) return noSuchIssue(number)
  const configuration = await configurationOf(desk.database, desk.workspace, configVersion)
  const rows = await readEventRows(desk.database, desk.workspace, number, readCursor(cursor, isKey) ?? 0, limit)
  const items = rows.map(({ by_kind: kind, by_id: id, source, ...event }): EventAnswer => {
    const by = kind === 'desk' || id === null ? ({ kind: 'desk' } as const) : { kind, id }
    return { ...event, by: actorRef(configuration, by, issue.customer.name), from: source }
  })
  const last = items.at(-1)
  return { answer: { items, next: last && items.length === limit ? writeCursor(last.version) : null } }
}

/** Whether there is an issue of this number. */
export async function exists(desk: Desk, number: number): Promise<boolean> {
  const { issue } = await seeIssue(desk.database, desk.workspace, number, null)
  return issue !== null
}
