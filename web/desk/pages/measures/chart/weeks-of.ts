import type { MeasureByAnswer } from '../../../../../src/contract/answers.ts'
import { times } from '../../../../ui/time-words.ts'

export type Row = MeasureByAnswer['rows'][number]
/** A row that is a week, by its Monday: every one has a key. */
export type Week = Row & { key: string }

const dayMs = 86_400_000
const empty = { value: null, low: null, high: null, count: null, of: 0, small: true, sampled: null, parts: [] }

/** The weeks from the first to the last, without a gap: those in which nothing came have no figure. */
export function weeksOf(rows: readonly Row[]): Week[] {
  const found = new Map(rows.flatMap(row => (row.key === null ? [] : [[row.key, { ...row, key: row.key }] as const])))
  const mondays = [...found.keys()].toSorted()
  const [first, last] = [mondays[0], mondays.at(-1)]
  if (first === undefined || last === undefined) return []
  const count = Math.round((Date.parse(last) - Date.parse(first)) / (7 * dayMs)) + 1
  return Array.from({ length: count }, (_, index) => {
    const key = plusDays(first, 7 * index)
    return found.get(key) ?? { key, says: key, undecided: 0, figure: empty }
  })
}

export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** "7 Sep", and "7 Sep 2025" where the year is not clear. */
export const dayShort = (day: string, withYear = false): string =>
  new Intl.DateTimeFormat(times.locale, {
    day: 'numeric',
    month: 'short',
    ...(withYear ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(Date.parse(day.slice(0, 10)))
