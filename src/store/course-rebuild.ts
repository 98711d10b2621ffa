import { setTimeout as after } from 'node:timers/promises'
import { courseFromLog } from '../core/course/course.ts'
import type { Recorded } from '../core/events.ts'
import type { Calendar } from '../core/time/calendar.ts'
import { type CourseRow, courseRow, writeCourse } from './course.ts'
import { type Connection, type Database, inTransaction } from './database.ts'

/** How many logs are read at once. */
const batchSize = 500
/** Within this, whoever had read an issue has written what they decided on it. */
const decisionMs = 500

type Key = { workspace_id: number; number: number }
type Read = Key & { version: number; calendar: Calendar; log: Recorded[] }

const missing = 'not exists (select 1 from course c where c.workspace_id = i.workspace_id and c.number = i.number)'

const logs = `
select i.workspace_id, i.number, i.version, w.calendar, (
  select jsonb_agg(jsonb_build_object(
    'at', instant(e.at), 'from', e.source,
    'by', jsonb_strip_nulls(jsonb_build_object('kind', e.by_kind, 'id', e.by_id)),
    'event', e.data || jsonb_build_object('type', e.type)
  ) order by e.version)
  from event e
  where e.workspace_id = i.workspace_id and e.number = i.number and e.version <= i.version
) as log
from issue i
join workspace w on w.workspace_id = i.workspace_id`

const nextLogs = `${logs}
where (i.workspace_id, i.number) > ($1, $2) and ($3 or ${missing})
order by i.workspace_id, i.number
limit ${batchSize}`

const given = `(i.workspace_id, i.number) in (
  select workspace_id, number from jsonb_to_recordset($1) as k (workspace_id integer, number bigint)
)`
const hold = `select 1 from issue i where ${given} order by i.workspace_id, i.number for update`
const givenLogs = `${logs} where ${given}`

const changedSince = `
select distinct workspace_id, number
from workspace
join event using (workspace_id)
where xid >= $1::xid8
order by workspace_id, number`

const snapshot = 'select pg_snapshot_xmin(pg_current_snapshot())::text as xid'

// Of what was changed meanwhile nothing is written: `mend` comes back to it.
const write = `
with made as (
  select * from jsonb_to_recordset($1) as m (workspace_id integer, number bigint, version integer, row jsonb)
),
held as (
  select i.workspace_id, i.number, m.row
  from made m
  join issue i on i.workspace_id = m.workspace_id and i.number = m.number and i.version = m.version
  for update of i
)
${writeCourse('held c cross join lateral jsonb_to_record(c.row)')} where course.* is distinct from excluded.*
returning number`

type Wishes = {
  /** Also of issues that have one: what is counted has changed, or what is there is wrong. */
  all?: boolean
  /** Hears how many have been made, now and then. */
  heard?: (made: number) => void
}

/** How many were made, and how many of these were not as their logs say, or not there. */
export type Rebuilt = { made: number; wrong: number }

/**
 * Makes the courses of issues from their logs: of those that have none, or (`all`) of every issue. Can be stopped and begun
 * again at any time, and beside a running desk: afterwards all of them are as their logs say.
 */
export async function rebuildCourses(database: Database, { all = false, heard }: Wishes = {}): Promise<Rebuilt> {
  const begin = await now(database)
  let [made, wrong] = [0, 0]
  let [workspace, number] = [0, 0]
  for (;;) {
    const { rows } = await database.query<Read>({ text: nextLogs, values: [workspace, number, all] })
    const last = rows.at(-1)
    if (!last) break
    wrong += await writeRows(database, rows)
    made += rows.length
    heard?.(made)
    ;[workspace, number] = [last.workspace_id, last.number]
  }
  if (made > 0) {
    await mend(database, begin)
    await database.query('analyze course')
  }
  return { made, wrong }
}

/**
 * Who decided on an issue while its course was made anew went on from the one that they had read: wrong, or none. Looks again
 * at what has been changed since, until all of it is as its log says.
 */
async function mend(database: Database, begin: string): Promise<void> {
  let since = begin
  let wrong = 1
  while (wrong > 0) {
    await after(decisionMs)
    const next = await now(database)
    const { rows: keys } = await database.query<Key>(changedSince, [since])
    wrong = 0
    for (let from = 0; from < keys.length; from += batchSize)
      wrong += await inTransaction(database, connection => makeHeld(connection, keys.slice(from, from + batchSize)))
    since = next
  }
}

/** Makes the courses of some issues while nobody can change them; answers how many were wrong. */
async function makeHeld(connection: Connection, keys: readonly Key[]): Promise<number> {
  const values = [JSON.stringify(keys)]
  await connection.query(hold, values)
  // A statement of its own: it sees what those have written for whom we waited.
  const { rows } = await connection.query<Read>(givenLogs, values)
  return writeRows(connection, rows)
}

const now = async (connection: Connection): Promise<string> =>
  (await connection.query<{ xid: string }>(snapshot)).rows[0]?.xid ?? '0'

/** Answers how many were not as they should be. */
async function writeRows(connection: Connection, rows: readonly Read[]): Promise<number> {
  return (await connection.query(write, [JSON.stringify(rows.map(madeFrom))])).rowCount ?? 0
}

function madeFrom({ workspace_id, number, version, calendar, log }: Read): object {
  const { course, tally } = courseFromLog(log, calendar)
  return { workspace_id, number, version, row: courseRow(course, tally, number, calendar) satisfies CourseRow }
}
