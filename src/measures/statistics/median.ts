import type { Estimate } from '../../core/learning/wilson.ts'

/**
 * The median with its bootstrap interval; null of no values. The interval is the one that endlessly many resamplings would
 * give: of `n` values drawn again from themselves, the median is at most the `k`-th smallest exactly when at least half of the
 * draws are, which the binomial distribution tells without drawing (Efron 1979). The same values give the same interval.
 */
export function medianOf(values: readonly number[]): Estimate | null {
  const sorted = values.toSorted((one, other) => one - other)
  const count = sorted.length
  if (count === 0) return null
  const at = (rank: number): number => sorted[Math.min(count, Math.max(1, rank)) - 1] ?? Number.NaN
  const value = (at(Math.ceil(count / 2)) + at(Math.floor(count / 2) + 1)) / 2
  return { value, low: at(rankBelow(count, 0.025)), high: at(rankBelow(count, 0.975)) }
}

/** The smallest rank such that a resampled median is at most the value of that rank with at least this chance. */
function rankBelow(count: number, chance: number): number {
  let [low, high] = [1, count]
  while (low < high) {
    const rank = Math.floor((low + high) / 2)
    if (atLeastHalf(count, rank / count) >= chance) high = rank
    else low = rank + 1
  }
  return low
}

/** How likely at least half of `count` draws hit, each with chance `share`; half a draw at the middle of an even count. */
function atLeastHalf(count: number, share: number): number {
  if (share >= 1) return 1
  let sum = 0
  let logTerm = count * Math.log(1 - share)
  const odds = Math.log(share) - Math.log(1 - share)
  for (let hits = 0; hits <= count; hits += 1) {
    if (hits * 2 > count) sum += Math.exp(logTerm)
    if (hits * 2 === count) sum += Math.exp(logTerm) / 2
    logTerm += Math.log(count - hits) - Math.log(hits + 1) + odds
  }
  return sum
}
