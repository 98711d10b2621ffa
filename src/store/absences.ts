import type { MemberId } from '../core/context.ts'
import type { Absence } from '../core/cover/absence.ts'
import type { AbsenceId, Span } from '../core/cover/cover.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

const columns = 'absence_id as id, member_id as member, from_at as "from", until_at as until, state'

/** The absences of a member that end after a moment, in their order; also those that were cancelled. */
export async function readAbsences(
  connection: Connection,
  workspace: number,
  member: MemberId,
  after: Instant,
): Promise<Absence[]> {
  const { rows } = await connection.query<Absence>({
    name: 'absences',
    text: `select ${columns} from absence
      where workspace_id = $1 and member_id = $2 and until_at > $3
      order by from_at, absence_id`,
    values: [workspace, member, after],
  })
  return rows
}

export async function readAbsence(
  connection: Connection,
  workspace: number,
  member: MemberId,
  absence: AbsenceId,
): Promise<Absence | null> {
  const { rows } = await connection.query<Absence>(
    `select ${columns} from absence where workspace_id = $1 and member_id = $2 and absence_id = $3`,
    [workspace, member, absence],
  )
  return rows[0] ?? null
}

export async function putAbsence(
  connection: Connection,
  workspace: number,
  { id, member, from, until, state }: Absence,
): Promise<void> {
  await connection.query(
    `insert into absence (workspace_id, absence_id, member_id, from_at, until_at, state) values ($1, $2, $3, $4, $5, $6)
    on conflict (workspace_id, absence_id) do update set until_at = excluded.until_at, state = excluded.state`,
    [workspace, id, member, from, until, state],
  )
}

/** Holds a member, so that what is decided of them is decided one after the other. False when there is no such member. */
export async function holdMember(connection: Connection, workspace: number, member: MemberId): Promise<boolean> {
  const { rowCount } = await connection.query(
    'select 1 from member where workspace_id = $1 and member_id = $2 for no key update',
    [workspace, member],
  )
  return rowCount === 1
}

/** A promise that nobody would look after in a time, with whom an answer to a cover is waited for. */
export type ToCover = {
  number: number
  id: number
  kind: 'word' | 'answer' | 'introduction' | 'follow_up'
  what: string | null
  due: Instant
  state: 'open' | 'broken'
  asked: MemberId | null
}

/** Rule 15: what would need a cover if somebody were away in a time, what is owed or falls due soonest first. */
export async function readToCover(
  connection: Connection,
  workspace: number,
  member: MemberId,
  { from, until }: Span,
): Promise<ToCover[]> {
  const { rows } = await connection.query<ToCover>({
    name: 'to_cover',
    text: `select t.number, t.promise_id as id, p.kind, w.body as what, t.due_at as due, t.state, t.asked
      from promises_to_cover($1, $2, $3, $4) t
      join promise p on p.workspace_id = $1 and p.number = t.number and p.promise_id = t.promise_id
      left join words w on w.workspace_id = $1 and w.words_id = p.what
      order by t.due_at, t.number, t.promise_id`,
    values: [workspace, member, from, until],
  })
  return rows
}

/** Rule 15: absences under way in which nobody looks after something, by their begin. */
export async function readUncovered(connection: Connection, workspace: number): Promise<Absence[]> {
  const { rows } = await connection.query<Absence>({
    name: 'uncovered',
    text: `select ${columns}
      from workspace w
      cross join lateral (select coalesce(w.time_stands_at, clock_timestamp()) as now) as clock
      join absence a on a.workspace_id = w.workspace_id and a.state <> 'cancelled' and a.from_at <= clock.now
        and a.until_at > clock.now
      where w.workspace_id = $1
        and exists (select 1 from promises_to_cover($1, a.member_id, clock.now, a.until_at))
      order by a.from_at, a.absence_id`,
    values: [workspace],
  })
  return rows
}

/** Rule 15: absences that wait no more, since nothing in them is without a cover: they are agreed from now on. */
export async function agreeCovered(
  connection: Connection,
  workspace: number,
): Promise<Pick<Absence, 'id' | 'member' | 'from' | 'until'>[]> {
  const { rows } = await connection.query<Absence>({
    name: 'agree_covered',
    text: `update absence a
      set state = 'agreed'
      from workspace w
      where w.workspace_id = $1 and a.workspace_id = $1 and a.state = 'waiting'
        and a.until_at > coalesce(w.time_stands_at, clock_timestamp())
        and not exists (
          select 1 from promises_to_cover(
            $1, a.member_id, greatest(a.from_at, coalesce(w.time_stands_at, clock_timestamp())), a.until_at
          )
        )
      returning ${columns}`,
    values: [workspace],
  })
  return rows
}
