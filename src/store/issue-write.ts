import { nextDeadline } from '../core/deadlines.ts'
import { placeOf } from '../core/escalation/order.ts'
import { type Issue, owner } from '../core/issue/issue.ts'
import { isClaimable } from '../core/issue/ownership.ts'
import type { Change, Opening, Rows } from './change.ts'
import { writeCourse } from './course.ts'
import type { Connection } from './database.ts'
import { family } from './merged.ts'

const change = `
changed as (
  update issue
  set version = $4, phase = $5, outcome = $6, owner_id = $7, rank = $8, rank_at = $9, next_deadline_at = $10, state = $11,
    claimable = $12, customer_id = ($11::jsonb->>'customer')::uuid
  where workspace_id = $1 and number = $2 and version = $3
  returning workspace_id, number
)`

const create = `
changed as (
  insert into issue (
    workspace_id, number, version, phase, outcome, owner_id, rank, rank_at, next_deadline_at, state,
    claimable, customer_id, channel, opened_at
  )
  select $1, $2, $4, $5, $6, $7, $8, $9, $10, $11, $12, $17, $18, $19
  where $3 = 0
  returning workspace_id, number
),
told as (
  insert into story (workspace_id, number, subject, story)
  select workspace_id, number, $20, $21 from changed
),
newcomers as (
  select n.* from changed, jsonb_to_record($22) as n (
    id uuid, name text, organization jsonb, addresses jsonb
  )
  where n.id is not null
),
founded as (
  insert into organization (workspace_id, organization_id, name)
  select $1, (organization->>'id')::uuid, organization->>'name' from newcomers where (organization->>'isNew')::boolean
),
met as (
  insert into customer (workspace_id, customer_id, name, organization_id)
  select $1, id, name, (organization->>'id')::uuid from newcomers
),
reached as (
  insert into customer_address (workspace_id, kind, address, customer_id)
  select $1, a.kind, a.address, n.id from newcomers n, jsonb_to_recordset(n.addresses) as a (kind text, address text)
),
given_to as (
  insert into intake_turn (workspace_id, member_id, given_at)
  select workspace_id, $23, $13 from changed where $23::uuid is not null
  on conflict (workspace_id, member_id) do update set given_at = excluded.given_at
)`

/** The rows of one kind that follow from a decision: all kinds come in one parameter, as JSON. */
const rows = (kind: keyof Rows): string => `jsonb_to_recordset($16::jsonb->'${kind}')`

