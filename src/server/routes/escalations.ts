import { IssueAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { acknowledgeEscalation, standDownEscalation } from '../../desk/escalations.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

export const escalationRoutes = [
  route({
    method: 'POST',
    path: '/issues/:number/escalations/acknowledge',
    who: 'seat',
    says: 'Answers the alarm of an issue and becomes its champion; never the owner about their own (Rule 26).',
    params: ofIssue,
    body: asked.acknowledgeEscalation,
    answer: IssueAnswer,
    refusals: ['already_acknowledged', 'closed', 'no_escalation', 'not_supervisor', 'own_alarm'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params }) => acknowledgeEscalation(desk, caller, params.number),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/escalations/stand-down',
    who: 'seat',
    says: 'The champion stands the alarm down once the customer was told the outcome (Rule 26).',
    params: ofIssue,
    body: asked.standDownEscalation,
    answer: IssueAnswer,
    refusals: ['customer_not_told', 'no_escalation', 'not_champion'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => standDownEscalation(desk, caller, params.number, body),
  }),
]
