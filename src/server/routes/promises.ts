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
    answer: IssueAnswer,
    refusals: ['already_due', 'closed', 'due_in_past', 'no_address', 'no_such_promise', 'not_owner', 'promise_over'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => movePromise(desk, caller, params.number, params.id, body),
  }),
]
