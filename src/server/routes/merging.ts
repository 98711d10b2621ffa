import { z } from 'zod'
import { IssueAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { numberInPath } from '../../contract/values.ts'
import { acceptMatch, dismissMatch, mergeIssues, unmergeIssues } from '../../desk/merging.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

const ofMatch = z.strictObject({ number: numberInPath, other: numberInPath })

export const mergingRoutes = [
  route({
    method: 'POST',
    path: '/issues/:number/merge',
    who: 'seat',
    says: 'Makes two issues of a customer one: it stays whose owner the customer met first, with the promises of both (Rule 22).',
    params: ofIssue,
    body: asked.merge,
    example: { into: 1042 },
    answer: IssueAnswer,
    refusals: [
      'closed',
      'different_customers',
      'merge_blocked',
      'no_such_issue',
      'not_owner',
      'other_closed',
      'same_issue',
    ],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => mergeIssues(desk, caller, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/unmerge',
    who: 'seat',
    says: 'Undoes the merge of an issue, or the last one into it: both are as they would be (Rule 22).',
    params: ofIssue,
    body: asked.unmerge,
    answer: IssueAnswer,
    refusals: ['not_merged', 'not_owner', 'unmerge_over'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params }) => unmergeIssues(desk, caller, params.number),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/matches/:other/accept',
    who: 'seat',
    says: 'Says that it is an older issue come back: that one is opened again with its owner, or long after, linked (Rule 21).',
    params: ofMatch,
    body: asked.acceptMatch,
    answer: IssueAnswer,
    refusals: ['closed', 'different_customers', 'merge_blocked', 'no_such_match', 'not_owner', 'other_closed'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params }) => acceptMatch(desk, caller, params.number, params.other),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/matches/:other/dismiss',
    who: 'seat',
    says: 'Says that it is not that older issue: nobody is asked again (Rule 21).',
    params: ofMatch,
    body: asked.dismissMatch,
    answer: IssueAnswer,
    refusals: ['closed', 'no_such_match', 'not_owner'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params }) => dismissMatch(desk, caller, params.number, params.other),
  }),
]
