import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { holdCustomers } from '../store/customers.ts'
import { act, memberOf } from './act.ts'
import { mergeIn } from './customer-merge.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { readIssue } from './issues.ts'
import { together } from './together.ts'

/** Scenario 5, "is this Ana?": says who a stranger is, and their new record is merged into the known one; or who they are not. */
export function sayWho(
  desk: Desk,
  caller: Caller,
  number: number,
  given: z.output<typeof asked.sayWho>,
): Promise<Outcome<IssueAnswer>> {
  if ('isNot' in given) {
    const { isNot: customer } = given
    return act(desk, caller, number, () => ({ type: 'DismissLookalike', customer }))
  }
  const { is: customer } = given
  return together(desk, caller, async given => {
    const { connection, caller: part } = given
    const member = memberOf(part.by)
    const read = await readIssue(desk, member, number, connection)
    if (!('answer' in read)) return read
    // Records before issues, as everybody holds them.
    await holdCustomers(connection, desk.workspace, [read.answer.customer.id, customer])
    const said = await act(desk, part, number, () => ({ type: 'RecognizeCustomer', customer }), connection)
    if (!('answer' in said)) return said
    const merged = await mergeIn(desk, given, said.answer.customer.id, customer)
    return 'answer' in merged ? readIssue(desk, member, number, connection) : merged
  })
}
