import type { CustomerId, MemberId } from '../core/context.ts'
import type { Tally } from '../core/course/course.ts'
import type { Issue } from '../core/issue/issue.ts'
import type { LinkKind } from '../core/issue/link.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** An issue with its words, and all else that one command needs, from one moment of the database. */
export type Seen = {
  /** The desk's time: the database's clock, so that all processes have the same; in tests where it was moved to. */
  now: Instant
  configVersion: number
  issue: SeenIssue | null
  /** The answer given before under the same Idempotency-Key; `request` is the digest of what was asked then. */
  answered: { request: string; answer: unknown } | null
}

export type SeenIssue = {
  state: Issue
  /** What the measures count of it goes on from; null where it is still to be made from the log. */
  tally: Tally | null
  subject: string
  story: string
  /** Every text that the issue's events name, by its id. */
  words: Record<string, string>
  customer: { name: string; organization: string | null; email: string | null; phone: string | null }
  /** Whether any address is known that has not failed. */
  reachable: boolean
  /** What the closed issues are called that may have come back with it (Rule 21), by their numbers. */
  matched: Record<string, string>
  links: readonly LinkRead[]
  /** The customer's other open issues, while a contact waits to be placed on one of them (Rule 3). */
  others: readonly { number: number; subject: string; owner: MemberId }[]
  /** What the known customers are called who this one may be (Scenario 5). */
  lookalikes: readonly { id: CustomerId; name: string; organization: string | null; open: number }[]
}

/** Another issue that is linked to one (Rules 21 and 22). */
export type LinkRead = {
  number: number
  kind: LinkKind
  subject: string
  phase: Issue['lifecycle']['phase']
  outcome: string | null
  owner: MemberId
}

type Row = {
  now: Instant
  config_version: number
  state: Issue | null
  tally: Tally | null
  subject: string | null
  story: string | null
  words: Record<string, string> | null
  customer_name: string | null
  organization: string | null
  email: string | null
  phone: string | null
  reachable: boolean
  matched: SeenIssue['matched'] | null
  links: SeenIssue['links'] | null
  others: SeenIssue['others'] | null
  lookalikes: SeenIssue['lookalikes'] | null
  request: string | null
  answer: unknown
}

// The address that the customer last wrote from on this issue goes first, then any that works.
const query = `
select
  coalesce(w.time_stands_at, clock_timestamp()) as now,
  w.config_version,
  i.state,
  q.tally,
  s.subject,
  s.story,
  c.name as customer_name,
  o.name as organization,
  (
    select jsonb_object_agg(words_id, body)
    from words
    where workspace_id = $1 and number = $2
  ) as words,
  (
    select a.address
    from customer_address a
    where a.workspace_id = $1 and a.customer_id = i.customer_id and a.kind = 'email'
    order by
      a.failed_at is null desc,
      a.address = (
        select m.address from message m
        where m.workspace_id = $1 and m.number = $2 and m.address is not null and not m.flagged
        order by m.at desc limit 1
      ) desc nulls last,
      a.address
    limit 1
  ) as email,
  (
    select a.address
    from customer_address a
    where a.workspace_id = $1 and a.customer_id = i.customer_id and a.kind = 'phone'
    order by a.address
    limit 1
  ) as phone,
  exists (
    select 1 from customer_address a
    where a.workspace_id = $1 and a.customer_id = i.customer_id and a.failed_at is null
  ) as reachable,
  case when i.state->'matches' <> '[]' then (
    select jsonb_object_agg(t.number, t.subject)
    from jsonb_array_elements(i.state->'matches') as m (one)
    join story t on t.workspace_id = $1 and t.number = (m.one->>'issue')::bigint
  ) end as matched,
  (
    select jsonb_agg(jsonb_build_object(
      'number', x.number, 'kind', l.kind, 'subject', t.subject, 'phase', x.phase, 'outcome', x.outcome, 'owner', x.owner_id
    ) order by l.linked_at, x.number)
    from issue_link l
    join issue x on x.workspace_id = $1 and x.number = l.other
    join story t on t.workspace_id = $1 and t.number = l.other
    where l.workspace_id = $1 and l.number = $2
  ) as links,
  case when i.state->'unplaced' <> '[]' then (
    select jsonb_agg(jsonb_build_object('number', x.number, 'subject', t.subject, 'owner', x.owner_id) order by x.number)
    from issue x
    join story t on t.workspace_id = $1 and t.number = x.number
    where x.workspace_id = $1 and x.customer_id = i.customer_id and x.phase <> 'closed' and x.number <> $2
  ) end as others,
  case when i.state->'isThis' <> '[]' then (
    select jsonb_agg(jsonb_build_object(
      'id', k.customer_id, 'name', n.name, 'organization', h.name,
      'open', (
        select count(*) from issue x
        where x.workspace_id = $1 and x.customer_id = n.customer_id and x.phase <> 'closed'
      )
    ) order by l.place)
    from jsonb_array_elements(i.state->'isThis') with ordinality as l (one, place)
    join customer k on k.workspace_id = $1 and k.customer_id = (l.one->>'customer')::uuid
    join customer n on n.workspace_id = $1 and n.customer_id = coalesce(k.merged_into, k.customer_id)
    left join organization h on h.workspace_id = $1 and h.organization_id = n.organization_id
    where n.erased_at is null
  ) end as lookalikes,
  r.request,
  r.answer
from workspace w
left join issue i on i.workspace_id = w.workspace_id and i.number = $2
left join course q on q.workspace_id = i.workspace_id and q.number = i.number
left join story s on s.workspace_id = i.workspace_id and s.number = i.number
left join customer c on c.workspace_id = i.workspace_id and c.customer_id = i.customer_id
left join organization o on o.workspace_id = c.workspace_id and o.organization_id = c.organization_id
left join answered r on r.workspace_id = w.workspace_id and r.sender = $3 and r.key = $4
where w.workspace_id = $1`

/** Reads an issue for a decision. `once`: the Idempotency-Key and who chose it. */
export async function seeIssue(
  connection: Connection,
  workspace: number,
  number: number,
  once: { sender: string; key: string } | null,
): Promise<Seen> {
  const values = [workspace, number, once?.sender ?? null, once?.key ?? null]
  const { rows } = await connection.query<Row>({ name: 'see_issue', text: query, values })
  const [row] = rows
  if (!row) throw new Error(`Workspace ${workspace} does not exist.`)
  const { now, config_version: configVersion, request, answer } = row
  return { now, configVersion, issue: issueFrom(row), answered: request === null ? null : { request, answer } }
}

function issueFrom(row: Row): SeenIssue | null {
  const { state, tally, subject, story, words, customer_name: name, organization, email, phone, reachable } = row
  if (!state || subject === null || story === null || name === null) return null
  const customer = { name, organization, email, phone }
  const others = row.others ?? []
  const lookalikes = row.lookalikes ?? []
  const related = { others, lookalikes, matched: row.matched ?? {}, links: row.links ?? [] }
  return { state, tally, subject, story, words: words ?? {}, customer, reachable, ...related }
}
