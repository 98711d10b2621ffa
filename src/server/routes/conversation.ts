import { z } from 'zod'
import { AskedAgainAnswer, IssueAnswer, TellAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { id, numberInPath } from '../../contract/values.ts'
import { checkMessage, logContact, sendMessage, tellOwner } from '../../desk/conversation.ts'
import { placeMessage } from '../../desk/placing.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

const ofMessage = z.strictObject({ number: numberInPath, message: id })

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
    refusals: [
      'closed',
      'due_in_past',
      'erased',
      'needs_promise',
      'no_address',
      'not_a_member',
      'not_introduced',
      'not_owner',
    ],
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
    refusals: ['closed', 'due_in_past', 'erased', 'needs_promise', 'not_a_member', 'not_introduced', 'not_owner'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => logContact(desk, caller, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/messages/check',
    who: 'seat',
    says: 'Tells which known facts a text would ask the customer for again, before it is sent; sending it is still possible, and counts (Rule 31).',
    params: ofIssue,
    body: asked.checkMessage,
    example: { body: 'Could you give me your account number once more?' },
    answer: z.array(AskedAgainAnswer),
    faults: ['not_found'],
    do: ({ desk, member, params, body }) => checkMessage(desk, member, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/messages/:message/place',
    who: 'seat',
    says: 'Says which of the customer\'s issues a contact marked "which one?" is about; to another one it goes with its thread and its promise (Rules 3 and 12).',
    params: ofMessage,
    body: asked.placeMessage,
    example: { issue: 1055 },
    answer: IssueAnswer,
    refusals: ['closed', 'different_customers', 'erased', 'not_owner', 'placed_already'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => placeMessage(desk, caller, params.number, params.message, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/tell',
    who: 'member',
    says: 'Leaves a word for whoever looks after an issue; they are told at once (Rule 3).',
    params: ofIssue,
    body: asked.tellOwner,
    example: { words: 'Ana called the sales line: she moves house on Friday.' },
    answer: TellAnswer,
    refusals: ['already_owner', 'erased'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => tellOwner(desk, caller, params.number, body),
  }),
]
