import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { act } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { write, writeIfAny, writePromise } from './draft.ts'
import { sayToCustomer } from './to-customer.ts'

/** Rules 6, 7 and 11: a handoff is offered with a brief. */
export function offerHandoff(
  desk: Desk,
  caller: Caller,
  number: number,
  { to, brief }: z.output<typeof asked.offerHandoff>,
): Promise<Outcome<IssueAnswer>> {
  return act(desk, caller, number, ({ draft }) => ({
    type: 'OfferHandoff',
    to: 'member' in to ? { kind: 'member', member: to.member } : { kind: 'team', team: to.team },
    brief: {
      problem: write(draft, brief.problem),
      diagnosis: writeIfAny(draft, brief.diagnosis),
      tried: write(draft, brief.tried),
      why: write(draft, brief.why),
      asked: write(draft, brief.asked),
      told: write(draft, brief.told),
      callback: writeIfAny(draft, brief.callback),
    },
  }))
}

/** Rule 7: one person accepts, with a read-back. */
export function acceptHandoff(
  desk: Desk,
  caller: Caller,
  number: number,
  handoff: number,
  { readBack, nextStep, due, moves }: z.output<typeof asked.acceptHandoff>,
): Promise<Outcome<IssueAnswer>> {
  return act(desk, caller, number, ({ draft }) => ({
    type: 'AcceptHandoff',
    handoff,
    readBack: write(draft, readBack),
    nextStep: write(draft, nextStep),
    due,
    moves,
  }))
}

/** Rule 7: declining has a reason and costs nothing. */
export const declineHandoff = (
  desk: Desk,
  caller: Caller,
  number: number,
  handoff: number,
  { reason, suggestion }: z.output<typeof asked.declineHandoff>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({
    type: 'DeclineHandoff',
    handoff,
    reason,
    suggestion: writeIfAny(draft, suggestion),
  }))

/** Rule 7; after the introduction only with a word to the customer (Scenario 36). */
export function withdrawHandoff(
  desk: Desk,
  caller: Caller,
  number: number,
  handoff: number,
  { message: body }: z.output<typeof asked.withdrawHandoff>,
): Promise<Outcome<IssueAnswer>> {
  return act(desk, caller, number, sight => {
    // Before the introduction the customer knows nothing of it, and a message would only puzzle them.
    if (body === null || sight.issue.state.handoff?.state !== 'introduced')
      return { type: 'WithdrawHandoff', handoff, message: null }
    const said = sayToCustomer(sight, caller, body)
    return 'refusal' in said ? said : { type: 'WithdrawHandoff', handoff, message: said.message }
  })
}

/** Rule 8: the giver tells the customer who comes, what they will do and by when. */
export function introduceHandoff(
  desk: Desk,
  caller: Caller,
  number: number,
  handoff: number,
  { message: body, keeps }: z.output<typeof asked.introduceHandoff>,
): Promise<Outcome<IssueAnswer>> {
  return act(desk, caller, number, sight => {
    const said = sayToCustomer(sight, caller, body)
    return 'refusal' in said ? said : { type: 'IntroduceHandoff', handoff, message: said.message, keeps }
  })
}

/** Rule 8: the receiver greets the customer; in this moment the issue is theirs. */
export function greetHandoff(
  desk: Desk,
  caller: Caller,
  number: number,
  handoff: number,
  { message: body, keeps, promise }: z.output<typeof asked.greetHandoff>,
): Promise<Outcome<IssueAnswer>> {
  return act(desk, caller, number, sight => {
    const said = sayToCustomer(sight, caller, body)
    if ('refusal' in said) return said
    const { message } = said
    return { type: 'GreetHandoff', handoff, message, keeps, promise: writePromise(sight.draft, promise) }
  })
}
