import type { z } from 'zod'
import type { PortalAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { CustomerId } from '../core/context.ts'
import { act } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { say, writeIfAny } from './draft.ts'
import { acting, byCustomer } from './portal.ts'

/** Rule 9: the customer's page is open: in a live chat they are there, or back. */
export const presentByPortal = (
  desk: Desk,
  customer: CustomerId,
  number: number,
  once: Caller['once'],
): Promise<Outcome<PortalAnswer>> =>
  acting(
    desk,
    customer,
    number,
    act(desk, byCustomer(customer, once), number, ({ issue }) => ({
      type: 'SayPresent',
      handoff: issue.state.handoff?.id ?? 0,
    })),
  )

/** Rule 9: the customer's page closes: whom it was seen on is gone. */
export const leaveByPortal = (
  desk: Desk,
  customer: CustomerId,
  number: number,
  once: Caller['once'],
): Promise<Outcome<PortalAnswer>> =>
  acting(
    desk,
    customer,
    number,
    act(desk, byCustomer(customer, once), number, ({ issue }) => ({
      type: 'ReportDisconnect',
      handoff: issue.state.handoff?.id ?? 0,
    })),
  )

/** Rule 9: the customer says that they have met nobody. */
export function objectByPortal(
  desk: Desk,
  customer: CustomerId,
  number: number,
  { words }: z.output<typeof asked.portalObject>,
  once: Caller['once'],
): Promise<Outcome<PortalAnswer>> {
  const done = act(desk, byCustomer(customer, once), number, ({ draft }) => {
    const message = { direction: 'in', channel: 'portal', authorKind: 'customer', author: customer } as const
    if (words !== null) say(draft, { ...message, body: words })
    return { type: 'ObjectToMeeting', words: writeIfAny(draft, words) }
  })
  return acting(desk, customer, number, done)
}
