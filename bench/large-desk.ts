import type { Desk } from '../src/desk/desk.ts'
import { openIssue } from '../src/desk/open.ts'
import { createKey } from '../src/desk/people.ts'
import { inTransaction } from '../src/store/database.ts'
import { officeHours, putWorkspace } from '../src/store/workspace.ts'
import type { Scene } from './scene.ts'

/** How large the desk is. */
export type Size = { issues: number; eventsEach: number }

/** Who asks: an admin, and one who works there. */
export type Readers = { adminKey: string; agentKey: string }

const [teams, peopleInEach, kinds] = [8, 25, 6]

/**
 * A desk of two years: 200 people in 8 teams, 6 kinds of issue, 4 channels. One issue is opened in earnest and copied; what
 * happened to each is drawn, so that figures are as those of a desk that does some things well.
 */
export async function fillLargeDesk({ database, lanes }: Scene, { issues, eventsEach }: Size): Promise<Readers> {
  const desk = { database, workspace: 1 }
  await putWorkspace(database, 1, {
    name: 'Bench',
    inbox: 'support@bench.example',
    calendar: officeHours('Europe/Madrid'),
    policy: {},
  })
  const model = await openOne({ ...desk, mail: 'local' } as Desk, lanes[0]?.giver ?? '')
  await inTransaction(database, async connection => {
    // Nothing that is filled in here breaks a constraint; to check each of these rows would take an hour.
    await connection.query(`set local session_replication_role = 'replica'`)
    await connection.query(`set local work_mem = '256MB'`)
    await connection.query('select setseed(0.42)')
    for (const [text, values] of fillings(model, issues, eventsEach)) await connection.query(text, values)
  })
  await database.query('drop table made')
  await database.query('vacuum (analyze, freeze)')
  const idOf = async (text: string): Promise<string> =>
    (await database.query<{ member_id: string }>(text)).rows[0]?.member_id ?? ''
  return {
    adminKey: await createKey(desk, await idOf(`select member_id from member where email = 'admin@large.example'`)),
    agentKey: await createKey(desk, await idOf(`select member_id from member where email = 'person7@large.example'`)),
  }
}

async function openOne(desk: Desk, member: string): Promise<number> {
  const opened = await openIssue(
    { ...desk, secrets: { links: Buffer.alloc(32), addresses: Buffer.alloc(32) } },
    { by: { kind: 'member', id: member }, from: 'api', once: null },
    {
      customer: { name: 'Ana Ruiz', email: 'ana@bench.example' },
      subject: 'Charged twice',
      story: 'Again.',
      channel: 'phone',
      facts: [],
      promise: null,
    },
  )
  if (!('answer' in opened)) throw new Error(JSON.stringify(opened))
  return opened.answer.number
}

function fillings(model: number, issues: number, eventsEach: number): [string, unknown[]][] {
  return [
    [
      `insert into team select 1, md5('team' || t)::uuid, 'Team ' || t from generate_series(1, $1::integer) as t`,
      [teams],
    ],
    [
      `insert into kind select 1, md5('kind' || k)::uuid, 'Kind ' || k from generate_series(1, $1::integer) as k`,
      [kinds],
    ],
    [
      `insert into member (workspace_id, member_id, name, email, role, hue)
      select 1, md5('person' || m)::uuid, 'Person ' || m, 'person' || m || '@large.example', 'agent', 1 + m % 8
      from generate_series(1, $1::integer) as m
      union all select 1, md5('admin')::uuid, 'Admin', 'admin@large.example', 'admin', 1`,
      [teams * peopleInEach],
    ],
    [
      `insert into team_member (workspace_id, team_id, member_id)
      select 1, md5('team' || 1 + m % $1::integer)::uuid, md5('person' || m)::uuid
      from generate_series(1, $2::integer) as m`,
      [teams, teams * peopleInEach],
    ],
    [made, [issues, teams * peopleInEach, kinds]],
    [issueRows, [model]],
    [`insert into story (workspace_id, number, subject, story) select 1, number, 'Charged', '' from made`, []],
    [courseRows, [teams]],
    [promiseRows, []],
    [handoffRows, []],
    [alarmRows, []],
    [assistRows, []],
    [eventRows, [eventsEach]],
  ]
}

/** What is drawn of each issue: when it came, who had it, and how it went. */
const made = `
create unlogged table made as
select
  1000000 + n as number,
  opened_at,
  person,
  case when handed then 1 + (person + 1 + (random() * 57)::integer) % $2::integer end as second,
  case when random() < 0.9 then 1 + (random() * $3::integer)::integer % $3::integer end as kind,
  (array['email', 'phone', 'chat', 'portal'])[1 + floor(random() * random() * 4)::integer] as channel,
  case
    when now() - opened_at < interval '42 days' and draw < 0.6 * (1 - extract(epoch from now() - opened_at) / 3628800) or draw < 0.004
      then 'open'
    when draw < 0.3 then case when now() - opened_at < interval '7 days' then 'proposed' else 'confirmed' end
    when draw < 0.8 then 'confirmed'
    when draw < 0.88 then 'unconfirmed'
    when draw < 0.92 then 'unreachable'
    when draw < 0.95 then 'cannot_fix'
    else 'spam'
  end as standing,
  case when random() < 0.09 then 1 + (random() < 0.2)::integer else 0 end as broken,
  (random() * 3)::integer as kept,
  floor(random() * random() * 3)::integer as moved,
  (random() ^ 8 * 6000)::integer as silence_minutes,
  floor(random() * 10000)::integer as lot,
  random() < 0.03 as alarmed
from (
  select n, now() - ($1::integer - n) * (interval '730 days' / $1::integer) as opened_at,
    1 + floor(random() * $2::integer)::integer as person, random() < 0.16 as handed, random() as draw
  from generate_series(1, $1::integer) as n
) as drawn`