// Each insert joins what the issue's own row became: a lost race writes nothing at all.
const follow = `
happened as (
  insert into event (workspace_id, number, version, type, at, by_kind, by_id, source, data)
  select c.workspace_id, c.number, e.*
  from changed c, ${rows('events')} as e (
    version integer, type text, at timestamptz, by_kind text, by_id uuid, source text, data jsonb
  )
),
written as (
  insert into words (workspace_id, words_id, number, body)
  select c.workspace_id, w.id, c.number, w.body
  from changed c, ${rows('words')} as w (id uuid, body text)
),
said as (
  insert into message (
    workspace_id, message_id, number, at, direction, channel, author_kind, author_id, author_name, body, quoted, html,
    flagged, address, call, asks, contact, mail_id
  )
  select c.workspace_id, m.id, c.number, m.at, m.direction, m.channel, m."authorKind", m.author, m."authorName", m.body,
    m.quoted, m.html, m.flagged, m.address, m.call, m.asks, m.contact,
    m."mailId"
  from changed c, ${rows('messages')} as m (
    id uuid, at timestamptz, direction text, channel text, "authorKind" text, author uuid, "authorName" text, body text,
    quoted text, html text, flagged boolean, address text, call jsonb, asks text[], contact integer,
    "mailId" text
  )
),
filed as (
  insert into attachment (
    workspace_id, attachment_id, message_id, name, content_type, size, hash, content_id, inline
  )
  select c.workspace_id, f.id, f.message, f.name, f."contentType", f.size, f.hash, f."contentId", f.inline
  from changed c, ${rows('files')} as f (
    id uuid, message uuid, name text, "contentType" text, size bigint, hash text, "contentId" text, inline boolean
  )
),
promised as (
  insert into promise (workspace_id, number, promise_id, kind, what, due_at, made_at, state, settled_at)
  select c.workspace_id, c.number, p.*
  from changed c, ${rows('promises')} as p (
    promise_id integer, kind text, what uuid, due_at timestamptz, made_at timestamptz, state text, settled_at timestamptz
  )
  on conflict (workspace_id, number, promise_id)
  do update set state = excluded.state, settled_at = excluded.settled_at
),
handed as (
  insert into handoff (
    workspace_id, number, handoff_id, state, giver_id, to_member_id, to_team_id, receiver_id, offered_at, limit_at,
    ended_at
  )
  select c.workspace_id, c.number, h.*
  from changed c, ${rows('handoffs')} as h (
    handoff_id integer, state text, giver_id uuid, to_member_id uuid, to_team_id uuid, receiver_id uuid,
    offered_at timestamptz, limit_at timestamptz, ended_at timestamptz
  )
  order by h.handoff_id
  on conflict (workspace_id, number, handoff_id)
  do update set state = excluded.state, receiver_id = excluded.receiver_id, limit_at = excluded.limit_at,
    ended_at = excluded.ended_at
),
conceded as (
  insert into concession (
    workspace_id, number, concession_id, kind, amount, currency, reason, state, by_id, at, decided_by_id, decided_at
  )
  select c.workspace_id, c.number, g.*
  from changed c, ${rows('concessions')} as g (
    concession_id integer, kind text, amount bigint, currency text, reason uuid, state text, by_id uuid, at timestamptz,
    decided_by_id uuid, decided_at timestamptz
  )
  on conflict (workspace_id, number, concession_id)
  do update set state = excluded.state, decided_by_id = excluded.decided_by_id, decided_at = excluded.decided_at
),
assisted as (
  insert into assist (
    workspace_id, number, assist_id, state, of_member_id, of_team_id, assistant_id, ask, asked_at, due_at, ended_at, moved
  )
  select c.workspace_id, c.number, a.*
  from changed c, ${rows('assists')} as a (
    assist_id integer, state text, of_member_id uuid, of_team_id uuid, assistant_id uuid, ask uuid,
    asked_at timestamptz, due_at timestamptz, ended_at timestamptz, moved boolean
  )
  on conflict (workspace_id, number, assist_id)
  do update set state = excluded.state, assistant_id = excluded.assistant_id, ended_at = excluded.ended_at,
    moved = excluded.moved
),
-- One that ends makes room for the next: the store lets one be in force at a time.
covered as (
  insert into cover (
    workspace_id, number, cover_id, absence_id, absent_id, member_id, from_at, until_at, state, asked_at
  )
  select c.workspace_id, c.number, v.*
  from changed c, ${rows('covers')} as v (
    cover_id uuid, absence_id uuid, absent_id uuid, member_id uuid, from_at timestamptz, until_at timestamptz, state text,
    asked_at timestamptz
  )
  order by v.state = 'in_force'
  on conflict (workspace_id, number, cover_id) do update set state = excluded.state
),
thanked as (
  insert into kudos (workspace_id, number, kudos_id, for_id, moment_id, words_id, by_kind, by_id, at, taken_back_at)
  select c.workspace_id, c.number, k.*
  from changed c, ${rows('kudos')} as k (
    kudos_id integer, for_id uuid, moment_id uuid, words_id uuid, by_kind text, by_id uuid, at timestamptz,
    taken_back_at timestamptz
  )
  on conflict (workspace_id, number, kudos_id) do update set taken_back_at = excluded.taken_back_at
),
alarmed as (
  insert into escalation (
    workspace_id, number, escalation_id, state, cause, raised_at, champion_id, answered_at, stood_down_at, told, outcome
  )
  select c.workspace_id, c.number, e.*
  from changed c, ${rows('escalations')} as e (
    escalation_id integer, state text, cause text, raised_at timestamptz, champion_id uuid, answered_at timestamptz,
    stood_down_at timestamptz, told uuid, outcome uuid
  )
  order by e.escalation_id
  on conflict (workspace_id, number, escalation_id)
  do update set state = excluded.state, champion_id = excluded.champion_id, answered_at = excluded.answered_at,
    stood_down_at = excluded.stood_down_at, told = excluded.told, outcome = excluded.outcome
),
raised as (
  insert into escalation_raise (
    workspace_id, number, escalation_id, raise_id, at, by_kind, member_id, impact, tried, needed
  )
  select c.workspace_id, c.number, r.*
  from changed c, ${rows('raises')} as r (
    escalation_id integer, raise_id integer, at timestamptz, by_kind text, member_id uuid, impact uuid, tried uuid,
    needed uuid
  )
),
noticed as (
  insert into notice (workspace_id, member_id, number, word, at)
  select c.workspace_id, n.member, c.number, n.word, n.at
  from changed c, ${rows('notices')} as n (member uuid, word text, at timestamptz)
),
linked as (
  insert into issue_link (workspace_id, number, other, kind, linked_at)
  select c.workspace_id, c.number, l.*
  from changed c, ${rows('links')} as l (other bigint, kind text, at timestamptz)
  on conflict (workspace_id, number, other)
  do update set kind = excluded.kind, linked_at = excluded.linked_at
),
${family},
thread as (
  select t.mail_id, t.at
  from mail_thread t
  where t.workspace_id = $1 and t.number in (select number from family)
  order by t.at desc limit 20
),
mailed as (
  insert into outbound_mail (
    workspace_id, outbound_id, number, message_id, kind, mail_id, in_reply_to, reference_ids, from_name, to_address,
    subject, body, promise_line, state, created_at, assist_id, assistant_id
  )
  select c.workspace_id, o.id, c.number, o.message, o.kind, o."mailId",
    case when o.kind <> 'notice' then coalesce($14, (select mail_id from thread order by at desc limit 1)) end,
    case when o.kind <> 'notice'
      then array_remove(coalesce((select array_agg(mail_id order by at) from thread), '{}') || $14::text, null)
      else '{}' end,
    o."fromName", o."to", o.subject, o.body, o."promiseLine", o.state, $13,
    (o.assist->>'id')::integer, (o.assist->>'assistant')::uuid
  from changed c, ${rows('mails')} as o (
    id uuid, message uuid, kind text, "mailId" text, "fromName" text, "to" text, subject text, body text,
    "promiseLine" text, state text, assist jsonb
  )
  returning workspace_id, number, kind, mail_id, created_at
),
threaded as (
  insert into mail_thread (workspace_id, mail_id, number, at)
  -- What members are told is no part of the customer's thread.
  select workspace_id, mail_id, number, created_at from mailed where kind <> 'notice'
  union all
  -- What brought this about came before what we answer: threads are put in order by these times.
  select workspace_id, $14, number, $13::timestamptz - interval '1 microsecond' from changed where $14 is not null
  on conflict (workspace_id, mail_id) do nothing
),
waited as (
  insert into waiting (workspace_id, number, kind, of, for_kind, for_id, since, due_at)
  select c.workspace_id, c.number, w.*
  from changed c, ${rows('waiting')} as w (
    kind text, of integer, for_kind text, for_id uuid, since timestamptz, due_at timestamptz
  )
  on conflict (workspace_id, number, kind, of, for_kind, for_id)
  do update set since = excluded.since, due_at = excluded.due_at
),
waited_for as (
  delete from waiting w
  using changed c, ${rows('waitedFor')} as d (kind text, of integer, for_kind text, for_id uuid)
  where w.workspace_id = c.workspace_id and w.number = c.number
    and (w.kind, w.of, w.for_kind, w.for_id) = (d.kind, d.of, d.for_kind, d.for_id)
),
went_through as (${writeCourse(`changed c, ${rows('courses')}`)}),
answered_now as (
  insert into answered (workspace_id, sender, key, request, answer)
  select c.workspace_id, a.sender, a.key, a.request, a.answer
  from changed c, json_to_record($15) as a (sender text, key text, request text, answer json)
  where a.sender is not null
)
select count(*)::integer as changed from changed`

