import type { MemberId, TeamId } from '../context.ts'
import { fixed, refusal } from '../refusal.ts'

/** Assists (Rule 16): why not, and what to do instead. */
export const assistRefusals = {
  assist_accepted: refusal<{ by: MemberId }>({
    detail: ({ by }, { member }) => `${member(by)} has accepted this assist.`,
    remedy: ({ by }, { member }) => `${member(by)} returns it. If you know something that helps, write it down there.`,
    example: { by: 'olu' },
  }),
  assist_over: refusal<{ state: string }>({
    detail: ({ state }) => `This assist is over: ${state}.`,
    remedy: () => 'Nothing is asked any more. If something is still needed, the owner asks anew.',
    example: { state: 'withdrawn' },
  }),
  no_such_assist: refusal<{ assist: number }>({
    detail: ({ assist }) => `This issue has no assist ${assist}.`,
    remedy: () => 'Look at the issue again: it may have changed.',
    example: { assist: 7 },
  }),
  nobody_in_team: refusal<{ team: TeamId }>({
    detail: ({ team: id }, { team }) => `Nobody else works in ${team(id)}.`,
    remedy: () => 'Ask a person, or another team.',
    example: { team: 'repair' },
  }),
  not_asked_of_you: fixed(
    'This assist was not asked of you.',
    'Leave a note on the issue if you know something that helps.',
  ),
}
