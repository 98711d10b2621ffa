import { createReadStream, type Stats } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import { createGunzip } from 'node:zlib'
import { ReadingFault } from '../../event.ts'
import { counted, type Progress, pieceBytes, through } from './pieces.ts'
import { bytesOfZip } from './zip.ts'

/** What a log may not be packed in, by its first bytes in hexadecimal. */
const otherPackings: readonly [begins: RegExp, name: string][] = [
  [/^425a683[1-9]3141/, 'bzip2'],
  [/^fd377a585a00/, 'xz'],
  [/^28b52ffd/, 'Zstandard'],
  [/^377abcaf271c/, '7-Zip'],
  [/^526172211a07/, 'RAR'],
]

/** Its size, or the sentence why nothing can be read there. */
export async function sizeOf(file: string): Promise<number> {
  const found = await statOf(file)
  if (found.isDirectory()) throw new ReadingFault(`${file} is a folder. Name the log in it.`)
  if (!found.isFile())
    throw new ReadingFault(`${file} is no ordinary file, and a log is read twice. Write it to a file first.`)
  if (found.size === 0) throw new ReadingFault(`${file} is empty.`)
  return found.size
}

async function statOf(file: string): Promise<Stats> {
  try {
    return await stat(file)
  } catch (error) {
    throw unreadable(file, error)
  }
}

/**
 * The bytes of a log, piece by piece and unpacked: as it is, from `.gz`, or the one log in a `.zip`, which may be a `.gz`
 * itself. What it is packed in shows in its first bytes; its name says nothing.
 */
export async function* bytesOf(file: string, progress: Progress): AsyncGenerator<Buffer> {
  try {
    const begin = await firstBytes(file)
    const isZip = /^504b(0304|0506|0708)/.test(begin)
    const plain = () => counted(createReadStream(file, { highWaterMark: pieceBytes }), progress)
    yield* unpacked(isZip ? bytesOfZip(file, progress) : plain(), file)
  } catch (error) {
    throw unreadable(file, error)
  }
}

async function firstBytes(file: string): Promise<string> {
  const opened = await open(file)
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(8), 0, 8, 0)
    return buffer.toString('hex', 0, bytesRead)
  } finally {
    await opened.close()
  }
}

async function* unpacked(pieces: AsyncGenerator<Buffer>, file: string): AsyncGenerator<Buffer> {
  const first = await pieces.next()
  if (first.done) return
  const begin = first.value.toString('hex', 0, 8)
  const packing = otherPackings.find(([begins]) => begins.test(begin))
  if (packing) {
    await pieces.return(undefined)
    throw new ReadingFault(`${file} is packed with ${packing[1]}. Unpack it first, or pack it as .gz or .zip.`)
  }
  const all = prepended(first.value, pieces)
  yield* begin.startsWith('1f8b') ? through(all, createGunzip({ chunkSize: pieceBytes })) : all
}

async function* prepended(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}

/** Says what an error of the disk or of an archive means; all others stay what they are. */
function unreadable(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return new ReadingFault(`There is no file ${path.resolve(file)}.`)
  if (code === 'EACCES' || code === 'EPERM') return new ReadingFault(`${file} may not be read by this user.`)
  if (code === 'Z_BUF_ERROR')
    return new ReadingFault(`${file} was cut off: what it is packed in ends too early. Fetch it again.`)
  if (typeof code === 'string' && code.startsWith('Z_'))
    return new ReadingFault(`${file} is damaged and can't be unpacked. Fetch it again.`)
  return error
}
