import type { z } from 'zod'
import type {
  FigureAnswer,
  IssueRow,
  MeasureAnswer,
  MeasureByAnswer,
  MeasuresAnswer,
  Page,
  ScopeAnswer,
} from '../contract/answers.ts'
import type * as asked from '../contract/measures.ts'
import type { MeasureName } from '../contract/measures.ts'
import type { MemberId } from '../core/context.ts'
import { beginOfDay, localDay } from '../core/time/calendar.ts'
import { epochMs, fromEpochMs, type Instant, instant } from '../core/time/instant.ts'
import { measures } from '../measures/all.ts'
import type { Figure } from '../measures/columns.ts'
import { everything } from '../measures/everything.ts'
import { type Found, findFigures, type Row } from '../measures/figures.ts'
import { issuesBehind, type Side } from '../measures/issues-behind.ts'
import type { Measure } from '../measures/measure.ts'
import type { Grouping, Question, Scope } from '../measures/scope.ts'
import { differenceBetween } from '../measures/statistics/difference.ts'
import type { Estimate } from '../measures/statistics/median.ts'
import { addUpWeeks } from '../measures/week-sums.ts'
import { type Configuration, configurationOf, type Person } from '../store/configuration.ts'
import { readNow } from '../store/now.ts'
import { csv } from './csv.ts'
import { isKey, readCursor, writeCursor } from './cursor.ts'
import { teamRef } from './describe.ts'
import { kindRef } from './describe-learning.ts'
import type { Desk, Outcome } from './desk.ts'
import { rowsOf } from './issues.ts'
import { teamsSeenBy } from './teams-seen.ts'

type ScopeAsked = Pick<z.output<typeof asked.askMeasures>, 'from' | 'to' | 'team' | 'kind' | 'channel' | 'mine'>

/** Below this a figure says little. */
export const smallBelow = 30
/** Without a time that is asked for, so many weeks are looked at. */
const weeksShown = 12

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

/** Adds up the weeks of which measures of long times are made. */
export async function addUpMeasures({ database, workspace }: Desk, ending: AbortSignal): Promise<void> {
  const [now, { policy }] = await Promise.all([readNow(database, workspace), configurationOf(database, workspace)])
  await addUpWeeks(database, { workspace, now, silenceMinutes: policy.silenceMinutes }, ending)
}

/** Whoever asks for their own. */
const notOfPerson = (name: MeasureName): { missing: string } => ({
  missing: `"${name}" is no figure of a person: it is shown for teams and the workspace (Rule 32).`,
})

type Read = { question: Question; configuration: Configuration; reader: Person; shown: readonly Measure[] }

/** Which issues are asked about, if the reader may see their figures. */
async function readScope(desk: Desk, member: MemberId, query: ScopeAsked): Promise<Read | { missing: string }> {
  const [now, configuration] = await Promise.all([
    readNow(desk.database, desk.workspace),
    configurationOf(desk.database, desk.workspace),
  ])
  const reader = configuration.members.get(member)
  if (!reader) throw new Error('Only members come here.')
  const { team = null, kind = null, channel = null, mine } = query
  if (team !== null && !teamsSeenBy(reader, configuration).includes(team))
    return { missing: `Team ${team} is none whose figures you see: yours, or one that you supervise, of at least two.` }
  if (kind !== null && !configuration.kinds.has(kind))
    return { missing: `There is no kind of issue ${kind}. GET /api/v1/kinds lists them.` }
  // What came in this very moment is part of it.
  const until = query.to ? momentOf(query.to, configuration, 1) : fromEpochMs(epochMs(now) + 1)
  const from = query.from ? momentOf(query.from, configuration, 0) : beginOfWeeks(until, configuration)
  const scope: Scope = { from, until, team, kind, channel, owner: mine ? member : null }
  return {
    question: {
      workspace: desk.workspace,
      scope,
      now,
      calendar: configuration.calendar,
      silenceMinutes: configuration.policy.silenceMinutes,
    },
    configuration,
    reader,
    shown: mine ? measures.filter(({ ofPerson }) => ofPerson) : measures,
  }
}

/** A moment, or the begin of a day on the wall, some days later. */
export function momentOf(text: string, { calendar }: Configuration, days: number): Instant {
  if (text.length > 10) return instant(text)
  return beginOfDay(calendar, Date.parse(text) / 86_400_000 + days)
}

/** The Monday with which the weeks that are shown begin. */
function beginOfWeeks(until: Instant, { calendar }: Configuration): Instant {
  const day = localDay(calendar, until)
  // 1 January 1970 was a Thursday.
  return beginOfDay(calendar, day - ((day + 3) % 7) - 7 * (weeksShown - 1))
}

