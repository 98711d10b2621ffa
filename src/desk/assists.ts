import type { z } from 'zod'
import type { AssistView, IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { assistDue } from '../core/assist/ask-assist.ts'
import type { Receiver } from '../core/handoff/handoff.ts'
import { refuse } from '../core/refusals.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Configuration } from '../store/configuration.ts'
import { act, type MakeCommand, memberOf } from './act.ts'
import { readAssist } from './assists-read.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { write, writePromise } from './draft.ts'
import { sayToCustomer } from './to-customer.ts'

/** Which assist: the number of its issue, and its own within it. */
export type Which = { number: number; id: number }

/** Rule 16: the owner asks somebody for the customer; unless they say by when, in a business day of whom they ask. */
export const askAssist = (
  desk: Desk,
  caller: Caller,
  number: number,
  { of, ask, due }: z.output<typeof asked.askAssist>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ configuration, draft, now }) => {
    const whom: Receiver = 'member' in of ? { kind: 'member', ...of } : { kind: 'team', ...of }
    return { type: 'AskAssist', of: whom, ask: write(draft, ask), due: due ?? usualDue(configuration, whom, now) }
  })

function usualDue(configuration: Configuration, of: Receiver, now: Instant): Instant {
  const person = of.kind === 'member' ? configuration.members.get(of.member) : undefined
  const calendar = person?.shift ?? configuration.calendar
  return assistDue(calendar, configuration.policy.assistMinutes, person ?? null, now)
}

/** Rule 16: one person says yes. */
export const acceptAssist = (desk: Desk, caller: Caller, which: Which): Promise<Outcome<AssistView>> =>
  answering(desk, caller, which, () => ({ type: 'AcceptAssist', assist: which.id }))

/** Rule 16: no, with a reason. */
export const declineAssist = (
  desk: Desk,
  caller: Caller,
  which: Which,
  { reason }: z.output<typeof asked.declineAssist>,
): Promise<Outcome<AssistView>> =>
  answering(desk, caller, which, ({ draft }) => ({
    type: 'DeclineAssist',
    assist: which.id,
    reason: write(draft, reason),
  }))

/** Rule 16: a word on how it goes, and whether it has moved. */
export const touchAssist = (
  desk: Desk,
  caller: Caller,
  which: Which,
  { note, moved }: z.output<typeof asked.touchAssist>,
): Promise<Outcome<AssistView>> =>
  answering(desk, caller, which, ({ draft }) => ({
    type: 'TouchAssist',
    assist: which.id,
    note: write(draft, note),
    moved,
  }))

/** Rule 16: returned with what came of it, or saying plainly what it needs. */
export const returnAssist = (
  desk: Desk,
  caller: Caller,
  which: Which,
  { moved, result }: z.output<typeof asked.returnAssist>,
): Promise<Outcome<AssistView>> =>
  answering(desk, caller, which, ({ draft }) => ({
    type: 'ReturnAssist',
    assist: which.id,
    moved,
    result: write(draft, result),
  }))

/** Rules 3 and 13: the introduced assistant writes to the customer, in their own name. */
export const writeAsAssistant = (
  desk: Desk,
  caller: Caller,
  which: Which,
  { body, promise, keeps }: z.output<typeof asked.writeAsAssistant>,
): Promise<Outcome<AssistView>> =>
  answering(desk, caller, which, sight => {
    if (!sight.issue.state.assists[which.id - 1]) return { refusal: refuse('no_such_assist', { assist: which.id }) }
    const said = sayToCustomer(sight, caller, body)
    if ('refusal' in said) return said
    const { message } = said
    return { type: 'SendMessage', channel: 'email', message, keeps, promise: writePromise(sight.draft, promise) }
  })

/** Rule 16: the owner takes it back; once the customer knows the assistant, with a message to them. */
export const withdrawAssist = (
  desk: Desk,
  caller: Caller,
  { number, id: assist }: Which,
  { message: body }: z.output<typeof asked.withdrawAssist>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, sight => {
    // Before the introduction the customer knows nothing of it, and a message would only puzzle them.
    if (body === null || sight.issue.state.assists[assist - 1]?.state !== 'introduced')
      return { type: 'WithdrawAssist', assist, message: null }
    const said = sayToCustomer(sight, caller, body)
    return 'refusal' in said ? said : { type: 'WithdrawAssist', assist, message: said.message }
  })

/** Rule 3: the owner introduces the assistant to the customer; from then on both may write to them. */
export const introduceAssistant = (
  desk: Desk,
  caller: Caller,
  { number, id: assist }: Which,
  { message: body, keeps }: z.output<typeof asked.introduceAssistant>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, sight => {
    const said = sayToCustomer(sight, caller, body)
    return 'refusal' in said ? said : { type: 'IntroduceAssistant', assist, message: said.message, keeps }
  })

/** Whoever answers an assist sees just that assist afterwards, and not the whole issue. */
async function answering(desk: Desk, caller: Caller, which: Which, make: MakeCommand): Promise<Outcome<AssistView>> {
  const done = await act(desk, caller, which.number, make)
  return 'answer' in done ? readAssist(desk, memberOf(caller.by), which) : done
}
