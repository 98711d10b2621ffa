import { epochMs, fromEpochMs, type Instant } from '../time/instant.ts'
import { type Lesson, latest } from './lesson.ts'
import { differenceOf, type Interval, wilson } from './wilson.ts'

/** From one moment until just before another. */
export type Span = { from: Instant; until: Instant }

/**
 * What is looked at, of the issues opened in a span, as far as it happened in the span: a promise broken, come back after
 * closing, denied by the customer, handed over, an assist returned without movement, a fact or step excused.
 */
export const figureNames = [
  'broken',
  'recurred',
  'denied',
  'handed_over',
  'assist_without_movement',
  'excused',
] as const
export type FigureName = (typeof figureNames)[number]

/** How many issues were opened in a span, and with how many of them each thing happened. */
export type Counts = { issues: number } & Record<FigureName, number>

/** A share with its count and its 95 % interval; null of no issues. */
export type Share = { count: number; of: number; share: number | null } & Interval

/** One figure before and after. `reads`: whether the difference can be told from chance at all. */
export type Figure = {
  name: FigureName
  before: Share
  after: Share
  difference: Interval
  reads: 'fewer' | 'more' | 'unclear'
}

/**
 * Rule 29: the trial of a lesson's last adopted version, as far as it has run, and the same length before its adoption. Both
 * are watched equally long, so that neither had more time for something to happen. Null when it was never adopted.
 */
export function effectSpans(lesson: Lesson, now: Instant): { before: Span; after: Span } | null {
  const { standing } = latest(lesson)
  if (!('adopter' in standing)) return null
  const { since, until } = standing
  const ends = [until, now, ...('decision' in standing ? [standing.decision.at] : [])]
  const end = ends.reduce((first, other) => (other < first ? other : first))
  const length = epochMs(end) - epochMs(since)
  return {
    before: { from: fromEpochMs(epochMs(since) - length), until: since },
    after: { from: since, until: end },
  }
}

/** Rule 29: each figure before and after, with counts and intervals. */
export const effectOf = (before: Counts, after: Counts): Figure[] =>
  figureNames.map(name => {
    const difference = differenceOf([before[name], before.issues], [after[name], after.issues])
    return {
      name,
      before: shareOf(before[name], before.issues),
      after: shareOf(after[name], after.issues),
      difference,
      reads: difference.high < 0 ? 'fewer' : difference.low > 0 ? 'more' : 'unclear',
    }
  })

const shareOf = (count: number, of: number): Share => ({
  count,
  of,
  share: of === 0 ? null : count / of,
  ...wilson(count, of),
})
