/** A figure with its 95 % interval. */
export type Interval = { value: number; low: number; high: number }

/** The normal distribution leaves 2.5 % beyond this on each side. */
const z = 1.959964

/** A share of `whole`, with Wilson's interval: never below 0 nor above 1, and right for small numbers too. */
export function wilson(part: number, whole: number): Interval {
  if (whole === 0) return { value: Number.NaN, low: 0, high: 1 }
  const value = part / whole
  const middle = value + z ** 2 / (2 * whole)
  const half = z * Math.sqrt((value * (1 - value)) / whole + z ** 2 / (4 * whole ** 2))
  const scale = 1 + z ** 2 / whole
  return { value, low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) }
}

/** The mean of what several runs gave, with Student's interval. With fewer than two runs it says nothing. */
export function meanOf(values: readonly number[]): Interval {
  const count = values.length
  const value = values.reduce((sum, one) => sum + one, 0) / count
  if (count < 2) return { value, low: Number.NaN, high: Number.NaN }
  const variance = values.reduce((sum, one) => sum + (one - value) ** 2, 0) / (count - 1)
  const half = student(count - 1) * Math.sqrt(variance / count)
  return { value, low: value - half, high: value + half }
}

/**
 * The point beyond which Student's distribution leaves 2.5 % on each side: from the normal one by the usual expansion,
 * right to a hundredth from three degrees of freedom on.
 */
export function student(freedom: number): number {
  const terms = [
    z,
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ]
  return terms.reduce((sum, term, power) => sum + term / freedom ** power, 0)
}

/** The value below which so large a share lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
