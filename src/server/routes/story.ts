import { IssueAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { lessonInPath } from '../../contract/values.ts'
import { markStep } from '../../desk/checklist.ts'
import { establishFact, recordDiagnosis } from '../../desk/story.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

export const storyRoutes = [
  route({
    method: 'POST',
    path: '/issues/:number/checklist/:lesson',
    who: 'seat',
    says: 'Marks a step that a lesson asks for with this kind of issue: done, open again, or why it need not be done here (Rule 28).',
    params: ofIssue.extend({ lesson: lessonInPath }),
    body: asked.markStep,
    example: { done: true },
    answer: IssueAnswer,
    refusals: ['closed', 'no_such_step', 'not_owner'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => markStep(desk, caller, params.number, params.lesson, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/facts',
    who: 'seat',
    says: 'Establishes a fact of an issue, so that nobody asks for it again (Rule 31).',
    params: ofIssue,
    body: asked.establishFact,
    example: { key: 'account', value: '4711-22', how: 'read off the bill' },
    answer: IssueAnswer,
    refusals: ['erased', 'fact_rule', 'not_a_member'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => establishFact(desk, caller, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/diagnoses',
    who: 'seat',
    says: 'Records what the matter is: understand first, then hand over (Rule 6).',
    params: ofIssue,
    body: asked.recordDiagnosis,
    example: { text: 'The old bundle re-creates the fee each month: credits do not end it.' },
    answer: IssueAnswer,
    refusals: ['closed', 'not_a_member'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => recordDiagnosis(desk, caller, params.number, body),
  }),
]
