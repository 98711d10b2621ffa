import type { WordsId } from '../core/context.ts'
import { type Refusal, refuse } from '../core/refusals.ts'
import type { Sight } from './act.ts'
import { memberOf } from './act.ts'
import { asksAgain } from './asked-again.ts'
import type { Caller } from './desk.ts'
import { say } from './draft.ts'

/** The word by which the customer is told something: a message, or the log of a call in which they were reached. */
export function tellCustomer(
  sight: Sight,
  caller: Caller,
  channel: 'email' | 'phone',
  body: string,
): { message: WordsId } | { refusal: Refusal } {
  if (channel === 'email') return sayToCustomer(sight, caller, body)
  const call = { direction: 'out', outcome: 'reached' } as const
  const entry = { direction: 'out', channel, authorKind: 'member', author: memberOf(caller.by), body, call } as const
  return { message: say(sight.draft, entry) }
}

/** Puts a message to the customer down, or says that no address is known to which it could go. */
export function sayToCustomer(
  { issue, draft }: Sight,
  caller: Caller,
  body: string,
  asks: readonly string[] = [],
): { message: WordsId } | { refusal: Refusal } {
  if (issue.customer.email === null) return { refusal: refuse('no_address', {}) }
  const { state, words } = issue
  const known = state.facts.map(({ key, fact }) => ({ key, value: words[fact] ?? '' }))
  draft.asksAgain.push(...asksAgain(body, known, asks).map(({ key }) => key))
  const author = memberOf(caller.by)
  return { message: say(draft, { direction: 'out', channel: 'email', authorKind: 'member', author, body, asks }) }
}
