import { foundDesk } from '../desk/setup.ts'
import { readSettings, type Settings } from '../settings/settings.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import type { Output } from './command.ts'
import { withDatabase } from './database.ts'

/** A server has one desk, so far. */
export const workspace = 1

/** Works on the desk's database, with the newest tables and a desk founded in it. */
export async function onDesk<T>(output: Output, work: (database: Database) => Promise<T>): Promise<T> {
  const settings: Settings = readSettings(process.env)
  return withDatabase(settings, output, async url => {
    await migrate(url)
    const database = openDatabase(url, 2)
    try {
      await foundDesk(database, workspace, settings.inbox, Temporal.Now.timeZoneId())
      return await work(database)
    } finally {
      await database.end()
    }
  })
}
