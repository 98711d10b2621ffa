import type { StreamEvent } from '../../contract/answers.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Word } from '../../core/told/told.ts'
import type { Database } from '../../store/database.ts'
import { type Position, writePosition } from './position.ts'

/** Something to say on the stream, and to whom: to everybody, to everybody with a seat, or to one member. */
export type Told = { nth: number; to: 'everybody' | 'seats' | { member: string }; frame: string }

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

/** What has happened to one issue or lesson in one transaction, and who was told of it. */
type Change = {
  id: number
  version: number
  types: string[]
  notices: { id: number; member: string; word: Word }[]
}

/** The logs that are told: each with the column that names what it is about, here and in notices. */
const logs = {
  issue: { table: 'event', id: 'number' },
  lesson: { table: 'lesson_event', id: 'lesson_id' },
} as const

// New after a snapshot is what began after it, and what was under way in it. Whoever is told something is told it in the
// transaction of its event.
const changesOf = ({ table, id }: { table: string; id: string }): string => `
    select json_agg(json_build_object(
      'id', h.id, 'version', h.version, 'types', h.types,
      'notices', coalesce((
        select json_agg(json_build_object('id', n.notice_id, 'member', n.member_id, 'word', n.word) order by n.notice_id)
        from notice n
        where n.workspace_id = $1 and n.${id} = h.id and n.xid = h.xid
      ), '[]')
    ) order by h.xid, h.id)
    from (
      select e.xid, e.id, max(e.version) as version, array_agg(e.type order by e.version) as types
      from (
        select xid, ${id} as id, version, type from ${table}
        where workspace_id = $1 and xid >= pg_snapshot_xmax($2::text::pg_snapshot)
        union all
        select xid, ${id} as id, version, type from ${table}
        where workspace_id = $1 and xid = any (array(select pg_snapshot_xip($2::text::pg_snapshot)))
      ) as e
      where $3::text is null or pg_visible_in_snapshot(e.xid, $3::text::pg_snapshot)
      group by e.xid, e.id
      order by e.xid, e.id
      limit $4
    ) as h`

const query = `
select
  pg_current_snapshot()::text as now,
  pg_snapshot_xmax($2::text::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()) as "isStrange",
  (select instant(time_stands_at) from workspace where workspace_id = $1) as "timeStandsAt",
  (${changesOf(logs.issue)}) as issues,
  (${changesOf(logs.lesson)}) as lessons`

/**
 * Reads what came after the snapshot `known`, up to and with the snapshot `to`, or now. The same two always give the same,
 * in the same order: issues first. At most `most` changes of each.
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
    issues: Change[] | null
    lessons: Change[] | null
  }>({ name: 'feed', text: query, values: [workspace, known, to, most + 1] })
  const [row] = rows
  if (!row) throw new Error('The feed answered nothing.')
  const { now, isStrange, timeStandsAt } = row
  const [issues, lessons] = [row.issues ?? [], row.lessons ?? []]
  const end = to ?? now
  const events = [...issues.slice(0, most).flatMap(tellIssue), ...lessons.slice(0, most).flatMap(tellLesson)]
  const isCut = issues.length > most || lessons.length > most
  return { told: inFrames(events, known, end), to: end, timeStandsAt, isCut, isStrange }
}

/** The snapshot of this moment. */
export async function readNowSnapshot(database: Database): Promise<string> {
  const { rows } = await database.query<{ now: string }>({
    name: 'feed_now',
    text: 'select pg_current_snapshot()::text as now',
  })
  return rows[0]?.now ?? ''
}

type Telling = { to: Told['to']; event: StreamEvent }

/** An issue is shown to whoever has a seat. */
const tellIssue = ({ id: number, version, types, notices }: Change): Telling[] => [
  { to: 'seats', event: { kind: 'issue', number, version, types } },
  ...notices.map(({ id, member, word }) => ({
    to: { member },
    event: { kind: 'notice', id, word, number, lesson: null } as const,
  })),
]

/** A lesson is shown to everybody. */
const tellLesson = ({ id: lesson, version, types, notices }: Change): Telling[] => [
  { to: 'everybody', event: { kind: 'lesson', lesson, version, types } },
  ...notices.map(({ id, member, word }) => ({
    to: { member },
    event: { kind: 'notice', id, word, number: null, lesson } as const,
  })),
]

/** Puts what is told into frames, counted through. */
const inFrames = (events: readonly Telling[], known: string, to: string): Told[] =>
  events.map(({ to: whom, event }, index) => {
    const said = index + 1
    const at = said === events.length ? { known: to, part: null } : { known, part: { to, said } }
    return { nth: said, to: whom, frame: frameOf(event, at) }
  })

/** An event as it goes over the wire, with the place to resume by. */
export const frameOf = (event: StreamEvent, at: Position | null): string =>
  `${at ? `id: ${writePosition(at)}\n` : ''}data: ${JSON.stringify(event)}\n\n`
