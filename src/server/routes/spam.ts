import { IssueAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { clearSpam, markSpam } from '../../desk/spam.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

export const spamRoutes = [
  route({
    method: 'POST',
    path: '/issues/:number/spam',
    who: 'seat',
    says: 'The owner or a supervisor closes spam, with why; nobody is owed anything for it (Rule 22).',
    params: ofIssue,
    body: asked.markSpam,
    example: { why: 'An offer of watches, from nobody whom we know.' },
    answer: IssueAnswer,
    refusals: ['closed', 'not_owner'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => markSpam(desk, caller, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/not-spam',
    who: 'seat',
    says: 'Opens again what was no spam, with a fresh promise of an answer (Rule 22).',
    params: ofIssue,
    body: asked.clearSpam,
    answer: IssueAnswer,
    refusals: ['not_owner', 'not_spam'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params }) => clearSpam(desk, caller, params.number),
  }),
]
