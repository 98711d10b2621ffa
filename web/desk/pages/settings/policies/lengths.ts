import { plural } from '../../../../ui/time-words.ts'

/** In what a policy is counted. */
export type Unit = 'minutes' | 'days' | 'times'

/** "4 hours", "90 minutes", "30 days", "2 times" */
export function sayLength(length: number, unit: Unit): string {
  if (unit === 'days') return plural(length, 'day', 'days')
  if (unit === 'times') return plural(length, 'time', 'times')
  return length >= 60 && length % 60 === 0 ? plural(length / 60, 'hour', 'hours') : plural(length, 'minute', 'minutes')
}

const patterns: Record<Unit, RegExp> = {
  minutes: /^(\d+(?:[.,]\d+)?)\s*(m|min|minutes?|h|hours?)$/i,
  days: /^(\d+)\s*(d|days?)?$/i,
  times: /^(\d+)\s*(times?|x)?$/i,
}

/** What was written as a number of minutes, days or times; null when it can't be read. */
export function lengthOf(text: string, unit: Unit): number | null {
  const [, number, said = ''] = patterns[unit].exec(text.trim()) ?? []
  if (number === undefined) return null
  const length = Number(number.replace(',', '.')) * (unit === 'minutes' && /^h/i.test(said) ? 60 : 1)
  return Number.isInteger(length) ? length : null
}
