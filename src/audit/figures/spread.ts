import { dayMs, hourMs } from './figures.ts'
import type { Treatment } from './treatment.ts'

/** How many cases there are between two bounds. `to` does not belong to it; null: without an end. */
export type Bar = { from: number; to: number | null; cases: number }

const handoffBounds = [0, 1, 2, 3, 4, 5, 10, 20]

/** How often cases were passed on: 0, 1, 2, 3, 4, 5 to 9, 10 to 19, 20 and more. */
export const spreadOfHandoffs = (handoffs: Uint32Array): Bar[] => spread(handoffs, handoffBounds)

/** A bar of silences, in milliseconds, and in how many of its cases the longest silence began while the case was open. */
export type SilenceBar = Bar & { open: number }

const silenceBounds = [0, hourMs, dayMs, 3 * dayMs, 7 * dayMs, 14 * dayMs, 30 * dayMs, 90 * dayMs]

/** How long cases lay silent. The limit is one of the bounds; what is exactly as long as a bound lies before it. */
export function spreadOfSilences({ silence, openSilence }: Treatment, overDays: number): SilenceBar[] {
  const bounds = [...new Set([...silenceBounds, overDays * dayMs])].toSorted((one, other) => one - other)
  const before = silence.map(ms => Math.max(0, ms - 0.5))
  const open = silence.map((ms, one) => (openSilence[one] === ms ? Math.max(0, ms - 0.5) : Number.NaN))
  const ofOpen = spread(open, bounds)
  return spread(before, bounds).map((bar, place) => ({ ...bar, open: ofOpen[place]?.cases ?? 0 }))
}

function spread(numbers: Uint32Array | Float64Array, bounds: readonly number[]): Bar[] {
  const bars = bounds.map((from, place): Bar => ({ from, to: bounds[place + 1] ?? null, cases: 0 }))
  for (const number of numbers) {
    const bar = bars.findLast(({ from }) => number >= from)
    if (bar) bar.cases += 1
  }
  return bars
}
