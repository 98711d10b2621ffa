/** Two-sided 95 % of the normal distribution. */
export const z95 = 1.959963984540054

/** An interval of shares from 0 to 1, or of their difference from -1 to 1. */
export type Interval = { low: number; high: number }

/** A figure and where its true value lies with 95 % confidence. */
export type Estimate = { value: number } & Interval

/**
 * Where the true share lies with 95 % confidence when `count` of `of` were seen (Wilson 1927). Unlike the usual interval it
 * is right for few cases and for shares near 0 and 1. Of nothing, everything is possible. `z`: for another confidence.
 */
export function wilson(count: number, of: number, z = z95): Interval {
  if (of === 0) return { low: 0, high: 1 }
  const share = count / of
  const middle = share + z ** 2 / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  const width = 1 + z ** 2 / of
  // By rounding it would miss its very ends by a little.
  return { low: count === 0 ? 0 : (middle - half) / width, high: count === of ? 1 : (middle + half) / width }
}

/**
 * Where the true difference of two shares lies, the second less the first, with 95 % confidence (Newcombe 1998, from the
 * two Wilson intervals).
 */
export function differenceOf(
  [firstCount, firstOf]: readonly [number, number],
  [secondCount, secondOf]: readonly [number, number],
  z = z95,
): Interval {
  if (firstOf === 0 || secondOf === 0) return { low: -1, high: 1 }
  const { low, high } = differenceBetween(
    { value: firstCount / firstOf, ...wilson(firstCount, firstOf, z) },
    { value: secondCount / secondOf, ...wilson(secondCount, secondOf, z) },
  )
  return { low, high }
}

/**
 * The second less the first, with its interval from the intervals of the two (Newcombe 1998 for shares; Zou and Donner 2008 for
 * any figure). It can be told from chance when the interval does not hold 0.
 */
export function differenceBetween(first: Estimate, second: Estimate): Estimate {
  const value = second.value - first.value
  return {
    value,
    low: value - Math.hypot(second.value - second.low, first.high - first.value),
    high: value + Math.hypot(second.high - second.value, first.value - first.low),
  }
}
