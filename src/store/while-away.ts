import type { MemberId } from '../core/context.ts'
import type { AbsenceId, Span } from '../core/cover/cover.ts'
import type { Instant } from '../core/time/instant.ts'
import type { ToCover } from './absences.ts'
import type { Connection } from './database.ts'

/** The open issues of somebody, and those that were covered in one of their absences. */
export async function readTheirs(
  connection: Connection,
  workspace: number,
  member: MemberId,
  absence: AbsenceId,
): Promise<number[]> {
  const { rows } = await connection.query<{ number: number }>(
    `select number from issue where workspace_id = $1 and owner_id = $2 and phase <> 'closed'
    union
    select number from cover where workspace_id = $1 and absence_id = $3 and state in ('accepted', 'in_force', 'over')`,
    [workspace, member, absence],
  )
  return rows.map(({ number }) => number)
}

/** What became of a promise, when and by whom. */
export type PromiseStep = {
  number: number
  type: string
  at: Instant
  byKind: 'member' | 'customer' | 'desk'
  byId: string | null
  kind: ToCover['kind']
  what: string | null
  due: Instant
}

/** What was promised, kept, moved and broken on some issues in a time, in its order. */
export async function readPromiseSteps(
  connection: Connection,
  workspace: number,
  numbers: readonly number[],
  { from, until }: Span,
): Promise<PromiseStep[]> {
  const { rows } = await connection.query<PromiseStep>(
    `select e.number, e.type, e.at, e.by_kind as "byKind", e.by_id as "byId", p.kind, w.body as what, p.due_at as due
    from event e
    join promise p on p.workspace_id = e.workspace_id and p.number = e.number
      and p.promise_id = coalesce(e.data->>'into', e.data->>'promise')::integer
    left join words w on w.workspace_id = p.workspace_id and w.words_id = p.what
    where e.workspace_id = $1 and e.number = any($2::bigint[]) and e.at >= $3 and e.at <= $4 and e.type like 'Promise%'
    order by e.number, e.version`,
    [workspace, numbers, from, until],
  )
  return rows
}

export type WrittenAway = {
  number: number
  id: string
  at: Instant
  direction: 'in' | 'out' | 'note'
  author: string
  begin: string
}

/** What was written on some issues in a time, in its order: the begin of each. */
export async function readWritten(
  connection: Connection,
  workspace: number,
  numbers: readonly number[],
  { from, until }: Span,
): Promise<WrittenAway[]> {
  const { rows } = await connection.query<WrittenAway>(
    `select m.number, m.message_id as id, m.at, m.direction, coalesce(w.name, c.name, m.author_name, m.address, '') as author,
      left(m.body, 300) as begin
    from message m
    left join member w on m.author_kind = 'member' and w.workspace_id = m.workspace_id and w.member_id = m.author_id
    left join customer c on m.author_kind = 'customer' and c.workspace_id = m.workspace_id and c.customer_id = m.author_id
    where m.workspace_id = $1 and m.number = any($2::bigint[]) and m.at >= $3 and m.at <= $4
    order by m.number, m.at, m.message_id`,
    [workspace, numbers, from, until],
  )
  return rows
}
