import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { act } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { writeIfAny } from './draft.ts'
import { sayToCustomer } from './to-customer.ts'

/** Rule 12: what was promised outside of a message. */
export const makePromise = (
  desk: Desk,
  caller: Caller,
  number: number,
  { what, due }: z.output<typeof asked.makePromise>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({ type: 'MakePromise', promise: { what: writeIfAny(draft, what), due } }))

/** Rule 13: moved before it is due, by telling the customer. */
export function movePromise(
  desk: Desk,
  caller: Caller,
  number: number,
  promise: number,
  { due, message: body }: z.output<typeof asked.movePromise>,
): Promise<Outcome<IssueAnswer>> {
  return act(desk, caller, number, sight => {
    const said = sayToCustomer(sight, caller, body)
    if ('refusal' in said) return said
    return { type: 'MovePromise', promise, due, message: said.message, channel: 'email' }
  })
}
