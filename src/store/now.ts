import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** The desk's time: the database's clock, or where it was moved to for trying out and testing. */
export async function readNow(connection: Connection, workspace: number): Promise<Instant> {
  const { rows } = await connection.query<{ now: Instant }>({
    name: 'now',
    text: 'select coalesce(time_stands_at, clock_timestamp()) as now from workspace where workspace_id = $1',
    values: [workspace],
  })
  const [row] = rows
  if (!row) throw new Error(`Workspace ${workspace} does not exist.`)
  return row.now
}
