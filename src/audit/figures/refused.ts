import type { Column, Log } from './log.ts'
import { runsOf } from './passing.ts'

/** What Rule 11 would have said to the hand-offs of a log. Each is counted once. */
export type Refused = {
  /** To one who had had the case before. */
  circles: number
  /** The third or a later one of its case, to somebody new. */
  thirds: number
  /** The others, which would have needed to be accepted and greeted. */
  offered: number
  /** Cases with at least one that would have been refused. */
  cases: number
}

export function refusedOf(log: Log, column: Column): Refused {
  const refused: Refused = { circles: 0, thirds: 0, offered: 0, cases: 0 }
  for (let one = 0; one < log.cases.length; one += 1) {
    const runs = runsOf(log, column, one)
    const before = refused.offered
    const had = new Set<number>()
    for (const [place, who] of runs.entries()) {
      if (had.has(who)) refused.circles += 1
      else if (place >= 3) refused.thirds += 1
      else if (place >= 1) refused.offered += 1
      had.add(who)
    }
    if (refused.offered - before < runs.length - 1) refused.cases += 1
  }
  return refused
}
