import { type Estimate, z95 } from '../../core/learning/wilson.ts'

/** The sums from which a mean follows: of how many, of what, and of its squares. */
export type Sums = { count: number; sum: number; squares: number }

/** The mean with the usual interval from the spread of its values; null of none. Counts are never below 0. */
export function meanOf({ count, sum, squares }: Sums): Estimate | null {
  if (count === 0) return null
  const value = sum / count
  const variance = count > 1 ? Math.max(0, squares - count * value ** 2) / (count - 1) : 0
  const half = z95 * Math.sqrt(variance / count)
  return { value, low: Math.max(0, value - half), high: value + half }
}
