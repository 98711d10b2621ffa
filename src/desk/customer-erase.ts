import type { z } from 'zod'
import type { CustomerRecord } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { CustomerId } from '../core/context.ts'
import { refuse } from '../core/refusals.ts'
import { holdIssuesOf } from '../store/customer-merge.ts'
import { holdStanding } from '../store/customers.ts'
import { eraseWords, holdRecordsOf, insertErasure } from '../store/erase.ts'
import { markForgotten, readForgettable } from '../store/files-to-forget.ts'
import { act, memberOf } from './act.ts'
import { logCustomer } from './customer-log.ts'
import { noSuchCustomer, readCustomer } from './customer-record.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { together } from './together.ts'

/**
 * Rule 33: erases by law what was written with and about a customer: words, messages, files, mails, addresses and the name.
 * Events, promises and figures stay. Not while somebody waits for us.
 */
export async function eraseCustomer(
  desk: Desk,
  caller: Caller,
  id: CustomerId,
  { why }: z.output<typeof asked.eraseCustomer>,
): Promise<Outcome<CustomerRecord>> {
  const outcome = await together(desk, caller, async ({ connection, now, caller: part }) => {
    const customer = await holdStanding(connection, desk.workspace, id)
    if (!customer) return noSuchCustomer
    if (customer.erasedAt) return { refusal: refuse('customer_erased', {}) }
    const customers = await holdRecordsOf(connection, desk.workspace, customer.id)
    const issues = await holdIssuesOf(connection, desk.workspace, customer.id)
    const open = issues.filter(({ isOpen }) => isOpen).map(({ number }) => number)
    if (open.length > 0) return { refusal: refuse('open_issues', { issues: open }) }
    const numbers = issues.map(({ number }) => number)
    for (const number of numbers) {
      const done = await act(desk, part, number, () => ({ type: 'EraseWords' }), connection)
      if (!('answer' in done)) return done
    }
    const data = { issues: numbers, records: customers.length }
    await logCustomer(desk, part, connection, customer.id, { type: 'CustomerErased', at: now, data })
    await insertErasure(connection, desk.workspace, { customer: customer.id, at: now, by: memberOf(part.by), why })
    await eraseWords(connection, desk.workspace, { customers, issues: numbers }, now)
    return readCustomer(desk, customer.id, connection)
  })
  // What can't go at once goes later; the erasure itself has happened.
  if ('answer' in outcome) await forgetFiles(desk).catch(() => {})
  return outcome
}

/** Somebody may just be storing the same content, and name it in a moment. */
const mayBeNamedMs = 3600_000

/** Removes the contents that erased words named and nobody else's do. A file shared by its hash stays for the others. */
export async function forgetFiles(desk: Desk): Promise<void> {
  const before = Date.now() - mayBeNamedMs
  for (const hash of await readForgettable(desk.database, desk.workspace)) {
    if (await desk.files.forget(hash, before)) await markForgotten(desk.database, desk.workspace, hash)
  }
}
