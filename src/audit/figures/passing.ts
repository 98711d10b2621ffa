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

/** Events that say nothing are skipped, and the same one several times in a row is one run: what changes is a hand-off. */
export function passingOf(log: Log, column: Column): Passing {
  const cases = log.cases.length
  const handoffs = new Uint32Array(cases)
  const pingPongs = new Uint32Array(cases)
  const returns = new Uint32Array(cases)
  const distinct = new Uint32Array(cases)
  // Which case one was last seen in, counted from 1.
  const seenIn = new Uint32Array(column.values.length)
  for (let one = 0; one < cases; one += 1) {
    let before = unsaid
    let last = unsaid
    let runs = 0
    let different = 0
    let triples = 0
    const end = log.begins[one + 1] ?? 0
    for (let event = log.begins[one] ?? 0; event < end; event += 1) {
      const now = column.of[event] ?? unsaid
      if (now === unsaid || now === last) continue
      if (now === before) triples += 1
      if (seenIn[now] !== one + 1) different += 1
      seenIn[now] = one + 1
      before = last
      last = now
      runs += 1
    }
    handoffs[one] = Math.max(runs - 1, 0)
    pingPongs[one] = triples
    returns[one] = runs - different
    distinct[one] = different
  }
  return { among: column.values.length, handoffs, pingPongs, returns, distinct }
}
