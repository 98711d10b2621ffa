import { createHash } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import { type Connection, type Database, inTransaction } from '../store/database.ts'
import { measures } from './all.ts'
import { columnsOf } from './columns.ts'
import { everything } from './everything.ts'
import type { AskedFigure, Source, Sql } from './measure.ts'
import { type Grouping, inScope, isInScope, keyOf, type Question, theQuestion, valuesOf } from './scope.ts'

const isOfIssues = ({ source = 'issues' }: AskedFigure): boolean => source === 'issues'

/** Every column that measures of issues add up, each once. What it is does not depend on the time while nobody waits in silence. */
const columns: readonly Sql[] = [
  ...new Set([everything, ...measures.filter(isOfIssues)].flatMap(measure => columnsOf(measure).map(({ sql }) => sql))),
]

/** What sums are of: those made by other definitions, or with another limit of silence, are not used. */
const sumsOf = (silenceMinutes: number): string =>
  `${createHash('sha256').update(JSON.stringify(columns)).digest('hex').slice(0, 16)} ${silenceMinutes}`

/**
 * A query of the sums of some columns over a scope, as rows of `key` and `sums`. Weeks that are wholly in the scope and
 * that nobody has changed since they were added up come from their sums; the others from their courses.
 */
export function addedUp(
  question: Question,
  source: Source,
  wanted: readonly Sql[],
  by: Grouping | null,
): { text: string; values: unknown[] } {
  const { key, join } = by ? keyOf[by] : { key: 'null::text', join: '' }
  const places = wanted.map(column => columns.indexOf(column) + 1)
  // Sums are of everybody or of a team: not of a person, nor of what several teams had.
  const { owner, team } = question.scope
  const isSummed = owner === null && (by !== 'team' || team === null) && source === 'issues' && !places.includes(0)
  const counting = (from: string): string =>
    `select ${key} as key, array[${wanted.join(',\n  ')}] as sums ${from} ${join} group by 1`
  const adding = (found: string): string =>
    `select ${by ? 'key' : 'null::text as key'}, array[${wanted.map((_, place) => `coalesce(sum(sums[${place + 1}]), 0)::float8`)}] as sums
    from (${found}) as found ${by ? 'group by key order by key nulls last' : ''}`
  const values = valuesOf(question)
  if (!isSummed) return { text: adding(counting(inScope[source])), values }
  const text = `
with summed as (
  select week, waiting from course_week
  where workspace_id = $1 and sums = $13 and first_at >= $5 and last_at < $6
),
-- From the end of a week that is added up, or of the one before the first, to the begin of the next.
gap as (
  select * from (
    select week + 7 as first, lead(week) over (order by week) as beyond
    from (select week from summed union all select $11::date - 7 union all select $12::date) as known
  ) as between_known
  where first < beyond
),
counted as (
  select c.* from gap join course c on ${isInScope} and c.week >= gap.first and c.week < gap.beyond
  union all
  select c.* from summed cross join unnest(waiting) as w (number) join course c on ${isInScope} and c.number = w.number
)
${adding(`
  select ${sumKeys[by ?? 'none']} as key, array[${places.map(place => `sums[${place}]`)}] as sums
  from course_sum s
  where s.workspace_id = $1 and s.week = any(array(select week from summed)) and (s.kind_id = $8 or $8::uuid is null) and (s.channel = $9 or $9::text is null)
    and ${by === 'team' ? 's.team_id is not null' : 's.team_id is not distinct from $7::uuid'}
  union all
  ${counting(`from ${theQuestion} cross join counted c`)}`)}`
  return { text, values: [...values, sumsOf(question.silenceMinutes)] }
}

const sumKeys: Record<Grouping | 'none', Sql> = {
  week: 's.week::text',
  team: 's.team_id::text',
  kind: 's.kind_id::text',
  channel: 's.channel',
  none: 'null::text',
}

