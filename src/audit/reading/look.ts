import { type Mapping, ReadingFault, type ReadOptions } from '../event.ts'
import { columnCalled, mapColumns, roles } from './columns/columns.ts'
import { csvForm } from './csv/form.ts'
import type { LogForm, LogText, Rows } from './form.ts'
import { type TimeFormat, type TimeGuess, timeGuess } from './times/guess.ts'
import { ambiguous, inFormat, spoken, timesUnknown } from './times/say.ts'
import { present } from './values.ts'
import { xesForm } from './xes/form.ts'

/** A log of which all is known that must be before it is read. */
export type KnownLog = {
  called: LogForm['called']['rows']
  mapping: Mapping
  /** The column of each further name that was asked for. */
  extra: Readonly<Record<string, string>>
  /** The columns that are read. */
  wanted: readonly string[]
  times: TimeFormat
  /** What was guessed: sentences for people. */
  said: readonly string[]
  open(rows: Rows): LogText
}

/** In characters: enough to see what a CSV has between its columns, unless its header is longer. */
const headLength = 64 * 1024
const longestHeader = 4 * 1024 * 1024

/** So many rows, and times, tell what columns there are and how times are written; fewer when they are very long. */
const sampleRows = 1000
const sampleLength = 16 * 1024 * 1024

/**
 * Looks at the beginning of a log, until it is known how to read it: a thousand rows, or more while all days are such
 * that they could be months. Throws a {@link ReadingFault} when it does not become known.
 */
export async function lookAt(file: string, pieces: AsyncIterable<string>, options: ReadOptions): Promise<KnownLog> {
  let head = ''
  let sample: Sample | null = null
  for await (const piece of pieces) {
    if (sample) sample.write(piece)
    else {
      head += piece
      const hasHeader = /[\r\n]/.test(head) || head.length > longestHeader
      if (head.length < headLength || !hasHeader) continue
      sample = sampleOf(file, formOf(file, head, false, options), options)
      sample.write(head)
    }
    if (sample.isEnough()) return sample.known()
  }
  if (!sample) {
    sample = sampleOf(file, formOf(file, head, true, options), options)
    sample.write(head)
  }
  sample.end()
  return sample.known()
}

function formOf(file: string, head: string, isWhole: boolean, { map, extra = {} }: ReadOptions): LogForm {
  const hints = [...Object.values(map), ...Object.values(extra)].filter(name => name !== null)
  return /^\s*</.test(head) ? xesForm(file) : csvForm(file, head, isWhole, hints)
}

type Sample = LogText & { isEnough(): boolean; known(): KnownLog }

function sampleOf(file: string, form: LogForm, options: ReadOptions): Sample {
  const kept: (string | undefined)[][] = []
  const guess = timeGuess()
  let times = 0
  let length = 0
  let columns: ReturnType<typeof mapped> | null = null
  let firstDamage: string | null = null

  const see = (value: string | undefined): void => {
    const time = present(value)
    if (time === null) return
    times++
    guess.see(time)
  }
  const decide = (): ReturnType<typeof mapped> => {
    const decided = mapped(form, kept, options)
    for (const values of kept) see(values[decided.timeAt])
    return decided
  }
  const text = form.open(null, {
    row(values) {
      if (columns) see(values[columns.timeAt])
      else if (kept.push(values.slice()) === sampleRows) columns = decide()
    },
    damaged(line, reason, detail) {
      firstDamage ??= `line ${line} (${reason}${detail ? `: ${detail}` : ''})`
    },
  })

  return {
    write(piece) {
      text.write(piece)
      length += piece.length
      if (length > sampleLength && kept.length > 0) columns ??= decide()
    },
    end: () => text.end(),
    isEnough() {
      if (columns === null || options.timeFormat !== null) return columns !== null
      return (times >= sampleRows || length > sampleLength) && guess.verdict().is !== 'ambiguous'
    },
    known() {
      if (kept.length === 0) {
        const why = firstDamage === null ? 'only what comes before them' : `none that can be read. See ${firstDamage}`
        throw new ReadingFault(`There are no ${form.called.rows} in ${file}, ${why}.`)
      }
      const { timeAt: _, ...known } = columns ?? decide()
      const times = timesOf(known.mapping.time, guess, options.timeFormat)
      const said = options.timeFormat === null ? [spoken(times, guess.examples())] : []
      return {
        ...known,
        called: form.called.rows,
        times,
        said: [...form.said, ...known.said, ...said],
        open: rows => form.open(known.wanted, rows),
      }
    },
  }
}

function mapped(form: LogForm, kept: readonly (readonly (string | undefined)[])[], { map, extra = {} }: ReadOptions) {
  const names = form.names()
  const columns = {
    called: form.called.columns,
    names: names.filter(name => name !== ''),
    sampleOf: (name: string) => kept.flatMap(values => values[names.indexOf(name)] ?? []),
  }
  const { mapping, said } = mapColumns(columns, map)
  const further = Object.entries(extra).map(([name, column]) => [name, columnCalled(column, columns, name)] as const)
  const wanted = [...new Set([...roles.flatMap(role => mapping[role] ?? []), ...further.map(([, column]) => column)])]
  const twice = wanted.filter(name => names.indexOf(name) !== names.lastIndexOf(name))
  return {
    mapping,
    extra: Object.fromEntries(further),
    wanted,
    timeAt: names.indexOf(mapping.time),
    said: [...said, ...twice.map(name => `"${name}" is the name of several columns. The first of them is read.`)],
  }
}

function timesOf(column: string, guess: TimeGuess, format: string | null): TimeFormat {
  if (format !== null) return inFormat(column, format, guess)
  const verdict = guess.verdict()
  if (verdict.is === 'known') return verdict
  throw new ReadingFault(verdict.is === 'ambiguous' ? ambiguous(verdict) : timesUnknown(column, guess.examples()))
}
