import { courseFromLog } from '../core/course/course.ts'
import type { Recorded } from '../core/events.ts'
import type { Calendar } from '../core/time/calendar.ts'
import { type CourseRow, courseRow, writeCourse } from './course.ts'
import type { Database } from './database.ts'

/** How many logs are read at once. */
const batchSize = 500

type Read = { workspace_id: number; number: number; version: number; calendar: Calendar; log: Recorded[] }

const query = `
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
join workspace w on w.workspace_id = i.workspace_id
where (i.workspace_id, i.number) > ($1, $2)
  and ($3 or not exists (select 1 from course c where c.workspace_id = i.workspace_id and c.number = i.number))
order by i.workspace_id, i.number
limit ${batchSize}`

// Whoever changed the issue meanwhile has written its course, or leaves it to the next round.
const write = `${writeCourse(`jsonb_to_recordset($1) as l (workspace_id integer, number bigint, version integer, row jsonb)
  join issue c on c.workspace_id = l.workspace_id and c.number = l.number and c.version = l.version
  cross join lateral jsonb_to_record(l.row)`)}
  returning number`

/**
 * Makes the courses of issues from their logs: of those that have none, or (`all`) of every issue, when what is counted has
 * changed. Answers of how many. Can be stopped and begun again at any time, beside a running desk.
 */
export async function rebuildCourses(database: Database, { all = false } = {}): Promise<number> {
  let made = 0
  let [workspace, number] = [0, 0]
  for (;;) {
    const { rows } = await database.query<Read>({ text: query, values: [workspace, number, all] })
    const last = rows.at(-1)
    if (!last) return made
    const written = await database.query(write, [JSON.stringify(rows.map(madeFrom))])
    made += written.rowCount ?? 0
    if (written.rowCount === rows.length) [workspace, number] = [last.workspace_id, last.number]
  }
}

function madeFrom({ workspace_id, number, version, calendar, log }: Read): object {
  const { course, tally } = courseFromLog(log, calendar)
  return { workspace_id, number, version, row: courseRow(course, tally, number, calendar) satisfies CourseRow }
}