const changeIssue = `with recursive${change},${follow}`
const createIssue = `with recursive${create},${follow}`

/**
 * Writes a decision: events, current state, words, the tables that lists read, mail to go out and the answer to remember.
 * False when somebody else was faster: the issue is not at the version that was decided on, and nothing was written.
 */
export async function writeChange(connection: Connection, given: Change): Promise<boolean> {
  const { issue, opening } = given
  const values = valuesOf(given)
  const statement = opening
    ? { name: 'create_issue', text: createIssue, values: [...values, ...openingValues(issue, opening)] }
    : { name: 'change_issue', text: changeIssue, values }
  const { rows } = await connection.query<{ changed: number }>(statement)
  return rows[0]?.changed === 1
}

function openingValues(issue: Issue, { subject, story, customer, givenTo }: Opening): unknown[] {
  return [issue.customer, issue.channel, issue.openedAt, subject, story, JSON.stringify(customer ?? {}), givenTo]
}

function valuesOf({ workspace, number, base, issue, now, mailIn, once, rows }: Change): unknown[] {
  const { rank, at } = placeOf(issue)
  return [
    workspace,
    number,
    base,
    issue.version,
    issue.lifecycle.phase,
    outcomeOf(issue),
    owner(issue).member,
    rank,
    at,
    nextDeadline(issue),
    JSON.stringify(issue),
    isClaimable(issue),
    now,
    mailIn,
    JSON.stringify(once ?? {}),
    JSON.stringify(rows),
  ]
}

const outcomeOf = ({ lifecycle }: Issue): string | null => (lifecycle.phase === 'closed' ? lifecycle.outcome : null)
