import { ReadingFault } from '../../event.ts'
import { readerOf } from './format.ts'
import type { TimeFormat, TimeGuess, TimeVerdict } from './guess.ts'
import type { ReadMoment, ReadTime } from './wall.ts'

/** How times are read, with the first of some examples that is. */
export function spoken({ format, read }: TimeFormat, examples: readonly string[]): string {
  if (format === null) return 'Times are read as ISO 8601.'
  if (format === 't') return 'Times are read as seconds since 1970 (--time-format t).'
  if (format === 'T') return 'Times are read as milliseconds since 1970 (--time-format T).'
  const moment: ReadMoment = { ms: 0, isLocal: false }
  const example = examples.find(text => read(text, moment))
  const meaning = example === undefined ? '' : `, so that "${example}" is ${inWords(example, read)}`
  return `Times are read as "${format}"${meaning}.`
}

/** Both readings of a time whose day may be its month. */
export function ambiguous({ example, formats }: TimeVerdict & { is: 'ambiguous' }): string {
  const readings = formats.map(({ format, read }) => `${inWords(example, read)} with --time-format "${format}"`)
  return `No time in this log tells its day from its month. Say which is meant: "${example}" is ${readings.join(', or ')}.`
}

export function timesUnknown(column: string, examples: readonly string[]): string {
  if (examples.length === 0) return `There is no time in "${column}". Say where the times are, with --time.`
  return (
    `Nobody knows how the times in "${column}" are written: ${quoted(examples)}. Say it like --time-format "d/M/yyyy H:mm", ` +
    'or say where the times are, with --time.'
  )
}

/** The format that the user says times are written in. Throws a {@link ReadingFault} when none is. */
export function inFormat(column: string, format: string, guess: TimeGuess): TimeFormat {
  const examples = guess.examples()
  const read = readerOf(format)
  const moment: ReadMoment = { ms: 0, isLocal: false }
  if (examples.length === 0) throw new ReadingFault(timesUnknown(column, examples))
  if (examples.some(example => read(example, moment))) return { format, read }
  const verdict = guess.verdict()
  const fitting = verdict.is === 'ambiguous' ? verdict.formats : verdict.is === 'known' ? [verdict] : []
  const meant = fitting.map(one => (one.format === null ? 'ISO 8601, which needs no --time-format' : `"${one.format}"`))
  const rather = meant.length === 0 ? '' : ` They look like ${meant.join(' or ')}.`
  throw new ReadingFault(`The times in "${column}" are not written as "${format}": ${quoted(examples)}.${rather}`)
}

const quoted = (texts: readonly string[]): string =>
  texts
    .slice(0, 3)
    .map(text => `"${text.slice(0, 60)}"`)
    .join(', ')

function inWords(text: string, read: ReadTime): string {
  const moment: ReadMoment = { ms: 0, isLocal: false }
  if (!read(text, moment)) return 'none'
  const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  return `${time.format(moment.ms).replace(' at ', ', ')}${moment.isLocal ? '' : ' UTC'}`
}
