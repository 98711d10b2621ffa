import type { Source } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

export type EventRead = {
  version: number
  type: string
  at: Instant
  by_kind: 'member' | 'customer' | 'desk'
  by_id: string | null
  source: Source
  data: Record<string, unknown>
}

/** Events of an issue's log after a version, oldest first (Rule 33). */
export async function readEventRows(
  connection: Connection,
  workspace: number,
  number: number,
  after: number,
  limit: number,
): Promise<EventRead[]> {
  const { rows } = await connection.query<EventRead>({
    name: 'events',
    text: `select version, type, at, by_kind, by_id, source, data
      from event
      where workspace_id = $1 and number = $2 and version > $3
      order by version
      limit $4`,
    values: [workspace, number, after, limit],
  })
  return rows
}
