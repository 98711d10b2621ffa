import type { ConcessionRow } from '../../../../src/contract/answers.ts'

/** Days on the reader's calendar, the last one included: "2026-11-01". */
export type Days = { first: string; last: string }

/** From the first of the month until today, on the reader's calendar. */
export function thisMonth(now: string): Days {
  const last = dayOf(new Date(now))
  return { first: `${last.slice(0, 8)}01`, last }
}

/** The moments in which those days begin and are over; null where they are none, or in the wrong order. */
export function momentsOf({ first, last }: Days): { from: string; until: string } | null {
  const [from, until] = [new Date(`${first}T00:00`), new Date(`${last}T00:00`)]
  until.setDate(until.getDate() + 1)
  return from < until ? { from: from.toISOString(), until: until.toISOString() } : null
}

const two = (number: number): string => String(number).padStart(2, '0')
const dayOf = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

/** What was really given, a sum for each currency. */
export function sumsOf(rows: readonly ConcessionRow[]): ConcessionRow['worth'][] {
  const given = rows.filter(({ state }) => state === 'granted' || state === 'approved')
  const sums = new Map<string, number>()
  for (const { worth } of given) sums.set(worth.currency, (sums.get(worth.currency) ?? 0) + worth.amount)
  return [...sums].map(([currency, amount]) => ({ amount, currency }))
}
