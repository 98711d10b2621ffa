import type { MemberId } from '../core/context.ts'
import type { AbsenceId, Cover, CoverId } from '../core/cover/cover.ts'
import type { Instant } from '../core/time/instant.ts'
import type { ToCover } from './absences.ts'
import type { Connection } from './database.ts'

/** A cover of one issue. */
export type CoverRead = {
  id: CoverId
  number: number
  member: MemberId
  absent: MemberId
  state: Cover['state']
  from: Instant
  until: Instant
}

const columns =
  'cover_id as id, number, member_id as member, absent_id as absent, state, from_at as "from", until_at as until'

/** The issues that one asking is about, by number. */
export async function readAsking(connection: Connection, workspace: number, cover: CoverId): Promise<CoverRead[]> {
  const { rows } = await connection.query<CoverRead>({
    name: 'asking',
    text: `select ${columns} from cover where workspace_id = $1 and cover_id = $2 order by number`,
    values: [workspace, cover],
  })
  return rows
}

/** Who was asked to cover an absence, by issue and in the order in which they were asked. */
export async function readCoversOf(
  connection: Connection,
  workspace: number,
  absence: AbsenceId,
): Promise<CoverRead[]> {
  const { rows } = await connection.query<CoverRead>({
    name: 'covers_of_absence',
    text: `select ${columns} from cover where workspace_id = $1 and absence_id = $2 order by number, asked_at, cover_id`,
    values: [workspace, absence],
  })
  return rows
}

/** What a member is asked to cover, or covers, by begin. */
export async function readCoversBy(connection: Connection, workspace: number, member: MemberId): Promise<CoverRead[]> {
  const { rows } = await connection.query<CoverRead>({
    name: 'covers_by_member',
    text: `select ${columns} from cover
      where workspace_id = $1 and member_id = $2 and state in ('asked', 'accepted', 'in_force')
      order by from_at, cover_id, number`,
    values: [workspace, member],
  })
  return rows
}

/** Who acts in whose place now, each pair once, by the issue that was taken first. */
export async function readInForce(
  connection: Connection,
  workspace: number,
): Promise<{ absent: MemberId; member: MemberId }[]> {
  const { rows } = await connection.query<{ absent: MemberId; member: MemberId }>({
    name: 'covers_in_force',
    text: `select absent_id as absent, member_id as member
      from cover
      where workspace_id = $1 and state = 'in_force'
      group by absent_id, member_id
      order by min(asked_at), member_id`,
    values: [workspace],
  })
  return rows
}

/** The promises of some issues that run or are owed, by when they fall due. */
export async function readRunning(
  connection: Connection,
  workspace: number,
  numbers: readonly number[],
): Promise<Omit<ToCover, 'asked'>[]> {
  const { rows } = await connection.query<Omit<ToCover, 'asked'>>({
    name: 'running',
    text: `select p.number, p.promise_id as id, p.kind, w.body as what, p.due_at as due, p.state
      from promise p
      left join words w on w.workspace_id = p.workspace_id and w.words_id = p.what
      where p.workspace_id = $1 and p.number = any($2::bigint[]) and p.state in ('open', 'broken')
      order by p.due_at, p.number, p.promise_id`,
    values: [workspace, numbers],
  })
  return rows
}
