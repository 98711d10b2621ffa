import type { z } from 'zod'
import type { IssueRow, MeasureByAnswer, MeasuresAnswer, Page } from '../../contract/answers.ts'
import type * as asked from '../../contract/measures.ts'
import type { MeasureName } from '../../contract/measures.ts'
import type { MemberId } from '../../core/context.ts'
import { everything } from '../../measures/everything.ts'
import { findFigures } from '../../measures/figures.ts'
import { issuesBehind, type Side } from '../../measures/issues-behind.ts'
import type { Measure } from '../../measures/measure.ts'
import type { Question } from '../../measures/scope.ts'
import { addUpWeeks } from '../../measures/week-sums.ts'
import { configurationOf } from '../../store/configuration.ts'
import { readNow } from '../../store/now.ts'
import { csv } from '../csv.ts'
import { isKey, readCursor, writeCursor } from '../cursor.ts'
import { teamRef } from '../describe.ts'
import type { Desk, Outcome } from '../desk.ts'
import { rowsOf } from '../issues.ts'
import { about, describeFigure, describeScope, differenceOf, named, periodOf, undecidedOf } from './describe.ts'
import { readScope, scopeBeside } from './scope.ts'
import { teamsSeenBy } from './teams-seen.ts'

/** Every measure over a time, and beside another (DESIGN section 8). */
export async function readMeasures(
  desk: Desk,
  member: MemberId,
  query: z.output<typeof asked.askMeasures>,
): Promise<Outcome<MeasuresAnswer>> {
  const read = await readScope(desk, member, query)
  if ('missing' in read) return read
  const { question, configuration, reader, shown } = read
  const other = scopeBeside(question.scope, query, configuration)
  const [now, then] = await Promise.all([
    figuresOf(desk, question, shown),
    other ? figuresOf(desk, { ...question, scope: other }, shown) : null,
  ])
  return {
    answer: {
      period: periodOf(question.scope, now),
      against: other && then && periodOf(other, then),
      scope: describeScope(question.scope, configuration),
      teams: teamsSeenBy(reader, configuration).map(team => teamRef(configuration, team)),
      measures: shown.map(measure => {
        const [figure, against] = [now, then].map(found => found?.get(measure.name)?.whole ?? null)
        return {
          ...about(measure),
          figure: describeFigure(measure, figure ?? null),
          against: then ? describeFigure(measure, against ?? null) : null,
          difference: differenceOf(measure, figure?.estimate ?? null, against?.estimate ?? null),
        }
      }),
    },
  }
}

/** One measure by week, team, kind or channel. */
export async function readMeasure(
  desk: Desk,
  member: MemberId,
  name: MeasureName,
  { by, ...query }: z.output<typeof asked.askMeasure>,
): Promise<Outcome<MeasureByAnswer>> {
  const read = await readScope(desk, member, query)
  if ('missing' in read) return read
  const { question, configuration, reader, shown } = read
  const measure = shown.find(one => one.name === name)
  if (!measure) return notOfPerson(name)
  const [whole, rows] = await Promise.all([
    by === 'team' ? findFigures(desk.database, question, [measure], null) : null,
    findFigures(desk.database, question, [everything, measure], by),
  ])
  const standings = new Map(rows.get(everything.name)?.rows.map(({ key, figure }) => [key, figure]))
  return {
    answer: {
      ...about(measure),
      by,
      whole: describeFigure(measure, (whole ?? rows).get(name)?.whole ?? null),
      rows: named(rows.get(name)?.rows ?? [], by, reader, configuration).map(({ key, says, figure }) => ({
        key,
        says,
        undecided: measure.source === 'lessons' ? 0 : undecidedOf(standings.get(key)),
        figure: describeFigure(measure, figure),
      })),
    },
  }
}

/** The issues behind a figure. */
export async function readIssuesBehind(
  desk: Desk,
  member: MemberId,
  name: MeasureName,
  { side, cursor, limit, ...query }: z.output<typeof asked.askIssuesBehind>,
): Promise<Outcome<Page<IssueRow>>> {
  const read = await readScope(desk, member, query)
  if ('missing' in read) return read
  const measure = read.shown.find(one => one.name === name)
  if (!measure) return notOfPerson(name)
  const sides = sidesOf(measure)
  if (!sides.includes(side))
    return { missing: `"${name}" has no side "${side}". It has ${sides.slice(0, -1).join(', ')} and ${sides.at(-1)}.` }
  const page = { side: sideOf(side), after: readCursor(cursor, isKey), limit: limit + 1 }
  const numbers = await issuesBehind(desk.database, read.question, measure, page)
  const rows = await rowsOf(desk, numbers.slice(0, limit))
  const last = numbers.length > limit ? numbers[limit - 1] : undefined
  return {
    answer: {
      items: rows.toSorted((one, other) => other.number - one.number),
      next: last === undefined ? null : writeCursor(last),
    },
  }
}

/** Every measure as CSV: a line for each, and for each week, team, kind or channel. */
export async function exportMeasures(
  desk: Desk,
  member: MemberId,
  { by, ...query }: z.output<typeof asked.exportMeasures>,
): Promise<Outcome<string>> {
  const read = await readScope(desk, member, query)
  if ('missing' in read) return read
  const { question, configuration, reader, shown } = read
  const found = await findFigures(desk.database, question, shown, by ?? null)
  const lines = shown.flatMap(measure => {
    const { rows = [], whole = null } = found.get(measure.name) ?? {}
    const shownRows = by ? named(rows, by, reader, configuration) : [{ says: 'all', figure: whole }]
    return shownRows.map(({ says, figure }) => {
      const { value, low, high, count, of } = describeFigure(measure, figure)
      return [measure.name, measure.says, says, value, low, high, count, of, about(measure).unit]
    })
  })
  const head = ['measure', 'name', by ?? 'of', 'value', 'low', 'high', 'count', 'of how many', 'unit']
  return { answer: csv([head, ...lines]) }
}

const figuresOf = (desk: Desk, question: Question, shown: readonly Measure[]) =>
  findFigures(desk.database, question, [everything, ...shown], null)

/** Adds up the weeks of which measures of long times are made. */
export async function addUpMeasures({ database, workspace }: Desk, ending: AbortSignal): Promise<void> {
  const [now, { policy }] = await Promise.all([readNow(database, workspace), configurationOf(database, workspace)])
  await addUpWeeks(database, { workspace, now, silenceMinutes: policy.silenceMinutes }, ending)
}

/** Whoever asks for their own. */
const notOfPerson = (name: MeasureName): { missing: string } => ({
  missing: `"${name}" is no figure of a person: it is shown for teams and the workspace (Rule 32).`,
})

const sidesOf = (measure: Measure): string[] => [
  'part',
  'rest',
  'all',
  ...(measure.form === 'share' ? (measure.parts ?? []) : []).map(({ name }) => name),
]

const sideOf = (side: string): Side => (side === 'part' || side === 'rest' || side === 'all' ? side : { reason: side })
