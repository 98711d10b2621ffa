import { times as said } from './time-words.ts'

const day = 86_400_000
const hour = 3_600_000
const minute = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** The zone of whoever reads. */
export const readerZone = Intl.DateTimeFormat().resolvedOptions().timeZone

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(said.locale, { ...options, timeZone: zone })
  formats.set(key, known)
  return known
}

/** The day on the wall of a zone, as the number of midnights since 1970. */
function dayNumber(at: string, zone: string): number {
  const parts = format(zone, { year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(Date.parse(at))
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find(({ type: found }) => found === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day')) / day
}

/** How many midnights lie between two moments. */
export const midnights = (from: string, to: string, zone = readerZone): number =>
  dayNumber(to, zone) - dayNumber(from, zone)

export const isSameDay = (at: string, now: string, zone = readerZone): boolean => midnights(at, now, zone) === 0

/** "15:00" */
export const clock = (at: string, zone = readerZone): string =>
  format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(Date.parse(at))

/** "today", "Thu", "Tue 3 Nov", "3 Nov 2025": as short as it is clear. */
export function dayOf(at: string, now: string, zone = readerZone): string {
  const distance = midnights(now, at, zone)
  const near = said.nearDays[distance]
  if (near) return near
  const ms = Date.parse(at)
  const weekday = format(zone, { weekday: 'short' }).format(ms)
  if (distance > 0 && distance < 7) return weekday
  const year = format(zone, { year: 'numeric' })
  if (year.format(ms) !== year.format(Date.parse(now)))
    return format(zone, { day: 'numeric', month: 'short', year: 'numeric' }).format(ms)
  const date = format(zone, { day: 'numeric', month: 'short' }).format(ms)
  return Math.abs(distance) < 60 ? `${weekday} ${date}` : date
}

/** "today 15:00", "Thu 10:00", "Tue 3 Nov 09:12" */
export const moment = (at: string, now: string, zone = readerZone): string =>
  `${dayOf(at, now, zone)} ${clock(at, zone)}`

/** "15:00" today, "Thu 10:00" otherwise: where "by" stands before it. */
export const byWhen = (at: string, now: string, zone = readerZone): string =>
  isSameDay(at, now, zone) ? clock(at, zone) : moment(at, now, zone)

/** How long, in at most two units: "40 min", "3 h 30", "2 days", "5 weeks". */
export function lasting(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / minute))
  if (minutes < 60) return said.minutes(minutes)
  if (ms < 36 * hour) {
    // After half a day nobody counts minutes.
    if (ms >= 12 * hour) return said.hours(Math.round(ms / hour))
    const rest = minutes % 60
    return rest === 0 ? said.hours(minutes / 60) : said.hoursAnd(Math.floor(minutes / 60), rest)
  }
  const days = Math.round(ms / day)
  if (days < 14) return said.days(days)
  return days < 70 ? said.weeks(Math.round(days / 7)) : said.months(Math.round(days / 30.44))
}

/** "in 2 h", "2 h ago", "now" */
export function away(at: string, now: string): string {
  const ms = Date.parse(at) - Date.parse(now)
  if (Math.abs(ms) < minute / 2) return said.now
  return ms > 0 ? said.ahead(lasting(ms)) : said.ago(lasting(-ms))
}

/** Both ways: "today 15:00, in 2 h" */
export const both = (at: string, now: string, zone = readerZone): string =>
  said.both(moment(at, now, zone), away(at, now))

/** "Tuesday 17 November 2026 at 15:00" */
export const wholeDate = (at: string, zone = readerZone): string =>
  new Intl.DateTimeFormat(said.locale, { dateStyle: 'full', timeStyle: 'short', timeZone: zone }).format(Date.parse(at))
