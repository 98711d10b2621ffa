import type { CustomerId, KindId, MemberId } from '../core/context.ts'
import type { Connection } from './database.ts'
import { inTheOneOrder } from './order.ts'

/** Which issues, and where the page goes on. */
export type Selection = {
  owner: MemberId | null
  /** Also what the owner looks after as a cover (Rule 15). */
  covering: boolean
  phase: 'open' | 'proposed' | 'confirmed' | 'watching' | 'closed' | null
  customer: CustomerId | null
  intake: boolean
  kind: KindId | null
  /** Words to search for: all of them must be there. */
  q: string | null
  /** Only these. */
  numbers: readonly number[] | null
  after: Place | null
  limit: number
}

/** The place of an issue in the one order (Rule 25): what a cursor holds. */
export type Place = { rank: number; at: string; number: number }

/** A row as the API answers it: PostgreSQL builds the JSON, the server passes it on. */
const row = `
json_build_object(
  'number', i.number,
  'version', i.version,
  'subject', s.subject,
  'story', left(s.story, 240),
  'phase', i.phase,
  'outcome', i.outcome,
  'channel', i.channel,
  'openedAt', instant(i.opened_at),
  'owner', json_build_object('id', m.member_id, 'name', m.name, 'hue', m.hue),
  'cover', (
    select json_build_object('id', cm.member_id, 'name', cm.name, 'hue', cm.hue)
    from cover v
    join member cm on cm.workspace_id = v.workspace_id and cm.member_id = v.member_id
    where v.workspace_id = i.workspace_id and v.number = i.number and v.state = 'in_force'
  ),
  'customer', json_build_object('id', c.customer_id, 'name', c.name, 'organization', o.name),
  'rank', i.rank,
  'promise', (
    select json_build_object(
      'id', p.promise_id, 'kind', p.kind, 'what', w.body, 'due', instant(p.due_at), 'state', p.state
    )
    from promise p
    left join words w on w.workspace_id = p.workspace_id and w.words_id = p.what
    where p.workspace_id = i.workspace_id and p.number = i.number and p.state in ('open', 'broken')
    order by p.due_at, p.promise_id
    limit 1
  ),
  'handoff', (
    select json_build_object('id', h.handoff_id, 'state', h.state, 'to', coalesce(hm.name, ht.name))
    from handoff h
    left join member hm on hm.workspace_id = h.workspace_id and hm.member_id = coalesce(h.receiver_id, h.to_member_id)
    left join team ht on ht.workspace_id = h.workspace_id and ht.team_id = h.to_team_id
    where h.workspace_id = i.workspace_id and h.number = i.number and h.state in ('offered', 'accepted', 'live', 'introduced')
  ),
  'escalation', case when i.rank = 0 then json_build_object(
    'id', (i.state->'escalation'->>'id')::integer, 'state', i.state->'escalation'->>'state'
  ) end,
  'kind', (
    select json_build_object('id', g.kind_id, 'name', g.name)
    from kind g where g.workspace_id = i.workspace_id and g.kind_id = i.kind_id
  ),
  'claimable', i.claimable,
  'line', json_build_object(
    'owners', (
      select json_agg(
        json_build_object('hue', coalesce(om.hue, 1), 'since', e.one->>'since', 'way', e.one->>'way') order by e.place
      )
      from jsonb_array_elements(i.state->'ownership') with ordinality as e (one, place)
      left join member om on om.workspace_id = i.workspace_id and om.member_id = (e.one->>'member')::uuid
    ),
    'promises', (
      select coalesce(json_agg(json_build_object('due', instant(p.due_at), 'state', p.state) order by p.due_at), '[]')
      from promise p
      where p.workspace_id = i.workspace_id and p.number = i.number
    )
  )
)`

