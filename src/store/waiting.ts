import type { MemberId, TeamId } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import type { WaitingKind } from '../core/waiting.ts'
import type { Connection } from './database.ts'

/** Something that waits for somebody on an issue. */
export type WaitingRead = { number: number; kind: WaitingKind; of: number; since: Instant; due: Instant | null }

/** Whose work is asked for: their own, their teams', and what waits for the supervisors of those whom they supervise. */
export type WhoseWork = { member: MemberId; teams: readonly TeamId[]; supervised: readonly MemberId[] }

const mostShown = 500

/**
 * Rule 15: what nobody would look after while its owner is away: work for the owner, and once they are away for their
 * supervisors. While an answer to a cover is waited for, it is with who was asked. No state of an issue tells it: whether
 * somebody is away is not the issue's.
 */
const withoutCover = `
select p.number, 'needs_cover', p.promise_id, least(a.from_at, w.now), p.due_at
from (
  select workspace_id, coalesce(time_stands_at, clock_timestamp()) as now from workspace where workspace_id = $1
) as w
join absence a on a.workspace_id = w.workspace_id and a.state <> 'cancelled' and a.until_at > w.now
  and (a.member_id = $2 or (a.from_at <= w.now and a.member_id = any($4::uuid[])))
cross join lateral promises_to_cover($1, a.member_id, greatest(a.from_at, w.now), a.until_at) as p
where p.asked is null or a.from_at <= w.now`

/** What waits in a workspace ($1) for a member ($2), their teams ($3), or the supervisors of some members ($4). */
export const waitingForThem = `
select number, kind, of, since, due_at
from waiting
where workspace_id = $1 and (
  (for_kind = 'member' and for_id = $2)
  or (for_kind = 'team' and for_id = any($3::uuid[]))
  or (for_kind = 'supervisors' and for_id = any($4::uuid[]))
)
union all
${withoutCover}`

const query = `
select number, kind, of, min(since) as since, min(due_at) as due
from (${waitingForThem}) as waits
group by number, kind, of
order by due nulls last, since, number, kind, of
limit $5`

/** What waits for somebody, each thing once, what falls due soonest first. */
export async function readWaiting(
  connection: Connection,
  workspace: number,
  { member, teams, supervised }: WhoseWork,
): Promise<WaitingRead[]> {
  const { rows } = await connection.query<WaitingRead>({
    name: 'waiting',
    text: query,
    values: [workspace, member, teams, supervised, mostShown],
  })
  return rows
}
