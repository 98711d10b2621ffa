import type { Estimate } from './median.ts'

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
