import type { Column, Log } from './log.ts'
import { runsOf } from './passing.ts'

/** Who passed to whom, how often: a row for each giver, a column for each receiver. The last of both are all others together. */
export type Matrix = {
  /** Names of the rows and columns; the others, when there are any, have none. */
  names: readonly string[]
  others: number
  counts: readonly (readonly number[])[]
  /** The two between whom it went back and forth most. null: no two passed to each other. */
  backAndForth: { from: string; to: string; there: number; back: number } | null
}

/** Of the `many` that gave and took most. */
export function matrixOf(log: Log, column: Column, many: number): Matrix {
  const size = column.values.length
  const passes = new Map<number, number>()
  const busy = new Float64Array(size)
  for (let one = 0; one < log.cases.length; one += 1) {
    let giver: number | null = null
    for (const who of runsOf(log, column, one)) {
      if (giver !== null) {
        passes.set(giver * size + who, (passes.get(giver * size + who) ?? 0) + 1)
        busy[giver] = (busy[giver] ?? 0) + 1
        busy[who] = (busy[who] ?? 0) + 1
      }
      giver = who
    }
  }
  const shown = [...busy.keys()]
    .filter(who => (busy[who] ?? 0) > 0)
    .toSorted((one, other) => (busy[other] ?? 0) - (busy[one] ?? 0) || one - other)
    .slice(0, many)
  const others = busy.filter(times => times > 0).length - shown.length
  const places = new Map(shown.map((who, place) => [who, place]))
  const width = shown.length + (others > 0 ? 1 : 0)
  const counts = Array.from({ length: width }, () => new Array<number>(width).fill(0))
  for (const [pair, times] of passes) {
    const row = counts[places.get(Math.floor(pair / size)) ?? shown.length]
    const place = places.get(pair % size) ?? shown.length
    if (row) row[place] = (row[place] ?? 0) + times
  }
  return {
    names: shown.map(who => column.values[who] ?? ''),
    others,
    counts,
    backAndForth: backAndForthOf(passes, column),
  }
}

function backAndForthOf(passes: ReadonlyMap<number, number>, { values }: Column): Matrix['backAndForth'] {
  const size = values.length
  let best: Matrix['backAndForth'] = null
  for (const [pair, there] of passes) {
    const [from, to] = [Math.floor(pair / size), pair % size]
    const back = passes.get(to * size + from) ?? 0
    if (back > 0 && there >= back && (!best || back > best.back || (back === best.back && there > best.there)))
      best = { from: values[from] ?? '', to: values[to] ?? '', there, back }
  }
  return best
}
