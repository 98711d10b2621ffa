import { momentOf, plusDays } from '../../core/time/calendar.ts'
import { fromEpochMs, type Instant } from '../../core/time/instant.ts'
import { lastDay } from '../../core/time/recurring.ts'
import type { Configuration } from '../../store/configuration.ts'
import type { LetterClock } from '../../store/letters.ts'

/** The letters that came due last: for which week (its Monday), and the seven days of which they tell. */
export type DueLetters = { week: string; from: Instant; until: Instant }

/** Letters that are due now and not written yet, however late in their week; null: none are. */
export function dueLetters(configuration: Configuration, { now, written }: LetterClock): DueLetters | null {
  const last = lastLetters(configuration, now)
  return last && (written === null || written < last.week) ? last : null
}

/** When letters are to be written next; null: never. */
export function lettersDueAt(configuration: Configuration, clock: LetterClock): Instant | null {
  const last = lastLetters(configuration, clock.now)
  if (!last) return null
  return dueLetters(configuration, clock) ? last.until : plusDays(configuration.calendar, last.until, 7)
}

function lastLetters({ policy: { letter }, calendar }: Configuration, now: Instant): DueLetters | null {
  if (!letter) return null
  const day = lastDay(letter, calendar.zone, now)
  const until = fromEpochMs(momentOf(day, letter.time, calendar.zone))
  const week = day.subtract({ days: day.dayOfWeek - 1 }).toString()
  return { week, from: plusDays(calendar, until, -7), until }
}
