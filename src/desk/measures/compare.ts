import type { z } from 'zod'
import type { CompareAnswer, ComparedShare, ComparedSide } from '../../contract/answers.ts'
import type { AuditFigures } from '../../contract/audit.ts'
import type * as asked from '../../contract/measures.ts'
import { wilson } from '../../core/learning/wilson.ts'
import { beginOfDay, localDay } from '../../core/time/calendar.ts'
import { epochMs, fromEpochMs, type Instant } from '../../core/time/instant.ts'
import { configurationOf } from '../../store/configuration.ts'
import { readNow } from '../../store/now.ts'
import { countOpened } from '../../store/own-log.ts'
import type { Desk } from '../desk.ts'
import { differenceOf, smallBelow } from './describe.ts'
import { ownFigures } from './own-figures.ts'
import { momentOf } from './scope.ts'

type Span = { from: Instant; until: Instant }
type SpanAsked = z.output<typeof asked.askCompare>

/** Of more issues at once the log is not read: it would keep everybody else waiting. */
const mostIssues = 100_000

/** More issues than are read at once were opened in that time: a sentence. */
type TooLong = { tooLong: string }

/** Our own log as `baton audit --json` tells another desk's (`own-figures.ts`). Without a time: of the last twelve months. */
export async function readOwnFigures(desk: Desk, span: SpanAsked): Promise<{ answer: AuditFigures } | TooLong> {
  const read = await readOwn(desk, span, usualOverDays)
  return 'tooLong' in read ? read : { answer: read.figures }
}

/** An audit of another desk beside our own figures by the same definitions. The audit is not kept. */
export async function compareWith(
  desk: Desk,
  audit: AuditFigures,
  span: SpanAsked,
): Promise<{ answer: CompareAnswer } | TooLong> {
  const read = await readOwn(desk, span, audit.silence.overDays)
  if ('tooLong' in read) return read
  const { from, until, underWay, figures } = read
  return {
    answer: { period: { from, until, underWay }, before: audit, since: figures, shares: sharesOf(audit, figures) },
  }
}

/** What `baton audit` calls a long silence, unless it is told. */
const usualOverDays = 7

async function readOwn(
  desk: Desk,
  { from, to }: SpanAsked,
  overDays: number,
): Promise<(Span & { underWay: number; figures: AuditFigures }) | TooLong> {
  const [now, configuration] = await Promise.all([
    readNow(desk.database, desk.workspace),
    configurationOf(desk.database, desk.workspace),
  ])
  const { calendar, teams } = configuration
  // What came in this very moment is part of it.
  const until = to ? momentOf(to, configuration, 1) : fromEpochMs(epochMs(now) + 1)
  const aYearBefore = beginOfDay(calendar, localDay(calendar, until) - 365)
  const span = { from: from ? momentOf(from, configuration, 0) : aYearBefore, until }
  const { issues, underWay } = await countOpened(desk.database, desk.workspace, span)
  if (issues > mostIssues)
    return { tooLong: `${issues} issues were opened in that time, and at most ${mostIssues} are read at once.` }
  return { ...span, underWay, figures: await ownFigures(desk, span, teams, overDays) }
}

type Compared = Pick<ComparedShare, 'name' | 'better'> & {
  /** How many cases count as its part; null: the log does not say. */
  part: (figures: AuditFigures) => number | null
}

const passed = (by: 'person' | 'group', part: (passing: AuditFigures['person']) => number): Compared['part'] => {
  return figures => (figures[by].distinct === 0 ? null : part(figures[by]))
}

/** The shares that are compared, in the order in which they are told. Changing hands is no fault by itself: how it is done is. */
const compared: readonly Compared[] = [
  { name: 'person_handoffs', better: null, part: passed('person', ({ handoffs }) => handoffs.cases) },
  { name: 'person_ping_pong', better: 'less', part: passed('person', ({ pingPong }) => pingPong.cases) },
  { name: 'person_returns', better: 'less', part: passed('person', ({ returns }) => returns.cases) },
  { name: 'group_handoffs', better: null, part: passed('group', ({ handoffs }) => handoffs.cases) },
  { name: 'group_ping_pong', better: 'less', part: passed('group', ({ pingPong }) => pingPong.cases) },
  { name: 'group_returns', better: 'less', part: passed('group', ({ returns }) => returns.cases) },
  { name: 'silent', better: 'less', part: ({ cases, events, silence }) => (events > cases ? silence.overCases : null) },
  { name: 'reopened', better: 'less', part: ({ reopened }) => reopened.cases },
]

const sharesOf = (audit: AuditFigures, own: AuditFigures): ComparedShare[] =>
  compared.map(({ name, better, part }) => {
    const [before, since] = [sideOf(part(audit), audit.cases), sideOf(part(own), own.cases)]
    return { name, better, before, since, difference: differenceOf({ better }, since, before) }
  })

const sideOf = (count: number | null, of: number): ComparedSide | null =>
  count === null || of === 0 ? null : { count, of, value: count / of, ...wilson(count, of), small: of < smallBelow }
