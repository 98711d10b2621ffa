import type { MemberId, TeamId } from '../context.ts'
import { fixed, refusal } from '../refusal.ts'
import type { Instant } from '../time/instant.ts'
import { instant } from '../time/instant.ts'
import type { IssueNumber } from './link.ts'

/** What is asked of every act on an issue: why not, and what to do instead. */
export const issueRefusals = {
  already_claimed: refusal<{ owner: MemberId }>({
    detail: ({ owner }, { member }) => `${member(owner)} has already taken this issue.`,
    remedy: ({ owner }, { member }) => `Ask ${member(owner)} to hand it over to you.`,
    example: { owner: 'carla' },
  }),
  already_owner: refusal<{ owner: MemberId }>({
    detail: ({ owner }, { member }) => `${member(owner)} owns this issue already.`,
    remedy: () => 'Choose another person.',
    example: { owner: 'ben' },
  }),
  away: refusal<{ member: MemberId; until: Instant }>({
    detail: ({ member: id, until }, { member, time }) => `${member(id)} is away until ${time(until)}.`,
    remedy: () => 'Choose somebody who is there, or wait until then.',
    example: { member: 'carla', until: instant('2026-11-25T08:00:00Z') },
  }),
  claim_after_contact: refusal<{ owner: MemberId }>({
    detail: ({ owner }, { member }) => `${member(owner)} and the customer have been in touch already.`,
    remedy: ({ owner }, { member }) => `Ask ${member(owner)} to hand it over to you.`,
    example: { owner: 'ben' },
  }),
  closed: refusal<{ into?: IssueNumber }>({
    detail: ({ into }) => (into === undefined ? 'This issue is closed.' : `This issue goes on in #${into}.`),
    remedy: ({ into }) =>
      into === undefined ? 'A new word of the customer opens it again.' : `Do it there, or undo the merge first.`,
    example: {},
  }),
  due_in_past: refusal<{ due: Instant }>({
    detail: ({ due }, { time }) => `${time(due)} is not in the future.`,
    remedy: () => 'Name a time that is still ahead.',
    example: { due: instant('2026-11-24T10:00:00Z') },
  }),
  needs_message: fixed(
    'The customer has been told of them already.',
    'Withdraw with a message that tells the customer what happens now.',
  ),
  needs_promise: fixed(
    'After this the customer would not know when they hear from us next.',
    'Say by when they hear from you next.',
  ),
  no_address: fixed(
    'No address of this customer is known to which a message could go.',
    'Call them, or ask for an address and record it.',
  ),
  no_seat: refusal<{ member?: MemberId | null; team?: TeamId }>({
    detail: ({ member: id, team: teamId }, { member, team }) =>
      teamId ? `Nobody else in ${team(teamId)} has a seat in the queue.` : `${member(id)} has no seat in the queue.`,
    remedy: () =>
      'Choose somebody with a seat. Who has none can be asked for an assist; the issue stays with its owner.',
    example: { member: 'olu' },
  }),
  no_such_member: refusal<{ member: MemberId }>({
    detail: () => 'This person is not an active member.',
    remedy: () => 'Choose somebody from the list of members.',
    example: { member: 'nobody' },
  }),
  no_such_team: fixed<{ team: TeamId }>('This team does not exist.', 'Choose a team from the list.', {
    team: 'nowhere',
  }),
  not_a_member: fixed('Only an active member can do this.', 'Sign in as a member.'),
  not_admin: fixed('Only an admin can do this.', 'Ask an admin of this desk.'),
  not_owner: refusal<{ owner: MemberId }>({
    detail: ({ owner }, { member }) => `This issue is ${member(owner)}'s.`,
    remedy: ({ owner }, { member }) => `Tell ${member(owner)}: a word left here reaches them at once.`,
    example: { owner: 'ben' },
  }),
  not_supervisor: refusal<{ owner: MemberId }>({
    detail: ({ owner }, { member }) => `Only a supervisor of ${member(owner)} can do this.`,
    remedy: ({ owner }, { member }) => `Ask ${member(owner)}, or their supervisor.`,
    example: { owner: 'ben' },
  }),
  not_this_customer: fixed(
    'Only the customer whose issue it is can say this.',
    'Ask them to answer by their own link or address.',
  ),
  to_yourself: fixed('You look after this issue already.', 'Choose another person.'),
}
