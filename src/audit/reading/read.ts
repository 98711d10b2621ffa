import type { LogEvent, Reading, ReadOptions } from '../event.ts'
import { ReadingFault } from '../event.ts'
import { eventsOf } from './events.ts'
import { bytesOf, sizeOf } from './file/bytes.ts'
import { textOf } from './file/charset.ts'
import type { Progress } from './file/pieces.ts'
import { lookAt } from './look.ts'
import { rejections } from './rejected.ts'

/**
 * Reads the log of another desk: CSV or XES, plain or packed. Calls `take` for each good event, in the order of the file,
 * which may be larger than the memory. First its beginning is looked at, then all of it is read.
 *
 * Throws a {@link ReadingFault} when it can't be read, when it is not known what its columns are or how its times are
 * meant, or (at its end) when more than a twentieth of its rows is damaged; the reason of `signal` when that aborts.
 */
export async function readLog(file: string, options: ReadOptions, take: (event: LogEvent) => void): Promise<Reading> {
  const { signal, onProgress } = options
  const total = await sizeOf(file)
  const said: string[] = []
  const say = (sentence: string): void => void (said.includes(sentence) || said.push(sentence))
  const pieces = (progress: Progress): AsyncGenerator<string> =>
    stoppable(textOf(bytesOf(file, progress), file, say), signal)

  const log = await lookAt(
    file,
    pieces(() => {}),
    options,
  )
  said.push(...log.said)
  const rejected = rejections()
  const events = eventsOf(log, options.zone, rejected, take)
  const text = log.open(events)
  for await (const piece of pieces(done => onProgress?.(done, total))) text.write(piece)
  for (const sentence of text.end()) say(sentence)
  onProgress?.(total, total)

  if (events.rows() === 0) throw new ReadingFault(`There are no ${log.called} in ${file}, only what comes before them.`)
  const fault = options.keepGoing ? null : rejected.fault(events.rows(), log.called)
  if (fault) throw new ReadingFault(fault)
  for (const sentence of events.said()) say(sentence)
  return { rows: events.rows(), rejected: rejected.all(), said, columns: log.mapping }
}

async function* stoppable(pieces: AsyncGenerator<string>, signal: AbortSignal | undefined): AsyncGenerator<string> {
  for await (const piece of pieces) {
    signal?.throwIfAborted()
    yield piece
  }
  signal?.throwIfAborted()
}
