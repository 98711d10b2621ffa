import type { z } from 'zod'
import type { PortalAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { CustomerId } from '../core/context.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { writeIfAny } from './draft.ts'
import { acting, theySay } from './portal.ts'

/** Rule 9: the customer's page is open: in a live chat they are there, or back. */
export const presentByPortal = (
  desk: Desk,
  customer: CustomerId,
  number: number,
  once: Caller['once'],
): Promise<Outcome<PortalAnswer>> =>
  acting(desk, customer, number, once, ({ issue }) => ({
    type: 'SayPresent',
    handoff: issue.state.handoff?.id ?? 0,
  }))

/** Rule 9: the customer's page closes: whom it was seen on is gone. */
export const leaveByPortal = (
  desk: Desk,
  customer: CustomerId,
  number: number,
  once: Caller['once'],
): Promise<Outcome<PortalAnswer>> =>
  acting(desk, customer, number, once, ({ issue }) => ({
    type: 'ReportDisconnect',
    handoff: issue.state.handoff?.id ?? 0,
  }))

/** Rule 9: the customer says that they have met nobody. */
export function objectByPortal(
  desk: Desk,
  customer: CustomerId,
  number: number,
  { words }: z.output<typeof asked.portalObject>,
  once: Caller['once'],
): Promise<Outcome<PortalAnswer>> {
  return acting(desk, customer, number, once, ({ draft }) => {
    if (words !== null) theySay(draft, customer, words)
    return { type: 'ObjectToMeeting', words: writeIfAny(draft, words) }
  })
}
