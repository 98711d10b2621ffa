import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'

/** What was stored: its SHA-256 in hexadecimal, and its size in bytes. */
export type Stored = { hash: string; size: number }
/** What was put is larger than its limit, in bytes. Nothing of it is kept. */
export type TooLarge = { tooLarge: { limit: number } }

/**
 * The one door to attachments and raw mails: contents by their hash. Here they are files in a folder; a store that
 * speaks S3 can stand behind the same questions, since a content never changes once it has its name.
 */
export type Files = {
  /**
   * Stores a content durably: what is answered is on disk. The same content again is the same file. A stream that fails
   * leaves nothing, and its error comes out here.
   */
  put(content: Uint8Array | Readable): Promise<Stored>
  put(content: Uint8Array | Readable, options: { limit: number }): Promise<Stored | TooLarge>
  /** Throws when there is no such content. */
  read(hash: string): Promise<Uint8Array>
  /** Emits an error when there is no such content. */
  stream(hash: string): Readable
  has(hash: string): Promise<boolean>
  /** Removes a content, unless it was stored again since `before` (milliseconds since 1970). Whether it is gone. */
  forget(hash: string, before: number): Promise<boolean>
}

/** A part older than this has nobody left who writes it. */
const staleMs = 24 * 3600_000

/** Opens the folder, makes it when it isn't there, and clears away what a crash left half written. */
export async function openFiles(folder: string): Promise<Files> {
  const parts = join(folder, 'parts')
  await inFolder(folder, async () => {
    await mkdir(parts, { recursive: true, mode: 0o700 })
    await makeShelves(folder)
    await clearStale(parts)
  })

  async function put(content: Uint8Array | Readable): Promise<Stored>
  async function put(content: Uint8Array | Readable, options: { limit: number }): Promise<Stored | TooLarge>
  async function put(content: Uint8Array | Readable, options?: { limit: number }): Promise<Stored | TooLarge> {
    const limit = options?.limit ?? Number.POSITIVE_INFINITY
    const part = join(parts, randomUUID())
    // A stream may fail before the first read of it: without a listener that would end the process.
    if (content instanceof Readable) content.on('error', () => {})
    try {
      const written = await inFolder(folder, () => writePart(part, content, limit))
      if ('hash' in written) await inFolder(folder, () => settle(part, folder, written.hash))
      return written
    } finally {
      await rm(part, { force: true })
    }
  }

  return {
    put,
    read: hash => readFile(placeOf(folder, hash)),
    stream: hash => createReadStream(placeOf(folder, hash)),
    has: hash =>
      stat(placeOf(folder, hash)).then(
        () => true,
        () => false,
      ),
    forget: (hash, before) => inFolder(folder, () => forget(placeOf(folder, hash), join(parts, randomUUID()), before)),
  }
}

async function writePart(part: string, content: Uint8Array | Readable, limit: number): Promise<Stored | TooLarge> {
  if (content instanceof Uint8Array && content.byteLength > limit) return { tooLarge: { limit } }
  const file = await open(part, 'wx', 0o600)
  try {
    const digest = createHash('sha256')
    let size = 0
    for await (const chunk of chunksOf(content)) {
      size += chunk.byteLength
      if (size > limit) return { tooLarge: { limit } }
      digest.update(chunk)
      await writeAll(file, chunk)
    }
    await file.sync()
    return { hash: digest.digest('hex'), size }
  } finally {
    await file.close()
  }
}

/** It is taken aside first: whoever stores the same content at this moment puts theirs in its place, and keeps it. */
async function forget(place: string, aside: string, before: number): Promise<boolean> {
  const taken = await rename(place, aside).then(
    () => true,
    error => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
  if (!taken) return true
  if ((await stat(aside)).mtimeMs >= before) {
    await rename(aside, place)
    return false
  }
  await rm(aside)
  await syncFolder(dirname(place))
  return true
}

async function* chunksOf(content: Uint8Array | Readable): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content
  else for await (const chunk of content) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}

/** A write may take less than it is given: on a disk that is nearly full, say. */
async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let from = 0; from < chunk.byteLength; ) {
    const { bytesWritten } = await file.write(chunk, from)
    from += bytesWritten
  }
}

/** Gives a written part its name. The folder is synced too: a name that isn't on disk is lost with the power. */
async function settle(part: string, folder: string, hash: string): Promise<void> {
  const place = placeOf(folder, hash)
  await rename(part, place)
  await syncFolder(dirname(place))
}

/** Shelves by the first two letters keep folders small. All are there from the start, so that none is half there. */
async function makeShelves(folder: string): Promise<void> {
  for (let shelf = 0; shelf < 256; shelf += 1) {
    await mkdir(join(folder, shelf.toString(16).padStart(2, '0')), { recursive: true, mode: 0o700 })
  }
  await syncFolder(folder)
}

async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

async function clearStale(parts: string): Promise<void> {
  for (const name of await readdir(parts)) {
    const part = join(parts, name)
    const seen = await stat(part).catch(() => null)
    if (seen && Date.now() - seen.mtimeMs > staleMs) await rm(part, { force: true })
  }
}

function placeOf(folder: string, hash: string): string {
  // A hash comes from the database, never from outside; a path must not be made of anything else all the same.
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new TypeError(`"${hash}" is no SHA-256 hash.`)
  return join(folder, hash.slice(0, 2), hash)
}

const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const noEntry = new Set(['EACCES', 'EPERM', 'EROFS'])

/** Says in words what a person can do about a folder that doesn't take files. */
async function inFolder<T>(folder: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (noRoom.has(code)) {
      throw new Error(`A file could not be stored: the disk of ${folder} is full (${code}). Make room there.`, {
        cause: error,
      })
    }
    if (noEntry.has(code)) {
      throw new Error(`A file could not be stored: ${folder} can't be written to (${code}). Give this user access.`, {
        cause: error,
      })
    }
    throw error
  }
}
