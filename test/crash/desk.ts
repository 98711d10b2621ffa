import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { findRunning } from '../../src/store/embedded/place.ts'
import { putWorkspace } from '../../src/store/workspace.ts'
import { always, hire } from '../mail-flow/running-desk.ts'
import type { ServerProcess } from './server-process.ts'

export const inbox = 'support@litoral.example'

/** A data folder that the database's user can enter; it goes with the test. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-crash-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await chmod(folder, 0o755)
  return join(folder, 'data')
}

/** Gives a desk its name, its hours and its people; answers their API keys. */
export async function staff(database: Database): Promise<string[]> {
  await putWorkspace(database, 1, { name: 'Litoral', inbox, calendar: always, policy: {} })
  return [...(await hire(database)).values()].map(({ key }) => key)
}

/** The embedded database of a running server. */
export async function databaseOf({ data }: ServerProcess): Promise<{ database: Database; url: string }> {
  const url = await findRunning(data)
  if (url === null) throw new Error(`No database runs in ${data}.`)
  return { database: openDatabase(url, 3), url }
}
