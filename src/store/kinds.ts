import type { KindId } from '../core/context.ts'
import type { Connection } from './database.ts'

/** Adds a kind of issue, or takes up again the one of this name that was given up. Answers which it is. */
export async function putKind(
  connection: Connection,
  workspace: number,
  { id, name }: { id: KindId; name: string },
): Promise<KindId> {
  const { rows } = await connection.query<{ id: KindId }>(
    `insert into kind (workspace_id, kind_id, name) values ($1, $2, $3)
    on conflict (workspace_id, lower(name)) do update set active = true
    returning kind_id as id`,
    [workspace, id, name],
  )
  return rows[0]?.id ?? id
}

/** Gives a kind up: it is chosen no more. False when there is none to give up. */
export async function dropKind(connection: Connection, workspace: number, kind: KindId): Promise<boolean> {
  const { rowCount } = await connection.query(
    'update kind set active = false where workspace_id = $1 and kind_id = $2 and active',
    [workspace, kind],
  )
  return rowCount === 1
}
