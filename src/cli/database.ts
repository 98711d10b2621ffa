import { fileURLToPath } from 'node:url'
import type { Settings } from '../settings/settings.ts'
import { startEmbedded } from '../store/embedded/embedded.ts'
import { defaultDataFolder, findRunning } from '../store/embedded/place.ts'
import type { Output } from './command.ts'
import { chooseDatabase } from './which-database.ts'

/** The folder of the clone. */
export const clone = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** The data folder that these settings mean. */
export async function dataFolder(settings: Settings): Promise<string> {
  return settings.data ?? (await defaultDataFolder(clone, settings.databaseUrl === null))
}

/** Works on the desk's database: one's own, or the running server's, or the embedded one started for this alone. */
export async function withDatabase<T>(
  settings: Settings,
  { say }: Output,
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (settings.databaseUrl !== null) return work(settings.databaseUrl)
  const folder = await dataFolder(settings)
  const running = await findRunning(folder)
  if (running !== null) return work(running)
  const embedded = await startEmbedded({ folder, say })
  try {
    return await work((await chooseDatabase(embedded, settings.demo)).url)
  } finally {
    await embedded.stop()
  }
}
