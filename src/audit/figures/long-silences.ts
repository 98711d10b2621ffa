import { dayMs } from './figures.ts'
import { unsaid } from './log.ts'
import type { Treatment } from './treatment.ts'

/** The silences longer than a limit that began while a case was open. */
export type LongSilences = {
  cases: number
  /** All of them, several of a case counted each. */
  silences: number
  /** As long as they were together, in days. */
  days: number
  /** With which status they began, the commonest first; null: none was said. */
  from: readonly { status: string | null; silences: number }[]
}

export function longSilencesOf({ log, isFinal }: Treatment, overDays: number): LongSilences {
  const beginnings = new Map<number, number>()
  let cases = 0
  let silences = 0
  let ms = 0
  for (let one = 0; one < log.cases.length; one += 1) {
    const begin = log.begins[one] ?? 0
    const end = log.begins[one + 1] ?? 0
    const before = silences
    let status = unsaid
    for (let event = begin; event < end; event += 1) {
      const gap = event === begin ? 0 : (log.at[event] ?? 0) - (log.at[event - 1] ?? 0)
      if (gap > overDays * dayMs && isFinal[status] !== 1) {
        silences += 1
        ms += gap
        beginnings.set(status, (beginnings.get(status) ?? 0) + 1)
      }
      const now = log.status.of[event] ?? unsaid
      if (now !== unsaid) status = now
    }
    if (silences > before) cases += 1
  }
  const from = [...beginnings]
    .toSorted(([, one], [, other]) => other - one)
    .map(([status, many]) => ({ status: log.status.values[status] ?? null, silences: many }))
  return { cases, silences, days: ms / dayMs, from }
}
