import type { LessonId, MemberId } from '../core/context.ts'
import type { LessonState } from '../core/learning/lesson.ts'
import type { LessonWaitingKind } from '../core/learning/lesson-told.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** Something that waits for somebody on a lesson, with what the lesson is about. */
export type LessonWaitingRead = {
  lesson: LessonId
  kind: LessonWaitingKind
  since: Instant
  due: Instant | null
  state: Exclude<LessonState, 'changed'>
  what: string
}

/**
 * Whose work on lessons is asked for: a member's own; where they decide on lessons, also what waits for the supervisors of
 * `supervised`, and what waits for those of them who have left.
 */
export type WhoseLessons = { member: MemberId; supervised: readonly MemberId[]; gone: readonly MemberId[] }

/**
 * What waits on lessons of a workspace ($1) for a member ($2), as a supervisor of some and in place of others: the parameters
 * that hold them.
 */
export const lessonsWaitingForThem = (supervised: `$${number}`, gone: `$${number}`): string => `
select lesson_id, kind, since, due_at
from lesson_waiting
where workspace_id = $1 and (
  (for_kind = 'member' and (for_id = $2 or for_id = any(${gone}::uuid[])))
  or (for_kind = 'supervisors' and for_id = any(${supervised}::uuid[]))
)`

const mostShown = 200

const query = `
select l.lesson_id as lesson, t.kind, t.since, t.due, l.standing as state, coalesce(w.body, '') as what
from (
  select lesson_id, kind, min(since) as since, min(due_at) as due
  from (${lessonsWaitingForThem('$3', '$4')}) as waits
  group by lesson_id, kind
) as t
join lesson l on l.workspace_id = $1 and l.lesson_id = t.lesson_id
left join lesson_words w on w.workspace_id = $1 and w.words_id = (l.state->>'what')::uuid
order by t.due nulls last, t.since, l.lesson_id
limit $5`

/** What waits for somebody on lessons, each thing once, what falls due soonest first. */
export async function readLessonWaiting(
  connection: Connection,
  workspace: number,
  { member, supervised, gone }: WhoseLessons,
): Promise<LessonWaitingRead[]> {
  const { rows } = await connection.query<LessonWaitingRead>({
    name: 'lesson_waiting',
    text: query,
    values: [workspace, member, supervised, gone, mostShown],
  })
  return rows
}
