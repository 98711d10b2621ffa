import { passedBetween } from './between.ts'
import { dayMs } from './figures.ts'
import type { Treatment } from './treatment.ts'

/**
 * The cases to look at first: those that stand highest in three lists at once, of hand-offs, of returns, and of silence while
 * it was open. What counts is the sum of a case's places in the three; who stands equal shares a place, and of two with the
 * same sum the one that came first is the worse. Only what was passed on, or lay silent for too long, is among them.
 */
export function worstOf(treatment: Treatment, overDays: number, many: number): number[] {
  const { handoffs, returns } = passedBetween(treatment)
  const { openSilence, log } = treatment
  const lists = [handoffs, returns, openSilence].map(numbers => ({
    numbers,
    sorted: Float64Array.from(numbers).sort(),
  }))
  const worst: { one: number; place: number }[] = []
  for (let one = 0; one < log.cases.length; one += 1) {
    if (handoffs[one] === 0 && (openSilence[one] ?? 0) <= overDays * dayMs) continue
    const place = lists.reduce((sum, { numbers, sorted }) => sum + higherThan(numbers[one] ?? 0, sorted), 0)
    if (worst.length === many && place >= (worst.at(-1)?.place ?? 0)) continue
    const better = worst.findIndex(other => other.place > place)
    worst.splice(better < 0 ? worst.length : better, 0, { one, place })
    worst.length = Math.min(worst.length, many)
  }
  return worst.map(({ one }) => one)
}

/** How many of the numbers, which ascend, are higher. */
function higherThan(number: number, sorted: Float64Array): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) > number) high = middle
    else low = middle + 1
  }
  return sorted.length - low
}
