import { crc32, createInflateRaw } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { ReadingFault } from '../../event.ts'
import { counted, type Progress, pieceBytes, through } from './pieces.ts'

/** Endings of files that may be a log, and of those that more often tell about it. */
const logEndings = /\.(csv|tsv|xes|xml)(\.gz)?$/i
const maybeLogEndings = /\.(txt|log|dat|tab|gz)$/i

/**
 * The bytes of the one log in a zip file, inflated piece by piece, so that a bomb fills no memory.
 * Throws a {@link ReadingFault} that names the logs when there are several.
 */
export async function bytesOfZip(file: string, progress: Progress): Promise<AsyncGenerator<Buffer>> {
  const zip = await opened(file)
  try {
    const entry = theLog(file, await entriesOf(zip, file))
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
    const pieces = counted(packed, progress, fileDataStart)
    const isDeflated = entry.compressionMethod === 8
    return whole(isDeflated ? through(pieces, createInflateRaw({ chunkSize: pieceBytes })) : pieces, {
      file,
      entry,
      zip,
    })
  } catch (error) {
    zip.close()
    throw damaged(file, error)
  }
}

async function opened(file: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(file, { autoClose: false })
  } catch (error) {
    throw damaged(file, error)
  }
}

async function entriesOf(zip: ZipFile, file: string): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === 'xl/workbook.xml')
      throw new ReadingFault(`${file} is an Excel workbook. Save the sheet with the log as CSV, and read that.`)
    const isAside = /(^|\/)(\.|__MACOSX\/)/.test(entry.fileName)
    if (!entry.fileName.endsWith('/') && !isAside) entries.push(entry)
  }
  return entries
}

function theLog(file: string, entries: readonly Entry[]): Entry {
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

/** Passes pieces on, and at the end sees that they are what was packed. Closes the archive however it ends. */
async function* whole(
  pieces: AsyncIterable<Buffer>,
  { file, entry, zip }: { file: string; entry: Entry; zip: ZipFile },
): AsyncGenerator<Buffer> {
  try {
    let size = 0
    let sum = 0
    for await (const piece of pieces) {
      size += piece.length
      if (size > entry.uncompressedSize) break
      sum = crc32(piece, sum)
      yield piece
    }
    if (size !== entry.uncompressedSize || sum !== entry.crc32) throw new Error('not what was packed')
  } catch (error) {
    throw damaged(file, error)
  } finally {
    zip.close()
  }
}

const damaged = (file: string, error: unknown): ReadingFault =>
  error instanceof ReadingFault
    ? error
    : new ReadingFault(`${file} is a damaged zip file. Fetch it again, or unpack it and read the log in it.`)
