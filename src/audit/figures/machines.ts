import { type Log, unsaid } from './log.ts'
import { passingOf, runsOf } from './passing.ts'
import type { Treatment } from './treatment.ts'

/** Who comes last in so many of all cases, and nearly nowhere else, is hardly a person. */
const leastOfCases = 0.2
const leastOfRuns = 0.75
/** In a small desk one person may well close everything. */
const leastPersons = 10

/** Names among the persons of a log that look like machines: they close cases, and hardly do anything else. */
export function machinesOf({ log }: Treatment): string[] {
  if (log.person.values.length < leastPersons) return []
  const runs = new Uint32Array(log.person.values.length)
  const last = new Uint32Array(log.person.values.length)
  for (let one = 0; one < log.cases.length; one += 1) {
    const had = runsOf(log, log.person, one)
    for (const who of had) runs[who] = (runs[who] ?? 0) + 1
    const end = had.at(-1)
    if (end !== undefined) last[end] = (last[end] ?? 0) + 1
  }
  return log.person.values.filter((_, who) => {
    const closed = last[who] ?? 0
    return closed >= leastOfCases * log.cases.length && closed >= leastOfRuns * (runs[who] ?? 0)
  })
}

/** The same log as if these names were nobody. */
export function without(names: readonly string[], treatment: Treatment): Treatment {
  if (names.length === 0) return treatment
  const { person } = treatment.log
  const out = new Set(names.map(name => person.values.indexOf(name)))
  const log: Log = {
    ...treatment.log,
    person: { values: person.values, of: person.of.map(who => (out.has(who) ? unsaid : who)) },
  }
  return { ...treatment, log, person: passingOf(log, log.person) }
}
