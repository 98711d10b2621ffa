import { type Log, unsaid } from './log.ts'
import { type Passing, passingOf } from './passing.ts'

/** How each case of a log was treated, from which all figures and pictures come. Columns have a place for each case. */
export type Treatment = {
  log: Log
  /** Statuses with which a case is over. */
  finals: readonly string[]
  /** The same by their places among the statuses: 1 when final. */
  isFinal: Uint8Array
  person: Passing
  group: Passing
  /** Milliseconds of the longest time between two events; 0 with one event only. */
  silence: Float64Array
  /** The same, of those that began before the case was over. In a log without final statuses it is the same. */
  openSilence: Float64Array
  /** How often it went on after it was over. */
  reopened: Uint32Array
}

export function treatmentOf(log: Log, finals: readonly string[]): Treatment {
  const cases = log.cases.length
  const named = new Set(finals)
  const isFinal = Uint8Array.from(log.status.values, status => (named.has(status) ? 1 : 0))
  const silence = new Float64Array(cases)
  const openSilence = new Float64Array(cases)
  const reopened = new Uint32Array(cases)
  for (let one = 0; one < cases; one += 1) {
    const begin = log.begins[one] ?? 0
    const end = log.begins[one + 1] ?? 0
    let longest = 0
    let longestOpen = 0
    let isOver = false
    for (let event = begin; event < end; event += 1) {
      const gap = event === begin ? 0 : (log.at[event] ?? 0) - (log.at[event - 1] ?? 0)
      if (gap > longest) longest = gap
      if (gap > longestOpen && !isOver) longestOpen = gap
      const status = log.status.of[event] ?? unsaid
      if (status === unsaid) continue
      const endsIt = isFinal[status] === 1
      if (isOver && !endsIt) reopened[one] = (reopened[one] ?? 0) + 1
      isOver = endsIt
    }
    silence[one] = longest
    openSilence[one] = longestOpen
  }
  return {
    log,
    finals,
    isFinal,
    person: passingOf(log, log.person),
    group: passingOf(log, log.group),
    silence,
    openSilence,
    reopened,
  }
}
