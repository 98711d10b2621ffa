import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import yauzl, { type Entry } from 'yauzl'
import { ReadingFault } from '../../event.ts'
import { counted, type Progress, pieceBytes, through } from './pieces.ts'

/** Endings of files that may be a log, and of those that more often tell about it. */
const logEndings = /\.(csv|tsv|xes|xml)(\.gz)?$/i
const maybeLogEndings = /\.(txt|log|dat|tab|gz)$/i

/**
 * The bytes of the one log in a zip file, inflated piece by piece, so that a bomb fills no memory.
 * Throws a {@link ReadingFault} that names the logs when there are several.
 */
export async function* bytesOfZip(file: string, progress: Progress): AsyncGenerator<Buffer> {
  const { entry, start } = await placeOfLog(file)
  const end = start + entry.compressedSize
  const packed = createReadStream(file, { start, end: end - 1, highWaterMark: pieceBytes })
  const pieces = counted(start === end ? [] : packed, progress, start)
  const isDeflated = entry.compressionMethod === 8
  const unpacked = isDeflated ? through(pieces, createInflateRaw({ chunkSize: pieceBytes })) : pieces
  let size = 0
  let sum = 0
  try {
    for await (const piece of unpacked) {
      size += piece.length
      if (size > entry.uncompressedSize) break
      sum = crc32(piece, sum)
      yield piece
    }
  } catch {
    throw damaged(file)
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw damaged(file)
}

/** The log among the entries of a zip, and where in the file its packed bytes begin. */
async function placeOfLog(file: string): Promise<{ entry: Entry; start: number }> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const zip = await yauzl.fromRandomAccessReaderPromise(new FileReader(handle, size), size, { autoClose: false })
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    const entry = theLog(file, entries)
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    return { entry, start: fileDataStart }
  } catch (error) {
    throw error instanceof ReadingFault ? error : damaged(file)
  } finally {
    await handle.close()
  }
}

/** Reads for yauzl. Its own reader throws where nobody can catch it when a damaged archive points beyond its end. */
class FileReader extends yauzl.RandomAccessReader {
  private readonly handle: FileHandle
  private readonly size: number

  constructor(handle: FileHandle, size: number) {
    super()
    this.handle = handle
    this.size = size
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const isWithin = position >= 0 && position + length <= this.size
    const read = isWithin
      ? this.handle.read(buffer, offset, length, position)
      : Promise.reject(new Error('beyond the end'))
    read.then(
      ({ bytesRead }) => callback(bytesRead === length ? null : new Error('shorter than it was')),
      error => callback(error),
    )
  }
}

function theLog(file: string, all: readonly Entry[]): Entry {
  if (all.some(({ fileName }) => fileName === 'xl/workbook.xml'))
    throw new ReadingFault(`${file} is an Excel workbook. Save the sheet with the log as CSV, and read that.`)
  const isAside = /\/$|(^|\/)(\.|__MACOSX\/)/
  const entries = all.filter(({ fileName }) => !isAside.test(fileName))
  const named = [logEndings, maybeLogEndings].map(ending => entries.filter(({ fileName }) => ending.test(fileName)))
  const logs = named.find(some => some.length > 0) ?? entries
  const [log, ...others] = logs
  if (!log) throw new ReadingFault(`There is no file in ${file}.`)
  if (others.length > 0) {
    const names = logs.slice(0, 10).map(({ fileName }) => `"${fileName}"`)
    const more = logs.length > 10 ? ` and ${logs.length - 10} more` : ''
    throw new ReadingFault(`There are several logs in ${file}: ${names.join(', ')}${more}. Unpack it, and name one.`)
  }
  if (log.isEncrypted())
    throw new ReadingFault(`"${log.fileName}" in ${file} is locked with a password. Unpack it first.`)
  if (log.compressionMethod !== 0 && log.compressionMethod !== 8)
    throw new ReadingFault(
      `"${log.fileName}" in ${file} is packed in a way that only some programs know. Unpack it first.`,
    )
  return log
}

const damaged = (file: string): ReadingFault =>
  new ReadingFault(`${file} is a damaged zip file. Fetch it again, or unpack it and read the log in it.`)
