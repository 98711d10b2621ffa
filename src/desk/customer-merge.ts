import { randomUUIDv7 } from 'node:crypto'
import type { z } from 'zod'
import type { CustomerRecord } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { refuseToPart } from '../core/contact/customer.ts'
import type { CustomerId } from '../core/context.ts'
import { refuse } from '../core/refusals.ts'
import {
  holdIssuesOf,
  holdMerge,
  insertMerge,
  type Merge,
  markUndone,
  moveRecord,
  moveRecordBack,
} from '../store/customer-merge.ts'
import { type CustomerRow, holdCustomers, readStanding } from '../store/customers.ts'
import type { Connection } from '../store/database.ts'
import { act, memberOf } from './act.ts'
import { logCustomer } from './customer-log.ts'
import { noSuchCustomer, readCustomer } from './customer-record.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { type Together, together } from './together.ts'

/** Two records of one person become one: addresses, issues and organization go over, and it can be undone (Rule 3). */
export const mergeCustomers = (
  desk: Desk,
  caller: Caller,
  from: CustomerId,
  { into }: z.output<typeof asked.mergeCustomer>,
): Promise<Outcome<CustomerRecord>> =>
  together(desk, caller, async given => {
    const merged = await mergeIn(desk, given, from, into)
    return 'answer' in merged ? readCustomer(desk, merged.answer, given.connection) : merged
  })

/** The same as a part of a transaction; answers with the record that stands for both. */
export async function mergeIn(
  desk: Desk,
  { connection, now: at, caller }: Together,
  from: CustomerId,
  other: CustomerId,
): Promise<Outcome<CustomerId>> {
  const { left, kept } = await holdBoth(desk, connection, from, other)
  if (!left || !kept) return noSuchCustomer
  const into = kept.id
  const mayNot = refuseToMerge(left, kept, await nameOfStanding(desk, connection, left))
  if (mayNot) return { refusal: mayNot }
  const id = randomUUIDv7()
  const issues = (await holdIssuesOf(connection, desk.workspace, from)).map(({ number }) => number)
  for (const number of issues) {
    const done = await act(desk, caller, number, () => ({ type: 'MergeCustomer', merge: id, from, into }), connection)
    if (!('answer' in done)) return done
  }
  const moved = await moveRecord(connection, desk.workspace, { from, into })
  const data = { merge: id, from, into, issues, addresses: moved.addresses.length }
  await logCustomer(desk, caller, connection, into, { type: 'CustomersMerged', at, data })
  await insertMerge(connection, desk.workspace, { id, from, into, issues, ...moved }, { by: memberOf(caller.by), at })
  return { answer: into }
}

/** The record to merge, and the one that stands for the other: who merges either at this moment is waited for. */
async function holdBoth(
  desk: Desk,
  connection: Connection,
  from: CustomerId,
  other: CustomerId,
): Promise<{ left: CustomerRow | undefined; kept: CustomerRow | undefined }> {
  for (let into = other; ; ) {
    const held = await holdCustomers(connection, desk.workspace, [from, into])
    const [left, kept] = [held.get(from), held.get(into)]
    if (!kept?.mergedInto) return { left, kept }
    into = kept.mergedInto
  }
}

function refuseToMerge(left: CustomerRow, kept: CustomerRow, name: string) {
  if (left.id === kept.id || left.mergedInto === kept.id) return refuse('same_customer', {})
  if (left.mergedInto) return refuse('merged_already', { customer: left.mergedInto, name })
  return left.erasedAt || kept.erasedAt ? refuse('customer_erased', {}) : undefined
}

const nameOfStanding = async (desk: Desk, connection: Connection, { id }: CustomerRow): Promise<string> =>
  (await readStanding(connection, desk.workspace, id))?.name ?? ''

/** Takes two records apart again: exactly what was moved goes back, and what came since stays (Rule 33: both on record). */
export const undoMerge = (desk: Desk, caller: Caller, id: string): Promise<Outcome<CustomerRecord>> =>
  together(desk, caller, async ({ connection, now, caller: part }) => {
    const merge = await holdMerge(connection, desk.workspace, id)
    if (!merge) return { missing: 'There is no such merge.' }
    const { from, into } = merge
    const held = await holdCustomers(connection, desk.workspace, [from, into])
    const kept = held.get(into)
    if (!kept) return noSuchCustomer
    if (merge.undoneAt) return { refusal: refuse('merge_undone', {}) }
    if (kept.mergedInto)
      return { refusal: refuse('merge_built_upon', { name: await nameOfStanding(desk, connection, kept) }) }
    if (kept.erasedAt) return { refusal: refuse('customer_erased', {}) }
    const issues = await takeBack(desk, part, connection, merge)
    if (!('answer' in issues)) return issues
    await moveRecordBack(connection, desk.workspace, merge)
    const data = { merge: id, from, into, issues: issues.answer }
    await logCustomer(desk, part, connection, into, { type: 'CustomersTakenApart', at: now, data })
    await markUndone(connection, desk.workspace, id, { by: memberOf(part.by), at: now })
    return readCustomer(desk, from, connection)
  })

/** The issues that came with the record and are still the other's. */
async function takeBack(
  desk: Desk,
  caller: Caller,
  connection: Connection,
  { id, from, into, issues }: Merge,
): Promise<Outcome<number[]>> {
  const theirs = await holdIssuesOf(connection, desk.workspace, into)
  const back = theirs.filter(({ number }) => issues.includes(number))
  const refusal = refuseToPart(back)
  if (refusal) return { refusal }
  for (const { number } of back) {
    const done = await act(desk, caller, number, () => ({ type: 'UnmergeCustomer', merge: id, from, into }), connection)
    if (!('answer' in done)) return done
  }
  return { answer: back.map(({ number }) => number) }
}