/** Issues in the one order, a page at a time, as JSON text: `{"items": […], "next": …}` without its cursor made yet. */
export async function readRows(
  connection: Connection,
  workspace: number,
  { owner, covering, phase, customer, intake, kind, q, numbers, after, limit }: Selection,
): Promise<{ items: string; last: Place | null; count: number }> {
  const values: unknown[] = [workspace]
  const given = (value: unknown): string => `$${values.push(value)}`
  const conditions = [
    'i.workspace_id = $1',
    ...(owner === null ? [] : [isWith(given(owner), covering)]),
    ...phaseIs(phase, given),
    ...(customer === null ? [] : [`i.customer_id = ${given(customer)}`]),
    ...(intake ? ["i.claimable and i.phase <> 'closed'"] : []),
    ...(kind === null ? [] : [`i.kind_id = ${given(kind)}`]),
    ...(numbers === null ? [] : [`i.number = any(${given(numbers)}::bigint[])`]),
    ...(q === null ? [] : [matches(q, given)]),
    ...(after === null
      ? []
      : [`(${inTheOneOrder('i')}) > (${given(after.rank)}, ${given(after.at)}, ${given(after.number)})`]),
  ]
  const text = `
with page as (
  select i.*
  from issue i
  where ${conditions.join('\n    and ')}
  order by ${inTheOneOrder('i')}
  limit ${given(limit)}
),
rows as (
  select i.rank, i.rank_at, i.number, ${row} as item
  from page i
  join story s on s.workspace_id = i.workspace_id and s.number = i.number
  join member m on m.workspace_id = i.workspace_id and m.member_id = i.owner_id
  join customer c on c.workspace_id = i.workspace_id and c.customer_id = i.customer_id
  left join organization o on o.workspace_id = c.workspace_id and o.organization_id = c.organization_id
)
select
  coalesce(json_agg(item order by ${inTheOneOrder('rows')}), '[]')::text as items,
  count(*)::integer as count,
  (
    select json_build_object('rank', rank, 'at', rank_at, 'number', number)
    from rows order by rank desc, rank_at desc, number desc limit 1
  ) as last
from rows`
  // Each combination of conditions is a statement of its own, prepared once on each connection.
  const name = `rows_${conditions.map(condition => condition.replace(/[^a-z]/g, '').slice(0, 18)).join('_')}`.slice(
    0,
    63,
  )
  const { rows } = await connection.query<{ items: string; last: Place | null; count: number }>({ name, text, values })
  return rows[0] ?? { items: '[]', last: null, count: 0 }
}

/** Those that somebody owns, and perhaps those in which they act in the owner's place. */
const isWith = (member: string, covering: boolean): string =>
  covering
    ? `(i.owner_id = ${member} or i.number = any(array(
      select v.number from cover v where v.workspace_id = $1 and v.member_id = ${member} and v.state = 'in_force'
    )))`
    : `i.owner_id = ${member}`

function phaseIs(phase: Selection['phase'], given: (value: unknown) => string): string[] {
  if (phase === null) return []
  return phase === 'open' ? ["i.phase <> 'closed'"] : [`i.phase = ${given(phase)}`]
}

/**
 * `#1042` and `1042` find that issue, and what another desk called a case what it became here; words are looked for in what
 * it is called, how it was told, and its customer.
 */
function matches(q: string, given: (value: unknown) => string): string {
  const number = /^#?(\d{1,15})$/.exec(q.trim())?.[1]
  const words = given(q)
  const cases = given([...new Set([q.trim(), q.trim().toUpperCase()])])
  const named = given(`%${q.trim().replace(/[\\%_]/g, '\\$&')}%`)
  return `i.number in (
      select f.number from story f where f.workspace_id = $1 and f.search @@ websearch_to_tsquery('simple', ${words})
      union
      select n.number from customer k
      join issue n on n.workspace_id = k.workspace_id and n.customer_id = k.customer_id
      where k.workspace_id = $1 and k.name ilike ${named}
      union
      select w.number from foreign_case w where w.workspace_id = $1 and w.case_id = any(${cases}::text[])${number ? `\n      union\n      select ${given(number)}::bigint` : ''}
    )`
}
