import { readSettings } from '../settings/settings.ts'
import { migrate } from '../store/migrate.ts'
import { type Command, parse } from './command.ts'
import { withDatabase } from './database.ts'

export const migrateCommand: Command = {
  words: 'migrate',
  usage: '',
  does: 'Brings the database to the newest tables. "start" does so by itself.',
  async run(typed, output) {
    parse(typed, {})
    await withDatabase(readSettings(process.env), output, migrate)
    output.report({ migrated: true }, 'The database has the newest tables.')
    return 0
  },
}
