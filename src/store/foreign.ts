import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** What another desk's log says happened to a case. Null: it says nothing. */
export type ForeignEvent = {
  at: Instant
  person: string | null
  group: string | null
  status: string | null
  activity: string | null
}

/** A case that was brought over before: its issue, how that stands, and what is known of its history there. */
export type KnownCase = {
  case: string
  number: number
  isClosed: boolean
  /** It came over closed, and nobody here has opened it again. */
  isOverElsewhere: boolean
  /** What people wrote there was erased by law: nothing is added any more. */
  isErased: boolean
  events: readonly ForeignEvent[]
}

/** How a log was read when cases were first brought over from it; null: none was. */
export async function readLogReadAs(connection: Connection, workspace: number, source: string): Promise<object | null> {
  const { rows } = await connection.query<{ read_as: object }>(
    'select read_as from foreign_log where workspace_id = $1 and source = $2',
    [workspace, source],
  )
  return rows[0]?.read_as ?? null
}

/** Remembers how a log is read; who comes first says it. */
export async function rememberLog(
  connection: Connection,
  workspace: number,
  source: string,
  readAs: object,
): Promise<void> {
  await connection.query(
    `insert into foreign_log (workspace_id, source, read_as, first_at)
    select workspace_id, $2, $3, coalesce(time_stands_at, clock_timestamp()) from workspace where workspace_id = $1
    on conflict (workspace_id, source) do nothing`,
    [workspace, source, JSON.stringify(readAs)],
  )
}

/** Which of some cases were brought over before, with all that is known of them. */
export async function readKnownCases(
  connection: Connection,
  workspace: number,
  source: string,
  cases: readonly string[],
): Promise<KnownCase[]> {
  const { rows } = await connection.query<KnownCase>({
    name: 'known_cases',
    text: `select c.case_id as case, c.number, i.phase = 'closed' as "isClosed",
      coalesce(i.outcome = 'elsewhere', false) as "isOverElsewhere", i.state->>'erasedAt' is not null as "isErased",
      coalesce((
        select json_agg(json_build_object(
          'at', instant(e.at), 'person', e.person, 'group', e.group_name, 'status', e.status, 'activity', e.activity
        ) order by e.place)
        from foreign_event e
        where e.workspace_id = $1 and e.number = c.number
      ), '[]') as events
    from foreign_case c
    join issue i on i.workspace_id = $1 and i.number = c.number
    where c.workspace_id = $1 and c.source = $2 and c.case_id = any($3::text[])`,
    values: [workspace, source, cases],
  })
  return rows
}

/** Puts down which issue each case became. */
export async function insertCases(
  connection: Connection,
  workspace: number,
  source: string,
  cases: readonly { case: string; number: number }[],
): Promise<void> {
  await connection.query({
    name: 'foreign_cases',
    text: `insert into foreign_case (workspace_id, source, case_id, number)
    select $1, $2, c."case", c.number from jsonb_to_recordset($3) as c ("case" text, number bigint)`,
    values: [workspace, source, JSON.stringify(cases)],
  })
}

/** A row of a case's history; `place` numbers them within its issue. */
export type ForeignRow = ForeignEvent & { number: number; place: number }

/** Adds to the histories of cases. */
export async function insertForeign(
  connection: Connection,
  workspace: number,
  rows: readonly ForeignRow[],
): Promise<void> {
  await connection.query({
    name: 'foreign_events',
    text: `insert into foreign_event (workspace_id, number, place, at, person, group_name, status, activity)
    select $1, f.* from jsonb_to_recordset($2) as f (
      number bigint, place integer, at timestamptz, person text, "group" text, status text, activity text
    )`,
    values: [workspace, JSON.stringify(rows)],
  })
}

/** A moment in an issue's history at another desk. */
export type ForeignPlace = { at: Instant; place: number }

/** The history of an issue at another desk after a place, oldest first. */
export async function readForeign(
  connection: Connection,
  workspace: number,
  number: number,
  after: ForeignPlace | null,
  limit: number,
): Promise<(ForeignEvent & { place: number })[]> {
  const { rows } = await connection.query<ForeignEvent & { place: number }>({
    name: 'foreign',
    text: `select place, at, person, group_name as "group", status, activity
      from foreign_event
      where workspace_id = $1 and number = $2 and ($3::timestamptz is null or (at, place) > ($3, $4))
      order by at, place
      limit $5`,
    values: [workspace, number, after?.at ?? null, after?.place ?? null, limit],
  })
  return rows
}

/** Lets one import at a time write, until the transaction ends: each sees what the other brought. */
export async function holdImport(connection: Connection, workspace: number): Promise<void> {
  await connection.query(`select pg_advisory_xact_lock(hashtextextended('import', $1))`, [workspace])
}

/** Which of some e-mail addresses the desk knows. */
export async function readKnownEmails(
  connection: Connection,
  workspace: number,
  emails: readonly string[],
): Promise<string[]> {
  const { rows } = await connection.query<{ address: string }>({
    name: 'known_emails',
    text: `select address from customer_address where workspace_id = $1 and kind = 'email' and address = any($2::text[])`,
    values: [workspace, emails],
  })
  return rows.map(({ address }) => address)
}
