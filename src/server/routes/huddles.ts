import { IssueAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { callHuddle, settleHuddle } from '../../desk/huddles.ts'
import { route } from '../route.ts'
import { ofIssue } from './issues.ts'

export const huddleRoutes = [
  route({
    method: 'POST',
    path: '/issues/:number/huddles/call',
    who: 'seat',
    says: 'The owner or a supervisor calls those together who settle who owns it, where an offer would go in a circle (Rule 11).',
    params: ofIssue,
    body: asked.callHuddle,
    example: { with: { team: '018f6f3e-8c4b-7d52-9a31-5b0f3c2d1e77' } },
    answer: IssueAnswer,
    refusals: [
      'already_owner',
      'away',
      'closed',
      'huddle_open',
      'no_circle',
      'no_seat',
      'no_such_member',
      'no_such_team',
      'not_owner',
      'to_yourself',
    ],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => callHuddle(desk, caller, params.number, body),
  }),
  route({
    method: 'POST',
    path: '/issues/:number/huddles',
    who: 'seat',
    says: 'Records who owns a contested issue and why, by the supervisor of the huddle, also of one that was held without calling it; the one who was decided on introduces themselves (Rule 11).',
    params: ofIssue,
    body: asked.settleHuddle,
    example: {
      owner: '018f6f3e-8c4b-7d52-9a31-5b0f3c2d1e77',
      why: 'Activations has to switch the line on, and can see in its own system when it is',
    },
    answer: IssueAnswer,
    refusals: [
      'closed',
      'no_address',
      'no_huddle',
      'no_seat',
      'no_such_member',
      'not_huddle_lead',
      'not_in_huddle',
      'not_owner',
    ],
    faults: ['not_found'],
    once: true,
    do: ({ desk, caller, params, body }) => settleHuddle(desk, caller, params.number, body),
  }),
]
