import type { Course, Tally } from '../core/course/course.ts'
import { type Calendar, mondayOf } from '../core/time/calendar.ts'
import type { Instant } from '../core/time/instant.ts'

/** The row of table `course`, but for its key. */
export type CourseRow = {
  opened_at: Instant
  week: string
  lot: number
  counted: boolean
  circular: boolean
  standing: string
  channel: string
  kind_id: string | null
  owners: readonly string[]
  teams: readonly string[]
  hands: number
  unmet: number
  met: number
  fell_through: number
  declined: number
  expired: number
  withdrawn: number
  huddles: number
  told_again: number
  kept: number
  moved: number
  broken: number
  made_good: number
  assists_moved: number
  assists_empty: number
  assists_silent: number
  assists_declined: number
  alarms: number
  denials: number
  recurrences: number
  conceded_at_once: number
  conceded_approved: number
  conceded_refused: number
  asked_for_rating: boolean
  rating: string | null
  silence_minutes: number
  silent_since: Instant | null
  tally: Tally
}

/** A course as its table keeps it. */
export function courseRow(course: Course, tally: Tally, number: number, calendar: Calendar): CourseRow {
  const { handoffs, promises, assists, concessions, silence } = course
  return {
    opened_at: course.openedAt,
    week: weekOf(calendar, course.openedAt),
    lot: lotOf(number),
    counted: course.counted,
    circular: course.circular,
    standing: course.standing,
    channel: course.channel,
    kind_id: course.kind,
    owners: course.owners,
    teams: course.teams,
    hands: course.hands,
    unmet: course.unmet,
    met: handoffs.met,
    fell_through: handoffs.fellThrough,
    declined: handoffs.declined,
    expired: handoffs.expired,
    withdrawn: handoffs.withdrawn,
    huddles: course.huddles,
    told_again: course.toldAgain,
    kept: promises.kept,
    moved: promises.moved,
    broken: promises.broken,
    made_good: promises.madeGood,
    assists_moved: assists.moved,
    assists_empty: assists.empty,
    assists_silent: assists.silent,
    assists_declined: assists.declined,
    alarms: course.alarms,
    denials: course.denials,
    recurrences: course.recurrences,
    conceded_at_once: concessions.atOnce,
    conceded_approved: concessions.approved,
    conceded_refused: concessions.refused,
    asked_for_rating: course.askedForRating,
    rating: course.rating,
    silence_minutes: silence.longest,
    silent_since: silence.since,
    tally,
  }
}

/** The Monday of the week on the wall in which a moment falls, `2026-11-23`. */
export const weekOf = (calendar: Calendar, at: Instant): string =>
  new Date(mondayOf(calendar, at) * 86_400_000).toISOString().slice(0, 10)

/** Spreads numbers evenly over 0 to 9999 (Knuth's multiplicative hash), the same one each time: a rebuild draws no other lots. */
export const lotOf = (number: number): number => Math.floor((((number * 2_654_435_761) % 2 ** 32) / 2 ** 32) * 10_000)

/** The columns of its table in the order of `CourseRow`, as SQL names and types them. */
const columns = {
  opened_at: 'timestamptz',
  week: 'date',
  lot: 'smallint',
  counted: 'boolean',
  circular: 'boolean',
  standing: 'text',
  channel: 'text',
  kind_id: 'uuid',
  owners: 'uuid[]',
  teams: 'uuid[]',
  hands: 'smallint',
  unmet: 'smallint',
  met: 'smallint',
  fell_through: 'smallint',
  declined: 'smallint',
  expired: 'smallint',
  withdrawn: 'smallint',
  huddles: 'smallint',
  told_again: 'smallint',
  kept: 'smallint',
  moved: 'smallint',
  broken: 'smallint',
  made_good: 'smallint',
  assists_moved: 'smallint',
  assists_empty: 'smallint',
  assists_silent: 'smallint',
  assists_declined: 'smallint',
  alarms: 'smallint',
  denials: 'smallint',
  recurrences: 'smallint',
  conceded_at_once: 'smallint',
  conceded_approved: 'smallint',
  conceded_refused: 'smallint',
  asked_for_rating: 'boolean',
  rating: 'text',
  silence_minutes: 'integer',
  silent_since: 'timestamptz',
  tally: 'jsonb',
} as const satisfies Record<keyof CourseRow, string>

const names = Object.keys(columns)

/** Inserts the rows that `from` yields as `c` (the issue's key) and `r` (the course), or brings what is there up to date. */
export const writeCourse = (from: string): string => `
  insert into course (workspace_id, number, ${names.join(', ')})
  select c.workspace_id, c.number, ${names.map(name => `r.${name}`).join(', ')}
  from ${from} as r (${Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')})
  on conflict (workspace_id, number) do update set ${names.map(name => `${name} = excluded.${name}`).join(', ')}`
