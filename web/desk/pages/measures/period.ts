import { dayShort } from './chart/weeks-of.ts'
import { dayIn } from './search.ts'

/** The first and the last day of a time on the wall of the workspace: "7 Sep", "26 Nov 2026". */
export function daysOf({ from, until }: { from: string; until: string }, zone: string): [string, string] {
  const first = dayIn(zone, from)
  // What ends with a day ends before the next one begins.
  const last = dayIn(zone, new Date(Date.parse(until) - 1).toISOString())
  return [dayShort(first, first.slice(0, 4) !== last.slice(0, 4)), dayShort(last, true)]
}
