import { IssueAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { agreeCannotFix, askCannotFix, refuseCannotFix, tellCannotFix } from '../../desk/cannot-fix.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

export const cannotFixRoutes = [
  route({
    method: 'POST',
    path: '/issues/:number/resolution/cannot-fix',
    who: 'seat',
    says: 'Asks a supervisor to agree that it can not be fixed, with the reason and an alternative (Rule 19).',
    params: ofIssue,
    body: asked.askCannotFix,
    example: {
      reason: 'The network at her village ends in March; no other can be had there.',
      alternative: 'Out of the contract at once, without a fee, with the router as a gift.',
    },
    answer: IssueAnswer,
    refusals: ['already_asked', 'already_confirmed', 'closed', 'not_owner'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => askCannotFix(desk, caller, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/resolution/cannot-fix/agree',
    who: 'seat',
    says: 'A supervisor of the owner agrees that it can not be fixed (Rule 19).',
    params: ofIssue,
    body: asked.agreeCannotFix,
    answer: IssueAnswer,
    refusals: ['closed', 'not_asked', 'not_supervisor'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params }) => agreeCannotFix(desk, caller, params.number),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/resolution/cannot-fix/refuse',
    who: 'seat',
    says: 'A supervisor of the owner does not agree that it can not be fixed, and says why (Rule 19).',
    params: ofIssue,
    body: asked.refuseCannotFix,
    example: { why: 'The neighbour has fibre since May. Ask the people of the network first.' },
    answer: IssueAnswer,
    refusals: ['closed', 'not_asked', 'not_supervisor'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => refuseCannotFix(desk, caller, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/resolution/cannot-fix/tell',
    who: 'seat',
    says: 'The owner tells the customer the honest reason and the alternative that was agreed (Rule 19).',
    params: ofIssue,
    body: asked.tellCannotFix,
    example: { channel: 'phone', message: 'Ana was told why, and takes the way out of the contract.' },
    answer: IssueAnswer,
    refusals: ['closed', 'due_in_past', 'no_address', 'not_agreed', 'not_owner'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => tellCannotFix(desk, caller, params.number, body),
  }),
]
