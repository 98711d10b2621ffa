import type { WatchDatesAnswer } from '../contract/answers.ts'
import { type Calendar, lastClosing } from '../core/time/calendar.ts'
import { fromEpochMs, type Instant } from '../core/time/instant.ts'
import { configurationOf } from '../store/configuration.ts'
import { readNow } from '../store/now.ts'
import type { Desk } from './desk.ts'
import { sayTime } from './times.ts'
import { understand } from './when.ts'

const hint =
  'Write them like "on the 1st of each of the next three months", "every Monday for 4 weeks" or "1 December and 1 January".'

/** As many dates as a watch may have. */
const mostDates = 24

/** Reads the dates of a watch in words (Rule 20), in the desk's zone. */
export async function readWatchDates(desk: Desk, text: string): Promise<WatchDatesAnswer> {
  const { calendar } = await configurationOf(desk.database, desk.workspace)
  const now = await readNow(desk.database, desk.workspace)
  const dates = watchDates(text, now, calendar)
  if (dates === null) return { dates: [], hint }
  const past = dates.find(at => at <= now)
  if (past !== undefined)
    return { dates: [], hint: `${sayTime(past, calendar.zone)} is past. Name dates that are ahead.` }
  return { dates: dates.map(at => ({ at, reads: sayTime(at, calendar.zone) })), hint: null }
}

/** The moments that a text means as dates of a watch, seen from `now`, in order; null when it means none. */
export function watchDates(text: string, now: Instant, calendar: Calendar): Instant[] | null {
  const plain = text.trim().toLowerCase()
  const dates = monthly(plain, now, calendar) ?? weekly(plain, now, calendar) ?? listed(plain, now, calendar)
  return dates && dates.length > 0 && dates.length <= mostDates ? [...new Set(dates)].sort() : null
}

const counts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const count = `(\\d{1,2}|${counts.join('|')})`
const countOf = (word: string | undefined): number => counts.indexOf(word ?? '') + 1 || Number(word)

const each = '(?:(?:each|every|all|one) )?(?:of )?(?:the )?'
/** `on the 1st of each of the next three months`, `the next three bills`: without a day, as today. */
const nextMonths = new RegExp(
  `^(?:on )?(?:the )?(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of|in|on) )?(?:on )?${each}next ${count} (?:months?|bills?)$`,
)
/** `every month for three months`, `monthly for 6 months`, `each month on the 3rd for 2 months`. */
const everyMonth = new RegExp(
  `^(?:every month|each month|monthly)(?: on the (\\d{1,2})(?:st|nd|rd|th)?)? for ${count} months?$`,
)

/** The day of the month in each of the coming months; the first one that is still ahead counts. */
function monthly(text: string, now: Instant, calendar: Calendar): Instant[] | null {
  const [found, day, howMany] = nextMonths.exec(text) ?? everyMonth.exec(text) ?? []
  if (found === undefined) return null
  const date = today(now, calendar)
  const wanted = day === undefined ? date.day : Number(day)
  if (wanted < 1 || wanted > 31) return null
  const first = date.day < wanted ? 0 : 1
  const months = Array.from({ length: countOf(howMany) }, (_, index) =>
    date.with({ day: 1 }).add({ months: first + index }),
  )
  // A month that is too short has its last day instead.
  return months.map(month => endOfDay(month.with({ day: Math.min(wanted, month.daysInMonth) }), calendar))
}

const everyWeek = new RegExp(`^(?:on )?(?:every|each) (week|\\w+day) for ${count} weeks?$`)
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** `every Monday for 4 weeks`, `every week for 2 weeks`. */
function weekly(text: string, now: Instant, calendar: Calendar): Instant[] | null {
  const [found, day = '', howMany] = everyWeek.exec(text) ?? []
  if (found === undefined) return null
  const date = today(now, calendar)
  const wanted = day === 'week' ? date.dayOfWeek : weekdays.indexOf(day) + 1
  if (wanted === 0) return null
  const first = date.add({ days: ((wanted - date.dayOfWeek + 6) % 7) + 1 })
  return Array.from({ length: countOf(howMany) }, (_, index) => endOfDay(first.add({ weeks: index }), calendar))
}

/** `1 December and 1 January`, `Friday 11:00, in 30 days`. */
function listed(text: string, now: Instant, calendar: Calendar): Instant[] | null {
  // What repeats and was not understood as that is no single date, though part of it could be read as one.
  if (/\b(?:each|every|monthly|weekly|bills|next \w+ (?:weeks|months))\b/.test(text)) return null
  const dates = text.split(/\s*(?:,|;|\band\b)\s*/).filter(part => part !== '')
  const meant = dates.map(part => understand(part, now, calendar, calendar.zone))
  return meant.every(at => at !== null) ? meant : null
}

/** A check of a day is due by its end; where nobody is there on it, by the end of the next day on which somebody is. */
const endOfDay = (day: Temporal.PlainDate, calendar: Calendar): Instant =>
  lastClosing(calendar, fromEpochMs(day.toZonedDateTime(calendar.zone).epochMilliseconds))

const today = (now: Instant, { zone }: Calendar): Temporal.PlainDate =>
  Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate()
