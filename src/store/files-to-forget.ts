import type { Connection } from './database.ts'

/** Contents that nothing names any more, of those that were erased. What somebody else's names stays, and is forgotten here. */
export async function readForgettable(connection: Connection, workspace: number): Promise<string[]> {
  await connection.query(
    `delete from file_to_forget f
    where f.workspace_id = $1 and (
      exists (select 1 from attachment a where a.workspace_id = $1 and a.hash = f.hash)
      or exists (select 1 from inbound_mail m where m.workspace_id = $1 and m.hash = f.hash)
    )`,
    [workspace],
  )
  const { rows } = await connection.query<{ hash: string }>(
    'select hash from file_to_forget where workspace_id = $1 order by hash limit 1000',
    [workspace],
  )
  return rows.map(({ hash }) => hash)
}

export async function markForgotten(connection: Connection, workspace: number, hash: string): Promise<void> {
  await connection.query('delete from file_to_forget where workspace_id = $1 and hash = $2', [workspace, hash])
}
