import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { act } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { write } from './draft.ts'
import { receiverIn } from './handoffs.ts'
import { tellCustomer } from './to-customer.ts'

/** Rule 11: calls those together who settle who owns a contested issue. */
export const callHuddle = (
  desk: Desk,
  caller: Caller,
  number: number,
  { with: whom }: z.output<typeof asked.callHuddle>,
): Promise<Outcome<IssueAnswer>> => act(desk, caller, number, () => ({ type: 'CallHuddle', with: receiverIn(whom) }))

/** Rule 11: records who owns it, and why. */
export function settleHuddle(
  desk: Desk,
  caller: Caller,
  number: number,
  { owner, why, message: body, channel }: z.output<typeof asked.settleHuddle>,
): Promise<Outcome<IssueAnswer>> {
  return act(desk, caller, number, sight => {
    const settled = { type: 'SettleHuddle', owner, why: write(sight.draft, why) } as const
    if (body === null) return { ...settled, message: null }
    const said = tellCustomer(sight, caller, channel, body)
    return 'refusal' in said ? said : { ...settled, message: { channel, words: said.message } }
  })
}
