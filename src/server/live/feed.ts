import type { StreamEvent } from '../../contract/answers.ts'
import type { Instant } from '../../core/instant.ts'
import type { Word } from '../../core/told.ts'
import type { Database } from '../../store/database.ts'
import { type Position, writePosition } from './position.ts'

/** Something to say on the stream, and to whom: to everybody with a seat, or to one member. */
export type Told = { nth: number; to: 'seats' | { member: string }; frame: string }

/** What came after one snapshot, up to and with another. */
export type Reading = {
  told: Told[]
  to: string
  timeStandsAt: Instant | null
  /** There was more than was asked for. */
  isCut: boolean
  /** The first snapshot is of another time than this database's: it was restored, or is another one. */
  isStrange: boolean
}

type Change = {
  number: number
  version: number
  types: string[]
  notices: { id: number; member: string; word: Word }[]
}

// New after a snapshot is what began after it, and what was under way in it. Whoever is told something is told it in the
// transaction of its event.
const query = `
select
  pg_current_snapshot()::text as now,
  pg_snapshot_xmax($2::text::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()) as "isStrange",
  (select instant(time_stands_at) from workspace where workspace_id = $1) as "timeStandsAt",
  (
    select json_agg(json_build_object(
      'number', h.number, 'version', h.version, 'types', h.types,
      'notices', coalesce((
        select json_agg(json_build_object('id', n.notice_id, 'member', n.member_id, 'word', n.word) order by n.notice_id)
        from notice n
        where n.workspace_id = $1 and n.number = h.number and n.xid = h.xid
      ), '[]')
    ) order by h.xid, h.number)
    from (
      select e.xid, e.number, max(e.version) as version, array_agg(e.type order by e.version) as types
      from (
        select xid, number, version, type from event
        where workspace_id = $1 and xid >= pg_snapshot_xmax($2::text::pg_snapshot)
        union all
        select xid, number, version, type from event
        where workspace_id = $1 and xid = any (array(select pg_snapshot_xip($2::text::pg_snapshot)))
      ) as e
      where $3::text is null or pg_visible_in_snapshot(e.xid, $3::text::pg_snapshot)
      group by e.xid, e.number
      order by e.xid, e.number
      limit $4
    ) as h
  ) as changes`

/**
 * Reads what came after the snapshot `known`, up to and with the snapshot `to`, or now. The same two always give the same,
 * in the same order. At most `most` changes.
 */
export async function readFeed(
  database: Database,
  workspace: number,
  { known, to, most }: { known: string; to: string | null; most: number },
): Promise<Reading> {
  const { rows } = await database.query<{
    now: string
    isStrange: boolean
    timeStandsAt: Instant | null
    changes: Change[] | null
  }>({ name: 'feed', text: query, values: [workspace, known, to, most + 1] })
  const [row] = rows
  if (!row) throw new Error('The feed answered nothing.')
  const { now, isStrange, timeStandsAt, changes } = row
  const all = changes ?? []
  const end = to ?? now
  return { told: tell(all.slice(0, most), known, end), to: end, timeStandsAt, isCut: all.length > most, isStrange }
}

/** The snapshot of this moment. */
export async function readNowSnapshot(database: Database): Promise<string> {
  const { rows } = await database.query<{ now: string }>({
    name: 'feed_now',
    text: 'select pg_current_snapshot()::text as now',
  })
  return rows[0]?.now ?? ''
}

/** Puts changes into frames, counted through. */
function tell(changes: readonly Change[], known: string, to: string): Told[] {
  const events = changes.flatMap(({ number, version, types, notices }) => [
    { to: 'seats' as const, event: { kind: 'issue' as const, number, version, types } },
    ...notices.map(({ id, member, word }) => ({
      to: { member },
      event: { kind: 'notice' as const, id, word, number },
    })),
  ])
  return events.map(({ to: whom, event }, index) => {
    const said = index + 1
    const at = said === events.length ? { known: to, part: null } : { known, part: { to, said } }
    return { nth: said, to: whom, frame: frameOf(event, at) }
  })
}

/** An event as it goes over the wire, with the place to resume by. */
export const frameOf = (event: StreamEvent, at: Position | null): string =>
  `${at ? `id: ${writePosition(at)}\n` : ''}data: ${JSON.stringify(event)}\n\n`
