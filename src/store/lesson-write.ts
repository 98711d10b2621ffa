import { plainly } from '../core/learning/fact-rule.ts'
import { nextLessonDeadline } from '../core/learning/learning.ts'
import { inForce, type Lesson, latest } from '../core/learning/lesson.ts'
import type { LessonWaitingKind } from '../core/learning/lesson-told.ts'
import type { Instant } from '../core/time/instant.ts'
import type { EventRow, NewMail, NewWords, Notice } from './change.ts'
import type { Connection } from './database.ts'

/** Something on a lesson that waits for somebody. */
export type LessonWaitingRow = {
  kind: LessonWaitingKind
  for_kind: 'member' | 'supervisors'
  for_id: string
  since: Instant
  due_at: Instant | null
}

/** The rows that follow from a decision on a lesson, by kind. `waiting` is all that waits now. */
export type LessonRows = {
  events: EventRow[]
  words: NewWords[]
  notices: Notice[]
  waiting: LessonWaitingRow[]
  mails: NewMail[]
}

/** Everything that one decision on a lesson changes, written in one statement or not at all. */
export type LessonWrite = {
  workspace: number
  /** The version that was decided on; 0 for a lesson that did not exist. */
  base: number
  lesson: Lesson
  now: Instant
  rows: LessonRows
  once: { sender: string; key: string; request: string; answer: unknown } | null
}

const change = `
changed as (
  update lesson
  set version = $4, standing = $5, change_type = $6, changes = $7, rule_key = $8, next_deadline_at = $9, state = $10
  where workspace_id = $1 and lesson_id = $2 and version = $3
  returning workspace_id, lesson_id
)`

const create = `
changed as (
  insert into lesson (
    workspace_id, lesson_id, version, standing, change_type, changes, rule_key, next_deadline_at, state, number, kind_id,
    proposer_id, proposed_at
  )
  select $1, $2, $4, $5, $6, $7, $8, $9, $10, $14, $15, $16, $11
  where $3 = 0
  returning workspace_id, lesson_id
)`

const rows = (kind: keyof LessonRows): string => `jsonb_to_recordset($12::jsonb->'${kind}')`

// As with issues, each insert joins what the lesson's own row became: a lost race writes nothing at all.
const follow = `
happened as (
  insert into lesson_event (workspace_id, lesson_id, version, type, at, by_kind, by_id, source, data)
  select c.workspace_id, c.lesson_id, e.*
  from changed c, ${rows('events')} as e (
    version integer, type text, at timestamptz, by_kind text, by_id uuid, source text, data jsonb
  )
),
written as (
  insert into lesson_words (workspace_id, words_id, lesson_id, body)
  select c.workspace_id, w.id, c.lesson_id, w.body
  from changed c, ${rows('words')} as w (id uuid, body text)
),
noticed as (
  insert into notice (workspace_id, member_id, lesson_id, word, at)
  select c.workspace_id, n.member, c.lesson_id, n.word, n.at
  from changed c, ${rows('notices')} as n (member uuid, word text, at timestamptz)
),
mailed as (
  insert into outbound_mail (
    workspace_id, outbound_id, kind, mail_id, from_name, to_address, subject, body, state, created_at
  )
  select c.workspace_id, o.id, o.kind, o."mailId", o."fromName", o."to", o.subject, o.body, o.state, $11
  from changed c, ${rows('mails')} as o (
    id uuid, kind text, "mailId" text, "fromName" text, "to" text, subject text, body text, state text
  )
),
waited as (
  insert into lesson_waiting (workspace_id, lesson_id, kind, for_kind, for_id, since, due_at)
  select c.workspace_id, c.lesson_id, w.*
  from changed c, ${rows('waiting')} as w (
    kind text, for_kind text, for_id uuid, since timestamptz, due_at timestamptz
  )
  on conflict (workspace_id, lesson_id, kind, for_kind, for_id)
  do update set since = excluded.since, due_at = excluded.due_at
),
waited_for as (
  delete from lesson_waiting w
  using changed c
  where w.workspace_id = c.workspace_id and w.lesson_id = c.lesson_id
    and (w.kind, w.for_kind, w.for_id) not in (
      select n.kind, n.for_kind, n.for_id from ${rows('waiting')} as n (kind text, for_kind text, for_id uuid)
    )
),
answered_now as (
  insert into answered (workspace_id, sender, key, request, answer)
  select c.workspace_id, a.sender, a.key, a.request, a.answer
  from changed c, json_to_record($13) as a (sender text, key text, request text, answer json)
  where a.sender is not null
)
select count(*)::integer as changed from changed`

const changeLesson = `with${change},${follow}`
const createLesson = `with${create},${follow}`

/**
 * Writes a decision on a lesson: events, current state, words, what lists read, mail to go out and the answer to remember.
 * False when somebody else was faster.
 */
export async function writeLesson(connection: Connection, given: LessonWrite): Promise<boolean> {
  const { base, lesson } = given
  const values = valuesOf(given)
  const opening = [lesson.issue, lesson.kind, lesson.proposer]
  const { rows } = await connection.query<{ changed: number }>(
    base === 0
      ? { name: 'create_lesson', text: createLesson, values: [...values, ...opening] }
      : { name: 'change_lesson', text: changeLesson, values },
  )
  return rows[0]?.changed === 1
}

function valuesOf({ workspace, base, lesson, now, rows, once }: LessonWrite): unknown[] {
  const { change, standing } = latest(lesson)
  return [
    workspace,
    lesson.id,
    base,
    lesson.version,
    standing.state,
    change.type,
    lesson.versions.length,
    change.type === 'fact_rule' && inForce(lesson) ? plainly(change.key) : null,
    nextLessonDeadline(lesson),
    JSON.stringify(lesson),
    now,
    JSON.stringify(rows),
    JSON.stringify(once ?? {}),
  ]
}
