import { quantile } from './statistics.ts'

/** A measured distribution, written down as some of its quantiles: pairs of a share of all cases and the value below which they lie. */
export type Quantiles = readonly (readonly [share: number, value: number])[]

/** The value at a share between 0 and 1: on the straight line between the two quantiles around it. */
export function valueAt(quantiles: Quantiles, share: number): number {
  let [before, low] = quantiles[0] ?? [0, Number.NaN]
  for (const [after, high] of quantiles) {
    if (share <= after) return after === before ? high : low + ((high - low) * (share - before)) / (after - before)
    before = after
    low = high
  }
  return low
}

/** The shares at which distributions are written down: closer at the far end, where the long waits are. */
export const shares = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.995, 1] as const

/** A distribution from its values at those shares. */
export const spread = (values: readonly number[]): Quantiles =>
  shares.map((share, place) => [share, values[place] ?? Number.NaN])

/** What was measured, as its values at those shares, rounded to `digits`. */
export function spreadOf(measured: readonly number[], digits = 1): number[] {
  const scale = 10 ** digits
  return shares.map(share => Math.round(quantile(measured, share) * scale) / scale)
}
