import type pg from 'pg'
import type { Instant } from '../../core/time/instant.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Configuration } from '../../store/configuration.ts'

/** What became of a mail: the row's new state, the issue that it reached, and what a person should know. */
export type Taken = {
  state: 'issue' | 'reply' | 'machine' | 'duplicate' | 'kept'
  number: number | null
  why: string | null
}

/** A mail that a job has before it, in the transaction that decides what becomes of it. */
export type Taking = {
  desk: Desk
  connection: pg.PoolClient
  configuration: Configuration
  now: Instant
  /** Every address that it went to, as stored. */
  recipients: readonly string[]
}
