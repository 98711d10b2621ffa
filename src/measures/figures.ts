import { businessMinutesBetween } from '../core/time/calendar.ts'
import { epochMs, fromEpochMs } from '../core/time/instant.ts'
import type { Connection } from '../store/database.ts'
import { columnsOf, type Figure, figureFrom } from './columns.ts'
import type { AskedFigure, AskedMedian, Source } from './measure.ts'
import { type Grouping, inScope, keyOf, type Question, valuesOf } from './scope.ts'
import { medianOf } from './statistics/median.ts'
import { addedUp } from './week-sums.ts'

/** One row of an answer: the week, team, kind or channel (null: none is known), or of everything. */
export type Row = { key: string | null; figure: Figure }

/** What was found of a measure. `whole`: of everything; null by team, since an issue counts for each team that had it. */
export type Found = { rows: Row[]; whole: Figure | null }

const isParted = (by: Grouping | null): boolean => by !== 'team'

/** What was found of several measures, in one look over the issues; `by`: a row for each week, team, kind or channel. */
export async function findFigures(
  connection: Connection,
  question: Question,
  asked: readonly AskedFigure[],
  by: Grouping | null,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>()
  for (const [source, ofSource] of Map.groupBy(asked, ({ source: from = 'issues' }) => from))
    for (const [name, counted] of await countAll(connection, question, source, ofSource, by)) found.set(name, counted)
  const medians = asked
    .filter(measure => measure.form === 'median')
    .map(async measure => {
      const of = (found.get(measure.name)?.rows ?? []).reduce((sum, { figure }) => sum + figure.of, 0)
      found.set(measure.name, await findMedians(connection, question, measure, by, of))
    })
  await Promise.all(medians)
  return found
}

async function countAll(
  connection: Connection,
  question: Question,
  source: Source,
  asked: readonly AskedFigure[],
  by: Grouping | null,
): Promise<Map<string, Found>> {
  const wanted = asked.flatMap((measure, place) => columnsOf(measure).map(({ name, sql }) => ({ place, name, sql })))
  const columns = wanted.map(({ sql }) => sql)
  const { text, values } = addedUp(question, source, columns, by)
  const { rows } = await connection.query<{ key: string | null; sums: number[] }>({ text, values })
  const whole = wanted.map((_, place) => rows.reduce((sum, { sums }) => sum + (sums[place] ?? 0), 0))
  return new Map(
    asked.map((measure, place) => {
      const figureOf = (sums: readonly number[]): Figure =>
        figureFrom(measure, column => sums[wanted.findIndex(one => one.place === place && one.name === column)] ?? 0)
      const found: Found = {
        rows: rows.map(({ key, sums }) => ({ key, figure: figureOf(sums) })),
        whole: isParted(by) ? figureOf(whole) : null,
      }
      return [measure.name, found]
    }),
  )
}

/** Of more issues than this a median is taken of a draw: its interval says how exact that is. */
const mostSampled = 5_000

/** Of thousands it matters that moments come as numbers: milliseconds since 1970. */
type Stretch = { key: string | null; minutes: number | null; from: number | null; until: number | null }

const msOf = (moment: string): string => `(extract(epoch from ${moment}) * 1000)::float8`

/** `of`: of how many issues, before any are drawn. */
async function findMedians(
  connection: Connection,
  question: Question,
  measure: AskedMedian,
  by: Grouping | null,
  of: number,
): Promise<Found> {
  const lots = of > mostSampled ? Math.max(1, Math.floor((mostSampled / of) * 10_000)) : 10_000
  const { key, join } = by ? keyOf[by] : { key: 'null::text', join: '' }
  const text = `select ${key} as key, s.minutes, ${msOf('s.from_at')} as from, ${msOf('s.to_at')} as until
    ${inScope.issues} and (${measure.of}) ${lots < 10_000 ? `and c.lot < ${lots}` : ''} ${join}
    cross join lateral (${measure.stretches}) as s`
  const { rows } = await connection.query<Stretch>({ text, values: valuesOf(question) })
  const byKey = Map.groupBy(rows, row => row.key)
  const isSampled = lots < 10_000
  const figureOf = (stretches: readonly Stretch[]): Figure => ({
    form: 'median',
    of: stretches.length,
    estimate: medianOf(stretches.map(stretch => lengthOf(stretch, measure, question))),
    sampled: isSampled ? stretches.length : null,
  })
  return {
    rows: [...byKey]
      .map(([one, stretches]) => ({ key: one, figure: figureOf(stretches) }))
      .toSorted((one, other) => ((one.key ?? '\uffff') < (other.key ?? '\uffff') ? -1 : 1)),
    whole: isParted(by) ? figureOf(rows) : null,
  }
}

/** Minutes of a stretch, by the clock of its measure. */
function lengthOf({ minutes, from, until }: Stretch, { clock }: AskedMedian, { calendar, now }: Question): number {
  if (from === null) return minutes ?? 0
  const to = until ?? epochMs(now)
  const running =
    clock === 'open' ? businessMinutesBetween(calendar, fromEpochMs(from), fromEpochMs(to)) : (to - from) / 60_000
  return Math.max(minutes ?? 0, running)
}
