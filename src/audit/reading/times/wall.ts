/**
 * A moment as it was read: milliseconds since 1970 when the log says where on earth (`offset`), else what the clock on the
 * wall showed, as if it were UTC. One object is filled again and again, since a log has millions of them.
 */
export type ReadMoment = { ms: number; isLocal: boolean }

/** Fills the moment from a text. false: it is not written like that, or there is no such day or hour. */
export type ReadTime = (text: string, into: ReadMoment) => boolean

const dayMs = 86_400_000
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

export const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeap(year) ? 29 : (daysOfMonth[month - 1] ?? 0))

/** Milliseconds from 1970 to the beginning of a date, in UTC. Counts years from March, as leap days are their last. */
export function dateMs(year: number, month: number, day: number): number {
  const years = month > 2 ? year : year - 1
  const era = Math.floor(years / 400)
  const yearOfEra = years - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146_097 + dayOfEra - 719_468) * dayMs
}
