import { IssueAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { closeIssue, confirmResolution, denyResolution, proposeResolution } from '../../desk/resolution.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

export const resolutionRoutes = [
  route({
    method: 'POST',
    path: '/issues/:number/resolution',
    who: 'seat',
    says: 'Proposes to the customer that it is solved: what was wrong, what was done, how it shows that it holds (Rule 17).',
    params: ofIssue,
    body: asked.proposeResolution,
    example: {
      wrong: 'The second line sat in an old bundle that charged it once more each month.',
      done: 'It is out of the bundle since today.',
      holds: 'The bill of December shows one line less.',
    },
    answer: IssueAnswer,
    refusals: ['already_confirmed', 'checklist_open', 'closed', 'due_in_past', 'no_address', 'not_owner'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => proposeResolution(desk, caller, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/resolution/confirm',
    who: 'seat',
    says: 'Logs with which words the customer confirmed, and how they were heard (Rule 18).',
    params: ofIssue,
    body: asked.confirmResolution,
    example: { heard: { how: 'phone', words: 'Yes, the new bill is right.' } },
    answer: IssueAnswer,
    refusals: ['already_confirmed', 'not_owner', 'nothing_proposed'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => confirmResolution(desk, caller, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/resolution/deny',
    who: 'seat',
    says: 'Logs with which words the customer denied; a fresh promise runs (Rule 18).',
    params: ofIssue,
    body: asked.denyResolution,
    example: { words: 'It is on the bill again.' },
    answer: IssueAnswer,
    refusals: ['not_owner', 'nothing_proposed'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => denyResolution(desk, caller, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/close',
    who: 'seat',
    says: 'Closes an issue that the customer confirmed, or that stayed unanswered for long enough (Rules 5 and 18).',
    params: ofIssue,
    body: asked.closeIssue,
    answer: IssueAnswer,
    refusals: ['answer_owed', 'closed', 'not_owner', 'nothing_proposed', 'open_escalation', 'open_handoff', 'too_soon'],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params }) => closeIssue(desk, caller, params.number),
  }),
]
