import { ReadingFault } from '../../event.ts'
import { digitsEnd, fractionMs, isDigit, numberAt, type Offset, offsetAt } from './scan.ts'
import { dateMs, isDate, type ReadTime } from './wall.ts'

/** What is read of one time, field by field. */
type Fields = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  ms: number
  /** null: neither AM nor PM was written. */
  half: 'am' | 'pm' | null
  /** Minutes; null: local. */
  offset: number | null
}

/** One token of a format: reads itself from `at`, answers where it ends, -1 when it is not there. */
type Step = (text: string, at: number, fields: Fields) => number

const months = 'january february march april may june july august september october november december'.split(' ')
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')

/** Zones whose letters mean one thing (RFC 2822, and Europe's). `IST` and `BST` are several. In minutes. */
const zones = new Map(
  Object.entries({
    UTC: 0,
    GMT: 0,
    UT: 0,
    Z: 0,
    EST: -5,
    EDT: -4,
    CST: -6,
    CDT: -5,
    MST: -7,
    MDT: -6,
    PST: -8,
    PDT: -7,
  })
    .concat(Object.entries({ WET: 0, WEST: 1, CET: 1, CEST: 2, EET: 2, EEST: 3, MSK: 3 }))
    .map(([name, hours]) => [name, hours * 60]),
)

const tokens =
  "yyyy yy M MM MMM MMMM d dd EEE EEEE H HH h hh m mm s ss S a X x Z z, 'text' in quotes, t (epoch seconds)"

/**
 * Reads times that are written in a format of Unicode tokens: `d/M/yyyy H:mm`. Digits may be fewer or more than the token
 * has letters wherever it shows where a number ends. Throws a {@link ReadingFault} when it is no such format.
 */
export function readerOf(format: string): ReadTime {
  if (format === 't') return epoch(1000)
  if (format === 'T') return epoch(1)
  const steps = stepsOf(format)
  const fields = blank()
  return (text, into) => {
    Object.assign(fields, none)
    let at = 0
    for (const step of steps) {
      at = step(text, at, fields)
      if (at === -1) return false
    }
    if (at !== text.length || !isDate(fields.year, fields.month, fields.day)) return false
    const wall = dateMs(fields.year, fields.month, fields.day) + clockMs(fields)
    into.isLocal = fields.offset === null
    into.ms = wall - (fields.offset ?? 0) * 60_000
    return true
  }
}

/** Whether a text is written in a format, all but for its date, which there is not: `31/2/2016`. */
export function isImpossible(text: string, format: string): boolean {
  if (format === 't' || format === 'T') return false
  const fields = blank()
  let at = 0
  for (const step of stepsOf(format)) {
    at = step(text, at, fields)
    if (at === -1) return false
  }
  return at === text.length && !isDate(fields.year, fields.month, fields.day)
}

const none: Readonly<Fields> = {
  year: 1970,
  month: 1,
  day: 1,
  hour: 0,
  minute: 0,
  second: 0,
  ms: 0,
  half: null,
  offset: null,
}
const blank = (): Fields => ({ ...none })

function clockMs({ hour, minute, second, ms, half }: Fields): number {
  const hours = half === null ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)
  // A leap second counts as the one before, as everywhere in computing.
  return hours * 3_600_000 + minute * 60_000 + Math.min(second, 59) * 1000 + ms
}

/** Epoch time in units of so many milliseconds, with or without a fraction. */
function epoch(unitMs: number): ReadTime {
  return (text, into) => {
    if (!/^-?\d{1,15}(\.\d+)?$/.test(text)) return false
    into.ms = Math.floor(Number(text) * unitMs)
    into.isLocal = false
    return Math.abs(into.ms) <= 8.64e15
  }
}

function stepsOf(format: string): Step[] {
  if (format.includes("'") && /'/.test(format.replaceAll(/'(?:[^']|'')*'/g, '')))
    throw new ReadingFault(`A quote is not closed in the time format "${format}".`)
  const parts = [...format.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g)]
  const steps = parts.map(([part, quoted, letter], index) => {
    if (quoted !== undefined) return literal(quoted === '' ? "'" : quoted.replaceAll("''", "'"))
    if (letter === undefined) return literal(part)
    // What is often written without its quotes.
    if (part === 'T') return literal('T')
    // Numbers that follow each other without anything between have as many digits as letters.
    const isNumber = (at: number): boolean => /^(?:y+|MM?|d+|H+|h+|m+|s+|S+)$/.test(parts[at]?.[0] ?? '')
    const isTight = isNumber(index + 1) || (isNumber(index - 1) && part.length > 1)
    const step = stepOf(part, isTight)
    if (step) return step
    throw new ReadingFault(`"${part}" in the time format "${format}" is no token. There are ${tokens}.`)
  })
  const has = (pattern: RegExp): boolean => parts.some(([part, quoted]) => quoted === undefined && pattern.test(part))
  if (!has(/^y+$/) || !has(/^M+$/) || !has(/^d+$/))
    throw new ReadingFault(`The time format "${format}" has no year, month and day. Write it like d/M/yyyy H:mm.`)
  if (has(/^h+$/) && !has(/^a+$/))
    throw new ReadingFault(
      `"h" in the time format "${format}" counts to 12 and needs AM or PM ("a"). Did you mean "H"?`,
    )
  return steps
}

