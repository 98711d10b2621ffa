import type { Actor, Source } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** Something that happened outside of any issue: what it is about, who did it, when and from where (Rule 33). */
export type DeskEvent = {
  about: 'absence' | 'cause' | 'customer' | 'kind' | 'member' | 'schedule' | 'workspace'
  id: string
  /** In the past: `ToldByMailChosen`. */
  type: string
  at: Instant
  by: Actor
  from: Source
  /** Names and numbers, never words that somebody wrote. */
  data: object
}

/** Puts something on record for good, in the transaction that did it. */
export async function logDeskEvent(
  connection: Connection,
  workspace: number,
  { about, id, type, at, by, from, data }: DeskEvent,
): Promise<void> {
  await connection.query(
    `insert into desk_event (workspace_id, about, about_id, type, at, by_kind, by_id, source, data)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [workspace, about, id, type, at, by.kind, by.kind === 'desk' ? null : by.id, from, JSON.stringify(data)],
  )
}
