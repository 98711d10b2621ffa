import type { CustomerRecord } from '../contract/answers.ts'
import type { CustomerId } from '../core/context.ts'
import { readRecordRow } from '../store/customer-record.ts'
import { readStanding } from '../store/customers.ts'
import type { Connection } from '../store/database.ts'
import type { Desk, Outcome } from './desk.ts'
import { rowsOf } from './issues.ts'

export const noSuchCustomer = { missing: 'There is no such customer.' } as const

/** Rule 3: all that who answers a call must see at a glance. A record that was merged answers as the one it stands for. */
export async function readCustomer(
  desk: Desk,
  id: CustomerId,
  connection: Connection = desk.database,
): Promise<Outcome<CustomerRecord>> {
  const standing = await readStanding(connection, desk.workspace, id)
  const row = standing && (await readRecordRow(connection, desk.workspace, standing.id))
  if (!row) return noSuchCustomer
  const { issues, ...record } = row
  const rows = new Map(
    (
      await rowsOf(
        desk,
        issues.map(({ number }) => number),
        connection,
      )
    ).map(issue => [issue.number, issue]),
  )
  const shown = (isOpen: boolean): CustomerRecord['open'] =>
    issues.flatMap(({ number, facts, lastContactAt, ...one }) => {
      const issue = rows.get(number)
      return issue && one.isOpen === isOpen ? [{ ...issue, facts, lastContactAt }] : []
    })
  return { answer: { ...record, open: shown(true), closed: shown(false) } }
}
