import type { CustomerAnswer } from '../contract/answers.ts'
import type { Desk } from './desk.ts'

const query = `
with found as (
  select customer_id from customer where workspace_id = $1 and name ilike '%' || $2 || '%'
  union
  select customer_id from customer_address where workspace_id = $1 and address like '%' || lower($2) || '%'
  union
  select customer_id from customer_address
  where workspace_id = $1 and kind = 'phone' and $3 <> '' and address like '%' || $3 || '%'
  limit 200
)
select c.customer_id as id, c.name, o.name as organization,
  coalesce((select json_agg(address order by address) from customer_address a
    where a.workspace_id = $1 and a.customer_id = c.customer_id and a.kind = 'email'), '[]') as emails,
  coalesce((select json_agg(address order by address) from customer_address a
    where a.workspace_id = $1 and a.customer_id = c.customer_id and a.kind = 'phone'), '[]') as phones,
  coalesce((
    select json_agg(json_build_object(
      'number', i.number, 'subject', s.subject,
      'owner', json_build_object('id', m.member_id, 'name', m.name, 'hue', m.hue)
    ) order by i.rank, i.rank_at)
    from issue i
    join story s on s.workspace_id = i.workspace_id and s.number = i.number
    join member m on m.workspace_id = i.workspace_id and m.member_id = i.owner_id
    where i.workspace_id = $1 and i.customer_id = c.customer_id and i.phase <> 'closed'
  ), '[]') as open
from found f
join customer c on c.workspace_id = $1 and c.customer_id = f.customer_id
left join organization o on o.workspace_id = c.workspace_id and o.organization_id = c.organization_id
order by c.name, c.customer_id
limit 20`

/** Customers by a part of their name, address or number, each with their open issues and whose those are (Rule 3). */
export async function findCustomers(desk: Desk, q: string): Promise<CustomerAnswer[]> {
  const words = q.trim().replace(/[\\%_]/g, '\\$&')
  const digits = /^[\d\s+().-]+$/.test(q) ? q.replace(/\D/g, '') : ''
  const { rows } = await desk.database.query<CustomerAnswer>({
    name: 'customers',
    text: query,
    values: [desk.workspace, words, digits],
  })
  return rows
}
