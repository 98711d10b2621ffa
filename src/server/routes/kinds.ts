import { z } from 'zod'
import { IssueAnswer, KindAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { id } from '../../contract/values.ts'
import { addKind, giveUpKind, readKinds, setKind } from '../../desk/kinds.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

export const kindRoutes = [
  route({
    method: 'GET',
    path: '/kinds',
    who: 'member',
    says: 'Tells the kinds of issue that the workspace tells apart, by name; also those that it gave up (Rule 28).',
    answer: z.array(KindAnswer),
    do: async ({ desk }) => ({ answer: await readKinds(desk) }),
  }),
  route({
    method: 'POST',
    path: '/kinds',
    who: 'admin',
    says: 'Adds a kind of issue, or takes one up again that was given up (Rule 28). Answers with all of them.',
    body: asked.addKind,
    example: { name: 'Exchange of a phone' },
    answer: z.array(KindAnswer),
    status: 201,
    do: ({ desk, caller, body }) => addKind(desk, caller, body),
  }),
  route({
    method: 'POST',
    path: '/kinds/:id/give-up',
    who: 'admin',
    says: 'Gives a kind up: it is chosen no more, and stays with the issues that have it.',
    params: z.strictObject({ id }),
    body: asked.giveUpKind,
    answer: z.array(KindAnswer),
    faults: ['not_found'],
    do: ({ desk, caller, params }) => giveUpKind(desk, caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/kind',
    who: 'seat',
    says: 'Says of which kind an issue is, or of none: checklists and the figures of a lesson go by it (Rules 28 and 29).',
    params: ofIssue,
    body: asked.setKind,
    example: { kind: '0d5e3a52-6c1f-4bb4-9d5c-3f3a4b1c2d3e' },
    answer: IssueAnswer,
    refusals: ['erased', 'no_such_kind'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => setKind(desk, caller, params.number, body),
  }),
]