const issueRows = `
insert into issue (workspace_id, number, version, phase, outcome, owner_id, customer_id, channel, opened_at, rank, rank_at,
  next_deadline_at, claimable, state)
select 1, m.number, 20,
  case when m.standing in ('open', 'proposed') then m.standing else 'closed' end,
  case when m.standing not in ('open', 'proposed') then m.standing end,
  md5('person' || coalesce(m.second, m.person))::uuid, i.customer_id, m.channel, m.opened_at, i.rank,
  m.opened_at + interval '30 days',
  case when m.standing in ('open', 'proposed') then now() + interval '30 days' end,
  false, i.state || jsonb_build_object('kind', md5('kind' || m.kind)::uuid)
from made m, issue i
where i.number = $1`

const courseRows = `
insert into course (workspace_id, number, opened_at, week, lot, counted, circular, standing, channel, kind_id, owners, teams,
  hands, unmet, met, fell_through, declined, expired, withdrawn, huddles, told_again, kept, moved, broken, made_good,
  assists_moved, assists_empty, assists_silent, assists_declined, alarms, denials, recurrences, conceded_at_once,
  conceded_approved, conceded_refused, asked_for_rating, rating, silence_minutes, silent_since, tally)
select 1, number, opened_at, date_trunc('week', opened_at at time zone 'Europe/Madrid')::date, lot, standing <> 'spam',
  second is not null and random() < 0.06,
  case when standing = 'spam' then 'open' else standing end, channel, md5('kind' || kind)::uuid,
  array_remove(array[md5('person' || person)::uuid, md5('person' || second)::uuid], null),
  case
    when second is null or second % $1::integer = person % $1::integer then array[md5('team' || 1 + person % $1::integer)::uuid]
    else array[md5('team' || 1 + person % $1::integer)::uuid, md5('team' || 1 + second % $1::integer)::uuid]
  end,
  (second is not null)::integer, (second is not null and random() < 0.05)::integer, (second is not null)::integer,
  (random() < 0.01)::integer, (random() < 0.02)::integer, (random() < 0.02)::integer, (random() < 0.01)::integer,
  (random() < 0.01)::integer, (random() < 0.06)::integer, kept, moved, broken, least(broken, (random() < 0.8)::integer),
  (random() < 0.1)::integer, (random() < 0.02)::integer, (random() < 0.01)::integer, (random() < 0.01)::integer,
  alarmed::integer, (random() < 0.05)::integer, (standing = 'confirmed' and random() < 0.06)::integer,
  (random() < 0.08)::integer, (random() < 0.02)::integer, (random() < 0.005)::integer,
  standing = 'confirmed', case when standing = 'confirmed' and lot % 3 = 0 then (array['well', 'well', 'partly', 'badly'])[1 + lot % 4] end,
  silence_minutes,
  case when standing = 'open' and random() < 0.6 then greatest(opened_at, now() - random() * interval '6 days') end,
  '{"denials": 0, "askedAgain": 0, "objections": 0, "silence": {"longest": 120, "since": null, "before": {"longest": 20, "since": "2026-11-24T10:00:00.000Z", "contact": 3}}}'
from made`

const promiseRows = `
insert into promise (workspace_id, number, promise_id, kind, due_at, made_at, state, settled_at)
select 1, m.number, p, case p when 1 then 'answer' else 'word' end, at.made_at + at.span, at.made_at,
  case
    when p <= m.broken then 'made_good'
    when p <= m.broken + m.kept then 'kept'
    when p <= m.broken + m.kept + m.moved then 'moved'
    when m.standing in ('open', 'proposed') then 'open'
    else 'released'
  end,
  at.made_at + at.span
from made m, generate_series(1, 3) as p,
  lateral (select m.opened_at + p * interval '19 hours' as made_at, (2 + m.lot % 47) * interval '1 hour' as span) as at`

const handoffRows = `
insert into handoff (workspace_id, number, handoff_id, state, giver_id, to_member_id, receiver_id, offered_at, ended_at)
select 1, number, 1, 'met', md5('person' || person)::uuid, md5('person' || second)::uuid, md5('person' || second)::uuid,
  opened_at + interval '1 day', opened_at + interval '1 day' + (1 + lot % 29) * interval '20 minutes'
from made
where second is not null`

const alarmRows = `
insert into escalation (workspace_id, number, escalation_id, state, cause, raised_at, champion_id, answered_at,
  stood_down_at)
select 1, number, 1, 'stood_down', 'asked_for', opened_at + interval '2 days', md5('admin')::uuid,
  opened_at + interval '2 days' + lot % 40 * interval '1 minute', opened_at + interval '4 days'
from made
where alarmed`

const assistRows = `
insert into assist (workspace_id, number, assist_id, state, of_member_id, assistant_id, ask, asked_at, due_at, ended_at,
  moved)
select 1, number, 1, 'returned', md5('admin')::uuid, md5('admin')::uuid, md5('admin')::uuid, opened_at,
  opened_at + interval '1 day', opened_at + interval '1 day', true
from made
where lot > 9000`

const eventRows = `
insert into event (workspace_id, number, version, type, at, by_kind, source, data)
select 1, m.number, v, case v when 1 then 'IssueOpened' else 'FactLearned' end, m.opened_at + v * interval '5 hours', 'desk',
  'api', '{}'
from made m, generate_series(1, $1::integer) as v`
