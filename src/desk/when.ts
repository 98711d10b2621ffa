import { casual } from 'chrono-node'
import type { WhenAnswer } from '../contract/answers.ts'
import {
  addBusinessMinutes,
  businessMinutesBetween,
  type Calendar,
  isOpen,
  type Weekday,
} from '../core/time/calendar.ts'
import { fromEpochMs, type Instant, plusMinutes } from '../core/time/instant.ts'
import { configurationOf } from '../store/configuration.ts'
import { readNow } from '../store/now.ts'
import type { Desk } from './desk.ts'
import { sayTime } from './times.ts'

const hint = 'Write it like "tomorrow 10:00", "Friday 11", "in 2 business hours" or "24 Nov 15:00".'

/** Reads a time in words as a person of the desk means it, in their zone or the desk's. */
export async function readWhen(desk: Desk, text: string, zone?: string): Promise<WhenAnswer> {
  const { calendar } = await configurationOf(desk.database, desk.workspace)
  const now = await readNow(desk.database, desk.workspace)
  const place = zone !== undefined && isZone(zone) ? zone : calendar.zone
  const at = understand(text, now, calendar, place)
  if (at === null) return { at: null, hint }
  if (at <= now) return { at: null, hint: `${sayTime(at, place)} is past. Name a time that is still ahead.` }
  return { at, reads: sayTime(at, place), customer: null }
}

/** The moment that a text means, seen from `now`; null when it means none. */
export function understand(text: string, now: Instant, calendar: Calendar, zone: string): Instant | null {
  return inBusinessTime(text, now, calendar) ?? inWords(text, now, calendar, zone)
}

/** `in 2 business hours`, `3 working days`, `in 90 business minutes`. A day is as long as the desk's next open day. */
function inBusinessTime(text: string, now: Instant, calendar: Calendar): Instant | null {
  const match = /^\s*(?:in\s+)?(an?|\d{1,4})\s+(?:business|working|office)\s+(minute|hour|day)s?\s*$/i.exec(text)
  if (!match) return null
  const [, count = '1', unit = 'hour'] = match
  const amount = /^an?$/i.test(count) ? 1 : Number(count)
  const minutes = { minute: 1, hour: 60, day: dayMinutes(calendar, now) }[unit.toLowerCase()] ?? 60
  return addBusinessMinutes(calendar, now, amount * minutes)
}

function dayMinutes(calendar: Calendar, now: Instant): number {
  for (let day = 0; day < 14; day += 1) {
    const from = plusMinutes(now, day * 1440)
    const open = businessMinutesBetween(calendar, from, plusMinutes(from, 1440))
    if (open > 0) return open
  }
  return 480
}

const weekdays = 'mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun'
/** `Friday 11` means eleven o'clock: no day of the month stands alone after a weekday here. */
const bareHour = new RegExp(
  `\\b(today|tomorrow|(?:${weekdays})(?:day)?)\\s+(?:at\\s+)?(\\d{1,2})(?:[:.h](\\d{2}))?\\s*$`,
  'i',
)

function inWords(text: string, now: Instant, calendar: Calendar, zone: string): Instant | null {
  const plain = text.trim().replace(bareHour, (_, day, hour, minute) => `${day} at ${hour}:${minute ?? '00'}`)
  const local = Temporal.Instant.from(now).toZonedDateTimeISO(zone)
  const reference = { instant: new Date(now), timezone: local.offsetNanoseconds / 60e9 }
  const [found] = casual.parse(plain, reference, { forwardDate: true })
  if (!found) return null
  const { start } = found
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')]
  if (year === null || month === null || day === null) return null
  const date = Temporal.PlainDate.from({ year, month, day })
  if (!start.isCertain('hour')) return endOf(date, calendar, zone)
  const time = { hour: start.get('hour') ?? 0, minute: start.get('minute') ?? 0 }
  const meant = momentOf(date, time, zone)
  const isVague = !start.isCertain('meridiem') && time.hour < 8 && !/\d{2}[:.]\d{2}/.test(plain)
  if (!isVague || isOpen(calendar, meant)) return meant
  // "at 3" is this afternoon where the desk is shut at night.
  const afternoon = { ...time, hour: time.hour + 12 }
  const days = start.isCertain('day') || start.isCertain('weekday') ? [date] : [local.toPlainDate(), date]
  const afternoons = days.map(one => momentOf(one, afternoon, zone))
  return afternoons.find(at => at > now && isOpen(calendar, at)) ?? meant
}

/** "By Friday" is by the end of the desk's Friday. */
function endOf(date: Temporal.PlainDate, calendar: Calendar, zone: string): Instant {
  const closing = calendar.hours[date.dayOfWeek as Weekday]?.at(-1)?.to ?? '17:00'
  const [hour = 17, minute = 0] = closing.split(':').map(Number)
  return hour === 24 ? momentOf(date, { hour: 23, minute: 59 }, zone) : momentOf(date, { hour, minute }, zone)
}

const momentOf = (date: Temporal.PlainDate, time: { hour: number; minute: number }, zone: string): Instant =>
  fromEpochMs(date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds)

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null
  } catch {
    return false
  }
}
