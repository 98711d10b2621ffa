import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The template database of this run's PostgreSQL server, already migrated. */
    template: string
  }
}

/** A database of a test's own, with all tables and no rows, on the one server of this test run. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const template = inject('template')
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(template, `create database ${name} template ${databaseOf(template)}`)
  return {
    url: withDatabase(template, name),
    // By force: what a test left connected must not keep its database.
    drop: () => administer(template, `drop database if exists ${name} with (force)`),
  }
}

/** The same server's address with another database. */
export function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: name }).href
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

/** Runs one statement that no transaction or connection to the databases concerned may surround. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
