import type { ActorRef, CustomerRef, MemberRef } from '../contract/answers.ts'
import type { TeamId } from '../core/context.ts'
import type { PromiseKind } from '../core/promise/promise.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** A letter about a week as it is written. `content`: what it says, but for words; null: nothing was to be said. */
export type NewLetter<Content> = {
  id: string
  team: TeamId | null
  week: string
  from: Instant
  until: Instant
  content: Content | null
  issues: readonly number[]
}

/** Writes a letter down. False: somebody else did, and theirs is the one. */
export async function insertLetter<Content>(
  connection: Connection,
  workspace: number,
  { id, team, week, from, until, content, issues }: NewLetter<Content>,
): Promise<boolean> {
  const { rowCount } = await connection.query(
    `insert into letter (workspace_id, letter_id, team_id, week, from_at, until_at, content, issues)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (workspace_id, week, team_id) do nothing`,
    [workspace, id, team, week, from, until, content && JSON.stringify(content), issues],
  )
  return rowCount === 1
}

/** What the clock needs to know of letters: the last week that has all of them (a Monday; null: none yet). Null: no workspace yet. */
export type LetterClock = { now: Instant; configVersion: number; written: string | null }

export async function readLetterClock(connection: Connection, workspace: number): Promise<LetterClock | null> {
  const { rows } = await connection.query<LetterClock>({
    name: 'letter_clock',
    text: `select coalesce(w.time_stands_at, clock_timestamp()) as now, w.config_version as "configVersion", (
        select max(week)::text from letter l where l.workspace_id = $1 and l.team_id is null
      ) as written
      from workspace w where w.workspace_id = $1`,
    values: [workspace],
  })
  return rows[0] ?? null
}

/** Whose letter of a week is written; null: the workspace's. */
export async function readWritten(
  connection: Connection,
  workspace: number,
  week: string,
): Promise<Set<TeamId | null>> {
  const { rows } = await connection.query<{ team: TeamId | null }>(
    'select team_id as team from letter where workspace_id = $1 and week = $2',
    [workspace, week],
  )
  return new Set(rows.map(({ team }) => team))
}

export type LetterRow<Content> = Omit<NewLetter<Content>, 'issues' | 'content'> & { content: Content }

/** Where a page of letters goes on. */
export type LetterPlace = { week: string; id: string }

/** The letters of the workspace and of some teams that say something, the newest first. */
export async function readLetterRows<Content>(
  connection: Connection,
  workspace: number,
  teams: readonly TeamId[],
  before: LetterPlace | null,
  limit: number,
): Promise<LetterRow<Content>[]> {
  const { rows } = await connection.query<LetterRow<Content>>(
    `select letter_id as id, team_id as team, week::text, from_at as from, until_at as until, content
    from letter
    where workspace_id = $1 and content is not null and (team_id is null or team_id = any($2))
      and ($3::date is null or (week, letter_id) < ($3, $4::uuid))
    order by week desc, letter_id desc
    limit $5`,
    [workspace, teams, before?.week ?? null, before?.id ?? null, limit],
  )
  return rows
}

/** An issue and whose it is, as a letter names it. */
type About = { issue: { number: number; subject: string }; customer: CustomerRef }
const about = `json_build_object('number', t.number, 'subject', s.subject) as issue, json_build_object(
    'id', c.customer_id, 'name', c.name, 'organization', o.name
  ) as customer`
const whose = `join issue i on i.workspace_id = $1 and i.number = t.number
  join story s on s.workspace_id = $1 and s.number = t.number
  join customer c on c.workspace_id = $1 and c.customer_id = i.customer_id
  left join organization o on o.workspace_id = $1 and o.organization_id = c.organization_id`

async function linesFor<Line extends object>(
  connection: Connection,
  workspace: number,
  text: string,
  named: readonly object[],
): Promise<Line[]> {
  if (named.length === 0) return []
  const { rows } = await connection.query<Line>(text, [workspace, JSON.stringify(named)])
  return rows
}

export type BrokenLine = About & { kind: PromiseKind; what: string | null; due: Instant; owed: boolean }

/** Promises that were broken, in the order of their due times, as they stand now. */
export const readBrokenLines = (
  connection: Connection,
  workspace: number,
  named: readonly { number: number; promise: number }[],
): Promise<BrokenLine[]> =>
  linesFor(
    connection,
    workspace,
    `select ${about}, p.kind, w.body as what, p.due_at as due, p.state = 'broken' as owed
    from jsonb_to_recordset($2::jsonb) as t (number bigint, promise integer)
    join promise p on p.workspace_id = $1 and p.number = t.number and p.promise_id = t.promise
    left join words w on w.workspace_id = $1 and w.words_id = p.what
    ${whose}
    order by p.due_at, t.number, t.promise`,
    named,
  )

export type UnansweredLine = About & { offered: Instant; expired: Instant }

/** Offers that nobody answered, in the order in which they expired. */
export const readUnansweredLines = (
  connection: Connection,
  workspace: number,
  named: readonly { number: number; handoff: number }[],
): Promise<UnansweredLine[]> =>
  linesFor(
    connection,
    workspace,
    `select ${about}, h.offered_at as offered, h.ended_at as expired
    from jsonb_to_recordset($2::jsonb) as t (number bigint, handoff integer)
    join handoff h on h.workspace_id = $1 and h.number = t.number and h.handoff_id = t.handoff
    ${whose}
    order by h.ended_at, t.number`,
    named,
  )

export type SilentLine = About & { since: Instant }

/** Customers who had heard nothing for too long, whoever waited longest first. */
export const readSilentLines = (
  connection: Connection,
  workspace: number,
  named: readonly { number: number; since: Instant }[],
): Promise<SilentLine[]> =>
  linesFor(
    connection,
    workspace,
    `select ${about}, t.since
    from jsonb_to_recordset($2::jsonb) as t (number bigint, since timestamptz)
    ${whose}
    order by t.since, t.number`,
    named,
  )

export type ThanksLine = { issue: About['issue']; for: MemberRef; by: ActorRef; words: string | null }

/** Thanks that were not taken back since, in the order in which they were said. */
export const readThanksLines = (
  connection: Connection,
  workspace: number,
  named: readonly { number: number; kudos: number }[],
): Promise<ThanksLine[]> =>
  linesFor(
    connection,
    workspace,
    `select json_build_object('number', t.number, 'subject', s.subject) as issue, w.body as words,
      json_build_object('id', m.member_id, 'name', m.name, 'hue', m.hue) as for,
      json_build_object('kind', k.by_kind, 'id', k.by_id, 'name', coalesce(b.name, c.name)) as by
    from jsonb_to_recordset($2::jsonb) as t (number bigint, kudos integer)
    join kudos k on k.workspace_id = $1 and k.number = t.number and k.kudos_id = t.kudos and k.taken_back_at is null
    join story s on s.workspace_id = $1 and s.number = t.number
    join member m on m.workspace_id = $1 and m.member_id = k.for_id
    left join member b on k.by_kind = 'member' and b.workspace_id = $1 and b.member_id = k.by_id
    left join customer c on k.by_kind = 'customer' and c.workspace_id = $1 and c.customer_id = k.by_id
    left join words w on w.workspace_id = $1 and w.words_id = k.words_id
    order by k.at, t.number, t.kudos`,
    named,
  )
