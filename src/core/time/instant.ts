declare const brand: unique symbol

/** A moment, always in UTC and with milliseconds (`2026-11-24T17:00:00.000Z`), so that `<` compares. */
export type Instant = string & { readonly [brand]: 'Instant' }

const rfc3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt ]([01]\d|2[0-3]):\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/

/** Years 0 to 9999: others are written with more digits, and do not compare as text. */
const first = Date.parse('0000-01-01T00:00:00Z')
const last = Date.parse('9999-12-31T23:59:59.999Z')

/** Reads an RFC 3339 time with any offset. Throws RangeError for anything else. */
export function instant(text: string): Instant {
  const ms = read(text)
  if (ms === null) throw new RangeError(`"${text}" is no time. Write it like 2026-11-24T17:00:00Z`)
  return fromEpochMs(ms)
}

export const isInstantText = (text: string): boolean => read(text) !== null

function read(text: string): number | null {
  const [, year, month, day] = rfc3339.exec(text) ?? []
  const ms = Date.parse(text)
  // JavaScript takes 30 February for 2 March: nobody is promised something on a day that is none.
  if (!day || Number(day) > new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()) return null
  return first <= ms && ms <= last ? ms : null
}

/** Milliseconds since 1970 as an instant. Written by hand, day by day: it is what decisions do most. */
export function fromEpochMs(ms: number): Instant {
  const whole = Math.trunc(ms)
  const day = Math.floor(whole / dayMs)
  const ofDay = whole - day * dayMs
  const minutes = Math.floor(ofDay / 60_000)
  const time = `${two[Math.floor(minutes / 60)]}:${two[minutes % 60]}`
  const rest = ofDay - minutes * 60_000
  return `${dateOf(day)}${time}:${two[Math.floor(rest / 1000)]}.${three[rest % 1000]}Z` as Instant
}

const dayMs = 86_400_000
const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))
const three = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'))
const dates = new Map<number, string>()

/** `2026-11-24T` of a day, in UTC. */
function dateOf(day: number): string {
  const known = dates.get(day)
  if (known) return known
  const text = new Date(day * dayMs).toISOString()
  const date = text.slice(0, text.indexOf('T') + 1)
  // The memory of a process that simulates years stays small.
  if (dates.size > 4000) dates.clear()
  dates.set(day, date)
  return date
}

export const epochMs = (at: Instant): number => Date.parse(at)

export const plusMinutes = (at: Instant, minutes: number): Instant => fromEpochMs(epochMs(at) + minutes * 60_000)

export const minutesBetween = (from: Instant, to: Instant): number => (epochMs(to) - epochMs(from)) / 60_000
