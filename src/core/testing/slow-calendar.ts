import type { Calendar, Hours, Weekday } from '../time/calendar.ts'

/**
 * The calendar, slow and obvious: it watches the wall clock minute by minute. A desk opens when its clock first shows the
 * opening hour of the day, and closes when it first shows the closing hour.
 */
type Minute = { ms: number; open: boolean }

const minuteMs = 60_000

function* minutesFrom(calendar: Calendar, ms: number): Generator<Minute> {
  let day = ''
  let latest = ''
  // From two days before, so that the whole day of the first minute has been watched.
  const start = Math.floor(ms / minuteMs) * minuteMs
  for (let at = start - 2 * 1440 * minuteMs; ; at += minuteMs) {
    const wall = wallClock(calendar.zone, at)
    const [date = '', time = ''] = wall.split('T')
    if (date !== day) latest = ''
    day = date
    if (time > latest) latest = time
    if (at < start) continue
    const open = hoursOf(calendar, date).some(({ from, to }) => from <= latest && latest < to)
    yield { ms: at, open }
  }
}

function hoursOf({ hours, holidays }: Calendar, date: string): readonly Hours[] {
  if (holidays.includes(date)) return []
  return hours[Temporal.PlainDate.from(date).dayOfWeek as Weekday] ?? []
}

const seen = new Map<string, string>()

function wallClock(zone: string, ms: number): string {
  const key = `${zone} ${ms}`
  const known = seen.get(key)
  if (known) return known
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime()
  const wall = local.toString({ smallestUnit: 'minute' })
  if (seen.size > 500_000) seen.clear()
  seen.set(key, wall)
  return wall
}

export function slowIsOpen(calendar: Calendar, ms: number): boolean {
  for (const { open } of minutesFrom(calendar, ms)) return open
  return false
}

export function slowNextOpening(calendar: Calendar, ms: number): number {
  for (const minute of minutesFrom(calendar, ms)) if (minute.open) return Math.max(minute.ms, ms)
  return Number.NaN
}

export function slowAddBusinessMinutes(calendar: Calendar, ms: number, minutes: number): number {
  let left = minutes * minuteMs
  for (const minute of minutesFrom(calendar, ms)) {
    if (!minute.open) continue
    const from = Math.max(minute.ms, ms)
    const span = minute.ms + minuteMs - from
    if (left <= span) return from + left
    left -= span
  }
  return Number.NaN
}

export function slowBusinessMinutesBetween(calendar: Calendar, from: number, to: number): number {
  let open = 0
  for (const minute of minutesFrom(calendar, from)) {
    if (minute.ms >= to) break
    if (minute.open) open += Math.min(minute.ms + minuteMs, to) - Math.max(minute.ms, from)
  }
  return open / minuteMs
}
