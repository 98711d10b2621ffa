import type { Instant } from '../../core/instant.ts'
import type { Word } from '../../core/told.ts'
import type { Database } from '../../store/database.ts'
import type { StreamEvent } from '../contract/answers.ts'

/** A place in what has happened: a transaction, and how many of its words were said. Everything before it is known. */
export type Position = { xid: number; said: number }

/** Something to say on the stream, and to whom: to everybody with a seat, or to one member. */
export type Told = { xid: number; nth: number; to: 'seats' | { member: string }; frame: string }

/** What was found between two places. `edge`: where to read on. `pending`: something has happened that can't be told yet. */
export type Reading = { told: Told[]; edge: number; pending: boolean; timeStandsAt: Instant | null; isCut: boolean }

type Change = {
  xid: number
  number: number
  version: number
  types: string[]
  notices: { id: number; member: string; word: Word }[]
}

// Only what is older than every transaction still under way: nothing can turn up before it any more, so that a reader
// who knows one place has missed nothing. Whoever is told something is told it in the transaction of its event.
const query = `
select
  pg_snapshot_xmin(pg_current_snapshot())::text as edge,
  exists (
    select 1 from event where workspace_id = $1 and xid >= pg_snapshot_xmin(pg_current_snapshot())
  ) as pending,
  (select instant(time_stands_at) from workspace where workspace_id = $1) as "timeStandsAt",
  (
    select json_agg(json_build_object(
      'xid', h.xid::text::bigint, 'number', h.number, 'version', h.version, 'types', h.types,
      'notices', coalesce((
        select json_agg(json_build_object('id', n.notice_id, 'member', n.member_id, 'word', n.word) order by n.notice_id)
        from notice n
        where n.workspace_id = $1 and n.number = h.number and n.xid = h.xid
      ), '[]')
    ) order by h.xid, h.number)
    from (
      select e.xid, e.number, max(e.version) as version, array_agg(e.type order by e.version) as types
      from event e
      where e.workspace_id = $1 and e.xid >= $2::text::xid8 and e.xid < pg_snapshot_xmin(pg_current_snapshot())
      group by e.xid, e.number
      order by e.xid, e.number
      limit $3
    ) as h
  ) as changes`

/** Reads what has happened from a place on. `most` changes are read at once; more than that is `isCut`. */
export async function readFeed(database: Database, workspace: number, from: number, most: number): Promise<Reading> {
  const { rows } = await database.query<{
    edge: string
    pending: boolean
    timeStandsAt: Instant | null
    changes: Change[] | null
  }>({ name: 'feed', text: query, values: [workspace, String(from), most + 1] })
  const [row] = rows
  if (!row) throw new Error('The feed answered nothing.')
  const { edge, pending, timeStandsAt, changes } = row
  const all = changes ?? []
  return {
    told: all.slice(0, most).flatMap(tell()),
    edge: Number(edge),
    pending,
    timeStandsAt,
    isCut: all.length > most,
  }
}

/** Puts changes into frames, counted through within their transaction. */
function tell(): (change: Change) => Told[] {
  let last: Position = { xid: -1, said: 0 }
  return ({ xid, number, version, types, notices }) => {
    const said = (to: Told['to'], event: StreamEvent): Told => {
      last = { xid, said: last.xid === xid ? last.said + 1 : 1 }
      return { xid, nth: last.said, to, frame: frameOf(event, last) }
    }
    return [
      said('seats', { kind: 'issue', number, version, types }),
      ...notices.map(({ id, member, word }) => said({ member }, { kind: 'notice', id, word, number })),
    ]
  }
}

/** An event as it goes over the wire, with the place to resume by. */
export const frameOf = (event: StreamEvent, at: Position | null): string =>
  `${at ? `id: ${at.xid}.${at.said}\n` : ''}data: ${JSON.stringify(event)}\n\n`

/** The place that a Last-Event-ID names; null when it names none of ours. */
export function readPosition(text: string | undefined): Position | null {
  const match = /^(\d{1,15})\.(\d{1,9})$/.exec(text ?? '')
  return match ? { xid: Number(match[1]), said: Number(match[2]) } : null
}
