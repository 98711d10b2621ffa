import type { z } from 'zod'
import type * as asked from '../../contract/measures.ts'
import type { MemberId } from '../../core/context.ts'
import { beginOfDay, mondayOf } from '../../core/time/calendar.ts'
import { epochMs, fromEpochMs, type Instant, instant } from '../../core/time/instant.ts'
import { measures } from '../../measures/all.ts'
import type { Measure } from '../../measures/measure.ts'
import type { Question, Scope } from '../../measures/scope.ts'
import { type Configuration, configurationOf, type Person } from '../../store/configuration.ts'
import { readNow } from '../../store/now.ts'
import type { Desk } from '../desk.ts'
import { teamsSeenBy } from './teams-seen.ts'

type ScopeAsked = Pick<z.output<typeof asked.askMeasures>, 'from' | 'to' | 'team' | 'kind' | 'channel' | 'mine'>

/** Without a time that is asked for, so many weeks are looked at. */
const weeksShown = 12

type Read = { question: Question; configuration: Configuration; reader: Person; shown: readonly Measure[] }

/** Which issues are asked about, if the reader may see their figures. */
export async function readScope(desk: Desk, member: MemberId, query: ScopeAsked): Promise<Read | { missing: string }> {
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
const beginOfWeeks = (until: Instant, { calendar }: Configuration): Instant =>
  beginOfDay(calendar, mondayOf(calendar, until) - 7 * (weeksShown - 1))

/** The time beside which figures are shown; null: none was asked for. */
export function scopeBeside(
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
