import type { CustomerId } from '../core/context.ts'
import type { Connection } from './database.ts'

const query = `
select i.number
from issue i
where i.workspace_id = $1 and i.customer_id = $2 and i.phase <> 'closed'
order by (
  select max(m.at) from message m
  where m.workspace_id = $1 and m.number = i.number and m.direction <> 'note'
) desc nulls last, i.number desc`

/** The customer's open issues: on the first, the one last in contact, a contact lands that says nothing else (Rule 3). */
export async function readOpenIssues(
  connection: Connection,
  workspace: number,
  customer: CustomerId,
): Promise<number[]> {
  const { rows } = await connection.query<{ number: number }>({
    name: 'open_issues_of',
    text: query,
    values: [workspace, customer],
  })
  return rows.map(({ number }) => number)
}

/** Holds issues until the transaction ends, always in the same order: two that need the same ones never wait for each other. */
export async function holdIssues(connection: Connection, workspace: number, numbers: readonly number[]): Promise<void> {
  await connection.query(
    'select 1 from issue where workspace_id = $1 and number = any($2::bigint[]) order by number for no key update',
    [workspace, numbers],
  )
}
