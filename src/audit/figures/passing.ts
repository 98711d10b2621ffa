import { type Column, type Log, unsaid } from './log.ts'

/** How each case of a log was passed between persons, or between groups: a place for each case. */
export type Passing = {
  /** Different ones in the whole log. */
  among: number
  /** How often it went from one to the next. */
  handoffs: Uint32Array
  /** How often it went from A to B and straight back to A. */
  pingPongs: Uint32Array
  /** How often it came to one who had had it before. */
  returns: Uint32Array
  /** How many different ones had it. */
  distinct: Uint32Array
}

export function passingOf(log: Log, column: Column): Passing {
  const cases = log.cases.length
  const handoffs = new Uint32Array(cases)
  const pingPongs = new Uint32Array(cases)
  const returns = new Uint32Array(cases)
  const distinct = new Uint32Array(cases)
  // Which case each was last seen in, counted from 1.
  const seenIn = new Uint32Array(column.values.length)
  for (let one = 0; one < cases; one += 1) {
    const runs = runsOf(log, column, one)
    let different = 0
    let triples = 0
    for (const [place, who] of runs.entries()) {
      if (who === runs[place - 2]) triples += 1
      if (seenIn[who] !== one + 1) different += 1
      seenIn[who] = one + 1
    }
    handoffs[one] = Math.max(runs.length - 1, 0)
    pingPongs[one] = triples
    returns[one] = runs.length - different
    distinct[one] = different
  }
  return { among: column.values.length, handoffs, pingPongs, returns, distinct }
}

/**
 * Who had a case, one after the other, by their places in the column. Events that say nothing are skipped; the same one
 * several times in a row is one run, so from each to the next is a hand-off.
 */
export function runsOf(log: Log, column: Column, one: number): number[] {
  const runs: number[] = []
  const end = log.begins[one + 1] ?? 0
  let last = unsaid
  for (let event = log.begins[one] ?? 0; event < end; event += 1) {
    const who = column.of[event] ?? unsaid
    if (who === unsaid || who === last) continue
    runs.push(who)
    last = who
  }
  return runs
}
