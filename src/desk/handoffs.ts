import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { Receiver } from '../core/handoff/handoff.ts'
import { keepRefusedOffer } from '../store/refused-offers.ts'
import { act, memberOf } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { write, writeIfAny, writePromise } from './draft.ts'
import { sayToCustomer } from './to-customer.ts'

/** Rules 6, 7 and 11: a handoff is offered with a brief. One that would go in a circle is kept beside the issue. */
export async function offerHandoff(
  desk: Desk,
  caller: Caller,
  number: number,
  { to: whom, brief }: z.output<typeof asked.offerHandoff>,
): Promise<Outcome<IssueAnswer>> {
  const to = receiverIn(whom)
  const offered = await act(desk, caller, number, ({ draft }) => ({
    type: 'OfferHandoff',
    to,
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
  if ('refusal' in offered && offered.refusal.code === 'circle')
    await keepRefusedOffer(desk.database, desk.workspace, {
      number,
      giver: memberOf(caller.by),
      to,
      circle: offered.refusal.data,
      key: caller.once?.key ?? null,
    })
  return offered
}

/** Whom a command asks: a person, or a team in which one person accepts. */
export const receiverIn = (to: z.output<typeof asked.callHuddle>['with']): Receiver =>
  'member' in to ? { kind: 'member', member: to.member } : { kind: 'team', team: to.team }

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

/** Rules 8 and 9: the giver tells the customer who comes, or has them on the line and calls the receiver in. */
export function introduceHandoff(
  desk: Desk,
  caller: Caller,
  number: number,
  handoff: number,
  body: z.output<typeof asked.introduceHandoff>,
): Promise<Outcome<IssueAnswer>> {
  const { keeps } = body
  return act(desk, caller, number, sight => {
    if ('live' in body) {
      const channel = body.channel ?? (sight.issue.state.channel === 'phone' ? 'phone' : 'chat')
      return { type: 'IntroduceLive', handoff, channel, keeps }
    }
    const said = sayToCustomer(sight, caller, body.message)
    return 'refusal' in said ? said : { type: 'IntroduceHandoff', handoff, message: said.message, keeps }
  })
}

/** Rules 8 and 9: the receiver greets the customer, with a word or by being there; in this moment the issue is theirs. */
export function greetHandoff(
  desk: Desk,
  caller: Caller,
  number: number,
  handoff: number,
  body: z.output<typeof asked.greetHandoff>,
): Promise<Outcome<IssueAnswer>> {
  return act(desk, caller, number, sight => {
    if ('live' in body) return { type: 'GreetLive', handoff }
    const said = sayToCustomer(sight, caller, body.message)
    if ('refusal' in said) return said
    const { message } = said
    const promise = writePromise(sight.draft, body.promise)
    return { type: 'GreetHandoff', handoff, message, keeps: body.keeps, promise }
  })
}

/** Rule 9: giver or receiver is there; on the phone, all three are. */
export const sayPresent = (
  desk: Desk,
  caller: Caller,
  number: number,
  handoff: number,
): Promise<Outcome<IssueAnswer>> => act(desk, caller, number, () => ({ type: 'SayPresent', handoff }))

/** Rule 9: giver or receiver has lost the customer. */
export const reportDisconnect = (
  desk: Desk,
  caller: Caller,
  number: number,
  handoff: number,
): Promise<Outcome<IssueAnswer>> => act(desk, caller, number, () => ({ type: 'ReportDisconnect', handoff }))

/** Rule 10: the giver or a supervisor says how the customer of a handoff that stalled is looked after. */
export const lookAfter = (
  desk: Desk,
  caller: Caller,
  number: number,
  handoff: number,
  { how }: z.output<typeof asked.lookAfter>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({ type: 'LookAfter', handoff, how: write(draft, how) }))