/** The time beside which figures are shown; null: none was asked for. */
function scopeBeside(
  scope: Scope,
  { against, againstFrom, againstTo }: z.output<typeof asked.askMeasures>,
  configuration: Configuration,
): Scope | null {
  if (againstFrom !== undefined || againstTo !== undefined) {
    const until = againstTo ? momentOf(againstTo, configuration, 1) : scope.from
    return {
      ...scope,
      from: againstFrom ? momentOf(againstFrom, configuration, 0) : beginOfWeeks(until, configuration),
      until,
    }
  }
  if (against !== 'before') return null
  const length = epochMs(scope.until) - epochMs(scope.from)
  return { ...scope, from: fromEpochMs(epochMs(scope.from) - length), until: scope.from }
}

/** How many of the issues that are counted are not decided yet. */
const undecidedOf = (counted: Figure | undefined): number => (counted?.form === 'share' ? counted.count : 0)

const figuresOf = (desk: Desk, question: Question, shown: readonly Measure[]) =>
  findFigures(desk.database, question, [everything, ...shown], null)

function periodOf({ from, until }: Scope, found: Map<string, Found>): MeasuresAnswer['period'] {
  const counted = found.get(everything.name)?.whole
  if (counted?.form !== 'share') throw new Error('Issues were not counted.')
  return { from, until, issues: counted.of, undecided: counted.count }
}

const describeScope = ({ team, kind, channel, owner }: Scope, configuration: Configuration): ScopeAnswer => ({
  team: team === null ? null : teamRef(configuration, team),
  kind: kind === null ? null : kindRef(configuration, kind),
  channel,
  mine: owner !== null,
})

function about(measure: Measure): Omit<MeasureAnswer, 'figure' | 'against' | 'difference'> {
  const { name, chapter, says, definition, better, gaming, guard, beside, form } = measure
  return {
    name,
    chapter,
    says,
    definition,
    unit: form === 'share' ? 'share' : form === 'median' ? 'minutes' : 'number',
    per: form === 'mean' ? measure.unit : null,
    clock: form === 'median' ? measure.clock : null,
    better,
    gaming,
    guard,
    beside: [...beside],
  }
}

function describeFigure(measure: Measure, figure: Figure | null): FigureAnswer {
  const { value = null, low = null, high = null } = figure?.estimate ?? {}
  const of = figure?.of ?? 0
  const parts = measure.form === 'share' ? (measure.parts ?? []) : []
  return {
    value,
    low,
    high,
    count: figure?.form === 'share' ? figure.count : figure?.form === 'mean' ? figure.sum : null,
    of,
    small: of < smallBelow,
    sampled: figure?.form === 'median' ? figure.sampled : null,
    parts: parts.map(({ name, says }) => ({
      name,
      says,
      count: figure?.form === 'share' ? (figure.parts[name] ?? 0) : 0,
    })),
  }
}

/** Whether a figure differs from what it was by more than chance. */
export function differenceOf(
  { better }: Pick<Measure, 'better'>,
  now: Estimate | null,
  then: Estimate | null,
): MeasureAnswer['difference'] {
  if (!now || !then) return null
  const { value, low, high } = differenceBetween(then, now)
  const way = low > 0 ? 'more' : high < 0 ? 'less' : null
  const reads = way === null ? 'unclear' : better === null ? way : way === better ? 'better' : 'worse'
  return { value, low, high, reads }
}

/** Rows with their names, in the order of weeks or of names: never of figures. Teams that the reader may not see are left out. */
function named(
  rows: readonly Row[],
  by: Grouping,
  reader: Person,
  configuration: Configuration,
): (Row & { says: string })[] {
  if (by === 'week') return rows.map(row => ({ ...row, says: row.key ?? '' }))
  const seen = new Set(teamsSeenBy(reader, configuration))
  const nameOf = (key: string | null): string => {
    if (key === null) return 'none said'
    if (by === 'team') return teamRef(configuration, key).name
    return by === 'kind' ? kindRef(configuration, key).name : key
  }
  return rows
    .filter(({ key }) => by !== 'team' || (key !== null && seen.has(key)))
    .map(row => ({ ...row, says: nameOf(row.key) }))
    .toSorted((one, other) => one.says.localeCompare(other.says))
}

const sidesOf = (measure: Measure): string[] => [
  'part',
  'rest',
  'all',
  ...(measure.form === 'share' ? (measure.parts ?? []) : []).map(({ name }) => name),
]

const sideOf = (side: string): Side => (side === 'part' || side === 'rest' || side === 'all' ? side : { reason: side })
