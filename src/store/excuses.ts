import type { LessonId, MemberId } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** A fact or step that was excused from a lesson: on which issue, by whom, and why. */
export type ExcuseRow = { number: number; subject: string; at: Instant; by: MemberId; why: string }

/** What was excused from a lesson, the newest first (Rule 28). */
export async function readExcuseRows(
  connection: Connection,
  workspace: number,
  lesson: LessonId,
  limit: number,
): Promise<ExcuseRow[]> {
  const { rows } = await connection.query<ExcuseRow>({
    name: 'excuses',
    text: `select e.number, s.subject, e.at, e.by_id as by, coalesce(t.body, '') as why
      from event e
      join story s on s.workspace_id = e.workspace_id and s.number = e.number
      left join words t on t.workspace_id = e.workspace_id and t.words_id = (e.data->>'why')::uuid
      where e.workspace_id = $1 and e.type in ('FactExcused', 'ChecklistStepExcused') and e.data->>'lesson' = $2
        and e.by_id is not null
      order by e.at desc, e.number desc
      limit $3`,
    values: [workspace, String(lesson), limit],
  })
  return rows
}
