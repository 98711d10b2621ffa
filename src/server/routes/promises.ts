import { z } from 'zod'
import { IssueAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { numberInPath } from '../../contract/values.ts'
import { makePromise, movePromise } from '../../desk/promises.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

export const promiseRoutes = [
  route({
    method: 'POST',
    path: '/issues/:number/promises',
    who: 'seat',
    says: 'Makes a promise to the customer: what, and by when (Rule 12).',
    params: ofIssue,
    body: asked.makePromise,
    example: { what: 'What the bill shows', due: '2026-11-27T11:00:00+01:00' },
    answer: IssueAnswer,
    refusals: ['closed', 'due_in_past', 'not_owner'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => makePromise(desk, caller, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/promises/:id/move',
    who: 'seat',
    says: 'Moves a promise before it is due, by telling the customer (Rule 13).',
    params: z.strictObject({ number: numberInPath, id: numberInPath }),
    body: asked.movePromise,
    example: {
      due: '2026-11-30T11:00:00+01:00',
      message: 'Ana, the people of the bundle answer on Monday. You hear from me on Monday by 11:00 instead.',
    },
    answer: IssueAnswer,
    refusals: ['already_due', 'closed', 'due_in_past', 'no_address', 'no_such_promise', 'not_owner', 'promise_over'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => movePromise(desk, caller, params.number, params.id, body),
  }),
]
