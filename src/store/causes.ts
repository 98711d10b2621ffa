import type { MemberId } from '../core/context.ts'
import type { Cause, CauseId } from '../core/resolution/cause.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** A cause with its words, and which issues belong to it. */
export type CauseRead = Cause & {
  subject: string
  what: string
  openedBy: MemberId
  openedAt: Instant
  solution: { wrong: string; done: string; holds: string; at: Instant } | null
  issues: number[]
}

const query = `
select c.cause_id as id, c.subject, c.what, c.lead_id as lead, c.opened_by_id as "openedBy", c.opened_at as "openedAt",
  case when c.solved_at is not null then
    json_build_object('wrong', c.wrong, 'done', c.done, 'holds', c.holds, 'at', instant(c.solved_at))
  end as solution,
  coalesce((
    select json_agg(i.number order by i.number)
    from issue i
    where i.workspace_id = c.workspace_id and i.cause_id = c.cause_id
  ), '[]') as issues
from cause c
where c.workspace_id = $1`

type Row = Omit<CauseRead, 'state'>

const causeFrom = (row: Row): CauseRead => ({ ...row, state: row.solution ? 'solved' : 'open' })

/** One cause; in a transaction it can be held, so that links and solutions follow each other. Null: there is none. */
export async function readCause(
  connection: Connection,
  workspace: number,
  id: CauseId,
  hold: 'held' | 'seen',
): Promise<CauseRead | null> {
  if (hold === 'held')
    await connection.query('select 1 from cause where workspace_id = $1 and cause_id = $2 for update', [workspace, id])
  const { rows } = await connection.query<Row>({
    name: 'cause',
    text: `${query} and c.cause_id = $2`,
    values: [workspace, id],
  })
  return rows[0] ? causeFrom(rows[0]) : null
}

/** All causes: those that are open first, each kind from the newest on. */
export async function readCauses(connection: Connection, workspace: number, limit: number): Promise<CauseRead[]> {
  const { rows } = await connection.query<Row>({
    name: 'causes',
    text: `${query} order by c.solved_at is not null, c.opened_at desc, c.cause_id desc limit $2`,
    values: [workspace, limit],
  })
  return rows.map(causeFrom)
}

/** The issues of a cause for which somebody was asked to do something. */
export async function readAssisted(connection: Connection, workspace: number, id: CauseId): Promise<number[]> {
  const { rows } = await connection.query<{ number: number }>({
    name: 'cause_assisted',
    text: `select distinct i.number
      from issue i
      join assist a on a.workspace_id = i.workspace_id and a.number = i.number
      where i.workspace_id = $1 and i.cause_id = $2
      order by i.number`,
    values: [workspace, id],
  })
  return rows.map(({ number }) => number)
}

/** The word for all customers of a cause as one of its issues has it, and whether its owner is still to pass it on. */
export type CauseWordRow = { number: number; text: string; at: Instant; waits: boolean }

/** The last word of a cause on each of its issues that was given it, the newest first (Rule 22). */
export async function readCauseWords(connection: Connection, workspace: number, id: CauseId): Promise<CauseWordRow[]> {
  const { rows } = await connection.query<CauseWordRow>({
    name: 'cause_words',
    text: `select i.number, t.body as text, i.state->'cause'->'word'->>'at' as at,
        exists (
          select 1 from waiting w
          where w.workspace_id = i.workspace_id and w.number = i.number and w.kind = 'cause_word' and w.of = $2
        ) as waits
      from issue i
      join words t on t.workspace_id = i.workspace_id
        and t.words_id = (i.state->'cause'->'word'->>'message')::uuid
      where i.workspace_id = $1 and i.cause_id = $2
      order by at desc, i.number`,
    values: [workspace, id],
  })
  return rows
}

/** The open issue of a cause that somebody owns, the first of several; null: none. */
export async function readOwnIssue(
  connection: Connection,
  workspace: number,
  id: CauseId,
  member: MemberId,
): Promise<number | null> {
  const { rows } = await connection.query<{ number: number }>({
    name: 'cause_own_issue',
    text: `select i.number
      from issue i
      where i.workspace_id = $1 and i.cause_id = $2 and i.owner_id = $3 and i.phase <> 'closed'
      order by i.number
      limit 1`,
    values: [workspace, id, member],
  })
  return rows[0]?.number ?? null
}

/** Founds a cause, led by whoever saw it. */
export async function insertCause(
  connection: Connection,
  workspace: number,
  { subject, what, lead, at }: { subject: string; what: string; lead: MemberId; at: Instant },
): Promise<CauseId> {
  const { rows } = await connection.query<{ id: CauseId }>(
    `insert into cause (workspace_id, cause_id, subject, what, lead_id, opened_by_id, opened_at)
    values ($1, nextval('cause_number'), $2, $3, $4, $4, $5)
    returning cause_id as id`,
    [workspace, subject, what, lead, at],
  )
  return rows[0]?.id ?? 0
}

/** Somebody else leads it from now on. */
export async function moveLead(connection: Connection, workspace: number, id: CauseId, lead: MemberId): Promise<void> {
  await connection.query('update cause set lead_id = $3 where workspace_id = $1 and cause_id = $2', [
    workspace,
    id,
    lead,
  ])
}

/** How it was solved; null: it was not after all. */
export async function writeSolution(
  connection: Connection,
  workspace: number,
  id: CauseId,
  solution: CauseRead['solution'],
): Promise<void> {
  const { wrong = null, done = null, holds = null, at = null } = solution ?? {}
  await connection.query(
    'update cause set wrong = $3, done = $4, holds = $5, solved_at = $6 where workspace_id = $1 and cause_id = $2',
    [workspace, id, wrong, done, holds, at],
  )
}
