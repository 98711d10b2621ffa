import type { KindId, MemberId, TeamId } from '../core/context.ts'
import { tooLongSince } from '../core/course/silence.ts'
import type { Channel } from '../core/issue/issue.ts'
import type { Calendar } from '../core/time/calendar.ts'
import { epochMs, fromEpochMs, type Instant, instant } from '../core/time/instant.ts'
import { weekOf } from '../store/course.ts'
import type { Source } from './measure.ts'

/**
 * Which issues are asked about: those that customers brought from one moment until just before another, with everything that
 * has happened to them since. `owner`: only those that a person owned; only they themselves ever ask so (Rule 32).
 */
export type Scope = {
  from: Instant
  until: Instant
  team: TeamId | null
  kind: KindId | null
  channel: Channel | null
  owner: MemberId | null
}

/** By what figures are told apart. */
export const groupings = ['week', 'team', 'kind', 'channel'] as const
export type Grouping = (typeof groupings)[number]

/** As of when, and what is too long a silence (minutes of open time). */
export type Question = { workspace: number; scope: Scope; now: Instant; calendar: Calendar; silenceMinutes: number }

/** The question as `q`; the values that it and the scope name come from `valuesOf`. */
export const theQuestion = `(
  select $2::timestamptz as now, $3::timestamptz as silent_before, $4::integer as silence_limit
) as q`

/** Whether a course `c` is in the scope. */
export const isInScope = `c.workspace_id = $1 and c.counted
  and c.opened_at >= $5 and c.opened_at < $6 and c.week >= $11::date and c.week < $12::date
  and ($7::uuid is null or c.teams @> array[$7::uuid])
  and ($8::uuid is null or c.kind_id = $8)
  and ($9::text is null or c.channel = $9)
  and ($10::uuid is null or c.owners @> array[$10::uuid])`

/** What `c` is in a scope, with the question `q`. */
export const inScope: Record<Source, string> = {
  issues: `from ${theQuestion} join course c on ${isInScope}`,
  // A lesson belongs to no team, no channel and nobody.
  lessons: `
from ${theQuestion}
join (
  select l.number, l.kind_id, l.standing, l.proposed_at, null::text as channel, '{}'::uuid[] as teams,
    date_trunc('week', l.proposed_at at time zone (w.calendar->>'zone'))::date as week
  from lesson l
  join workspace w on w.workspace_id = l.workspace_id
  where l.workspace_id = $1
) as c on c.proposed_at >= $5 and c.proposed_at < $6 and c.week >= $11::date and c.week < $12::date
  and ($8::uuid is null or c.kind_id = $8)
  and $7::uuid is null and $9::text is null and $10::uuid is null`,
}

export function valuesOf({ workspace, scope, now, calendar, silenceMinutes }: Question): unknown[] {
  const silentBefore = tooLongSince(calendar, now, silenceMinutes)
  const { from, until, team, kind, channel, owner } = scope
  const [first, beyond] = weeksOf(scope, calendar)
  return [workspace, now, silentBefore, silenceMinutes, from, until, team, kind, channel, owner, first, beyond]
}

const dayMs = 86_400_000
/** Before it nobody had a help desk; the weeks of year 0 cannot be written. */
const earliest = epochMs(instant('1900-01-01T00:00:00Z'))
const latest = epochMs(instant('9999-11-30T00:00:00Z'))

/** The first week that may hold a course of the scope, and the one beyond its last: by any zone that weeks were told in. */
function weeksOf({ from, until }: Scope, calendar: Calendar): [string, string] {
  const within = (ms: number): Instant => fromEpochMs(Math.min(latest, Math.max(earliest, ms)))
  return [weekOf(calendar, within(epochMs(from) - 7 * dayMs)), weekOf(calendar, within(epochMs(until) + 14 * dayMs))]
}

/** The key of a grouping; of an issue that several teams had, one for each. */
export const keyOf: Record<Grouping, { key: string; join: string }> = {
  week: { key: 'c.week::text', join: '' },
  team: { key: 't.team::text', join: 'cross join lateral unnest(c.teams) as t (team)' },
  kind: { key: 'c.kind_id::text', join: '' },
  channel: { key: 'c.channel', join: '' },
}
