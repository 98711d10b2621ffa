import { readdir, readFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { rebuildCourses } from './course-rebuild.ts'
import { openDatabase } from './database.ts'

const folder = new URL('./migrations/', import.meta.url)

/** Every numbered SQL file is a migration; once released it is never edited. */
async function migrations() {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  const entries = names.map(async name => {
    const text = await readFile(new URL(name, folder), 'utf8')
    return [
      name.replace(/\.sql$/, ''),
      {
        up: (db: Kysely<unknown>) =>
          sql
            .raw(text)
            .execute(db)
            .then(() => {}),
      },
    ] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** Brings a database to the newest tables. Several processes may ask at once: one does it, the others wait. */
export async function migrate(databaseUrl: string): Promise<void> {
  const pool = openDatabase(databaseUrl, 2)
  try {
    // The job library's tables first: ours refer to its functions.
    await runMigrations({ pgPool: pool })
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
    const { error } = await new Migrator({ db, provider: { getMigrations: migrations } }).migrateToLatest()
    if (error) throw error
    await rebuildCourses(pool)
  } finally {
    await pool.end()
  }
}
