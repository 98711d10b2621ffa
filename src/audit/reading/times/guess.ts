import { readerOf } from './format.ts'
import { readIso } from './iso.ts'
import type { ReadMoment, ReadTime } from './wall.ts'

/** How the times of a log are written. `format`: null for ISO 8601. */
export type TimeFormat = { format: string | null; read: ReadTime }

export type TimeVerdict =
  | ({ is: 'known' } & TimeFormat)
  /** Several formats read all that was seen, and not as the same: day and month, mostly. */
  | { is: 'ambiguous'; example: string; formats: readonly TimeFormat[] }
  /** None reads most of what was seen. */
  | { is: 'unknown' }

export type TimeGuess = {
  see(text: string): void
  verdict(): TimeVerdict
  /** The first times, each once. */
  examples(): readonly string[]
}

/** The commonest dates, times of the day and offsets; of formats that read the same, the first is said. */
const dates = [
  ...['/', '.', '-'].flatMap(between =>
    ['d/M/yyyy', 'M/d/yyyy', 'yyyy/M/d', 'd/M/yy', 'M/d/yy', 'yy/M/d', 'd/MMM/yyyy', 'd/MMM/yy', 'yyyy/MMM/d'].map(
      date => date.replaceAll('/', between),
    ),
  ),
  ...['d MMM yyyy', 'd MMM, yyyy', 'MMM d, yyyy', 'MMM d yyyy', 'd MMM yy', 'd. MMM yyyy'],
  ...['EEE, d MMM yyyy', 'EEE MMM d, yyyy', 'EEE, MMM d, yyyy', 'EEE d MMM yyyy', 'yyyyMMdd'],
]
const clocks = [
  ...['H:mm', 'H:mm:ss', 'H:mm:ss.S', 'H:mm:ss,S', 'H.mm', 'H.mm.ss', 'H.mm.ss.S'],
  ...['h:mm a', 'h:mm:ss a', 'h:mm:ss.S a', 'h:mma', 'h:mm:ssa', 'h.mm.ss a', 'h.mm.ss.S a'],
]
const zones = ['', ' X', 'X', ' z']
const gaps = [' ', ', ', ' - ', "'T'", "' at '", ':']
const wholes = ['t', 'T', 'yyyyMMddHHmmss', 'yyyyMMddHHmm', 'yyyyMMdd HHmmss', 'EEE MMM d H:mm:ss z yyyy']

/** The formats that have no marks but those of some times. */
function formatsFor(texts: readonly string[]): string[] {
  const isThere = (mark: string): boolean => texts.some(text => text.includes(mark))
  const absent = [...'/.,-:'].filter(mark => !isThere(mark))
  const fits = (format: string): boolean => absent.every(mark => !format.includes(mark))
  const clocksThere = clocks.filter(clock => fits(clock) && (!clock.endsWith('a') || isThere('M') || isThere('m')))
  const gapsThere = gaps.filter(gap => isThere(gap.replaceAll("'", '')))
  const datesThere = dates.filter(fits)
  const withClocks = datesThere.flatMap(date =>
    clocksThere.flatMap(clock => zones.flatMap(zone => gapsThere.map(gap => `${date}${gap}${clock}${zone}`))),
  )
  return [...wholes.filter(fits), ...datesThere, ...withClocks]
}

/** Epoch time is taken for that only where it is plainly so: seconds have ten digits from 2001 to 2286. */
const epochDigits: Readonly<Record<string, RegExp>> = { t: /^\d{10}(\.\d+)?$/, T: /^\d{13}(\.\d+)?$/ }

type Candidate = TimeFormat & { reads: number; signature: number }

/** So many times decide which formats are worth looking at. */
const firstTimes = 20

/** Guesses how times are written from some of them. */
export function timeGuess(): TimeGuess {
  const first: string[] = []
  let candidates: Candidate[] | null = null
  let seen = 0
  let differing = ''
  const moment: ReadMoment = { ms: 0, isLocal: false }

  const count = (text: string, among: readonly Candidate[]): void => {
    for (const candidate of among) {
      if (!candidate.read(text, moment)) continue
      candidate.reads++
      candidate.signature = (candidate.signature * 31 + moment.ms) % 9_007_199_254_740
    }
  }

  const begin = (): Candidate[] => {
    const all = candidatesFor(first)
    for (const text of first) {
      count(text, all)
      if (!differing && differ(text, all)) differing = text
    }
    return all
  }

  return {
    see(text) {
      seen++
      if (candidates) {
        if (candidates.length > 1 && !differing && differ(text, candidates)) differing = text
        count(text, candidates)
      } else if (first.push(text) === firstTimes) candidates = begin()
    },
    verdict() {
      candidates ??= begin()
      const most = Math.max(0, ...candidates.map(({ reads }) => reads))
      if (most * 2 <= seen) return { is: 'unknown' }
      const all = candidates.filter(({ reads }) => reads === most)
      // Nearly nobody begins with a year of two digits: it is meant only where nothing else will do.
      const usual = all.filter(({ format }) => !format?.startsWith('yy') || format.startsWith('yyyy'))
      const best = usual.length > 0 ? usual : all
      const formats = [...Map.groupBy(best, ({ signature }) => signature).values()].flatMap(alike => alike.slice(0, 1))
      const [only, second] = formats
      if (only && !second) return { is: 'known', format: only.format, read: only.read }
      return { is: 'ambiguous', example: first.find(text => differ(text, formats)) ?? differing, formats }
    },
    examples: () => [...new Set(first)],
  }
}

/** The formats that read at least one of some times. ISO 8601 comes first: what it reads is meant so. */
function candidatesFor(texts: readonly string[]): Candidate[] {
  const moment: ReadMoment = { ms: 0, isLocal: false }
  const readers = formatsFor(texts).map(format => {
    const plainly = epochDigits[format]
    const inFormat = readerOf(format)
    const read: ReadTime = plainly ? (text, into) => plainly.test(text) && inFormat(text, into) : inFormat
    return { format, read }
  })
  return [{ format: null, read: readIso }, ...readers]
    .filter(({ read }) => texts.some(text => read(text, moment)))
    .map(reader => ({ ...reader, reads: 0, signature: 0 }))
}

/** Whether two formats read a time, and not as the same. */
function differ(text: string, candidates: readonly TimeFormat[]): boolean {
  const moment: ReadMoment = { ms: 0, isLocal: false }
  const readings = candidates.flatMap(({ read }) => (read(text, moment) ? [moment.ms] : []))
  return new Set(readings).size > 1
}
