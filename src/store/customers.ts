import type { CustomerId } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** A customer's record: who it stands for, and whether their words were erased. */
export type CustomerRow = {
  id: CustomerId
  name: string
  organizationId: string | null
  /** The record of the same person that this one was merged into. */
  mergedInto: CustomerId | null
  erasedAt: Instant | null
}

const columns = `c.customer_id as id, c.name, c.organization_id as "organizationId", c.merged_into as "mergedInto",
  c.erased_at as "erasedAt"`

/** Holds customers' records until the transaction ends, always in the same order. Answers with those that are there. */
export async function holdCustomers(
  connection: Connection,
  workspace: number,
  ids: readonly CustomerId[],
): Promise<Map<CustomerId, CustomerRow>> {
  const { rows } = await connection.query<CustomerRow>(
    `select ${columns} from customer c
    where c.workspace_id = $1 and c.customer_id = any($2::uuid[])
    order by c.customer_id
    for no key update`,
    [workspace, ids],
  )
  return new Map(rows.map(row => [row.id, row]))
}

/** The record that stands for a customer: their own, or the one it was merged into. Null when there is none. */
export async function readStanding(
  connection: Connection,
  workspace: number,
  id: CustomerId,
): Promise<CustomerRow | null> {
  const { rows } = await connection.query<CustomerRow>({
    name: 'standing_customer',
    text: `select ${columns}
      from customer k
      join customer c on c.workspace_id = k.workspace_id and c.customer_id = coalesce(k.merged_into, k.customer_id)
      where k.workspace_id = $1 and k.customer_id = $2`,
    values: [workspace, id],
  })
  return rows[0] ?? null
}

/** The same, held until the transaction ends: nobody merges it meanwhile. */
export async function holdStanding(
  connection: Connection,
  workspace: number,
  id: CustomerId,
): Promise<CustomerRow | null> {
  for (let at: CustomerId = id; ; ) {
    const held = (await holdCustomers(connection, workspace, [at])).get(at)
    if (!held?.mergedInto) return held ?? null
    at = held.mergedInto
  }
}
