import pg from 'pg'
import { type Instant, instant } from '../core/time/instant.ts'

// Times leave PostgreSQL as instants, and numbers of issues as numbers: they stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, readTime)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** `2026-11-24 17:00:00.123456+00` as PostgreSQL writes it; offsets may lack their minutes. */
function readTime(text: string): Instant {
  return instant(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
}

export type Database = pg.Pool
/** One connection inside a transaction, or the pool where a statement is a transaction of its own. */
export type Connection = pg.Pool | pg.PoolClient

/** Connects to PostgreSQL. `connections`: how many at most; each process has its own. */
export function openDatabase(url: string, connections = 20): Database {
  const database = new pg.Pool({ connectionString: url, max: connections, application_name: 'baton' })
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
  database.on('error', () => {})
  database.on('connect', connection => connection.on('error', () => {}))
  return database
}

/** Runs `work` in one transaction: all of it happens, or nothing. */
export async function inTransaction<T>(
  database: Database,
  work: (connection: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const connection = await database.connect()
  let broken: Error | undefined
  try {
    await connection.query('begin')
    const result = await work(connection)
    await connection.query('commit')
    return result
  } catch (error) {
    await connection.query('rollback').catch((fault: Error) => {
      broken = fault
    })
    throw error
  } finally {
    connection.release(broken)
  }
}
