import type { FoundIssueAnswer, RaisedByMeAnswer } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import type { Instant } from '../core/instant.ts'
import type { Connection } from './database.ts'
import { inTheOneOrder } from './order.ts'

const mostShown = 50

const person = (id: string): string => `(
  select json_build_object('id', p.member_id, 'name', p.name, 'hue', p.hue)
  from member p
  where p.workspace_id = i.workspace_id and p.member_id = ${id}
)`

const customer = `json_build_object('id', c.customer_id, 'name', c.name, 'organization', o.name)`

const wordsOf = (id: string): string =>
  `(select w.body from words w where w.workspace_id = i.workspace_id and w.words_id = ${id})`

// Of several times that somebody spoke up for one alarm, the last counts.
const raised = `
with mine as (
  select distinct on (number, escalation_id) *
  from escalation_raise
  where workspace_id = $1 and member_id = $2
  order by number, escalation_id, raise_id desc
)
select i.number, ${customer} as customer, ${person('i.owner_id')} as owner,
  json_build_object(
    'id', e.escalation_id,
    'state', e.state,
    'at', instant(e.raised_at),
    'joined', r.raise_id > 1,
    'calling', coalesce((
      select json_agg(${person('a.id::uuid')})
      from jsonb_array_elements_text(i.state->'escalation'->'ladder'->'calling') as a (id)
      where e.state = 'raised'
    ), '[]'),
    'until', case when e.state = 'raised' then i.state->'escalation'->'ladder'->>'until' end,
    'champion', ${person('e.champion_id')},
    'outcome', ${wordsOf('e.told')}
  ) as escalation,
  r.at as "raisedAt",
  json_build_object(
    'impact', coalesce(${wordsOf('r.impact')}, ''), 'tried', ${wordsOf('r.tried')}, 'needed', ${wordsOf('r.needed')}
  ) as facts
from mine r
join escalation e
  on e.workspace_id = r.workspace_id and e.number = r.number and e.escalation_id = r.escalation_id
join issue i on i.workspace_id = r.workspace_id and i.number = r.number
join customer c on c.workspace_id = i.workspace_id and c.customer_id = i.customer_id
left join organization o on o.workspace_id = c.workspace_id and o.organization_id = c.organization_id
order by r.at desc, i.number desc
limit $3`

/** The alarms that a member raised or joined, newest first. */
export async function readRaisedBy(
  connection: Connection,
  workspace: number,
  member: MemberId,
): Promise<RaisedByMeAnswer[]> {
  const values = [workspace, member, mostShown]
  const { rows } = await connection.query<RaisedByMeAnswer>({ name: 'raised_by', text: raised, values })
  return rows
}

const found = `
with wanted as (
  select number from issue where workspace_id = $1 and number = $2
  union
  select i.number
  from customer c
  join issue i on i.workspace_id = c.workspace_id and i.customer_id = c.customer_id
  where c.workspace_id = $1 and $2::bigint is null and c.name ilike '%' || $3 || '%'
  limit 500
)
select i.number, ${customer} as customer, ${person('i.owner_id')} as owner, i.opened_at as "openedAt",
  case when i.phase = 'closed' then i.rank_at end as "closedAt",
  case when i.rank = 0 then i.state->'escalation'->>'state' end as escalation
from wanted w
join issue i on i.workspace_id = $1 and i.number = w.number
join customer c on c.workspace_id = i.workspace_id and c.customer_id = i.customer_id
left join organization o on o.workspace_id = c.workspace_id and o.organization_id = c.organization_id
where i.phase <> 'closed' or i.rank_at >= $4
order by ${inTheOneOrder('i')}
limit $5`

/** Issues by number or by a part of the customer's name: open ones, and those closed since a moment. In the one order. */
export async function findIssuesFor(
  connection: Connection,
  workspace: number,
  { number, name, closedSince }: { number: number | null; name: string; closedSince: Instant },
): Promise<FoundIssueAnswer[]> {
  const { rows } = await connection.query<FoundIssueAnswer>({
    name: 'found_for_alarm',
    text: found,
    values: [workspace, number, name, closedSince, mostShown],
  })
  return rows
}
