import type { Ms } from './history.ts'
import { day, hour, wallOf } from './hours.ts'

const minute = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

function parts(at: Ms, zone: string, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const key = `${zone} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone })
  formats.set(key, format)
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
}

/** "09:05" */
export function clock(at: Ms, zone: string): string {
  const { hour: h, minute: m } = parts(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${h}:${m}`
}

/** "3 Nov" */
export function date(at: Ms, zone: string): string {
  const { day: d, month } = parts(at, zone, { day: 'numeric', month: 'short' })
  return `${d} ${month}`
}

/** "3 Nov 2012": of times that may be long past. */
export function wholeDay(at: Ms, zone: string): string {
  const { year } = parts(at, zone, { year: 'numeric' })
  return `${date(at, zone)} ${year}`
}

/** "Tue 3 Nov" */
export function weekdayDate(at: Ms, zone: string): string {
  const { weekday } = parts(at, zone, { weekday: 'short' })
  return `${weekday} ${date(at, zone)}`
}

/** "Nov" in its year, "Jan 2027" in another. */
export function month(at: Ms, zone: string, now: Ms): string {
  const { month: name, year } = parts(at, zone, { month: 'short', year: 'numeric' })
  return parts(now, zone, { year: 'numeric' }).year === year ? `${name}` : `${name} ${year}`
}

/** "Tue 3 Nov, 09:05" */
export const dateAndClock = (at: Ms, zone: string): string => `${weekdayDate(at, zone)}, ${clock(at, zone)}`

export const sameDay = (a: Ms, b: Ms, zone: string): boolean =>
  Math.floor(wallOf(a, zone) / day) === Math.floor(wallOf(b, zone) / day)

/** How long something lasted, in at most two units: "40 min", "2 h 10 min", "6 d 21 h", "27 days", "7 months". */
export function lasting(ms: Ms): string {
  const minutes = Math.round(ms / minute)
  if (minutes < 60) return `${minutes} min`
  if (ms < day) {
    const rest = minutes % 60
    return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`
  }
  const hours = Math.round(ms / hour)
  if (ms < 10 * day) return hours % 24 === 0 ? days(hours / 24) : `${Math.floor(hours / 24)} d ${hours % 24} h`
  if (ms < 90 * day) return days(Math.round(ms / day))
  return `${Math.round(ms / (30.44 * day))} months`
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)
