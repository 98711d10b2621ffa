import type { MemberId, TeamId } from '../context.ts'
import { fixed, refusal } from '../refusal.ts'
import type { Instant } from '../time/instant.ts'
import { instant } from '../time/instant.ts'

/** Hand to hand (Rules 6 to 11): why not, and what to do instead. */
export const handoffRefusals = {
  already_accepted: refusal<{ by: MemberId }>({
    detail: ({ by }, { member }) => `${member(by)} has already accepted this hand-off.`,
    remedy: ({ by }, { member }) =>
      `Nothing is left to do for you; talk to ${member(by)} if you know something that helps.`,
    example: { by: 'dana' },
  }),
  already_introduced: fixed(
    'The customer knows them already.',
    'Wait for their word to the customer, or withdraw with a word of your own.',
  ),
  already_live: fixed(
    'The three of you are being brought together already.',
    'Wait until all are there, or say that the customer is gone.',
  ),
  already_met: refusal<{ by: MemberId }>({
    detail: ({ by }, { member }) => `${member(by)} and the customer have already met.`,
    remedy: () => 'The issue has moved; write to the customer as its owner.',
    example: { by: 'carla' },
  }),
  already_objected: fixed(
    'You have told us already that you have met nobody.',
    'Wait for them: they have promised to introduce themselves.',
  ),
  circle: refusal<{ member?: MemberId; team?: TeamId; because?: 'owned' | 'declined'; handoffs?: number }>({
    detail: ({ member: id, team: teamId, because, handoffs }, { member, team }) => {
      if (handoffs !== undefined) return `This issue has changed hands ${handoffs} times already.`
      const who = teamId ? `${member(id)}, for ${team(teamId)},` : member(id)
      return `${who} has already ${because === 'declined' ? 'declined' : 'owned'} this issue: it would go in a circle.`
    },
    remedy: () => 'Call a huddle: settle with a supervisor who owns it, and why.',
    example: { member: 'ben', because: 'owned' },
  }),
  handoff_open: fixed<{ handoff: number }>(
    'A hand-off of this issue is already under way.',
    'Wait for the answer, or withdraw it first.',
    { handoff: 1 },
  ),
  huddle_open: refusal<{ third: MemberId | null; due: Instant }>({
    detail: ({ due }, { time }) => `A huddle on this issue is called already, to be settled by ${time(due)}.`,
    remedy: ({ third }, { member }) =>
      third
        ? `Settle it there: ${member(third)} records who owns it.`
        : 'Settle it there: one of the two records who owns it.',
    example: { third: 'priya', due: instant('2026-11-24T14:30:00Z') },
  }),
  needs_callback: fixed(
    'Nobody could call the customer back if the line dropped.',
    "Ask for a number first, and record it as the fact 'callback' or in the brief.",
  ),
  needs_diagnosis: fixed(
    'Nobody has recorded what the matter is.',
    'Record a diagnosis first: understand, then hand over.',
  ),
  needs_suggestion: refusal<{ reason: string }>({
    detail: () => 'Declining needs a word on what would help.',
    remedy: ({ reason }) => (reason === 'not_mine' ? 'Say whose it is.' : 'Say which information is missing.'),
    example: { reason: 'not_mine' },
  }),
  next_step_due: refusal<{ receiver: MemberId; due: Instant }>({
    detail: ({ receiver, due }, { member, time }) =>
      `${member(receiver)} promised the next step by ${time(due)}; that has passed.`,
    remedy: ({ receiver }, { member }) => `Withdraw, and offer it again: ${member(receiver)} names a new time.`,
    example: { receiver: 'carla', due: instant('2026-11-24T11:00:00Z') },
  }),
  no_circle: fixed(
    'It has not been there yet: this offer would go in no circle.',
    'Offer it; a huddle is for what nobody else can settle.',
  ),
  no_huddle: fixed(
    'No huddle is called on this issue.',
    'Call one with whom it was meant for; then its supervisor records who owns it.',
  ),
  no_such_handoff: refusal<{ handoff: number }>({
    detail: ({ handoff }) => `This issue has no open hand-off ${handoff}.`,
    remedy: () => 'Look at the issue again: it has changed.',
    example: { handoff: 7 },
  }),
  not_accepted: fixed<{ state: string }>('Nobody has accepted it yet.', 'Wait until they have, then introduce them.', {
    state: 'offered',
  }),
  not_huddle_lead: refusal<{ third: MemberId | null }>({
    detail: ({ third }, { member }) =>
      third ? `${member(third)} records what this huddle decides.` : 'Only those in the huddle record what it decides.',
    remedy: ({ third }, { member }) => (third ? `Settle it with ${member(third)}.` : 'Leave it to them.'),
    example: { third: 'priya' },
  }),
  not_in_huddle: refusal<{ member: MemberId }>({
    detail: ({ member: id }, { member }) => `${member(id)} is not in this huddle.`,
    remedy: () => 'Decide on one of those who settle it.',
    example: { member: 'dana' },
  }),
  not_introduced: refusal<{ giver: MemberId }>({
    detail: ({ giver }, { member }) => `${member(giver)} has not introduced you to the customer yet.`,
    remedy: ({ giver }, { member }) => `Wait for the introduction, or remind ${member(giver)}.`,
    example: { giver: 'ben' },
  }),
  not_live: refusal<{ giver: MemberId }>({
    detail: () => 'No live introduction is under way.',
    remedy: ({ giver }, { member }) => `${member(giver)} begins one, or introduces by a message.`,
    example: { giver: 'ben' },
  }),
  not_offered_to_you: fixed('This hand-off was not offered to you.', 'Leave it to whom it was offered.'),
  not_receiver: refusal<{ receiver: MemberId }>({
    detail: ({ receiver }, { member }) => `${member(receiver)} accepted this hand-off.`,
    remedy: ({ receiver }, { member }) => `Only ${member(receiver)} greets the customer.`,
    example: { receiver: 'carla' },
  }),
  nothing_stalled: fixed<{ handoff: number }>(
    'Nobody waits for this customer to be looked after.',
    'Nothing to do here: somebody has been in touch with them.',
    { handoff: 1 },
  ),
  nothing_to_object: fixed(
    'There was no meeting on the phone that you could object to.',
    'Write to us: whoever has your issue reads it.',
  ),
  offer_over: refusal<{ state: string }>({
    detail: ({ state }) => `This hand-off is over: ${state.replace('_', ' ')}.`,
    remedy: () => 'Look at the issue again: the owner decides what is next.',
    example: { state: 'fell_through' },
  }),
}
