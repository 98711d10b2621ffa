import type { z } from 'zod'
import type { IssueAnswer, RaisedAnswer } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { EscalationId } from '../core/escalation/escalation.ts'
import { act } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { write } from './draft.ts'
import { reopensFor } from './reopening.ts'

/** Rule 23: any member raises the alarm for a customer, or joins the open one. */
export async function raiseEscalation(
  desk: Desk,
  caller: Caller,
  number: number,
  { impact, tried, needed }: z.output<typeof asked.raiseEscalation>,
): Promise<Outcome<RaisedAnswer>> {
  const done = await act(desk, caller, number, ({ issue, configuration, draft, now }) => ({
    type: 'RaiseEscalation',
    facts: { impact: write(draft, impact), tried: write(draft, tried), needed: write(draft, needed) },
    message: null,
    reopensFor: reopensFor(issue.state, configuration, now),
  }))
  return 'answer' in done ? { answer: raisedOf(done.answer) } : done
}

/** What whoever raised it gets to see: how it stands with the alarm, and nothing else of the issue. */
function raisedOf({ number, customer: { id, name, organization }, owner, escalation }: IssueAnswer): RaisedAnswer {
  if (!escalation) throw new Error('An alarm that was raised is there.')
  const { raises, state, at, calling, champion, told } = escalation
  return {
    number,
    customer: { id, name, organization },
    owner,
    escalation: {
      id: escalation.id,
      state,
      at,
      joined: raises.length > 1,
      calling: calling?.members ?? [],
      until: calling?.until ?? null,
      champion,
      outcome: told,
    },
  }
}

/** Rule 26: a person answers the alarm and becomes its champion. */
export const acknowledgeEscalation = (
  desk: Desk,
  caller: Caller,
  number: number,
  escalation: EscalationId,
): Promise<Outcome<IssueAnswer>> => act(desk, caller, number, () => ({ type: 'AcknowledgeEscalation', escalation }))

/** Rule 26: a supervisor takes the alarm over from its champion, with a reason. */
export const takeEscalation = (
  desk: Desk,
  caller: Caller,
  number: number,
  escalation: EscalationId,
  { reason }: z.output<typeof asked.takeEscalation>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({ type: 'TakeEscalation', escalation, reason: write(draft, reason) }))

/** Rule 26: the champion tells those who raised it what came of it. */
export const tellOutcome = (
  desk: Desk,
  caller: Caller,
  number: number,
  escalation: EscalationId,
  { outcome }: z.output<typeof asked.tellOutcome>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ draft }) => ({ type: 'TellOutcome', escalation, outcome: write(draft, outcome) }))

/** Rule 26: the champion stands it down when the customer and the raisers have been told. */
export const standDownEscalation = (
  desk: Desk,
  caller: Caller,
  number: number,
  escalation: EscalationId,
  { outcome }: z.output<typeof asked.standDownEscalation>,
): Promise<Outcome<IssueAnswer>> =>
  act(desk, caller, number, ({ issue: { reachable }, draft }) => ({
    type: 'StandDownEscalation',
    escalation,
    outcome: write(draft, outcome),
    reachable,
  }))