/** Weeks that began later are not added up: their courses change all the time. */
const freshDays = 14
/** How often it is looked whether those who may not know of a week are done. */
const [tries, pauseMs] = [20, 100]

// From one week to the next by the index, whatever number of courses there are.
const missing = `
insert into course_week (workspace_id, week)
with recursive known as (
  select min(week) as week from course where workspace_id = $1
  union all
  select (select min(c.week) from course c where c.workspace_id = $1 and c.week > known.week) from known
  where known.week is not null
)
select $1, week from known where week <= $2::timestamptz - interval '${freshDays} days'
on conflict do nothing`

const outdated = 'delete from course_week where workspace_id = $1 and sums <> $2'
const announce = `
update course_week set unknown_below = pg_snapshot_xmax(pg_current_snapshot())
where workspace_id = $1 and unknown_below is null`
const ready = `
select week::text from course_week
where workspace_id = $1 and sums is null and unknown_below <= pg_snapshot_xmin(pg_current_snapshot())
order by week`

/**
 * Adds up the weeks that are not, or not any more; answers how many. Any number of processes may do so, beside a running
 * desk: whoever changes a course of a week meanwhile removes it, and it is left for the next time. Stops when told to.
 */
export async function addUpWeeks(
  database: Database,
  { workspace, now, silenceMinutes }: Pick<Question, 'workspace' | 'now' | 'silenceMinutes'>,
  ending: AbortSignal = AbortSignal.any([]),
): Promise<number> {
  await database.query(outdated, [workspace, sumsOf(silenceMinutes)])
  await database.query(missing, [workspace, now])
  // A statement of its own: whoever begins from here on sees the week, and removes it.
  await database.query(announce, [workspace])
  let added = 0
  for (let attempt = 0; attempt < tries && !ending.aborted; attempt += 1) {
    const { rows } = await database.query<{ week: string }>(ready, [workspace])
    for (const { week } of rows) {
      if (ending.aborted) return added
      const isAdded = await inTransaction(database, connection => addUp(connection, workspace, week, silenceMinutes))
      if (isAdded) added += 1
    }
    const { rowCount } = await database.query(
      'select 1 from course_week where workspace_id = $1 and sums is null limit 1',
      [workspace],
    )
    if (rowCount === 0) break
    await after(pauseMs)
  }
  return added
}

const hold = 'select 1 from course_week where workspace_id = $1 and week = $2 and sums is null for update'
const forget = 'delete from course_sum where workspace_id = $1 and week = $2'
const addUpCells = `
insert into course_sum (workspace_id, week, place, team_id, kind_id, channel, sums)
select $1, $2, row_number() over (), t.team, c.kind_id, c.channel, array[${columns.join(',\n  ')}]
from (select null::timestamptz as now, null::timestamptz as silent_before, $3::integer as silence_limit) as q
cross join course c
cross join lateral (select null::uuid as team union all select unnest(c.teams)) as t
where c.workspace_id = $1 and c.week = $2 and c.counted and c.silent_since is null
group by t.team, c.kind_id, c.channel`
const finish = `
update course_week
set sums = $3, first_at = found.first_at, last_at = found.last_at, waiting = found.waiting
from (
  select coalesce(min(opened_at), $2::date) as first_at, coalesce(max(opened_at), $2::date) as last_at,
    coalesce(array_agg(number) filter (where silent_since is not null), '{}') as waiting
  from course
  where workspace_id = $1 and week = $2 and counted
) as found
where workspace_id = $1 and week = $2`

/** False when somebody has changed the week, or is adding it up. */
async function addUp(
  connection: Connection,
  workspace: number,
  week: string,
  silenceMinutes: number,
): Promise<boolean> {
  if ((await connection.query(hold, [workspace, week])).rowCount === 0) return false
  await connection.query(forget, [workspace, week])
  await connection.query(addUpCells, [workspace, week, silenceMinutes])
  await connection.query(finish, [workspace, week, sumsOf(silenceMinutes)])
  return true
}
