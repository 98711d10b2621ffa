import { clock, lasting, sameDay, weekdayDate } from '../baton-line/times.ts'

const day = 86_400_000

/** The zone of whoever reads. */
export const readerZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** "today 15:00", "tomorrow 10:00", "Fri 27 Nov, 11:00". */
export function moment(at: string, now: string, zone = readerZone): string {
  const [then, here] = [Date.parse(at), Date.parse(now)]
  if (sameDay(then, here, zone)) return `today ${clock(then, zone)}`
  if (sameDay(then, here + day, zone)) return `tomorrow ${clock(then, zone)}`
  if (sameDay(then, here - day, zone)) return `yesterday ${clock(then, zone)}`
  return `${weekdayDate(then, zone)}, ${clock(then, zone)}`
}

/** "in 2 h", "2 h 10 min ago", "now". */
export function away(at: string, now: string): string {
  const ms = Date.parse(at) - Date.parse(now)
  if (Math.abs(ms) < 45_000) return 'now'
  const length = lasting(Math.abs(ms))
  return ms > 0 ? `in ${length}` : `${length} ago`
}

export const isSameDay = (at: string, now: string, zone = readerZone): boolean =>
  sameDay(Date.parse(at), Date.parse(now), zone)
