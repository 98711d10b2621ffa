import type { FoundIssueAnswer, RaisedByMeAnswer } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import { byName } from './customers-find.ts'
import type { Connection } from './database.ts'
import { inTheOneOrder } from './order.ts'

const mostShown = 50
/** More of a name than so many are not looked through: another letter tells them apart. */
const mostLookedAt = 500

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
limit ${mostShown}`

/** The alarms that a member raised or joined, newest first. */
export async function readRaisedBy(
  connection: Connection,
  workspace: number,
  member: MemberId,
): Promise<RaisedByMeAnswer[]> {
  const { rows } = await connection.query<RaisedByMeAnswer>({
    name: 'raised_by',
    text: raised,
    values: [workspace, member],
  })
  return rows
}

const ofNumber = 'select $2::bigint as number'
const ofName = `
select i.number
from (${byName} limit ${mostLookedAt}) k
cross join lateral (
  select number from issue where workspace_id = $1 and customer_id = k.customer_id limit ${mostLookedAt}
) i`

const found = (wanted: string): string => `
select i.number, ${customer} as customer, ${person('i.owner_id')} as owner, i.opened_at as "openedAt",
  case when i.phase = 'closed' then i.rank_at end as "closedAt",
  case when i.rank = 0 then i.state->'escalation'->>'state' end as escalation
from (${wanted}) w
join issue i on i.workspace_id = $1 and i.number = w.number
join customer c on c.workspace_id = i.workspace_id and c.customer_id = i.customer_id and c.erased_at is null
left join organization o on o.workspace_id = c.workspace_id and o.organization_id = c.organization_id
where i.phase <> 'closed' or i.rank_at >= $3
order by ${inTheOneOrder('i')}
limit ${mostShown}`

/** The issue of this number, when it is open or was closed since a moment. */
export const findIssueByNumber = (
  connection: Connection,
  workspace: number,
  number: number,
  closedSince: Instant,
): Promise<FoundIssueAnswer[]> => find(connection, 'found_by_number', ofNumber, [workspace, number, closedSince])

/** The issues of customers in whose name every word begins so: open ones, and those closed since a moment. In the one order. */
export const findIssuesByName = (
  connection: Connection,
  workspace: number,
  name: string,
  closedSince: Instant,
): Promise<FoundIssueAnswer[]> => find(connection, 'found_by_name', ofName, [workspace, name, closedSince])

async function find(
  connection: Connection,
  name: string,
  wanted: string,
  values: unknown[],
): Promise<FoundIssueAnswer[]> {
  const { rows } = await connection.query<FoundIssueAnswer>({ name, text: found(wanted), values })
  return rows
}
