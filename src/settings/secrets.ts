import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SettingsFault } from './settings.ts'

/** Keys of this desk. Whoever has them can sign in as anybody. */
export type Secrets = {
  /** Signs the sessions of members. */
  session: Buffer
  /** Signs the links by which customers see their issue. */
  links: Buffer
  /** Signs the addresses that carry an issue's number. */
  addresses: Buffer
}

/** Reads the desk's secrets; the first start makes them. Several processes may start at once: all get the same. */
export async function openSecrets(folder: string): Promise<Secrets> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'secrets.json')
  return (await readSecrets(file)) ?? (await makeSecrets(file))
}

async function readSecrets(file: string): Promise<Secrets | null> {
  let text: string
  try {
    if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600)
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  try {
    const stored = JSON.parse(text) as Record<string, unknown>
    return { session: key(stored.session), links: key(stored.links), addresses: key(stored.addresses) }
  } catch {
    throw new SettingsFault([
      `${file} is damaged: it should hold three keys. Bring it back from a backup; or delete it, and the next start makes new ones. ` +
        'Then everybody signs in anew, and links and reply addresses in old mails no longer work.',
    ])
  }
}

function key(text: unknown): Buffer {
  const bytes = Buffer.from(String(text), 'base64')
  if (bytes.length !== 32) throw new Error('no key')
  return bytes
}

async function makeSecrets(file: string): Promise<Secrets> {
  const made = { session: randomBytes(32), links: randomBytes(32), addresses: randomBytes(32) }
  const text = JSON.stringify(
    Object.fromEntries(Object.entries(made).map(([name, bytes]) => [name, bytes.toString('base64')])),
  )
  const beside = `${file}.${randomUUID()}`
  try {
    const handle = await open(beside, 'wx', 0o600)
    await handle.writeFile(`${text}\n`)
    await handle.sync()
    await handle.close()
    await link(beside, file)
    return made
  } catch (error) {
    // Another process was first: its secrets are the desk's.
    const others = await readSecrets(file)
    if (others) return others
    throw error
  } finally {
    await rm(beside, { force: true })
  }
}
