import type { CustomerId } from '../core/context.ts'
import type { Connection } from './database.ts'

/** An address as it is stored: mail in small letters, numbers as digits. */
export type Address = { kind: 'email' | 'phone'; address: string }

/** Who has an address, and how many they have in all. */
export async function readHolder(
  connection: Connection,
  workspace: number,
  { kind, address }: Address,
): Promise<{ id: CustomerId; name: string; addresses: number } | null> {
  const { rows } = await connection.query<{ id: CustomerId; name: string; addresses: number }>(
    `select c.customer_id as id, c.name, (
      select count(*)::integer from customer_address o where o.workspace_id = $1 and o.customer_id = c.customer_id
    ) as addresses
    from customer_address a
    join customer c on c.workspace_id = a.workspace_id and c.customer_id = a.customer_id
    where a.workspace_id = $1 and a.kind = $2 and a.address = $3`,
    [workspace, kind, address],
  )
  return rows[0] ?? null
}

/** False when somebody else has got it at the same moment. Their own once more is taken to work again. */
export async function addAddress(
  connection: Connection,
  workspace: number,
  customer: CustomerId,
  { kind, address }: Address,
): Promise<boolean> {
  const { rowCount } = await connection.query(
    `insert into customer_address (workspace_id, kind, address, customer_id) values ($1, $2, $3, $4)
    on conflict (workspace_id, kind, address)
    do update set failed_at = null where customer_address.customer_id = excluded.customer_id`,
    [workspace, kind, address, customer],
  )
  return rowCount === 1
}

export async function removeAddress(
  connection: Connection,
  workspace: number,
  { kind, address }: Address,
): Promise<void> {
  await connection.query('delete from customer_address where workspace_id = $1 and kind = $2 and address = $3', [
    workspace,
    kind,
    address,
  ])
}
