import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, chmod, mkdir, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { chooseAccount, mayUse } from './account.ts'
import { EmbeddedFault } from './fault.ts'

/**
 * Where data goes when nobody says: `data` in the clone. As root, when the clone is where PostgreSQL's user can't enter
 * (root's own home), a folder of this clone under /var/lib/baton; and from then on it stays there.
 */
export async function defaultDataFolder(clone: string, isEmbedded: boolean): Promise<string> {
  const inClone = join(clone, 'data')
  if (process.getuid?.() !== 0) return inClone
  const name = createHash('sha256')
    .update(await realpath(clone))
    .digest('hex')
    .slice(0, 12)
  const apart = join('/var/lib/baton', name)
  if (await isThere(apart)) return apart
  if (!isEmbedded) return inClone
  return mayUse(await chooseAccount(join(inClone, 'postgres')), '-x', clone) ? inClone : apart
}

/**
 * Makes the data folder when it is missing, for this user alone; throws a fault when it can't be written to. What has to be
 * made above it can be passed through, whatever the umask.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    const parent = dirname(resolve(folder))
    const first = await mkdir(parent, { recursive: true })
    for (let made = parent; first && made.startsWith(first); made = dirname(made)) await chmod(made, 0o755)
    // Another start may make it at the same moment.
    await mkdir(folder, { mode: 0o700 }).catch(error => isThere(folder).then(is => (is ? null : Promise.reject(error))))
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new EmbeddedFault(
      `The data folder ${folder} can't be written to by this user (${why}). Give this user the right to, or set BATON_DATA to a folder of theirs.`,
    )
  }
}

/** The note in the data folder by which a command beside a running server finds its database. */
export const noteIn = (folder: string): string => join(folder, 'postgres.json')

/** The address of the embedded database that a running server keeps in this data folder; null when none does. */
export async function findRunning(folder: string): Promise<string | null> {
  try {
    const { url } = JSON.parse(await readFile(noteIn(folder), 'utf8')) as { url: string }
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.end()
    return url
  } catch {
    // No note, or one that a killed server left.
    return null
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
