import { wilson } from '../core/learning/wilson.ts'
import { businessMinutesBetween } from '../core/time/calendar.ts'
import { type Instant, minutesBetween } from '../core/time/instant.ts'
import type { Connection } from '../store/database.ts'
import type { AskedFigure, AskedMean, AskedMedian, AskedShare, Counted, Source, Sql } from './measure.ts'
import { type Grouping, inScope, keyOf, type Question, valuesOf } from './scope.ts'
import { meanOf, type Sums } from './statistics/mean.ts'
import { type Estimate, medianOf } from './statistics/median.ts'

/**
 * A figure as it was found: of how many, and how many of them, or what it is with its interval. `sampled`: of how many the
 * median was taken, where there were more.
 */
export type Figure =
  | { form: 'share'; count: number; of: number; estimate: Estimate | null; parts: Record<string, number> }
  | { form: 'mean'; of: number; sum: number; estimate: Estimate | null }
  | { form: 'median'; of: number; estimate: Estimate | null; sampled: number | null }

/** One row of an answer: the week, team, kind or channel (null: none is known), or of everything. */
export type Row<F extends Figure = Figure> = { key: string | null; figure: F }

const aggregate = (counted: Counted): Sql =>
  'issues' in counted
    ? `(count(*) filter (where ${counted.issues}))::float8`
    : `coalesce(sum(${counted.each}), 0)::float8`

/** The condition under which an issue is behind a figure. */
export const behind = (counted: Counted): Sql => ('issues' in counted ? counted.issues : `(${counted.each}) > 0`)

type Columns = { name: string; sql: Sql }[]

function columnsOf(measure: AskedShare | AskedMean): Columns {
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

function figureFrom(measure: AskedShare | AskedMean, value: (name: string) => number): Figure {
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

/** What was found of several measures, in one look over the issues; `by`: a row for each week, team, kind or channel. */
export async function findFigures(
  connection: Connection,
  question: Question,
  asked: readonly AskedFigure[],
  by: Grouping | null,
): Promise<Map<string, Row[]>> {
  const counted = Map.groupBy(
    asked.filter(measure => measure.form !== 'median'),
    ({ source = 'issues' }) => source,
  )
  const medians = asked.filter(measure => measure.form === 'median')
  const found = new Map<string, Row[]>()
  for (const [source, ofSource] of counted)
    for (const [name, rows] of await countAll(connection, question, source, ofSource, by)) found.set(name, rows)
  for (const measure of medians) found.set(measure.name, await findMedians(connection, question, measure, by))
  return found
}

async function countAll(
  connection: Connection,
  question: Question,
  source: Source,
  asked: readonly (AskedShare | AskedMean)[],
  by: Grouping | null,
): Promise<Map<string, Row[]>> {
  const columns = asked.flatMap((measure, place) =>
    columnsOf(measure).map(({ name, sql }) => `${sql} as m${place}_${name}`),
  )
  const { key, join } = by ? keyOf[by] : { key: 'null::text', join: '' }
  const text = `select ${key} as key, ${columns.join(',\n  ')} ${inScope[source]} ${join} ${by ? 'group by 1 order by 1 nulls last' : ''}`
  const { rows } = await connection.query<Record<string, string | number | null>>({ text, values: valuesOf(question) })
  return new Map(
    asked.map((measure, place) => [
      measure.name,
      rows.map(row => ({
        key: row.key === null || row.key === undefined ? null : String(row.key),
        figure: figureFrom(measure, name => Number(row[`m${place}_${name}`] ?? 0)),
      })),
    ]),
  )
}

/** Of more issues than this a median is taken of a draw: its interval says how exact that is. */
const mostSampled = 20_000

type Stretch = { key: string | null; minutes: number | null; from_at: Instant | null; to_at: Instant | null }

async function findMedians(
  connection: Connection,
  question: Question,
  measure: AskedMedian,
  by: Grouping | null,
): Promise<Row[]> {
  const values = valuesOf(question)
  const counting = `select count(*)::integer as of ${inScope.issues} and (${measure.of})`
  const of = (await connection.query<{ of: number }>({ text: counting, values })).rows[0]?.of ?? 0
  const lots = of > mostSampled ? Math.max(1, Math.floor((mostSampled / of) * 10_000)) : 10_000
  const { key, join } = by ? keyOf[by] : { key: 'null::text', join: '' }
  const text = `select ${key} as key, s.minutes, s.from_at, s.to_at
    ${inScope.issues} and (${measure.of}) and c.lot < ${lots} ${join}
    cross join lateral (${measure.stretches}) as s`
  const { rows } = await connection.query<Stretch>({ text, values })
  const byKey = Map.groupBy(rows, row => row.key)
  const isSampled = lots < 10_000
  const rowFrom = (one: string | null, stretches: readonly Stretch[]): Row => ({
    key: one,
    figure: {
      form: 'median',
      of: stretches.length,
      estimate: medianOf(stretches.map(stretch => lengthOf(stretch, measure, question))),
      sampled: isSampled ? stretches.length : null,
    },
  })
  if (!by) return [rowFrom(null, rows)]
  return [...byKey]
    .map(([one, stretches]) => rowFrom(one, stretches))
    .toSorted((one, other) => ((one.key ?? '\uffff') < (other.key ?? '\uffff') ? -1 : 1))
}

/** Minutes of a stretch, by the clock of its measure. */
function lengthOf({ minutes, from_at, to_at }: Stretch, { clock }: AskedMedian, { calendar, now }: Question): number {
  if (from_at === null) return minutes ?? 0
  const to = to_at ?? now
  const running = clock === 'open' ? businessMinutesBetween(calendar, from_at, to) : minutesBetween(from_at, to)
  return Math.max(minutes ?? 0, running)
}
