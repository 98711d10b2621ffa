import type { AuditFigures } from '../../contract/audit.ts'
import type { Rejected } from '../event.ts'
import type { Passing } from './passing.ts'
import type { Treatment } from './treatment.ts'

export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/** The figures of a log as `--json` tells them. `overDays`: from when on a silence is long. */
export function figuresOf(
  { log, person, group, silence, reopened }: Treatment,
  overDays: number,
  { rows, reasons }: Pick<Rejected, 'rows' | 'reasons'>,
): AuditFigures {
  return {
    cases: log.cases.length,
    events: log.at.length,
    person: passed(person),
    group: passed(group),
    silence: silences(silence, overDays),
    reopened: { cases: countWhere(reopened, one => one > 0) },
    rejected: { rows, reasons: { ...reasons } },
  }
}

function passed({ among, handoffs, pingPongs, returns, distinct }: Passing): AuditFigures['person'] {
  const cases = handoffs.length
  const pingPongCases = countWhere(pingPongs, many => many > 0)
  return {
    distinct: among,
    handoffs: {
      total: sum(handoffs),
      mean: share(sum(handoffs), cases),
      max: most(handoffs),
      cases: countWhere(handoffs, many => many > 0),
    },
    pingPong: { cases: pingPongCases, share: share(pingPongCases, cases), count: sum(pingPongs) },
    returns: { cases: countWhere(returns, many => many > 0) },
    perCase: {
      mean: share(sum(distinct), cases),
      max: most(distinct),
      one: countWhere(distinct, many => many <= 1),
    },
  }
}

function silences(longest: Float64Array, overDays: number): AuditFigures['silence'] {
  const sorted = longest.toSorted()
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
  return {
    medianHours: median / hourMs,
    p90Days: (sorted[Math.floor(0.9 * sorted.length)] ?? 0) / dayMs,
    maxDays: (sorted.at(-1) ?? 0) / dayMs,
    overDays,
    overCases: countWhere(longest, ms => ms > overDays * dayMs),
  }
}

type Numbers = Uint32Array | Float64Array

/** A part of a whole; of nothing it is 0. */
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

export function sum(numbers: Numbers): number {
  let all = 0
  for (const number of numbers) all += number
  return all
}

export function most(numbers: Numbers): number {
  let highest = 0
  for (const number of numbers) if (number > highest) highest = number
  return highest
}

export function countWhere(numbers: Numbers, is: (number: number) => boolean): number {
  let many = 0
  for (const number of numbers) if (is(number)) many += 1
  return many
}
