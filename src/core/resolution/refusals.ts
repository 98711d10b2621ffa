import type { MemberId } from '../context.ts'
import type { IssueNumber } from '../issue/link.ts'
import { fixed, refusal } from '../refusal.ts'
import type { Instant } from '../time/instant.ts'
import { instant } from '../time/instant.ts'
import type { Blocking } from './merge.ts'

const blockedBy: Record<Blocking, string> = {
  handoff: 'a hand-off is under way',
  huddle: 'a huddle is called',
  assist: 'an assist is open',
  alarm: 'an alarm is open',
  approval: 'an approval is open',
  cannot_fix: "a supervisor is asked whether it can't be fixed",
}

/** Resolution, watches, merging and shared causes (Rules 17 to 22): why not, and what to do instead. */
export const resolutionRefusals = {
  already_asked: fixed(
    'A supervisor has been asked already whether this can be fixed.',
    'Wait for the answer; you are told at once.',
  ),
  already_confirmed: fixed(
    'The customer has already confirmed that it is solved.',
    'Nothing more is needed: the owner can close it.',
  ),
  answer_owed: fixed<{ promises: readonly number[] }>(
    'The customer still waits for a word from us.',
    'Write or talk to them first, then close.',
    { promises: [3] },
  ),
  cause_linked: refusal<{ cause: number }>({
    detail: ({ cause }) => `This issue belongs to cause ${cause} already.`,
    remedy: () => 'If it is another problem, take it out of that cause first.',
    example: { cause: 7 },
  }),
  cause_solved: refusal<{ cause: number }>({
    detail: ({ cause }) => `Cause ${cause} is solved.`,
    remedy: () => 'If it is not solved after all, open it again first.',
    example: { cause: 7 },
  }),
  merge_blocked: refusal<{ issue: IssueNumber; open: Blocking }>({
    detail: ({ issue, open }) => `Somebody still has #${issue} in hand: ${blockedBy[open]}.`,
    remedy: () => 'Wait for it, or end it first; then merge.',
    example: { issue: 1043, open: 'assist' },
  }),
  needs_their_words: fixed(
    "A confirmation or denial rests on the customer's own words.",
    'Quote what they wrote or said, and how you heard it.',
  ),
  no_cause_word: fixed('The shared cause has no word to pass on.', 'Write to the customer in your own words.'),
  no_issue_of_yours: refusal<{ cause: number }>({
    detail: ({ cause }) => `You own no open issue of cause ${cause}.`,
    remedy: () => 'Leave the lead to somebody who owns one, or ask on one of its issues with its owner.',
    example: { cause: 7 },
  }),
  no_such_issue: refusal<{ issue: IssueNumber }>({
    detail: ({ issue }) => `There is no issue #${issue}.`,
    remedy: () => 'Look for it in the list of issues.',
    example: { issue: 1043 },
  }),
  no_such_match: refusal<{ issue: IssueNumber }>({
    detail: ({ issue }) => `Whether this is #${issue} come back is no open question here.`,
    remedy: () => 'Look at the issue again: somebody may have said so already.',
    example: { issue: 1042 },
  }),
  not_agreed: fixed(
    "No supervisor has agreed that this can't be fixed.",
    'Ask first, with the reason and an alternative; wait for the answer if you have asked.',
  ),
  not_asked: fixed("Nobody asks whether this can't be fixed.", 'Look at the issue again: it has changed.'),
  not_lead: refusal<{ lead: MemberId }>({
    detail: ({ lead }, { member }) => `${member(lead)} leads this cause.`,
    remedy: ({ lead }, { member }) => `Ask ${member(lead)}, or take the lead yourself.`,
    example: { lead: 'carla' },
  }),
  not_merged: fixed('This issue was not merged.', 'Look at the issue again: it may have been undone already.'),
  not_of_this_cause: refusal<{ cause: number }>({
    detail: ({ cause }) => `This issue does not belong to cause ${cause}.`,
    remedy: () => 'Look at the cause again: it has changed.',
    example: { cause: 7 },
  }),
  not_spam: fixed('This issue was not closed as spam.', 'A new word of the customer opens a closed issue again.'),
  not_watched: fixed(
    'Nothing is being watched on this issue.',
    'What the customer says is logged with their own words, or reported by them.',
  ),
  not_over: fixed(
    'The customer is asked how they were looked after once they have said that it is solved, or once we have closed it.',
    'What is still open they write to the owner.',
  ),
  nothing_proposed: fixed(
    'No resolution has been proposed to the customer.',
    'Propose one first: what was wrong, what was done, and how it shows that it holds.',
  ),
  open_assist: fixed<{ assists: readonly number[] }>(
    'Somebody is still at work on this issue for the customer.',
    'Wait for what comes back, or withdraw the assist first.',
    { assists: [1] },
  ),
  open_escalation: fixed('An alarm is open on this issue.', 'Its champion stands it down first.'),
  open_handoff: fixed('A hand-off of this issue is under way.', 'Withdraw it first.'),
  other_closed: refusal<{ issue: IssueNumber }>({
    detail: ({ issue }) => `#${issue} is closed.`,
    remedy: () => 'Only open issues are merged. What has come back is opened again by its match.',
    example: { issue: 1042 },
  }),
  rating_over: refusal<{ until: Instant }>({
    detail: ({ until }, { time }) => `How they were looked after the customer could say until ${time(until)}.`,
    remedy: () => 'What they say now is a message: the owner reads it.',
    example: { until: instant('2026-11-24T15:00:00Z') },
  }),
  reason_not_told: fixed(
    "The customer has not been told why this can't be fixed.",
    'Tell them the reason and what you offer instead; then close.',
  ),
  recurrence_over: refusal<{ until: Instant }>({
    detail: ({ until }, { time }) => `This issue could be opened again until ${time(until)}.`,
    remedy: () => 'Open a new issue.',
    example: { until: instant('2026-11-24T15:00:00Z') },
  }),
  same_issue: fixed('This is the same issue.', 'Choose the other one.'),
  too_soon: refusal<{ from: Instant; missing: number }>({
    detail: ({ missing }) =>
      missing > 0
        ? `The customer has not answered; ${missing === 1 ? 'one more contact is' : `${missing} more contacts are`} needed, on different days.`
        : 'The customer has had too little time to answer.',
    remedy: ({ from }, { time }) => `It can be closed as unconfirmed from ${time(from)} at the earliest.`,
    example: { from: instant('2026-11-27T09:00:00Z'), missing: 1 },
  }),
  unmerge_over: refusal<{ until: Instant }>({
    detail: ({ until }, { time }) => `This merge could be undone until ${time(until)}.`,
    remedy: () => 'Open a new issue for what belongs apart.',
    example: { until: instant('2026-12-24T10:00:00Z') },
  }),
  watch_running: refusal<{ dates: readonly Instant[] }>({
    detail: ({ dates }, { time }) => `Checks whether it holds are still to come: ${dates.map(time).join(', ')}.`,
    remedy: () => 'Close it after the last of them; until then it stays in your list.',
    example: { dates: [instant('2026-12-01T11:00:00Z'), instant('2027-01-01T11:00:00Z')] },
  }),
}
