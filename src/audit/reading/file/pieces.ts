import { pipeline, Readable, type Transform } from 'node:stream'

/** How much is asked of the disk, and unpacked, at a time. */
export const pieceBytes = 256 * 1024

/** Called with the bytes that were read so far, of the file as it lies on disk. */
export type Progress = (done: number) => void

/** Pieces of a file, counted as they pass. `from`: how many bytes of it come before them. */
export async function* counted(
  pieces: AsyncIterable<Buffer> | Buffer[],
  progress: Progress,
  from = 0,
): AsyncGenerator<Buffer> {
  let done = from
  for await (const piece of pieces) {
    done += piece.length
    progress(done)
    yield piece
  }
}

/** Pieces as they come out of a stream that unpacks them. */
export async function* through(pieces: AsyncIterable<Buffer>, unpacking: Transform): AsyncGenerator<Buffer> {
  // What goes wrong on the way comes out here, as the stream's own error.
  pipeline(Readable.from(pieces, { objectMode: false }), unpacking, () => {})
  yield* unpacking
}
