import type { WordsId } from '../core/context.ts'
import { type Refusal, refuse } from '../core/refusals.ts'
import type { Sight } from './act.ts'
import { memberOf } from './act.ts'
import type { Caller } from './desk.ts'
import { say } from './draft.ts'

/** Puts a message to the customer down, or says that no address is known to which it could go. */
export function sayToCustomer(
  { issue, draft }: Sight,
  caller: Caller,
  body: string,
  asks: readonly string[] = [],
): { message: WordsId } | { refusal: Refusal } {
  if (issue.customer.email === null) return { refusal: refuse('no_address', {}) }
  const author = memberOf(caller.by)
  return { message: say(draft, { direction: 'out', channel: 'email', authorKind: 'member', author, body, asks }) }
}
