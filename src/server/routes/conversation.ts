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
    example: {
      body: 'Hello Ana, I have asked for the second line to leave the bundle. Is the bill of October at hand?',
      to: 'customer',
      promise: { what: 'Whether it left the bundle', due: '2026-11-27T11:00:00+01:00' },
      keeps: [1],
      asks: ['The bill of October'],
    },
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
    example: {
      channel: 'phone',
      direction: 'out',
      outcome: 'reached',
      summary: 'Ana has the bill of October and sends it today.',
      promise: { what: 'What the bill shows', due: '2026-11-27T11:00:00+01:00' },
    },
    answer: IssueAnswer,
    refusals: ['closed', 'due_in_past', 'needs_promise', 'not_a_member', 'not_introduced', 'not_owner'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => logContact(desk, caller, params.number, body),
  }),
]
