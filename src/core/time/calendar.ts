import { epochMs, fromEpochMs, type Instant } from './instant.ts'

/** ISO weekday: Monday is 1. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
/** Wall times `HH:MM`; `to` may be `24:00`. */
export type Hours = { from: string; to: string }

/** When a desk is open: hours by weekday in a time zone, and holidays as local dates `YYYY-MM-DD`. */
export type Calendar = {
  zone: string
  hours: Partial<Record<Weekday, readonly Hours[]>>
  holidays: readonly string[]
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

export const alwaysOpen: Calendar = {
  zone: 'UTC',
  hours: Object.fromEntries(weekdays.map(day => [day, [{ from: '00:00', to: '24:00' }]])),
  holidays: [],
}

/** A stretch of open time in epoch milliseconds, end exclusive. */
type Opening = { from: number; to: number }

const dayMs = 86_400_000
/** No desk is closed for longer: a bound on every walk through days. */
const longestClosureDays = 5 * 366

/** The moment at which `minutes` of open time have passed since `from`; exactly at closing time when they fit the day. */
export function addBusinessMinutes(calendar: Calendar, from: Instant, minutes: number): Instant {
  const start = epochMs(from)
  let left = minutes * 60_000
  const first = dayOf(calendar, start)
  for (let day = first; day < first + longestClosureDays; day += 1) {
    for (const opening of openingsOn(calendar, day)) {
      const begin = Math.max(opening.from, start)
      if (opening.to <= begin) continue
      if (left <= opening.to - begin) return fromEpochMs(begin + left)
      left -= opening.to - begin
    }
  }
  throw neverOpens(from)
}

/** Minutes of open time between two moments; 0 when `to` is not after `from`. */
export function businessMinutesBetween(calendar: Calendar, from: Instant, to: Instant): number {
  const [start, end] = [epochMs(from), epochMs(to)]
  let open = 0
  for (let day = dayOf(calendar, start); end > start; day += 1) {
    const openings = openingsOn(calendar, day)
    for (const opening of openings) open += Math.max(0, Math.min(opening.to, end) - Math.max(opening.from, start))
    // A day ends at least 22 and begins at most 15 hours away from its UTC date: two days on is safely past the end.
    if ((day - 2) * dayMs > end) break
  }
  return open / 60_000
}

export function isOpen(calendar: Calendar, at: Instant): boolean {
  const ms = epochMs(at)
  return openingsOn(calendar, dayOf(calendar, ms)).some(opening => opening.from <= ms && ms < opening.to)
}

/** The next moment at which the desk is open: `at` itself when it is. */
export function nextOpening(calendar: Calendar, at: Instant): Instant {
  const ms = epochMs(at)
  const first = dayOf(calendar, ms)
  for (let day = first; day < first + longestClosureDays; day += 1) {
    for (const opening of openingsOn(calendar, day)) if (opening.to > ms) return fromEpochMs(Math.max(opening.from, ms))
  }
  throw neverOpens(at)
}

const neverOpens = (from: Instant): RangeError =>
  new RangeError(`The calendar does not open within five years of ${from}. Give it opening hours.`)

/** The end of the first day on which the desk is still open at or after `at`: its last closing time. */
export function lastClosing(calendar: Calendar, at: Instant): Instant {
  const openings = openingsOn(calendar, dayOf(calendar, epochMs(nextOpening(calendar, at))))
  return fromEpochMs(Math.max(...openings.map(opening => opening.to)))
}

/** The day on the wall on which a moment falls, as a number: the next day is one more. */
export const localDay = (calendar: Calendar, at: Instant): number => dayOf(calendar, epochMs(at))

/** The Monday of the week on the wall in which a moment falls, as such a day. */
export function mondayOf(calendar: Calendar, at: Instant): number {
  const day = localDay(calendar, at)
  // 1 January 1970 was a Thursday.
  return day - ((((day + 3) % 7) + 7) % 7)
}

/** The moment at which such a day begins. */
export const beginOfDay = (calendar: Calendar, day: number): Instant => fromEpochMs(beginOf(calendar, day))

/** The same time on the wall, some days later. */
export function plusDays(calendar: Calendar, at: Instant, days: number): Instant {
  const ms = epochMs(at)
  const day = dayOf(calendar, ms)
  const isWhole = (one: number): boolean => beginOf(calendar, one + 1) - beginOf(calendar, one) === dayMs
  if (isWhole(day) && isWhole(day + days))
    return fromEpochMs(beginOf(calendar, day + days) + ms - beginOf(calendar, day))
  return fromEpochMs(Temporal.Instant.from(at).toZonedDateTimeISO(calendar.zone).add({ days }).epochMilliseconds)
}

/** What is wrong with a calendar, as a sentence for the person who wrote it; null when nothing is. */
export function calendarFault(calendar: Calendar): string | null {
  try {
    new Intl.DateTimeFormat('en', { timeZone: calendar.zone })
  } catch {
    return `"${calendar.zone}" is no time zone. Write one like Europe/Madrid.`
  }
  const days = weekdays.map(day => calendar.hours[day] ?? [])
  if (days.every(hours => hours.length === 0)) return 'The calendar has no opening hours. Give at least one day some.'
  for (const hours of days) {
    const fault = hoursFault(hours)
    if (fault) return fault
  }
  const odd = calendar.holidays.find(day => !isDate(day))
  return odd === undefined ? null : `"${odd}" is no date. Write holidays like 2026-12-25.`
}

function hoursFault(hours: readonly Hours[]): string | null {
  let last = -1
  for (const { from, to } of hours) {
    const [start, end] = [wallMinutes(from), wallMinutes(to)]
    if (start === null || end === null) return `"${from} to ${to}" are no hours. Write them like 09:00 to 17:00.`
    if (start >= end) return `Opening hours from ${from} to ${to} end before they begin.`
    if (start < last) return `Opening hours overlap at ${from}. Write them in order, without overlap.`
    last = end
  }
  return null
}

function wallMinutes(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  if (match) return Number(match[1]) * 60 + Number(match[2])
  return text === '24:00' ? 1440 : null
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** What was worked out for a calendar, since time zones are slow: when its days begin, and when it is open on them. */
type Worked = { begins: Map<number, number>; openings: Map<number, Opening[]>; holidays: Set<string> }
const worked = new WeakMap<Calendar, Worked>()
/** The memory of a process that simulates years stays small. */
const daysKept = 4000

function workedFor(calendar: Calendar): Worked {
  const known = worked.get(calendar)
  if (known) return known
  const fresh: Worked = { begins: new Map(), openings: new Map(), holidays: new Set(calendar.holidays) }
  worked.set(calendar, fresh)
  return fresh
}

const epochDate = Temporal.PlainDate.from('1970-01-01')

/** Number of the local day (days since 1970-01-01 on the wall calendar) in which a moment falls: that of UTC, or a neighbour. */
function dayOf(calendar: Calendar, ms: number): number {
  let day = Math.floor(ms / dayMs)
  while (beginOf(calendar, day) > ms) day -= 1
  while (beginOf(calendar, day + 1) <= ms) day += 1
  return day
}

/** When a local day begins. One that a zone has skipped begins with the next. */
function beginOf(calendar: Calendar, day: number): number {
  const { begins } = workedFor(calendar)
  const known = begins.get(day)
  if (known !== undefined) return known
  const begin = epochDate.add({ days: day }).toZonedDateTime(calendar.zone).epochMilliseconds
  if (begins.size > daysKept) begins.clear()
  begins.set(day, begin)
  return begin
}

function openingsOn(calendar: Calendar, day: number): Opening[] {
  const known = workedFor(calendar)
  const before = known.openings.get(day)
  if (before) return before
  const date = epochDate.add({ days: day })
  // A zone that moves over the date line skips a whole day.
  const isSkipped = beginOf(calendar, day) === beginOf(calendar, day + 1)
  const hours =
    isSkipped || known.holidays.has(date.toString()) ? [] : (calendar.hours[date.dayOfWeek as Weekday] ?? [])
  const openings = hours
    .map(({ from, to }) => ({ from: momentOf(date, from, calendar.zone), to: momentOf(date, to, calendar.zone) }))
    .filter(opening => opening.from < opening.to)
  if (known.openings.size > daysKept) known.openings.clear()
  known.openings.set(day, openings)
  return openings
}

/**
 * When the clock on the wall first shows a time (`HH:MM`, or `24:00`) of a day, in epoch milliseconds; when clocks change and
 * skip it, the moment of the change.
 */
export function momentOf(date: Temporal.PlainDate, wall: string, zone: string): number {
  if (wall === '24:00') return date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  const plainTime = Temporal.PlainTime.from(wall)
  const shown = date.toZonedDateTime({ timeZone: zone, plainTime })
  if (shown.toPlainTime().equals(plainTime)) return shown.epochMilliseconds
  // `shown` lies as far after the change as the time lies in the gap, and may be the change itself.
  const change = shown.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  return (change ?? shown).epochMilliseconds
}
