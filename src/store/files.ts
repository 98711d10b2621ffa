import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/**
 * The one small door to attachments and raw mails: contents under their SHA-256, so that the same is stored once and
 * nothing is ever overwritten. A store in the manner of S3 can follow behind it.
 */
export type Files = {
  /** Stores a content durably: when it returns, the content survives a power cut. */
  put(content: Uint8Array): Promise<{ hash: string; size: number }>
  /** Throws when there is no such content: nothing names one that was not stored. */
  read(hash: string): Promise<Uint8Array>
  stream(hash: string): Readable
}

/** Opens the folder of files, and makes it when it is not there. Only its owner may enter. */
export async function openFiles(folder: string): Promise<Files> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash)
  return {
    put: async content => {
      const hash = createHash('sha256').update(content).digest('hex')
      const path = pathOf(hash)
      if (!(await isThere(path, content.byteLength))) await store(content, join(incoming, randomUUID()), path)
      return { hash, size: content.byteLength }
    },
    read: hash => readFile(pathOf(hash)),
    stream: hash => createReadStream(pathOf(hash)),
  }
}

const isThere = (path: string, size: number): Promise<boolean> =>
  stat(path).then(
    found => found.size === size,
    () => false,
  )

/** Written beside, made durable, and only then given its name. */
async function store(content: Uint8Array, beside: string, path: string): Promise<void> {
  const folder = join(path, '..')
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await syncFolder(folder)
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
