import type { MemberId } from '../context.ts'
import { allOf, fixed, refusal } from '../refusal.ts'
import type { Instant } from '../time/instant.ts'
import { instant } from '../time/instant.ts'
import type { Money } from './limit.ts'

/** The escalation path and authority (Rules 23 to 27): why not, and what to do instead. */
export const escalationRefusals = {
  above_limit: refusal<Money>({
    detail: (worth, { money }) => `With what this issue was granted before, ${money(worth)} is above your limit.`,
    remedy: () => 'Leave it to somebody whose limit is higher: unanswered, it climbs to them by itself.',
    example: { amount: 6_000, currency: 'EUR' },
  }),
  already_acknowledged: refusal<{ champion: MemberId }>({
    detail: ({ champion }, { member }) => `${member(champion)} has already answered this alarm.`,
    remedy: ({ champion }, { member }) => `Offer ${member(champion)} your help.`,
    example: { champion: 'priya' },
  }),
  already_champion: fixed('You see this alarm through already.', 'Tell the customer and the raisers the outcome.'),
  already_reviewed: refusal<{ by: MemberId }>({
    detail: ({ by }, { member }) => `${member(by)} has already said what we learn from it.`,
    remedy: () => 'Propose a lesson if there is more to it.',
    example: { by: 'priya' },
  }),
  approval_open: fixed<{ concession: number }>(
    'An approval is still asked for on this issue.',
    'Wait for the answer, or withdraw it if it is needed no more.',
    { concession: 1 },
  ),
  name_taken: refusal<{ name: string }>({
    detail: ({ name }) => `There is one called ${name} already.`,
    remedy: () => 'Give it another name.',
    example: { name: 'Evenings' },
  }),
  no_escalation: refusal<{ escalation: number }>({
    detail: ({ escalation }) => `This issue has no open alarm ${escalation}.`,
    remedy: () => 'Look at the issue again: it has changed.',
    example: { escalation: 7 },
  }),
  no_such_approval: fixed<{ concession: number }>(
    'Nothing waits for this approval any more.',
    'Look at the issue again: it has changed.',
    { concession: 1 },
  ),
  no_such_concession: fixed<{ concession: number }>(
    'This was not granted.',
    'Look at the issue again: it has changed.',
    { concession: 1 },
  ),
  no_such_schedule: fixed('There is no such schedule.', 'Choose one from the list of schedules.'),
  nobody_can_approve: refusal<Money>({
    detail: (worth, { money }) => `Nobody else here may grant ${money(worth)} on this issue.`,
    remedy: () => 'Ask an admin to raise a limit.',
    example: { amount: 6_000, currency: 'EUR' },
  }),
  nobody_to_tell: fixed(
    'Nobody of the company waits to be told the outcome of this alarm.',
    'Tell the customer, then stand the alarm down.',
  ),
  not_acknowledged: fixed('Nobody has answered this alarm yet.', 'Answer it first: whoever does sees it through.'),
  not_called: refusal<{ owner: MemberId; calling: readonly MemberId[] }>({
    detail: ({ owner }, { member }) => `You were not called for this alarm, and are no supervisor of ${member(owner)}.`,
    remedy: ({ calling }, naming) =>
      calling.length > 0
        ? `Tell who is called: ${allOf(calling.map(naming.member))}.`
        : 'Tell a supervisor or an admin of it.',
    example: { owner: 'ben', calling: ['priya', 'ada'] },
  }),
  not_champion: refusal<{ champion: MemberId }>({
    detail: ({ champion }, { member }) => `${member(champion)} answered this alarm and sees it through.`,
    remedy: ({ champion }, { member }) => `Ask ${member(champion)} to stand it down.`,
    example: { champion: 'priya' },
  }),
  outcome_not_told: refusal<{ customer: boolean; members: readonly MemberId[] }>({
    detail: ({ customer, members }, { member }) => {
      const missing = [...(customer ? ['the customer'] : []), ...members.map(member)]
      return `Of the outcome ${allOf(missing)} ${missing.length === 1 ? 'has' : 'have'} not been told yet.`
    },
    remedy: ({ customer, members }, { member }) =>
      [
        ...(customer ? ['Write to the customer or call them.'] : []),
        ...(members.length > 0 ? [`Tell the outcome to ${allOf(members.map(member))}.`] : []),
      ].join(' '),
    example: { customer: true, members: ['sam', 'ravi'] },
  }),
  overrides_overlap: refusal<{ member: MemberId; from: Instant; until: Instant }>({
    detail: ({ member: id, from, until }, { member, time }) =>
      `${member(id)} has the turn from ${time(from)} until ${time(until)} already.`,
    remedy: () => 'Take that one back first, or choose another time.',
    example: { member: 'priya', from: instant('2026-11-26T08:00:00Z'), until: instant('2026-11-27T08:00:00Z') },
  }),
  own_alarm: fixed<{ owner: MemberId }>(
    "An owner can't answer the alarm about their own issue.",
    'Somebody else has to answer it: your supervisor is told.',
    { owner: 'ben' },
  ),
  own_approval: fixed('Nobody approves what they asked for themselves.', 'Somebody else who can has to answer it.'),
  same_address: fixed(
    'Customers write to this address.',
    'Give the escalation path an address of its own, to which only members write.',
  ),
  schedule_in_use: refusal<{ rungs: readonly number[] }>({
    detail: ({ rungs }) =>
      `The escalation path calls it on ${rungs.length === 1 ? 'rung' : 'rungs'} ${allOf(rungs.map(String))}.`,
    remedy: () => 'Let those rungs call somebody else first.',
    example: { rungs: [2, 3] },
  }),
}
