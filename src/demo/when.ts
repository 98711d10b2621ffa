import {
  addBusinessMinutes,
  businessMinutesBetween,
  type Calendar,
  isOpen,
  nextOpening,
} from '../core/time/calendar.ts'
import { epochMs, fromEpochMs, type Instant, plusMinutes } from '../core/time/instant.ts'

/**
 * Times as the demo's stories say them, counted from its now in days and hours in which the desk is open: whenever it is
 * filled, at night or on a holiday, the picture is that of the last working hours.
 */
export type Times = {
  now: Instant
  /** A wall time on a working day: `day(-1, …)` is the last one before today, `day(1, …)` the next after today. */
  day(count: number, wall: string): Instant
  /** So much open time ago: `ago('1h 20m')`. */
  ago(span: string): Instant
  /** So many minutes ago, whether or not anybody is at work. */
  minutesAgo(minutes: number): Instant
  /** A due time that passed so long ago, at a quarter of an hour. */
  dueAgo(span: string): Instant
  /** A due time so much open time ahead, at a quarter of an hour. */
  dueIn(span: string): Instant
  /** While the desk was last closed, if that is not too long ago for a mail to wait unanswered. `share`: 0 to 1 of the way. */
  overnight(share: number): Instant
  /** On the first working day from that date on, months ago; or so many working days after it. */
  monthsAgo(months: number, wall: string, daysAfter?: number): Instant
  /** A wall time so many working days after a moment. */
  workdaysAfter(at: Instant, count: number, wall: string): Instant
  /** `Tuesday, 14:00` */
  say(at: Instant): string
  /** `24 November` */
  date(at: Instant): string
  /** The name of a month, some months ago. */
  month(ago: number): string
}

/** What waits unanswered for so much open time is not late yet (the first answer is due after four hours). */
const fresh = 190
/** A closure that has just begun has brought no mail yet. */
const shortestNight = 180

export function timesAround(now: Instant, calendar: Calendar): Times {
  const { zone } = calendar
  const local = (at: Instant): Temporal.ZonedDateTime => Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  const moment = (date: Temporal.PlainDate, wall: string): Instant =>
    fromEpochMs(date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(wall) }).epochMilliseconds)
  const isWorkday = (date: Temporal.PlainDate): boolean =>
    local(nextOpening(calendar, moment(date, '00:00')))
      .toPlainDate()
      .equals(date)
  const walk = (from: Temporal.PlainDate, count: number): Temporal.PlainDate => {
    let date = from
    for (let left = Math.abs(count); left > 0; ) {
      date = date.add({ days: Math.sign(count) })
      if (isWorkday(date)) left -= 1
    }
    return date
  }
  const ago = (span: string): Instant => openTimeBefore(calendar, now, minutesOf(span))
  const format = (at: Instant, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(epochMs(at))

  return {
    now,
    day: (count, wall) => {
      const today = local(count < 0 ? ago('0m') : nextOpening(calendar, now)).toPlainDate()
      return moment(walk(today, count), wall)
    },
    ago,
    minutesAgo: minutes => plusMinutes(now, -minutes),
    dueAgo: span => quarter(ago(span), Math.floor),
    dueIn: span => quarter(addBusinessMinutes(calendar, nextOpening(calendar, now), minutesOf(span)), Math.ceil),
    overnight: share => {
      const night = lastNight(calendar, now)
      if (!night) return openTimeBefore(calendar, now, Math.round((1 - share) * fresh))
      return plusMinutes(night.from, Math.floor(share * night.minutes))
    },
    monthsAgo: (months, wall, daysAfter = 0) => {
      const eve = local(now).toPlainDate().subtract({ months, days: 1 })
      return moment(walk(eve, 1 + daysAfter), wall)
    },
    workdaysAfter: (at, count, wall) => moment(walk(local(at).toPlainDate(), count), wall),
    say: at =>
      `${format(at, { weekday: 'long' })}, ${format(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`,
    date: at => format(at, { day: 'numeric', month: 'long' }),
    month: months => local(now).toPlainDate().subtract({ months }).toLocaleString('en-GB', { month: 'long' }),
  }
}

/** `1h 20m`, `45m`, `3h` in minutes. */
function minutesOf(span: string): number {
  const match = /^(?:(\d+)h)? ?(?:(\d+)m)?$/.exec(span)
  if (!match || span === '') throw new RangeError(`"${span}" is no span of time. Write it like 1h 20m.`)
  return Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0)
}

/** Offsets of time zones are whole quarters of an hour, so the wall shows quarters too. */
const quarter = (at: Instant, round: (quarters: number) => number): Instant =>
  fromEpochMs(round(epochMs(at) / 900_000) * 900_000)

/** The moment from which on the desk has been open for `minutes` until now. */
function openTimeBefore(calendar: Calendar, now: Instant, minutes: number): Instant {
  for (let days = 1; days < 2000; days *= 2) {
    const from = plusMinutes(now, -days * 1440)
    const open = businessMinutesBetween(calendar, from, now)
    if (open > minutes) return addBusinessMinutes(calendar, from, open - minutes)
  }
  throw new RangeError(`The desk was not open for ${minutes} minutes before ${now}.`)
}

/** The last stretch in which the desk was closed, from its begin until it ended or now; null when it is no night to speak of. */
function lastNight(calendar: Calendar, now: Instant): { from: Instant; minutes: number } | null {
  const closedAt = isOpen(calendar, now) ? lastClosingBefore(calendar, now) : openTimeBefore(calendar, now, 0)
  const opens = nextOpening(calendar, closedAt)
  const until = opens < now ? opens : now
  const minutes = (epochMs(until) - epochMs(closedAt)) / 60_000
  return minutes < shortestNight || businessMinutesBetween(calendar, until, now) > fresh
    ? null
    : { from: closedAt, minutes }
}

function lastClosingBefore(calendar: Calendar, now: Instant): Instant {
  let open = 1
  // Open minutes lie side by side until the night before them.
  while (isOpen(calendar, plusMinutes(now, -open))) open += 1
  return openTimeBefore(calendar, plusMinutes(now, -open), 0)
}
