import type { CustomerId } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** By what a customer is looked for: their id, or any of their addresses. */
export type CustomerKey = { id: string | null; email: string | null; phone: string | null; organization: string | null }

/** What opening an issue needs, from one moment of the database. */
export type SeenOpening = {
  /** The public number that the issue will have; numbers may have gaps. */
  number: number
  now: Instant
  config_version: number
  customer: {
    id: CustomerId
    name: string
    organization: string | null
    email: string | null
    phone: string | null
  } | null
  /** An organization that is known by this name. */
  organization_id: string | null
  request: string | null
  answer: unknown
}

const query = `
with found as (
  select coalesce(merged_into, customer_id) as customer_id from customer
  where workspace_id = $1 and customer_id = $2 and erased_at is null
  union all
  select customer_id from customer_address where workspace_id = $1 and kind = 'email' and address = $3
  union all
  select customer_id from customer_address where workspace_id = $1 and kind = 'phone' and address = $4
  limit 1
)
select
  nextval('issue_number') as number,
  coalesce(w.time_stands_at, clock_timestamp()) as now,
  w.config_version,
  (
    select jsonb_build_object(
      'id', c.customer_id, 'name', c.name, 'organization', o.name,
      'email', coalesce($3, (select min(address) from customer_address a
        where a.workspace_id = $1 and a.customer_id = c.customer_id and a.kind = 'email')),
      'phone', coalesce($4, (select min(address) from customer_address a
        where a.workspace_id = $1 and a.customer_id = c.customer_id and a.kind = 'phone'))
    )
    from found f
    join customer c on c.workspace_id = $1 and c.customer_id = f.customer_id
    left join organization o on o.workspace_id = $1 and o.organization_id = c.organization_id
  ) as customer,
  (select organization_id from organization where workspace_id = $1 and lower(name) = lower($5)) as organization_id,
  r.request,
  r.answer
from workspace w
left join answered r on r.workspace_id = w.workspace_id and r.sender = $6 and r.key = $7
where w.workspace_id = $1`

/** Reads what an opening needs. Addresses are looked for as they are stored: mail in lower case, numbers as digits. */
export async function seeOpening(
  connection: Connection,
  workspace: number,
  { id, email, phone, organization }: CustomerKey,
  once: { sender: string; key: string } | null,
): Promise<SeenOpening> {
  const values = [workspace, id, email, phone, organization, once?.sender ?? null, once?.key ?? null]
  const { rows } = await connection.query<SeenOpening>({ name: 'see_opening', text: query, values })
  const [row] = rows
  if (!row) throw new Error(`Workspace ${workspace} does not exist.`)
  return row
}
