import type { z } from 'zod'
import type { IssueAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { act } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { write } from './draft.ts'

/** Rule 26: a person answers the alarm and becomes its champion. */
export const acknowledgeEscalation = (desk: Desk, caller: Caller, number: number): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, () => ({ type: 'AcknowledgeEscalation' }))

/** Rule 26: the champion stands it down when the customer has been told. */
export const standDownEscalation = (
  desk: Desk,
  caller: Caller,
  number: number,
  { outcome }: z.output<typeof asked.standDownEscalation>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ issue: { reachable }, draft }) => ({
    type: 'StandDownEscalation',
    outcome: write(draft, outcome),
    reachable,
  }))
