import type { KindId, LessonId } from '../core/context.ts'
import type { Lesson } from '../core/learning/lesson.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** A lesson with its words, and all else that one command needs, from one moment of the database. */
export type SeenForLesson = {
  now: Instant
  configVersion: number
  lesson: SeenLesson | null
  answered: { request: string; answer: unknown } | null
}

export type SeenLesson = {
  state: Lesson
  /** Every text that its events name, by its id. */
  words: Record<string, string>
  /** What the issue is called from which it was proposed. */
  subject: string | null
}

type Row = {
  now: Instant
  config_version: number
  state: Lesson | null
  words: Record<string, string> | null
  subject: string | null
  request: string | null
  answer: unknown
}

const query = `
select coalesce(w.time_stands_at, clock_timestamp()) as now, w.config_version, l.state, s.subject,
  (
    select jsonb_object_agg(words_id, body) from lesson_words t where t.workspace_id = $1 and t.lesson_id = $2
  ) as words,
  r.request, r.answer
from workspace w
left join lesson l on l.workspace_id = w.workspace_id and l.lesson_id = $2
left join story s on s.workspace_id = l.workspace_id and s.number = l.number
left join answered r on r.workspace_id = w.workspace_id and r.sender = $3 and r.key = $4
where w.workspace_id = $1`

/** Reads a lesson for a decision. `once`: the Idempotency-Key and who chose it. */
export async function seeLesson(
  connection: Connection,
  workspace: number,
  lesson: LessonId,
  once: { sender: string; key: string } | null,
): Promise<SeenForLesson> {
  const values = [workspace, lesson, once?.sender ?? null, once?.key ?? null]
  const { rows } = await connection.query<Row>({ name: 'see_lesson', text: query, values })
  const [row] = rows
  if (!row) throw new Error(`Workspace ${workspace} does not exist.`)
  const { now, config_version: configVersion, state, words, subject, request, answer } = row
  const seen = state && { state, words: words ?? {}, subject }
  return { now, configVersion, lesson: seen, answered: request === null ? null : { request, answer } }
}

/** What a proposal needs, from one moment of the database. */
export type SeenForProposal = {
  /** The public number that the lesson will have; numbers may have gaps. */
  lesson: LessonId
  now: Instant
  configVersion: number
  /** The issue from which it is proposed; null when there is no such one. */
  issue: { number: number; kind: KindId | null; subject: string } | null
  answered: { request: string; answer: unknown } | null
}

/** Reads what a proposal from an issue (or from none) needs. */
export async function seeProposal(
  connection: Connection,
  workspace: number,
  issue: number | null,
  once: { sender: string; key: string } | null,
): Promise<SeenForProposal> {
  const { rows } = await connection.query<
    Omit<SeenForProposal, 'answered'> & { request: string | null; answer: unknown }
  >({
    name: 'see_proposal',
    text: `select nextval('lesson_number')::integer as lesson, coalesce(w.time_stands_at, clock_timestamp()) as now,
        w.config_version as "configVersion", r.request, r.answer,
        (
          select json_build_object('number', i.number, 'kind', i.kind_id, 'subject', s.subject)
          from issue i
          join story s on s.workspace_id = i.workspace_id and s.number = i.number
          where i.workspace_id = $1 and i.number = $2
        ) as issue
      from workspace w
      left join answered r on r.workspace_id = w.workspace_id and r.sender = $3 and r.key = $4
      where w.workspace_id = $1`,
    values: [workspace, issue, once?.sender ?? null, once?.key ?? null],
  })
  const [row] = rows
  if (!row) throw new Error(`Workspace ${workspace} does not exist.`)
  const { request, answer, ...seen } = row
  return { ...seen, answered: request === null ? null : { request, answer } }
}

/** Which lessons, and where the page goes on. */
export type LessonSelection = {
  states: readonly string[] | null
  change: string | null
  kind: KindId | null
  issue: number | null
  before: LessonId | null
  limit: number
}

/** Lessons as a list shows them, the newest first: with the words of what happened and of the change. */
export async function readLessonRows(
  connection: Connection,
  workspace: number,
  { states, change, kind, issue, before, limit }: LessonSelection,
): Promise<SeenLesson[]> {
  const { rows } = await connection.query<SeenLesson>({
    name: 'lessons',
    text: `select l.state, s.subject,
        (
          select jsonb_object_agg(t.words_id, t.body)
          from lesson_words t
          where t.workspace_id = l.workspace_id and t.lesson_id = l.lesson_id
            and (t.words_id::text = l.state->>'what'
              or strpos((l.state->'versions'->-1->'change')::text, t.words_id::text) > 0)
        ) as words
      from lesson l
      left join story s on s.workspace_id = l.workspace_id and s.number = l.number
      where l.workspace_id = $1
        and ($2::text[] is null or l.standing = any($2)) and ($3::text is null or l.change_type = $3)
        and ($4::uuid is null or l.kind_id = $4) and ($5::bigint is null or l.number = $5)
        and ($6::integer is null or l.lesson_id < $6)
      order by l.lesson_id desc
      limit $7`,
    values: [workspace, states, change, kind, issue, before, limit],
  })
  return rows
}
