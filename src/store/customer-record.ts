import type { CustomerRecord } from '../contract/answers.ts'
import type { CustomerId } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** What a customer's record holds beside the issues themselves. */
export type RecordRow = Omit<CustomerRecord, 'open' | 'closed'> & {
  /** Open ones first, the one last in contact before all; then the last closed ones, newest first. */
  issues: { number: number; isOpen: boolean; lastContactAt: Instant | null; facts: { key: string; value: string }[] }[]
}

const closedShown = 20

const query = `
with issues as (
  select i.number, i.state, i.phase <> 'closed' as is_open, (
    select max(m.at) from message m
    where m.workspace_id = $1 and m.number = i.number and m.direction <> 'note'
  ) as last_contact_at
  from issue i
  where i.workspace_id = $1 and i.customer_id = $2
),
shown as (
  (select * from issues where is_open)
  union all
  (select * from issues where not is_open order by number desc limit ${closedShown})
)
select c.customer_id as id, c.name, o.name as organization, instant(c.erased_at) as "erasedAt",
  coalesce((
    select json_agg(json_build_object('kind', a.kind, 'address', a.address, 'failedAt', instant(a.failed_at))
      order by a.kind, a.address)
    from customer_address a
    where a.workspace_id = $1 and a.customer_id = $2
  ), '[]') as addresses,
  coalesce((
    select json_agg(json_build_object(
      'number', s.number, 'isOpen', s.is_open, 'lastContactAt', instant(s.last_contact_at),
      'facts', coalesce((
        select json_agg(json_build_object('key', f.one->>'key', 'value', coalesce((
          select w.body from words w where w.workspace_id = $1 and w.words_id = (f.one->>'fact')::uuid
        ), '')) order by f.place)
        from jsonb_array_elements(s.state->'facts') with ordinality as f (one, place)
      ), '[]')
    ) order by s.is_open desc, s.last_contact_at desc nulls last, s.number desc)
    from shown s
  ), '[]') as issues,
  coalesce((
    select json_agg(json_build_object(
      'id', g.merge_id, 'name', k.name, 'at', instant(g.at), 'issues', to_json(g.issues),
      'by', json_build_object('id', m.member_id, 'name', m.name, 'hue', m.hue)
    ) order by g.at desc)
    from customer_merge g
    join customer k on k.workspace_id = $1 and k.customer_id = g.from_id
    join member m on m.workspace_id = $1 and m.member_id = g.by_id
    where g.workspace_id = $1 and g.into_id = $2 and g.undone_at is null
  ), '[]') as merges
from customer c
left join organization o on o.workspace_id = $1 and o.organization_id = c.organization_id
where c.workspace_id = $1 and c.customer_id = $2`

/** A customer's record with what a glance at each of their issues needs. Null when there is no such record. */
export async function readRecordRow(
  connection: Connection,
  workspace: number,
  customer: CustomerId,
): Promise<RecordRow | null> {
  const values = [workspace, customer]
  const { rows } = await connection.query<RecordRow>({ name: 'customer_record', text: query, values })
  return rows[0] ?? null
}
