import type { CustomerId } from '../../core/context.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Desk } from '../../desk/desk.ts'
import { assistOfAddress, numberOfAddress, numberOfMailId } from '../../desk/signed.ts'
import type { Connection } from '../../store/database.ts'
import { goesOnIn } from '../../store/merged.ts'

/** What of a mail says to which issue it belongs. */
export type Traces = {
  /** Every address that it went to. */
  recipients: readonly string[]
  /** Message-IDs that it answers, nearest first. */
  answers: readonly string[]
}

/**
 * The issue that a mail continues, or where that one goes on (Rule 22). Null: none, or one whose words were erased, to which
 * nothing is added any more.
 */
export async function findThread(desk: Desk, connection: Connection, traces: Traces): Promise<number | null> {
  const trace = await findTrace(desk, connection, traces)
  const number = trace === null ? null : await goesOnIn(connection, desk.workspace, trace)
  const issue = number === null ? null : await whoseIssue(desk, connection, number)
  return issue?.isErased ? null : number
}

/** By the token in the address that it went to, or by a mail that it answers. */
async function findTrace(desk: Desk, connection: Connection, traces: Traces): Promise<number | null> {
  const { addresses } = desk.secrets
  const byToken = traces.recipients
    .map(address => numberOfAddress(addresses, address) ?? assistOfAddress(addresses, address)?.number ?? null)
    .find(isNumber)
  if (byToken !== undefined) return byToken
  const known = await connection.query<{ number: number }>({
    name: 'thread_of',
    text: `select t.number
      from unnest($2::text[]) with ordinality as a (mail_id, place)
      join mail_thread t on t.workspace_id = $1 and t.mail_id = a.mail_id
      order by a.place
      limit 1`,
    values: [desk.workspace, traces.answers],
  })
  const [found] = known.rows
  return found?.number ?? traces.answers.map(id => numberOfMailId(addresses, id)).find(isNumber) ?? null
}

const isNumber = (value: number | null): value is number => value !== null

/** A customer by one of their addresses. */
export async function findCustomer(desk: Desk, connection: Connection, email: string): Promise<CustomerId | null> {
  const { rows } = await connection.query<{ customer_id: CustomerId }>({
    name: 'customer_by_email',
    text: `select customer_id from customer_address where workspace_id = $1 and kind = 'email' and address = $2`,
    values: [desk.workspace, email],
  })
  return rows[0]?.customer_id ?? null
}

/** An issue as mail that arrives needs to know it. */
type IssueOf = { number: number; customer: CustomerId; closedAt: Instant | null; isErased: boolean }

/** Whose issue it is, and since when it is closed; null when there is no such issue. */
export async function whoseIssue(desk: Desk, connection: Connection, number: number): Promise<IssueOf | null> {
  const { rows } = await connection.query<IssueOf>({
    name: 'whose_issue',
    text: `select customer_id as customer, case when phase = 'closed' then (state->'lifecycle'->>'at')::timestamptz end
        as "closedAt", number, state->>'erasedAt' is not null as "isErased"
      from issue
      where workspace_id = $1 and number = $2`,
    values: [desk.workspace, number],
  })
  return rows[0] ?? null
}
