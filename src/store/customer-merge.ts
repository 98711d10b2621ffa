import type { CustomerId, MemberId } from '../core/context.ts'
import type { Issue } from '../core/issue/issue.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Address } from './customer-addresses.ts'
import type { Connection } from './database.ts'

/** Two records that were put together, with exactly what was moved. */
export type Merge = {
  id: string
  from: CustomerId
  into: CustomerId
  addresses: Address[]
  issues: number[]
  /** Records that had been merged into `from` before, and stand for `into` since. */
  records: CustomerId[]
  /** The organization that came with it, where `into` had none. */
  organization: string | null
  undoneAt: Instant | null
}

/** All issues of a customer, held until the transaction ends, in the order in which everybody holds issues. */
export async function holdIssuesOf(
  connection: Connection,
  workspace: number,
  customer: CustomerId,
): Promise<{ number: number; issue: Issue; isOpen: boolean }[]> {
  const { rows } = await connection.query<{ number: number; issue: Issue; isOpen: boolean }>(
    `select number, state as issue, phase <> 'closed' as "isOpen" from issue
    where workspace_id = $1 and customer_id = $2
    order by number
    for no key update`,
    [workspace, customer],
  )
  return rows
}

/** Moves what belongs to a record, beside its issues, to another one that it stands for from now on. */
export async function moveRecord(
  connection: Connection,
  workspace: number,
  { from, into }: Pick<Merge, 'from' | 'into'>,
): Promise<Pick<Merge, 'addresses' | 'records' | 'organization'>> {
  const addresses = await connection.query<Address>(
    `update customer_address set customer_id = $3 where workspace_id = $1 and customer_id = $2 returning kind, address`,
    [workspace, from, into],
  )
  const records = await connection.query<{ id: CustomerId }>(
    'update customer set merged_into = $3 where workspace_id = $1 and merged_into = $2 returning customer_id as id',
    [workspace, from, into],
  )
  const organization = await connection.query<{ id: string }>(
    `update customer i set organization_id = f.organization_id
    from customer f
    where f.workspace_id = $1 and f.customer_id = $2 and f.organization_id is not null
      and i.workspace_id = $1 and i.customer_id = $3 and i.organization_id is null
    returning i.organization_id as id`,
    [workspace, from, into],
  )
  await connection.query('update customer set merged_into = $3 where workspace_id = $1 and customer_id = $2', [
    workspace,
    from,
    into,
  ])
  return {
    addresses: addresses.rows,
    records: records.rows.map(({ id }) => id),
    organization: organization.rows[0]?.id ?? null,
  }
}

/** Puts back exactly what a merge moved, where nobody has changed it since. */
export async function moveRecordBack(
  connection: Connection,
  workspace: number,
  { from, into, addresses, records, organization }: Merge,
): Promise<void> {
  await connection.query(
    `update customer_address a set customer_id = $2
    from jsonb_to_recordset($4) as m (kind text, address text)
    where a.workspace_id = $1 and a.customer_id = $3 and a.kind = m.kind and a.address = m.address`,
    [workspace, from, into, JSON.stringify(addresses)],
  )
  await connection.query(
    'update customer set merged_into = $2 where workspace_id = $1 and merged_into = $3 and customer_id = any($4::uuid[])',
    [workspace, from, into, records],
  )
  await connection.query(
    'update customer set organization_id = null where workspace_id = $1 and customer_id = $2 and organization_id = $3',
    [workspace, into, organization],
  )
  await connection.query('update customer set merged_into = null where workspace_id = $1 and customer_id = $2', [
    workspace,
    from,
  ])
}

export async function insertMerge(
  connection: Connection,
  workspace: number,
  { id, from, into, addresses, issues, records, organization }: Omit<Merge, 'undoneAt'>,
  { by, at }: { by: MemberId; at: Instant },
): Promise<void> {
  await connection.query(
    `insert into customer_merge (
      workspace_id, merge_id, from_id, into_id, at, by_id, addresses, issues, records, organization_id
    )
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspace, id, from, into, at, by, JSON.stringify(addresses), issues, records, organization],
  )
}

/** A merge, held until the transaction ends. */
export async function holdMerge(connection: Connection, workspace: number, id: string): Promise<Merge | null> {
  const { rows } = await connection.query<Merge>(
    `select merge_id as id, from_id as "from", into_id as "into", addresses, to_json(issues) as issues,
      to_json(records) as records, organization_id as organization, undone_at as "undoneAt"
    from customer_merge
    where workspace_id = $1 and merge_id = $2
    for update`,
    [workspace, id],
  )
  return rows[0] ?? null
}

export async function markUndone(
  connection: Connection,
  workspace: number,
  id: string,
  { by, at }: { by: MemberId; at: Instant },
): Promise<void> {
  await connection.query(
    'update customer_merge set undone_at = $3, undone_by_id = $4 where workspace_id = $1 and merge_id = $2',
    [workspace, id, at, by],
  )
}