type NumberField = 'month' | 'day' | 'hour' | 'minute' | 'second'

/** Tokens of numbers, of one or two digits: which field it is, from what to what. */
const numbers: Readonly<Record<string, { field: NumberField; low: number; high: number }>> = {
  M: { field: 'month', low: 0, high: 99 },
  d: { field: 'day', low: 0, high: 99 },
  H: { field: 'hour', low: 0, high: 23 },
  h: { field: 'hour', low: 1, high: 12 },
  m: { field: 'minute', low: 0, high: 59 },
  s: { field: 'second', low: 0, high: 60 },
}

function stepOf(token: string, isTight: boolean): Step | null {
  if (token === 'yyyy' || token === 'y') return year(4)
  if (token === 'yy') return year(2)
  if (/^MMMM?$/.test(token)) return monthName
  if (/^E{1,4}$/.test(token)) return weekday
  if (/^a{1,4}$/.test(token)) return half
  if (/^S+$/.test(token)) return fraction(isTight ? token.length : 30)
  if (/^(?:X{1,5}|x{1,5}|Z{1,5}|O{1,4})$/.test(token)) return offset
  if (/^z{1,4}$/.test(token)) return zone
  const known = numbers[token.charAt(0)]
  if (!known || token.length > 2) return null
  const { field, low, high } = known
  const [least, most] = isTight ? [token.length, token.length] : [1, 2]
  return (text, at, fields) => {
    const end = digitsEnd(text, at, most)
    if (end - at < least) return -1
    const value = numberAt(text, at, end)
    if (value < low || value > high) return -1
    fields[field] = value
    return end
  }
}

const year =
  (digits: 2 | 4): Step =>
  (text, at, fields) => {
    const end = digitsEnd(text, at, digits)
    if (end - at !== digits) return -1
    const value = numberAt(text, at, end)
    // Of two digits, those are meant in which computers have kept time.
    fields.year = digits === 4 ? value : value < 70 ? 2000 + value : 1900 + value
    return end
  }

function literal(expected: string): Step {
  // Any blank will do for a blank: some programs write narrow ones that can't be seen.
  const isBlank = expected.trim() === ''
  return (text, at) => {
    if (text.startsWith(expected, at)) return at + expected.length
    // A full stop may have been taken for that of an abbreviation: `5.Sep.2020`.
    if (expected.startsWith('.') && text.startsWith(expected, at - 1)) return at - 1 + expected.length
    return isBlank && /^[\s\u202f\u00a0]$/.test(text.charAt(at)) ? at + 1 : -1
  }
}

/** Names, and their first three letters, in lower case. */
const placesOf = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.flatMap((name, place) => [[name, place] as const, [name.slice(0, 3), place] as const]))
const monthPlaces = new Map([...placesOf(months), ['sept', 8]])
const weekdayPlaces = placesOf(weekdays)

/** Where the letters end that begin at a place. */
function lettersEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && isLetter(text.charCodeAt(end))) end++
  return end
}

const afterStop = (text: string, at: number): number => (text.charCodeAt(at) === 46 ? at + 1 : at)

const monthName: Step = (text, at, fields) => {
  const end = lettersEnd(text, at)
  const place = monthPlaces.get(text.slice(at, end).toLowerCase())
  if (place === undefined) return -1
  fields.month = place + 1
  return afterStop(text, end)
}

const weekday: Step = (text, at) => {
  const end = lettersEnd(text, at)
  return weekdayPlaces.has(text.slice(at, end).toLowerCase()) ? afterStop(text, end) : -1
}

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

const half: Step = (text, at, fields) => {
  const found = /^([ap])(?:m|\.m\.?)/i.exec(text.slice(at, at + 4))
  if (!found) return -1
  fields.half = found[1]?.toLowerCase() === 'p' ? 'pm' : 'am'
  return at + found[0].length
}

const fraction =
  (most: number): Step =>
  (text, at, fields) => {
    if (!isDigit(text.charCodeAt(at))) return -1
    const end = digitsEnd(text, at, most)
    fields.ms = fractionMs(text, at, end)
    return end
  }

const read: Offset = { minutes: 0, end: 0 }

const offset: Step = (text, at, fields) => {
  const from = /^(?:GMT|UTC)[+-]/.test(text.slice(at, at + 4)) ? at + 3 : at
  if (!offsetAt(text, from, read)) return -1
  fields.offset = read.minutes
  return read.end
}

const zone: Step = (text, at, fields) => {
  const letters = /^[A-Za-z]+(?![A-Za-z+-])/.exec(text.slice(at, at + 6))?.[0] ?? ''
  const minutes = zones.get(letters.toUpperCase())
  if (minutes === undefined) return offset(text, at, fields)
  fields.offset = minutes
  return at + letters.length
}
