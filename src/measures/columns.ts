import { type Estimate, wilson } from '../core/learning/wilson.ts'
import type { AskedFigure, Counted, Sql } from './measure.ts'
import { meanOf, type Sums } from './statistics/mean.ts'

/**
 * A figure as it was found: of how many, and how many of them, or what it is with its interval. `sampled`: of how many the
 * median was taken, where there were more.
 */
export type Figure =
  | { form: 'share'; count: number; of: number; estimate: Estimate | null; parts: Record<string, number> }
  | { form: 'mean'; of: number; sum: number; estimate: Estimate | null }
  | { form: 'median'; of: number; estimate: Estimate | null; sampled: number | null }

const aggregate = (counted: Counted): Sql =>
  'issues' in counted
    ? `(count(*) filter (where ${counted.issues}))::float8`
    : `coalesce(sum(${counted.each}), 0)::float8`

/** The condition under which an issue is behind a figure. */
export const behind = (counted: Counted): Sql => ('issues' in counted ? counted.issues : `(${counted.each}) > 0`)

/** What is added up over issues for a measure: each column by its name. Sums of parts make the sum of the whole. */
export function columnsOf(measure: AskedFigure): { name: string; sql: Sql }[] {
  if (measure.form === 'median') return [{ name: 'of', sql: aggregate({ issues: measure.of }) }]
  if (measure.form === 'mean') {
    const where = `filter (where ${measure.of})`
    return [
      { name: 'of', sql: `(count(*) ${where})::float8` },
      { name: 'sum', sql: `coalesce(sum(${measure.each}) ${where}, 0)::float8` },
      { name: 'squares', sql: `coalesce(sum((${measure.each})::integer ^ 2) ${where}, 0)::float8` },
    ]
  }
  return [
    { name: 'count', sql: aggregate(measure.part) },
    { name: 'of', sql: aggregate(measure.of) },
    ...(measure.parts ?? []).map(({ name, issues }) => ({
      name: `part_${name}`,
      sql: `(count(*) filter (where (${issues}) and (${behind(measure.of)})))::float8`,
    })),
  ]
}

/** The figure that the sums of its columns make. A median is no sum: of it only how many it is of. */
export function figureFrom(measure: AskedFigure, value: (name: string) => number): Figure {
  if (measure.form === 'median') return { form: 'median', of: value('of'), estimate: null, sampled: null }
  if (measure.form === 'mean') {
    const sums: Sums = { count: value('of'), sum: value('sum'), squares: value('squares') }
    return { form: 'mean', of: sums.count, sum: sums.sum, estimate: meanOf(sums) }
  }
  const [count, of] = [value('count'), value('of')]
  return {
    form: 'share',
    count,
    of,
    estimate: of === 0 ? null : { value: count / of, ...wilson(count, of) },
    parts: Object.fromEntries((measure.parts ?? []).map(({ name }) => [name, value(`part_${name}`)])),
  }
}
