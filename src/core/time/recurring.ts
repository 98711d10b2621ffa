import { momentOf, type Weekday } from './calendar.ts'
import { epochMs, type Instant } from './instant.ts'

/** A time on the wall that comes back every week; `weekday` null: every day. */
export type Recurring = { weekday: Weekday | null; time: string }

/** How many days lie between one time and the next. */
export const daysOf = ({ weekday }: Recurring): number => (weekday === null ? 1 : 7)

/** The day on which it came last, at or before a moment. */
export function lastDay({ weekday, time }: Recurring, zone: string, at: Instant): Temporal.PlainDate {
  const today = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate()
  const date = weekday === null ? today : today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 })
  return momentOf(date, time, zone) <= epochMs(at) ? date : date.subtract({ days: weekday === null ? 1 : 7 })
}
