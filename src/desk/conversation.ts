import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { act, memberOf } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { say, writePromise } from './draft.ts'
import { reopensFor } from './reopening.ts'
import { sayToCustomer } from './to-customer.ts'

/** A message to the customer (Rules 3, 12 and 13), or a note for the team, which is no contact. */
export function sendMessage(
  desk: Desk,
  caller: Caller,
  number: number,
  { body, to, promise, keeps, asks }: z.output<typeof asked.sendMessage>,
): Promise<Outcome<IssueAnswer>> {
  return act(desk, caller, number, sight => {
    if (to === 'team') {
      const author = memberOf(caller.by)
      const note = { direction: 'note', channel: 'api', authorKind: 'member', author, body } as const
      return { type: 'WriteNote', message: say(sight.draft, note) }
    }
    const said = sayToCustomer(sight, caller, body, asks)
    if ('refusal' in said) return said
    const { message } = said
    return { type: 'SendMessage', channel: 'email', message, keeps, promise: writePromise(sight.draft, promise) }
  })
}

/** A call is logged by whoever had it (Rules 3 and 13). */
export function logContact(
  desk: Desk,
  caller: Caller,
  number: number,
  { direction, outcome, summary, promise, keeps }: z.output<typeof asked.logContact>,
): Promise<Outcome<IssueAnswer>> {
  return act(desk, caller, number, ({ issue, configuration, draft, now }) => {
    const author = memberOf(caller.by)
    const call = { direction, outcome }
    const entry = { direction: direction === 'in' ? 'in' : 'out', channel: 'phone', authorKind: 'member' } as const
    const message = say(draft, { ...entry, author, body: summary, call })
    const reopens = reopensFor(issue.state, configuration, now)
    const made = writePromise(draft, promise)
    return { type: 'LogCall', direction, outcome, message, keeps, promise: made, reopensFor: reopens }
  })
}
