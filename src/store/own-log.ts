import type { MemberId, TeamId } from '../core/context.ts'
import type { EventType } from '../core/events.ts'
import type { Instant } from '../core/time/instant.ts'
import { type Database, inTransaction } from './database.ts'

/** An event of our own log, as far as the log of any other desk would tell it. */
export type OwnEvent = {
  number: number
  type: EventType
  /** Epoch milliseconds. */
  at: number
  /** Whoever has it from here on, and their teams then; null where it stays with whom it is. */
  owner: MemberId | null
  teams: readonly TeamId[] | null
}

type Span = { from: Instant; until: Instant }

const opened = 'workspace_id = $1 and counted and opened_at >= $2 and opened_at < $3'

/** How many issues customers brought in a time, and how many of these are not over yet. */
export async function countOpened(
  database: Database,
  workspace: number,
  { from, until }: Span,
): Promise<{ issues: number; underWay: number }> {
  const { rows } = await database.query<{ issues: number; underWay: number }>(
    `select count(*)::integer as issues, (count(*) filter (where standing in ('open', 'proposed')))::integer as "underWay"
    from course where ${opened}`,
    [workspace, from, until],
  )
  const [counted] = rows
  if (!counted) throw new Error('Issues were not counted.')
  return counted
}

/** How many events come at once. */
const batchSize = 10_000

// Issue by issue by the log's own key: sorted as one heap, a year's events would go through the disk.
const ownLog = `declare own_log no scroll cursor for
select c.number, e.type, e.at, e.owner, e.teams
from (select number from course where ${opened} order by number offset 0) as c
cross join lateral (
  select type, (extract(epoch from at) * 1000)::float8 as at,
    case when type = any($5) then coalesce(data->>'owner', data->>'to') end as owner,
    case when type = any($5) then data->'teams' end as teams
  from event
  where workspace_id = $1 and number = c.number and (by_kind <> 'desk' or type = any($4))
  order by version
) as e`

/**
 * Streams the log of the issues that customers brought in a time, issue by issue, oldest first: what people did, and of what
 * the desk did by itself only the types in `also`. `moving`: the types that say who has it from then on.
 */
export function readOwnLog(
  database: Database,
  workspace: number,
  { from, until }: Span,
  { also, moving }: { also: readonly EventType[]; moving: readonly EventType[] },
  take: (event: OwnEvent) => void,
): Promise<void> {
  return inTransaction(database, async connection => {
    await connection.query(ownLog, [workspace, from, until, also, moving])
    for (;;) {
      const { rows } = await connection.query<OwnEvent>(`fetch ${batchSize} from own_log`)
      for (const row of rows) take(row)
      if (rows.length < batchSize) return
    }
  })
}
