import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Files, openFiles } from './files.ts'

let folder: string
let files: Files

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'baton-files-')), 'files')
  files = await openFiles(folder)
})

afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }))

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex')
const partsLeft = (): Promise<string[]> => readdir(join(folder, 'parts'))

test('a content is stored under its hash, and read back as it was', async () => {
  const stored = await files.put(Buffer.from('Charged twice'))
  expect(stored).toEqual({ hash: hashOf('Charged twice'), size: 13 })
  expect(Buffer.from(await files.read(stored.hash)).toString()).toBe('Charged twice')
  expect(await text(files.stream(stored.hash))).toBe('Charged twice')
  expect(await files.has(stored.hash)).toBe(true)
  expect(await files.has(hashOf('never put'))).toBe(false)
})

test('the same content again, also at the same moment, is the same file', async () => {
  const puts = [Buffer.from('twice'), Readable.from([Buffer.from('tw'), Buffer.from('ice')]), Buffer.from('twice')]
  const stored = await Promise.all(puts.map(content => files.put(content)))
  expect(new Set(stored.map(({ hash }) => hash))).toEqual(new Set([hashOf('twice')]))
  expect(await readdir(join(folder, hashOf('twice').slice(0, 2)))).toEqual([hashOf('twice')])
})

test('nothing at all is a content too', async () => {
  const { hash, size } = await files.put(Readable.from([]))
  expect(size).toBe(0)
  expect(await files.read(hash)).toHaveLength(0)
})

test('only the owner of the folder can read what is in it', async () => {
  const { hash } = await files.put(Buffer.from('private'))
  const shelf = join(folder, hash.slice(0, 2))
  const modes = await Promise.all([folder, join(folder, 'parts'), shelf, join(shelf, hash)].map(path => stat(path)))
  expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['700', '700', '700', '600'])
})

test('above its limit nothing is kept, be it bytes or a stream', async () => {
  const large = 'x'.repeat(1001)
  const limit = { limit: 1000 }
  expect(await files.put(Buffer.from(large), limit)).toEqual({ tooLarge: limit })
  expect(await files.put(Readable.from([Buffer.from(large.slice(1)), Buffer.from('x')]), limit)).toEqual({
    tooLarge: limit,
  })
  expect(await files.has(hashOf(large))).toBe(false)
  expect(await partsLeft()).toEqual([])
  expect(await files.put(Buffer.from(large.slice(1)), limit)).toMatchObject({ size: 1000 })
})

test('a stream that dies half-way leaves nothing', async () => {
  const dying = new PassThrough()
  const put = files.put(dying)
  dying.write('the first half')
  dying.destroy(new Error('The line was cut.'))
  await expect(put).rejects.toThrow('The line was cut.')
  expect(await partsLeft()).toEqual([])
})

test('a content that is not there is an error, and a made-up name is refused', async () => {
  await expect(files.read(hashOf('never put'))).rejects.toThrow('ENOENT')
  await expect(text(files.stream(hashOf('never put')))).rejects.toThrow('ENOENT')
  expect(() => files.stream('../../etc/passwd')).toThrow('no SHA-256')
})

test('what a crash left half written is cleared away, but not what another process writes now', async () => {
  const [stale, fresh] = [join(folder, 'parts', 'stale'), join(folder, 'parts', 'fresh')]
  await writeFile(stale, 'half')
  await writeFile(fresh, 'half')
  const twoDaysAgo = Date.now() / 1000 - 2 * 86_400
  await utimes(stale, twoDaysAgo, twoDaysAgo)
  await openFiles(folder)
  expect(await partsLeft()).toEqual(['fresh'])
  await rm(fresh)
})

test('a full disk is said clearly and leaves no half file', async () => {
  // The limit on the size of a file stands for the end of the disk: it too lets the first part of a write through.
  const script = `
    const { openFiles } = await import(${JSON.stringify(new URL('./files.ts', import.meta.url).href)})
    const files = await openFiles(${JSON.stringify(folder)})
    console.log(await files.put(Buffer.alloc(200_000, 1)).catch(error => error.message))`
  const shell = `ulimit -f 64 && exec "$0" --input-type=module -e "$1"`
  const { stdout } = await promisify(execFile)('sh', ['-c', shell, process.execPath, script])
  expect(stdout).toContain(`the disk of ${folder} is full`)
  expect(stdout).toContain('Make room there.')
  expect(await partsLeft()).toEqual([])
})

test('a folder that takes no files says so', async () => {
  const notAFolder = join(folder, '..', 'a-file')
  await writeFile(notAFolder, '')
  await expect(openFiles(join(notAFolder, 'files'))).rejects.toThrow('ENOTDIR')
  if (process.getuid?.() === 0) return
  const locked = join(folder, '..', 'locked')
  await openFiles(locked)
  await chmod(locked, 0o500)
  await expect(openFiles(join(locked, 'inner'))).rejects.toThrow(`${join(locked, 'inner')} can't be written to`)
  await chmod(locked, 0o700)
})
