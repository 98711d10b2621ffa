import type { LessonId, MemberId, TeamId } from '../core/context.ts'
import { tooLongSince } from '../core/course/silence.ts'
import type { Calendar } from '../core/time/calendar.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from '../store/database.ts'

/** Of which issues, and for thanks to whom: of a team, or of the workspace (null). */
export type WeekAsked = {
  workspace: number
  team: TeamId | null
  /** Who works there. */
  people: readonly MemberId[]
  from: Instant
  until: Instant
  calendar: Calendar
  silenceMinutes: number
}

/** What became of a lesson. */
export type Became = 'adopted' | 'kept' | 'changed' | 'dropped'

/**
 * What happened to customers in a week, and what was learned: by where it stands in the desk, in the order of time. Nothing in
 * it says how much anybody did, or by whom a promise was broken (Rule 32).
 */
export type Week = {
  /** Promises that were kept on time. */
  kept: number
  kudos: { number: number; kudos: number }[]
  broken: { number: number; promise: number }[]
  /** Offers that expired. */
  unanswered: { number: number; handoff: number }[]
  /** Who hears nothing from us, at the week's end for too long, and since when. */
  silent: { number: number; since: Instant }[]
  lessons: { lesson: LessonId; became: Became }[]
}

/** Of one thing no letter tells more often. */
const most = 200

const ofTeam = `join course c on c.workspace_id = $1 and c.number = t.number and c.counted
  and ($2::uuid is null or c.teams @> array[$2::uuid])`

const queries = {
  kept: `select count(*)::integer as kept from promise t ${ofTeam}
    where t.workspace_id = $1 and t.state = 'kept' and t.settled_at >= $3 and t.settled_at < $4`,
  // What was released after it was due had been broken.
  broken: `select t.number, t.promise_id as promise from promise t ${ofTeam}
    where t.workspace_id = $1 and t.state in ('broken', 'made_good', 'released') and t.due_at >= $3 and t.due_at < $4
      and (t.state <> 'released' or t.settled_at > t.due_at)
    order by t.due_at, t.number, t.promise_id limit ${most}`,
  unanswered: `select t.number, t.handoff_id as handoff from handoff t ${ofTeam}
    where t.workspace_id = $1 and t.state = 'expired' and t.ended_at >= $3 and t.ended_at < $4
    order by t.ended_at, t.number limit ${most}`,
  silent: `select c.number, c.silent_since as since from course c
    where c.workspace_id = $1 and c.counted and ($2::uuid is null or c.teams @> array[$2::uuid]) and c.silent_since <= $3
    order by c.silent_since, c.number limit ${most}`,
  kudos: `select number, kudos_id as kudos from kudos
    where workspace_id = $1 and taken_back_at is null and for_id = any($2) and at >= $3 and at < $4
    order by at, number, kudos_id limit ${most}`,
  lessons: `select lesson_id as lesson, case type
      when 'LessonAdopted' then 'adopted'
      when 'LessonKept' then 'kept'
      when 'LessonChanged' then 'changed'
      else 'dropped'
    end as became
    from lesson_event
    where workspace_id = $1 and type in ('LessonAdopted', 'LessonKept', 'LessonChanged', 'LessonDropped')
      and at >= $2 and at < $3
    order by at, lesson_id limit ${most}`,
}

/** What a letter tells of its week. */
export async function findWeek(connection: Connection, asked: WeekAsked): Promise<Week> {
  const { workspace, team, people, from, until, calendar, silenceMinutes } = asked
  const find = async <Name extends keyof Week>(name: Exclude<Name, 'kept'>, values: unknown[]): Promise<Week[Name]> =>
    (await connection.query({ text: queries[name], values })).rows as Week[Name]
  const span = [workspace, team, from, until]
  const { rows } = await connection.query<{ kept: number }>({ text: queries.kept, values: span })
  return {
    kept: rows[0]?.kept ?? 0,
    kudos: await find('kudos', [workspace, people, from, until]),
    broken: await find('broken', span),
    unanswered: await find('unanswered', span),
    silent: await find('silent', [workspace, team, tooLongSince(calendar, until, silenceMinutes)]),
    lessons: await find('lessons', [workspace, from, until]),
  }
}

/** Whether there is anything to tell. */
export const isQuiet = ({ kept, ...lists }: Week): boolean =>
  kept === 0 && Object.values(lists).every(list => list.length === 0)
