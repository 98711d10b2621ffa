import pg from 'pg'
import type { Instant } from '../core/time/instant.ts'
import { type Connection, inTransaction } from '../store/database.ts'
import { readNow } from '../store/now.ts'
import { nudge, senderOf, wasRaced } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'

/** A transaction, its time, and the caller for each single act in it: the Idempotency-Key is of the whole. */
export type Together = { connection: Connection; now: Instant; caller: Caller }

/**
 * Does what is more than one act on one issue as one: all of it happens, once under its Idempotency-Key, or nothing. A
 * refusal of any part undoes the rest.
 */
export async function together<T>(
  desk: Desk,
  caller: Caller,
  work: (given: Together) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inOne(desk, caller, work)
    } catch (error) {
      if (!(wasRaced(error) || madeTwice(error)) || tries === mostTries) throw error
    }
  }
}

const mostTries = 5

/** Somebody else made the same new thing at the same moment: who is turned away begins anew, and finds it. */
const madeTwice = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '23505'

async function inOne<T>(
  desk: Desk,
  caller: Caller,
  work: (given: Together) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    const done = await inTransaction(desk.database, async connection => {
      const known = await answeredBefore<T>(desk, caller, connection)
      if (known) return known
      const now = await readNow(connection, desk.workspace)
      const outcome = await work({ connection, now, caller: { ...caller, once: null } })
      if (!('answer' in outcome)) throw new Undone(outcome)
      await remember(desk, caller, connection, outcome.answer)
      return outcome
    })
    nudge(desk.database)
    return done
  } catch (error) {
    if (error instanceof Undone) return error.outcome as Outcome<T>
    throw error
  }
}

/** Carries a refusal out of the transaction that it ends. */
class Undone extends Error {
  readonly outcome: Outcome<unknown>

  constructor(outcome: Outcome<unknown>) {
    super('Refused.')
    this.outcome = outcome
  }
}

/** The same key at the same moment waits for the other; then it finds the other's answer. */
async function answeredBefore<T>(
  { workspace }: Desk,
  caller: Caller,
  connection: Connection,
): Promise<Outcome<T> | null> {
  const { once } = caller
  if (!once) return null
  const key = [senderOf(caller), once.key]
  await connection.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key.join(' ')])
  const { rows } = await connection.query<{ request: string; answer: T }>(
    'select request, answer from answered where workspace_id = $1 and sender = $2 and key = $3',
    [workspace, ...key],
  )
  const [row] = rows
  if (!row) return null
  return row.request === once.request ? { answer: row.answer } : { keyReused: true }
}

async function remember({ workspace }: Desk, caller: Caller, connection: Connection, answer: unknown): Promise<void> {
  const { once } = caller
  if (!once) return
  await connection.query(
    'insert into answered (workspace_id, sender, key, request, answer) values ($1, $2, $3, $4, $5)',
    [workspace, senderOf(caller), once.key, once.request, JSON.stringify(answer)],
  )
}
