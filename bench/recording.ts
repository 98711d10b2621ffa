import type pg from 'pg'
import type { Database } from '../src/store/database.ts'

/** A statement as it went to PostgreSQL. */
export type Statement = { name: string; text: string; values: unknown[] }

/** A pool that remembers each statement that goes through it. */
export function recorded(database: Database): { database: Database; take(): Statement[] } {
  let statements: Statement[] = []
  const recording: Database = Object.create(database)
  recording.query = ((statement: Statement) => {
    if (typeof statement === 'object') statements.push(statement)
    return database.query(statement)
  }) as typeof database.query
  return {
    database: recording,
    take: () => {
      const taken = statements
      statements = []
      return taken
    },
  }
}

/** Sends statements one after the other on one connection, prepared as they were. */
export async function replayOn(connection: pg.PoolClient, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements) await connection.query(statement)
}
