import { expect } from 'vitest'
import type { Recorded } from '../../src/core/events.ts'
import { replay } from '../../src/core/evolve.ts'
import type { Issue } from '../../src/core/issue/issue.ts'
import type { Database } from '../../src/store/database.ts'
import { field } from '../mail-flow/letters.ts'
import type { Watch } from '../mail-flow/watch.ts'
import type { SmtpSink } from '../mail-servers/smtp-sink.ts'
import type { Load } from './load.ts'

/** A machine that is busy otherwise may need long for it. */
const withinMs = 60_000

/** Waits until there is nothing left to do: all mail is read and sent, all that fell due is settled. */
export async function settled(watch: Watch, database: Database): Promise<void> {
  // Time passes: what failed while the database was away has its next turn now, not in the minute that it would wait.
  await database.query(
    `with due as (update graphile_worker._private_jobs set run_at = now() where locked_at is null)
    select pg_notify('jobs:insert', '{"count":10}')`,
  )
  await watch.until(
    'all mail is read and sent',
    async () => {
      const { rows } = await database.query(
        `select 1 from inbound_mail where state = 'waiting' union all select 1 from outbound_mail where state = 'queued'`,
      )
      return rows.length === 0
    },
    withinMs,
  )
  const { rows } = await database.query<{ last: string | null }>(
    `select max(due_at) as last from promise where state = 'open' and due_at < now() + interval '1 minute'`,
  )
  const last = rows[0]?.last ?? null
  await watch.until(
    'all that falls due is settled',
    async () => {
      const open = await database.query(`select 1 from promise where state = 'open' and due_at <= $1`, [last])
      return open.rows.length === 0
    },
    withinMs,
  )
}

/** What was answered has happened, and once; what was refused has not. */
export async function everyCommandOnce(database: Database, { done }: Load): Promise<void> {
  const { rows } = await database.query<{ says: string; times: number }>(
    `select says, count(*)::integer as times
    from (select story as says from story union all select body from message where direction <> 'in') as said
    group by says`,
  )
  const times = new Map(rows.map(row => [row.says, row.times]))
  const wrong = done.filter(({ says, status }) => (times.get(says) ?? 0) !== (status < 300 ? 1 : 0))
  expect(wrong).toEqual([])
}

/** A mail that was acknowledged is one word in one conversation. */
export async function everyMailOnce(database: Database, { handed }: Load): Promise<void> {
  const { rows } = await database.query<{ says: string; times: number }>(
    `select trim(body) as says, count(*)::integer as times from message
    where direction = 'in' and channel = 'email' and body like 'letter %' group by 1`,
  )
  const times = new Map(rows.map(row => [row.says, row.times]))
  expect(handed.filter(({ says }) => times.get(says) !== 1)).toEqual([])
  // What was kept before its acknowledgement got lost was sent once more: as many rows, and no more words.
  const { rows: states } = await database.query<{ state: string }>(
    `select distinct state from inbound_mail where state not in ('issue', 'reply', 'duplicate')`,
  )
  expect(states).toEqual([])
}

/** Every log is without a gap, and yields the state that is stored. */
export async function everyLogWhole(database: Database): Promise<number> {
  const { rows } = await database.query<{ number: number; state: Issue; log: Recorded[] }>(
    `select i.number, i.state, (
      select json_agg(json_build_object('at', instant(e.at), 'from', e.source,
        'by', jsonb_strip_nulls(jsonb_build_object('kind', e.by_kind, 'id', e.by_id)),
        'event', e.data || jsonb_build_object('type', e.type)) order by e.version)
      from event e where e.workspace_id = i.workspace_id and e.number = i.number
    ) as log
    from issue i where i.workspace_id = 1`,
  )
  for (const { number, state, log } of rows) {
    expect(log.length, `#${number}`).toBe(state.version)
    expect(replay(log), `#${number}`).toEqual(state)
  }
  return rows.length
}

/** Each promise that nobody kept was broken at its due time, once, and each who is told was told once. */
export async function everyDueTimeOnce(database: Database): Promise<number> {
  const { rows: broken } = await database.query<{ times: number; late: number; notices: number; people: number }>(
    `select count(*)::integer as times,
      (count(*) filter (where e.at <> p.due_at))::integer as late,
      (select count(*)::integer from notice n
        where n.workspace_id = 1 and n.number = p.number and n.word = 'promise_broken' and n.at = p.due_at) as notices,
      (select count(distinct n.member_id)::integer from notice n
        where n.workspace_id = 1 and n.number = p.number and n.word = 'promise_broken' and n.at = p.due_at) as people
    from promise p
    join event e on e.workspace_id = p.workspace_id and e.number = p.number and e.type = 'PromiseBroken'
      and (e.data->>'promise')::integer = p.promise_id
    where p.workspace_id = 1
    group by p.number, p.promise_id, p.due_at`,
  )
  expect(broken.filter(({ times, late, notices, people }) => times !== 1 || late !== 0 || notices !== people)).toEqual(
    [],
  )
  const { rows: overdue } = await database.query(
    `select number from promise where state = 'open' and due_at < now() - interval '2 seconds'`,
  )
  expect(overdue).toEqual([])
  const { rows: raised } = await database.query(
    `select number from event where type = 'EscalationRaised' group by number having count(*) > 1`,
  )
  expect(raised).toEqual([])
  return broken.length
}

/**
 * Every mail of the desk went out. A server that died between the mail server's 250 and its own note of it has sent that
 * one again, as the same mail. Answers how many were.
 */
export async function everyMailWentOut(database: Database, { mails }: SmtpSink): Promise<number> {
  const { rows } = await database.query<{ id: string }>(`select mail_id as id from outbound_mail where state = 'sent'`)
  const { rows: others } = await database.query(`select state from outbound_mail where state <> 'sent'`)
  expect(others).toEqual([])
  const arrived = mails.map(mail => field(mail, 'message-id')?.replace(/^<|>$/g, '') ?? '')
  expect(new Set(arrived)).toEqual(new Set(rows.map(({ id }) => id)))
  return arrived.length - rows.length
}
