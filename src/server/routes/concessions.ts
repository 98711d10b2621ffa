import { z } from 'zod'
import { ConcessionRow, IssueAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { numberInPath } from '../../contract/values.ts'
import {
  approveConcession,
  exportConcessions,
  grantConcession,
  readConcessions,
  refuseConcession,
  reviewConcession,
  withdrawConcession,
} from '../../desk/concessions.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

const ofConcession = ofIssue.extend({ id: numberInPath })

export const concessionRoutes = [
  route({
    method: 'POST',
    path: '/issues/:number/concessions',
    who: 'seat',
    says: 'Concedes a credit, refund, replacement or exception: at once within the limit for the issue; above it an approval is asked for (Rule 27).',
    params: ofIssue,
    body: asked.grantConcession,
    example: { kind: 'credit', amount: 40, reason: 'Charged twice in October.' },
    answer: IssueAnswer,
    refusals: ['approval_open', 'closed', 'nobody_can_approve', 'not_owner'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => grantConcession(desk, caller, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/concessions/:id/approve',
    who: 'supervisor',
    says: 'Approves what somebody else asked for, within the own limit (Rule 27).',
    params: ofConcession,
    body: asked.approveConcession,
    answer: IssueAnswer,
    refusals: ['above_limit', 'no_such_approval', 'not_supervisor', 'own_approval'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params }) => approveConcession(desk, caller, params.number, params.id),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/concessions/:id/refuse',
    who: 'supervisor',
    says: 'Refuses what somebody else asked for, with the reason (Rule 27).',
    params: ofConcession,
    body: asked.refuseConcession,
    example: { why: 'The cause first: a sixth credit changes nothing.' },
    answer: IssueAnswer,
    refusals: ['no_such_approval', 'not_supervisor', 'own_approval'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => refuseConcession(desk, caller, params.number, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/concessions/:id/withdraw',
    who: 'seat',
    says: 'Withdraws an approval that is needed no more (Rule 27).',
    params: ofConcession,
    body: asked.withdrawConcession,
    answer: IssueAnswer,
    refusals: ['no_such_approval', 'not_owner'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params }) => withdrawConcession(desk, caller, params.number, params.id),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/concessions/:id/review',
    who: 'supervisor',
    says: 'Says afterwards what we learn from a concession, not who is to blame (Rule 27).',
    params: ofConcession,
    body: asked.reviewConcession,
    example: { learned: 'Old bundles must not re-create fees. Plans is asked to end them.' },
    answer: IssueAnswer,
    refusals: ['already_reviewed', 'erased', 'no_such_concession', 'not_supervisor'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => reviewConcession(desk, caller, params.number, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/concessions',
    who: 'supervisor',
    says: 'Tells everything that was conceded or asked for in a span, oldest first (Rule 27).',
    query: asked.listConcessions,
    answer: z.array(ConcessionRow),
    do: async ({ desk, query }) => ({ answer: await readConcessions(desk, query) }),
  }),
  route({
    method: 'GET',
    path: '/concessions.csv',
    who: 'supervisor',
    says: 'The same as CSV, for the accounting department.',
    query: asked.listConcessions,
    answer: z.string(),
    contentType: 'text/csv; charset=utf-8',
    do: async ({ desk, query }) => ({
      content: await exportConcessions(desk, query),
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="concessions.csv"',
      },
    }),
  }),
]
