import { z } from 'zod'
import { FoundIssueAnswer, IssueAnswer, RaisedAnswer, RaisedByMeAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { numberInPath } from '../../contract/values.ts'
import {
  acknowledgeEscalation,
  raiseEscalation,
  standDownEscalation,
  takeEscalation,
  tellOutcome,
} from '../../desk/escalations.ts'
import { findIssues, readRaised } from '../../desk/raised.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

const ofEscalation = ofIssue.extend({ id: numberInPath })

const raise = {
  impact: 'Her shop has no line since Monday: no card can be paid with.',
  tried: 'Two technicians, and a new router.',
  needed: 'A line by tomorrow morning, or a mobile one until then.',
}

export const escalationRoutes = [
  route({
    method: 'GET',
    path: '/escalations',
    who: 'member',
    says: 'Tells the alarms that I raised or joined, newest first: whether somebody answered, and what came of it (Rules 23 and 26).',
    answer: z.array(RaisedByMeAnswer),
    do: async ({ desk, member }) => ({ answer: await readRaised(desk, member) }),
  }),
  route({
    method: 'GET',
    path: '/escalations/find',
    who: 'member',
    says: "Finds the issue for which to raise an alarm, by its number or its customer's name: no more of it than whose it is (Rule 23).",
    query: asked.findIssue,
    answer: z.array(FoundIssueAnswer),
    do: async ({ desk, query }) => ({ answer: await findIssues(desk, query.q) }),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/escalations',
    who: 'member',
    says: 'Raises the alarm on behalf of the customer: what it costs them, what was tried, what is needed; or joins the open one (Rule 23).',
    params: ofIssue,
    body: asked.raiseEscalation,
    example: raise,
    answer: RaisedAnswer,
    refusals: ['no_seat', 'no_such_member', 'recurrence_over'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => raiseEscalation(desk, caller, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/escalations/:id/acknowledge',
    who: 'seat',
    says: 'Answers an alarm and becomes its champion: who was called or a supervisor, never the owner about their own (Rule 26).',
    params: ofEscalation,
    body: asked.acknowledgeEscalation,
    answer: IssueAnswer,
    refusals: ['already_acknowledged', 'closed', 'no_escalation', 'not_called', 'own_alarm'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params }) => acknowledgeEscalation(desk, caller, params.number, params.id),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/escalations/:id/take',
    who: 'supervisor',
    says: 'A supervisor takes an alarm over from its champion, with a reason (Rule 26).',
    params: ofEscalation,
    body: asked.takeEscalation,
    example: { reason: 'Priya is away until Monday.' },
    answer: IssueAnswer,
    refusals: ['already_champion', 'closed', 'no_escalation', 'not_acknowledged', 'not_supervisor', 'own_alarm'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => takeEscalation(desk, caller, params.number, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/escalations/:id/outcome',
    who: 'seat',
    says: 'The champion tells those who raised the alarm what came of it; the customer is told by a message or a call (Rule 26).',
    params: ofEscalation,
    body: asked.tellOutcome,
    example: { outcome: 'Her line works again since this morning. The cable in the street was broken.' },
    answer: IssueAnswer,
    refusals: ['closed', 'no_escalation', 'nobody_to_tell', 'not_acknowledged', 'not_champion'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => tellOutcome(desk, caller, params.number, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/escalations/:id/stand-down',
    who: 'seat',
    says: 'The champion stands the alarm down once the customer and everybody who raised it were told the outcome (Rule 26).',
    params: ofEscalation,
    body: asked.standDownEscalation,
    example: { outcome: 'Her line works again, and she knows why it took so long.' },
    answer: IssueAnswer,
    refusals: ['closed', 'no_escalation', 'not_acknowledged', 'not_champion', 'outcome_not_told'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => standDownEscalation(desk, caller, params.number, params.id, body),
  }),
]
