import { z } from 'zod'
import {
  EventAnswer,
  ForeignEventAnswer,
  IssueAnswer,
  IssueRow,
  MessageAnswer,
  pageOf,
  ReceiverAnswer,
} from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { numberInPath } from '../../contract/values.ts'
import { readForeignEvents } from '../../desk/foreign.ts'
import { listIssues, readEvents, readIssue, readMessages } from '../../desk/issues.ts'
import { openIssue } from '../../desk/open.ts'
import { claim, takeOver } from '../../desk/ownership.ts'
import { readReceivers } from '../../desk/receivers.ts'
import { route } from '../route.ts'

/** The path of everything that belongs to one issue. */
export const ofIssue = z.strictObject({ number: numberInPath })

export const issueRoutes = [
  route({
    method: 'POST',
    path: '/issues',
    who: 'seat',
    says: 'Opens an issue for a customer: whoever takes the contact owns it, and a first promise runs (Rules 1, 2 and 12).',
    body: asked.openIssue,
    example: {
      customer: { name: 'Ana Ruiz', email: 'ana@ruiz.example', phone: '+34 600 118 204' },
      subject: 'Charged twice for the second line',
      story: 'It has happened again, as every month since June.',
      channel: 'phone',
      facts: [{ key: 'account', value: '4711-22', how: 'read off the bill' }],
      promise: { what: 'Whether the second line leaves the bundle', due: '2026-11-27T11:00:00+01:00' },
    },
    answer: IssueAnswer,
    status: 201,
    refusals: ['due_in_past', 'fact_rule'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, body }) => openIssue(desk, caller, body),
  }),
  route({
    method: 'GET',
    path: '/issues',
    who: 'seat',
    says: 'Lists issues in the one order known to all: escalated, broken promise, promise due soonest (Rule 25).',
    query: asked.listIssues,
    answer: pageOf(IssueRow),
    do: async ({ desk, member, query }) => ({ json: await listIssues(desk, member, query) }),
  }),
  route({
    method: 'GET',
    path: '/issues/:number',
    who: 'seat',
    says: 'Tells one issue, whole but for its messages and events.',
    params: ofIssue,
    answer: IssueAnswer,
    faults: ['not_found'],
    do: ({ desk, member, params }) => readIssue(desk, member, params.number),
  }),
  route({
    method: 'GET',
    path: '/issues/:number/messages',
    who: 'seat',
    says: 'Tells the conversation of an issue, oldest first: messages, calls and notes.',
    params: ofIssue,
    query: asked.page,
    answer: pageOf(MessageAnswer),
    faults: ['not_found'],
    do: ({ desk, params, query }) => readMessages(desk, params.number, query),
  }),
  route({
    method: 'GET',
    path: '/issues/:number/events',
    who: 'seat',
    says: 'Tells everything that has happened to an issue, with who, when and from where (Rule 33).',
    params: ofIssue,
    query: asked.page,
    answer: pageOf(EventAnswer),
    faults: ['not_found'],
    do: ({ desk, params, query }) => readEvents(desk, params.number, query),
  }),
  route({
    method: 'GET',
    path: '/issues/:number/foreign',
    who: 'seat',
    says: 'Tells what happened to an issue at another desk, as its log has it, before it was brought here: no part of our own log.',
    params: ofIssue,
    query: asked.page,
    answer: pageOf(ForeignEventAnswer),
    faults: ['not_found'],
    do: ({ desk, params, query }) => readForeignEvents(desk, params.number, query),
  }),
  route({
    method: 'GET',
    path: '/issues/:number/receivers',
    who: 'seat',
    says: 'Tells to whom an issue could be offered, and why not to the others (Rules 7 and 11).',
    params: ofIssue,
    answer: z.array(ReceiverAnswer),
    faults: ['not_found'],
    do: ({ desk, member, params }) => readReceivers(desk, member, params.number),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/claim',
    who: 'seat',
    says: 'Takes an issue that arrived with nobody there, until the first reply to the customer (Rule 2).',
    params: ofIssue,
    body: asked.claim,
    answer: IssueAnswer,
    refusals: ['already_claimed', 'already_owner', 'claim_after_contact', 'closed', 'no_seat'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params }) => claim(desk, caller, params.number),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/takeover',
    who: 'seat',
    says: 'A supervisor of its owner takes an issue over, with a reason, and owes the customer an introduction (Rule 4).',
    params: ofIssue,
    body: asked.takeover,
    example: { reason: 'Ben is ill, and the promise falls due at 11:00.' },
    answer: IssueAnswer,
    refusals: ['already_owner', 'closed', 'not_supervisor'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => takeOver(desk, caller, params.number, body),
  }),
]
