import { IssueAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { logContact, sendMessage } from '../../desk/conversation.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

export const conversationRoutes = [
  route({
    method: 'POST',
    path: '/issues/:number/messages',
    who: 'seat',
    says: 'Writes to the customer, with when they hear from us next, or leaves a note for the team (Rules 3, 12 and 13).',
    params: ofIssue,
    body: asked.sendMessage,
    answer: IssueAnswer,
    refusals: ['closed', 'due_in_past', 'needs_promise', 'no_address', 'not_a_member', 'not_introduced', 'not_owner'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => sendMessage(desk, caller, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/contacts',
    who: 'seat',
    says: 'Logs a call with the customer; what it keeps depends on who talked and whether they were reached (Rules 3 and 13).',
    params: ofIssue,
    body: asked.logContact,
    answer: IssueAnswer,
    refusals: ['closed', 'due_in_past', 'needs_promise', 'not_a_member', 'not_introduced', 'not_owner'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => logContact(desk, caller, params.number, body),
  }),
]
