import type { z } from 'zod'
import type { AskedAgainAnswer, IssueAnswer, TellAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { Command } from '../core/commands.ts'
import type { MemberId } from '../core/context.ts'
import type { Connection } from '../store/database.ts'
import { act, memberOf, type Sight } from './act.ts'
import { asksAgain } from './asked-again.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { say, writePromise } from './draft.ts'
import { readIssue } from './issues.ts'
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
    const made = writePromise(sight.draft, promise)
    return { type: 'SendMessage', channel: 'email', message, keeps, promise: made, asks: asks.length > 0 }
  })
}

/** A call is logged by whoever had it (Rules 3 and 13). */
export function logContact(
  desk: Desk,
  caller: Caller,
  number: number,
  { direction, outcome, summary, promise, keeps }: Omit<z.output<typeof asked.logContact>, 'channel'>,
  /** As part of a transaction, and the customer's other open issues that it may be about as well. */
  { connection = desk.database, among = [] }: { connection?: Connection; among?: readonly number[] } = {},
): Promise<Outcome<IssueAnswer>> {
  const make = ({ issue, configuration, draft, now }: Sight): Command => {
    const author = memberOf(caller.by)
    const call = { direction, outcome }
    const entry = { direction: direction === 'in' ? 'in' : 'out', channel: 'phone', authorKind: 'member' } as const
    const message = say(draft, { ...entry, author, body: summary, call })
    const reopens = reopensFor(issue.state, configuration, now)
    const made = writePromise(draft, promise)
    return { type: 'LogCall', direction, outcome, message, keeps, promise: made, reopensFor: reopens, among }
  }
  return act(desk, caller, number, make, connection)
}

/** Rule 3: whoever may not act here leaves a word for those who may; they are told at once. */
export async function tellOwner(
  desk: Desk,
  caller: Caller,
  number: number,
  { words: body }: z.output<typeof asked.tellOwner>,
): Promise<Outcome<TellAnswer>> {
  const told = await act(desk, caller, number, ({ draft }) => {
    const author = memberOf(caller.by)
    const note = { direction: 'note', channel: 'api', authorKind: 'member', author, body } as const
    return { type: 'TellOwner', message: say(draft, note) }
  })
  return 'answer' in told ? { answer: { told: whoLooksAfter(told.answer) } } : told
}

/** The owner, and whoever acts in their place (Rule 15). */
const whoLooksAfter = ({ owner, covers }: IssueAnswer): TellAnswer['told'] => [
  owner,
  ...covers.filter(({ state }) => state === 'in_force').map(({ member }) => member),
]

/** Rule 31, Scenario 61: the known facts that a text asks the customer for again, before it is sent. */
export async function checkMessage(
  desk: Desk,
  member: MemberId,
  number: number,
  { body }: z.output<typeof asked.checkMessage>,
): Promise<Outcome<AskedAgainAnswer[]>> {
  const read = await readIssue(desk, member, number)
  if (!('answer' in read)) return read
  const { facts } = read.answer
  return {
    answer: asksAgain(body, facts).flatMap(({ key, asks }) =>
      facts.filter(fact => fact.key === key).map(({ value, how, by, at }) => ({ key, value, how, by, at, asks })),
    ),
  }
}
