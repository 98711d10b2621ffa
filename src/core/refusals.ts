import type { CustomerId, KindId, LessonId, MemberId, TeamId } from './context.ts'
import type { Money } from './escalation/authority.ts'
import type { IssueNumber } from './issue/link.ts'
import type { Blocking } from './resolution/merge.ts'
import type { Instant } from './time/instant.ts'

/** A promise that falls due while somebody is away, and the issue that it is of. */
export type PromiseToCover = { issue: number; promise: number; due: Instant }
/** What somebody who is to leave still owns: whose it is, and what the customer hears from us next. */
export type OwnedIssue = { number: number; customer: string; due: Instant | null }

/** What each refusal carries for a screen. The codes are stable: they are part of the API. */
export type RefusalData = {
  above_limit: Money
  absence_over: { until: Instant }
  address_taken: { customer: CustomerId; name: string }
  already_accepted: { by: MemberId }
  already_acknowledged: { champion: MemberId }
  already_adopted: { adopter: MemberId }
  already_away: { member: MemberId; from: Instant; until: Instant }
  already_asked: object
  already_champion: object
  already_claimed: { owner: MemberId }
  already_confirmed: object
  already_covered: { member: MemberId }
  already_due: { due: Instant }
  already_introduced: object
  already_live: object
  already_met: { by: MemberId }
  already_objected: object
  already_owner: { owner: MemberId }
  already_reviewed: { by: MemberId }
  already_thanked: { member: MemberId }
  answer_owed: { promises: readonly number[] }
  approval_open: { concession: number }
  assist_accepted: { by: MemberId }
  assist_over: { state: string }
  away: { member: MemberId; until: Instant }
  bad_hours: { says: string }
  checklist_open: { steps: readonly { lesson: LessonId; says: string }[] }
  cause_linked: { cause: number }
  cause_solved: { cause: number }
  circle: { member?: MemberId; team?: TeamId; because?: 'owned' | 'declined'; handoffs?: number }
  claim_after_contact: { owner: MemberId }
  closed: { into?: IssueNumber }
  cover_over: { state: string }
  covers_others: { member: MemberId; issues: readonly number[] }
  customer_erased: object
  different_customers: object
  due_in_past: { due: Instant }
  ends_first: { from: Instant; until: Instant }
  fact_rule: { lesson: LessonId; key: string; says: string; allowed: readonly string[] }
  erased: object
  handoff_open: { handoff: number }
  kudos_stand: { until: Instant }
  last_address: object
  last_admin: object
  lesson_decided: { state: 'declined' | 'dropped' | 'kept' }
  huddle_open: { third: MemberId | null; due: Instant }
  merge_blocked: { issue: IssueNumber; open: Blocking }
  merge_built_upon: { name: string }
  merge_undone: object
  merged_already: { customer: CustomerId; name: string }
  name_taken: { name: string }
  needs_callback: object
  needs_cause: { whys: number }
  needs_cover: { member: MemberId; promises: readonly PromiseToCover[] }
  needs_diagnosis: object
  needs_kind: object
  needs_message: object
  needs_promise: object
  needs_request_owner: { team: TeamId }
  needs_suggestion: { reason: string }
  needs_their_words: object
  next_step_due: { receiver: MemberId; due: Instant }
  no_address: object
  no_cause_word: object
  no_circle: object
  no_escalation: { escalation: number }
  no_issue_of_yours: { cause: number }
  no_request: object
  no_huddle: object
  no_seat: { member?: MemberId | null; team?: TeamId }
  no_such_approval: { concession: number }
  no_such_concession: { concession: number }
  no_such_assist: { assist: number }
  no_such_cover: object
  no_such_handoff: { handoff: number }
  no_such_issue: { issue: IssueNumber }
  no_such_kind: { kind: KindId }
  no_such_kudos: { kudos: number }
  no_such_match: { issue: IssueNumber }
  no_such_member: { member: MemberId }
  no_such_promise: { promise: number }
  no_such_step: { lesson: LessonId }
  no_such_schedule: object
  no_such_team: { team: TeamId }
  nobody_can_approve: Money
  nobody_in_team: { team: TeamId }
  not_a_member: object
  not_agreed: object
  not_asked: object
  nobody_to_tell: object
  not_accepted: { state: string }
  not_asked_of_you: object
  not_adopted: object
  not_adopter: { adopters: 'supervisor' | 'admin' }
  not_asked_to_cover: { member: MemberId }
  not_request_owner: { owner: MemberId }
  not_admin: object
  not_acknowledged: object
  not_called: { owner: MemberId; calling: readonly MemberId[] }
  not_champion: { champion: MemberId }
  not_in_team: { member: MemberId; team: TeamId }
  not_huddle_lead: { third: MemberId | null }
  not_in_huddle: { member: MemberId }
  not_introduced: { giver: MemberId }
  not_lead: { lead: MemberId }
  not_of_this_cause: { cause: number }
  not_live: { giver: MemberId }
  not_merged: object
  not_offered_to_you: object
  not_owner: { owner: MemberId }
  not_proposed: object
  not_receiver: { receiver: MemberId }
  not_spam: object
  not_supervisor: { owner: MemberId }
  not_this_customer: object
  not_watched: object
  not_your_kudos: object
  nothing_proposed: object
  nothing_to_cover: object
  nothing_stalled: { handoff: number }
  nothing_to_object: object
  offer_over: { state: string }
  open_assist: { assists: readonly number[] }
  open_escalation: object
  open_handoff: object
  outcome_not_told: { customer: boolean; members: readonly MemberId[] }
  other_closed: { issue: IssueNumber }
  open_issues: { issues: readonly number[] }
  overrides_overlap: { member: MemberId; from: Instant; until: Instant }
  own_alarm: { owner: MemberId }
  own_approval: object
  own_kudos: object
  owns_issues: { member: MemberId; issues: readonly OwnedIssue[] }
  promise_over: { state: string }
  reason_not_told: object
  recurrence_over: { until: Instant }
  request_answered: { at: Instant }
  rule_exists: { lesson: LessonId; key: string }
  still_champion: { member: MemberId; issues: readonly number[] }
  still_on_path: { member: MemberId; schedules: readonly string[]; rungs: readonly number[]; lastResort: boolean }
  to_yourself: object
  same_address: object
  schedule_in_use: { rungs: readonly number[] }
  too_soon: { from: Instant; missing: number }
  trial_running: { until: Instant }
  placed_already: object
  same_customer: object
  same_issue: object
  still_open: object
  which_issue: { issues: readonly number[] }
  which_one: { contacts: readonly number[] }
  unmerge_over: { until: Instant }
  watch_running: { dates: readonly Instant[] }
}

export type RefusalCode = keyof RefusalData

/** An answer, not a crash: why not, with what a screen needs to say what to do instead. */
export type Refusal = { [Code in RefusalCode]: { code: Code; data: RefusalData[Code] } }[RefusalCode]

export function refuse<Code extends RefusalCode>(code: Code, data: RefusalData[Code]): Refusal {
  return { code, data } as Extract<Refusal, { code: Code }>
}

/** How a refusal names people and times to its reader. */
export type Naming = {
  member(id: MemberId | null | undefined): string
  team(id: TeamId | undefined): string
  time(at: Instant): string
  money(worth: Money): string
}

type Sentences<Code extends RefusalCode> = {
  detail: (data: RefusalData[Code], naming: Naming) => string
  remedy: (data: RefusalData[Code], naming: Naming) => string
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`
/** `Sam`, `Sam and Ravi`, `Sam, Ravi and Dana`. */
const allOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const numbers = (issues: readonly number[]): string => issues.map(number => `#${number}`).join(', ')

const fixed = (detail: string, remedy: string) => ({ detail: () => detail, remedy: () => remedy })

const blockedBy: Record<Blocking, string> = {
  handoff: 'a hand-off is under way',
  huddle: 'a huddle is called',
  assist: 'an assist is open',
  alarm: 'an alarm is open',
  approval: 'an approval is open',
  cannot_fix: "a supervisor is asked whether it can't be fixed",
}

/** The one catalogue of refusals: the API, its docs and the screens all speak from it. */
export const catalogue: { [Code in RefusalCode]: Sentences<Code> } = {
  above_limit: {
    detail: (worth, { money }) => `With what this issue was granted before, ${money(worth)} is above your limit.`,
    remedy: () => 'Leave it to somebody whose limit is higher: unanswered, it climbs to them by itself.',
  },
  absence_over: {
    detail: ({ until }, { time }) => `This absence ended ${time(until)}.`,
    remedy: () => 'Look at who is away now.',
  },
  address_taken: {
    detail: ({ name }) => `This address is ${name}'s.`,
    remedy: ({ name }) => `If ${name} is the same person, merge the two records.`,
  },
  already_accepted: {
    detail: ({ by }, { member }) => `${member(by)} has already accepted this hand-off.`,
    remedy: ({ by }, { member }) =>
      `Nothing is left to do for you; talk to ${member(by)} if you know something that helps.`,
  },
  already_acknowledged: {
    detail: ({ champion }, { member }) => `${member(champion)} has already answered this alarm.`,
    remedy: ({ champion }, { member }) => `Offer ${member(champion)} your help.`,
  },
  already_adopted: {
    detail: ({ adopter }, { member }) => `${member(adopter)} has already adopted this lesson.`,
    remedy: () => 'Change or drop it, if it should not stay as it is.',
  },
  already_away: {
    detail: ({ member: id, from, until }, { member, time }) =>
      `${member(id)} is to be away from ${time(from)} until ${time(until)} already.`,
    remedy: () => 'End that absence first, or choose another time.',
  },
  already_asked: fixed(
    'A supervisor has been asked already whether this can be fixed.',
    'Wait for the answer; you are told at once.',
  ),
  already_champion: fixed('You see this alarm through already.', 'Tell the customer and the raisers the outcome.'),
  already_claimed: {
    detail: ({ owner }, { member }) => `${member(owner)} has already taken this issue.`,
    remedy: ({ owner }, { member }) => `Ask ${member(owner)} to hand it over to you.`,
  },
  already_confirmed: fixed(
    'The customer has already confirmed that it is solved.',
    'Nothing more is needed: the owner can close it.',
  ),
  already_covered: {
    detail: ({ member: id }, { member }) => `${member(id)} has been asked to cover this already.`,
    remedy: () => 'Wait for the answer, or ask another person.',
  },
  already_due: {
    detail: ({ due }, { time }) => `This promise fell due ${time(due)}; it can't be moved any more.`,
    remedy: () => 'Get in touch with the customer now and make it good.',
  },
  already_introduced: fixed(
    'The customer knows them already.',
    'Wait for their word to the customer, or withdraw with a word of your own.',
  ),
  already_live: fixed(
    'The three of you are being brought together already.',
    'Wait until all are there, or say that the customer is gone.',
  ),
  already_met: {
    detail: ({ by }, { member }) => `${member(by)} and the customer have already met.`,
    remedy: () => 'The issue has moved; write to the customer as its owner.',
  },
  already_objected: fixed(
    'You have told us already that you have met nobody.',
    'Wait for them: they have promised to introduce themselves.',
  ),
  already_owner: {
    detail: ({ owner }, { member }) => `${member(owner)} owns this issue already.`,
    remedy: () => 'Choose another person.',
  },
  already_reviewed: {
    detail: ({ by }, { member }) => `${member(by)} has already said what we learn from it.`,
    remedy: () => 'Propose a lesson if there is more to it.',
  },
  already_thanked: {
    detail: ({ member: id }, { member }) => `You have thanked ${member(id)} for this moment.`,
    remedy: () => 'Once is enough: everybody sees it.',
  },
  answer_owed: fixed('The customer still waits for a word from us.', 'Write or talk to them first, then close.'),
  approval_open: fixed(
    'An approval is still asked for on this issue.',
    'Wait for the answer, or withdraw it if it is needed no more.',
  ),
  assist_accepted: {
    detail: ({ by }, { member }) => `${member(by)} has accepted this assist.`,
    remedy: ({ by }, { member }) => `${member(by)} returns it. If you know something that helps, write it down there.`,
  },
  assist_over: {
    detail: ({ state }) => `This assist is over: ${state}.`,
    remedy: () => 'Nothing is asked any more. If something is still needed, the owner asks anew.',
  },
  away: {
    detail: ({ member: id, until }, { member, time }) => `${member(id)} is away until ${time(until)}.`,
    remedy: () => 'Choose somebody who is there, or wait until then.',
  },
  bad_hours: {
    detail: ({ says }) => says,
    remedy: () => 'Correct the hours, and send them again.',
  },
  checklist_open: {
    detail: ({ steps }) =>
      `${steps.length === 1 ? 'A step that we have learned to take is' : 'Steps that we have learned to take are'} open: ${steps.map(({ says }) => says).join('; ')}.`,
    remedy: () => 'Do it and mark it as done, or say why it need not be done here.',
  },
  cause_linked: {
    detail: ({ cause }) => `This issue belongs to cause ${cause} already.`,
    remedy: () => 'If it is another problem, take it out of that cause first.',
  },
  cause_solved: {
    detail: ({ cause }) => `Cause ${cause} is solved.`,
    remedy: () => 'If it is not solved after all, open it again first.',
  },
  circle: {
    detail: ({ member: id, team: teamId, because, handoffs }, { member, team }) => {
      if (handoffs !== undefined) return `This issue has changed hands ${handoffs} times already.`
      const who = teamId ? `${member(id)}, for ${team(teamId)},` : member(id)
      return `${who} has already ${because === 'declined' ? 'declined' : 'owned'} this issue: it would go in a circle.`
    },
    remedy: () => 'Call a huddle: settle with a supervisor who owns it, and why.',
  },
  claim_after_contact: {
    detail: ({ owner }, { member }) => `${member(owner)} and the customer have been in touch already.`,
    remedy: ({ owner }, { member }) => `Ask ${member(owner)} to hand it over to you.`,
  },
  closed: {
    detail: ({ into }) => (into === undefined ? 'This issue is closed.' : `This issue goes on in #${into}.`),
    remedy: ({ into }) =>
      into === undefined ? 'A new word of the customer opens it again.' : `Do it there, or undo the merge first.`,
  },
  cover_over: {
    detail: ({ state }) =>
      state === 'over' ? 'This cover is over.' : `This cover was ${state.replace('in_force', 'accepted')} already.`,
    remedy: () => 'Look at the issue again: it has changed.',
  },
  covers_others: {
    detail: ({ member: id, issues }, { member }) =>
      `${member(id)} looks after ${count(issues.length, 'issue')} for somebody who is away.`,
    remedy: () => 'Let another person cover them first.',
  },
  customer_erased: fixed(
    "This customer's data was erased, as the law asks.",
    'When they get in touch again, begin as with somebody new.',
  ),
  different_customers: fixed(
    'These issues are of different customers.',
    'The same problem of several customers is a shared cause: link both to it. If the two are one person, merge the customers first.',
  ),
  due_in_past: {
    detail: ({ due }, { time }) => `${time(due)} is not in the future.`,
    remedy: () => 'Name a time that is still ahead.',
  },
  ends_first: {
    detail: ({ from, until }, { time }) => `It would begin ${time(from)}, and end ${time(until)}: before that.`,
    remedy: () => 'Name an end that comes after the begin.',
  },
  fact_rule: {
    detail: ({ lesson, key, says }) => `Lesson ${lesson} says of "${key}": ${says}`,
    remedy: ({ allowed }) =>
      allowed.length > 0
        ? `Establish it anew, and record how: ${allowed.map(way => `"${way}"`).join(' or ')}. Where that can't be, a supervisor may excuse it.`
        : "Establish it anew, and record how. Where that can't be, a supervisor may excuse it.",
  },
  erased: fixed(
    "The customer's words on this issue were erased, as the law asks.",
    'Nothing can be added to it any more. Open a new issue when they get in touch.',
  ),
  handoff_open: fixed('A hand-off of this issue is already under way.', 'Wait for the answer, or withdraw it first.'),
  kudos_stand: {
    detail: ({ until }, { time }) => `Thanks could be taken back until ${time(until)}.`,
    remedy: () => 'Let them stand, and talk with the person.',
  },
  last_address: fixed(
    'It is the only address of a customer who waits for us.',
    'Add the right one first, then remove this one.',
  ),
  last_admin: fixed('Nobody else here is an admin.', 'Make another person an admin first.'),
  lesson_decided: {
    detail: ({ state }) => `This lesson was ${state}.`,
    remedy: ({ state }) =>
      state === 'kept'
        ? 'Nothing is left to do; change or drop it when it helps no more.'
        : 'Propose it anew from an issue in which it shows again.',
  },
  huddle_open: {
    detail: ({ due }, { time }) => `A huddle on this issue is called already, to be settled by ${time(due)}.`,
    remedy: ({ third }, { member }) =>
      third
        ? `Settle it there: ${member(third)} records who owns it.`
        : 'Settle it there: one of the two records who owns it.',
  },
  merge_blocked: {
    detail: ({ issue, open }) => `Somebody still has #${issue} in hand: ${blockedBy[open]}.`,
    remedy: () => 'Wait for it, or end it first; then merge.',
  },
  merge_built_upon: {
    detail: ({ name }) => `Since then this record was merged into ${name}.`,
    remedy: () => 'Take the later merge apart first.',
  },
  merge_undone: fixed('These records have been taken apart already.', 'Nothing is left to do.'),
  merged_already: {
    detail: ({ name }) => `This record was merged into ${name} already.`,
    remedy: ({ name }) => `Go on with ${name}, or take that merge apart first.`,
  },
  name_taken: {
    detail: ({ name }) => `There is one called ${name} already.`,
    remedy: () => 'Give it another name.',
  },
  needs_callback: fixed(
    'Nobody could call the customer back if the line dropped.',
    "Ask for a number first, and record it as the fact 'callback' or in the brief.",
  ),
  needs_cause: fixed(
    'One answer to "why" is rarely the cause.',
    'Ask why that was so, until you come to something that we can change.',
  ),
  needs_cover: {
    detail: ({ member: id, promises }, { member }) =>
      `While ${member(id)} is away, ${count(promises.length, 'promise')} to customers would be owed by nobody.`,
    remedy: () => 'Ask somebody to cover them, or tell those customers another time first.',
  },
  needs_diagnosis: fixed(
    'Nobody has recorded what the matter is.',
    'Record a diagnosis first: understand, then hand over.',
  ),
  needs_kind: fixed(
    'A step of a checklist belongs to a kind of issue.',
    'Say with which kind of issue it should be done.',
  ),
  needs_message: fixed(
    'The customer has been told of them already.',
    'Withdraw with a message that tells the customer what happens now.',
  ),
  needs_promise: fixed(
    'After this the customer would not know when they hear from us next.',
    'Say by when they hear from you next.',
  ),
  needs_request_owner: {
    detail: ({ team: id }, { team }) => `Nobody in ${team(id)} would answer for this request.`,
    remedy: ({ team: id }, { team }) => `Name a person of ${team(id)} who owns it.`,
  },
  needs_suggestion: {
    detail: () => 'Declining needs a word on what would help.',
    remedy: ({ reason }) => (reason === 'not_mine' ? 'Say whose it is.' : 'Say which information is missing.'),
  },
  needs_their_words: fixed(
    "A confirmation or denial rests on the customer's own words.",
    'Quote what they wrote or said, and how you heard it.',
  ),
  next_step_due: {
    detail: ({ receiver, due }, { member, time }) =>
      `${member(receiver)} promised the next step by ${time(due)}; that has passed.`,
    remedy: ({ receiver }, { member }) => `Withdraw, and offer it again: ${member(receiver)} names a new time.`,
  },
  no_address: fixed(
    'No address of this customer is known to which a message could go.',
    'Call them, or ask for an address and record it.',
  ),
  no_cause_word: fixed('The shared cause has no word to pass on.', 'Write to the customer in your own words.'),
  no_circle: fixed(
    'It has not been there yet: this offer would go in no circle.',
    'Offer it; a huddle is for what nobody else can settle.',
  ),
  no_escalation: {
    detail: ({ escalation }) => `This issue has no open alarm ${escalation}.`,
    remedy: () => 'Look at the issue again: it has changed.',
  },
  no_issue_of_yours: {
    detail: ({ cause }) => `You own no open issue of cause ${cause}.`,
    remedy: () => 'Leave the lead to somebody who owns one, or ask on one of its issues with its owner.',
  },
  no_request: fixed('This lesson asks nothing of another department.', 'Look at the lesson again: it has changed.'),
  no_huddle: fixed(
    'No huddle is called on this issue.',
    'Call one with whom it was meant for; then its supervisor records who owns it.',
  ),
  no_seat: {
    detail: ({ member: id, team: teamId }, { member, team }) =>
      teamId ? `Nobody else in ${team(teamId)} has a seat in the queue.` : `${member(id)} has no seat in the queue.`,
    remedy: () =>
      'Choose somebody with a seat. Who has none can be asked for an assist; the issue stays with its owner.',
  },
  no_such_approval: fixed('Nothing waits for this approval any more.', 'Look at the issue again: it has changed.'),
  no_such_concession: fixed('This was not granted.', 'Look at the issue again: it has changed.'),
  no_such_assist: {
    detail: ({ assist }) => `This issue has no assist ${assist}.`,
    remedy: () => 'Look at the issue again: it may have changed.',
  },
  no_such_cover: fixed('This issue is not among those to be covered.', 'Look at the list again: it has changed.'),
  no_such_handoff: {
    detail: ({ handoff }) => `This issue has no open hand-off ${handoff}.`,
    remedy: () => 'Look at the issue again: it has changed.',
  },
  no_such_issue: {
    detail: ({ issue }) => `There is no issue #${issue}.`,
    remedy: () => 'Look for it in the list of issues.',
  },
  no_such_kind: fixed('This kind of issue does not exist any more.', 'Choose one from the list of kinds.'),
  no_such_kudos: fixed('These thanks are not here any more.', 'Nothing to do here.'),
  no_such_match: {
    detail: ({ issue }) => `Whether this is #${issue} come back is no open question here.`,
    remedy: () => 'Look at the issue again: somebody may have said so already.',
  },
  no_such_member: {
    detail: () => 'This person is not an active member.',
    remedy: () => 'Choose somebody from the list of members.',
  },
  no_such_promise: {
    detail: ({ promise }) => `This issue has no running promise ${promise}.`,
    remedy: () => 'Look at the issue again: it has changed.',
  },
  no_such_step: {
    detail: ({ lesson }) => `Lesson ${lesson} asks for no step with this issue.`,
    remedy: () => 'Look at the issue again: its kind or the lesson has changed.',
  },
  no_such_schedule: fixed('There is no such schedule.', 'Choose one from the list of schedules.'),
  no_such_team: fixed('This team does not exist.', 'Choose a team from the list.'),
  nobody_can_approve: {
    detail: (worth, { money }) => `Nobody else here may grant ${money(worth)} on this issue.`,
    remedy: () => 'Ask an admin to raise a limit.',
  },
  nobody_in_team: {
    detail: ({ team: id }, { team }) => `Nobody else works in ${team(id)}.`,
    remedy: () => 'Ask a person, or another team.',
  },
  not_a_member: fixed('Only an active member can do this.', 'Sign in as a member.'),
  not_accepted: fixed('Nobody has accepted it yet.', 'Wait until they have, then introduce them.'),
  not_asked_of_you: fixed(
    'This assist was not asked of you.',
    'Leave a note on the issue if you know something that helps.',
  ),
  not_adopted: fixed('Nobody has adopted this lesson yet.', 'Adopt it first, or decline it with a reason.'),
  not_adopter: {
    detail: ({ adopters }) =>
      `In this workspace lessons are decided on by ${adopters === 'admin' ? 'admins' : 'supervisors and admins'}.`,
    remedy: () => 'Support it and say what you think of it: they are told.',
  },
  not_asked_to_cover: {
    detail: ({ member: id }, { member }) => `${member(id)} was asked to cover this.`,
    remedy: ({ member: id }, { member }) => `Only ${member(id)} can answer.`,
  },
  not_request_owner: {
    detail: ({ owner }, { member }) => `This was asked of ${member(owner)}.`,
    remedy: ({ owner }, { member }) => `Tell ${member(owner)} what you know.`,
  },
  not_admin: fixed('Only an admin can do this.', 'Ask an admin of this desk.'),
  not_agreed: fixed(
    "No supervisor has agreed that this can't be fixed.",
    'Ask first, with the reason and an alternative; wait for the answer if you have asked.',
  ),
  not_asked: fixed("Nobody asks whether this can't be fixed.", 'Look at the issue again: it has changed.'),
  nobody_to_tell: fixed(
    'Nobody of the company waits to be told the outcome of this alarm.',
    'Tell the customer, then stand the alarm down.',
  ),
  not_acknowledged: fixed('Nobody has answered this alarm yet.', 'Answer it first: whoever does sees it through.'),
  not_called: {
    detail: ({ owner }, { member }) => `You were not called for this alarm, and are no supervisor of ${member(owner)}.`,
    remedy: ({ calling }, naming) =>
      calling.length > 0
        ? `Tell who is called: ${allOf(calling.map(naming.member))}.`
        : 'Tell a supervisor or an admin of it.',
  },
  not_champion: {
    detail: ({ champion }, { member }) => `${member(champion)} answered this alarm and sees it through.`,
    remedy: ({ champion }, { member }) => `Ask ${member(champion)} to stand it down.`,
  },
  not_in_team: {
    detail: ({ member: id, team: teamId }, { member, team }) => `${member(id)} does not work in ${team(teamId)}.`,
    remedy: ({ team: id }, { team }) => `Name a person of ${team(id)}.`,
  },
  not_huddle_lead: {
    detail: ({ third }, { member }) =>
      third ? `${member(third)} records what this huddle decides.` : 'Only those in the huddle record what it decides.',
    remedy: ({ third }, { member }) => (third ? `Settle it with ${member(third)}.` : 'Leave it to them.'),
  },
  not_in_huddle: {
    detail: ({ member: id }, { member }) => `${member(id)} is not in this huddle.`,
    remedy: () => 'Decide on one of those who settle it.',
  },
  not_introduced: {
    detail: ({ giver }, { member }) => `${member(giver)} has not introduced you to the customer yet.`,
    remedy: ({ giver }, { member }) => `Wait for the introduction, or remind ${member(giver)}.`,
  },
  not_lead: {
    detail: ({ lead }, { member }) => `${member(lead)} leads this cause.`,
    remedy: ({ lead }, { member }) => `Ask ${member(lead)}, or take the lead yourself.`,
  },
  not_of_this_cause: {
    detail: ({ cause }) => `This issue does not belong to cause ${cause}.`,
    remedy: () => 'Look at the cause again: it has changed.',
  },
  not_live: {
    detail: () => 'No live introduction is under way.',
    remedy: ({ giver }, { member }) => `${member(giver)} begins one, or introduces by a message.`,
  },
  not_merged: fixed('This issue was not merged.', 'Look at the issue again: it may have been undone already.'),
  not_offered_to_you: fixed('This hand-off was not offered to you.', 'Leave it to whom it was offered.'),
  not_owner: {
    detail: ({ owner }, { member }) => `This issue is ${member(owner)}'s.`,
    remedy: ({ owner }, { member }) => `Tell ${member(owner)}: a word left here reaches them at once.`,
  },
  not_proposed: fixed(
    'Nobody asks any more whether this is that customer.',
    'Look at the issue again: somebody has answered.',
  ),
  not_receiver: {
    detail: ({ receiver }, { member }) => `${member(receiver)} accepted this hand-off.`,
    remedy: ({ receiver }, { member }) => `Only ${member(receiver)} greets the customer.`,
  },
  not_spam: fixed('This issue was not closed as spam.', 'A new word of the customer opens a closed issue again.'),
  not_supervisor: {
    detail: ({ owner }, { member }) => `Only a supervisor of ${member(owner)} can do this.`,
    remedy: ({ owner }, { member }) => `Ask ${member(owner)}, or their supervisor.`,
  },
  not_this_customer: fixed(
    'Only the customer whose issue it is can say this.',
    'Ask them to answer by their own link or address.',
  ),
  not_watched: fixed(
    'Nothing is being watched on this issue.',
    'What the customer says is logged with their own words, or reported by them.',
  ),
  not_your_kudos: fixed('Somebody else gave these thanks.', 'Only who gave them can take them back.'),
  nothing_proposed: fixed(
    'No resolution has been proposed to the customer.',
    'Propose one first: what was wrong, what was done, and how it shows that it holds.',
  ),
  nothing_to_cover: fixed('Nothing of this falls due in that time.', 'Nobody is needed for it.'),
  nothing_stalled: fixed(
    'Nobody waits for this customer to be looked after.',
    'Nothing to do here: somebody has been in touch with them.',
  ),
  nothing_to_object: fixed(
    'There was no meeting on the phone that you could object to.',
    'Write to us: whoever has your issue reads it.',
  ),
  offer_over: {
    detail: ({ state }) => `This hand-off is over: ${state.replace('_', ' ')}.`,
    remedy: () => 'Look at the issue again: the owner decides what is next.',
  },
  open_assist: fixed(
    'Somebody is still at work on this issue for the customer.',
    'Wait for what comes back, or withdraw the assist first.',
  ),
  open_escalation: fixed('An alarm is open on this issue.', 'Its champion stands it down first.'),
  open_handoff: fixed('A hand-off of this issue is under way.', 'Withdraw it first.'),
  outcome_not_told: {
    detail: ({ customer, members }, { member }) => {
      const missing = [...(customer ? ['the customer'] : []), ...members.map(member)]
      return `Of the outcome ${allOf(missing)} ${missing.length === 1 ? 'has' : 'have'} not been told yet.`
    },
    remedy: ({ customer, members }, { member }) =>
      [
        ...(customer ? ['Write to the customer or call them.'] : []),
        ...(members.length > 0 ? [`Tell the outcome to ${allOf(members.map(member))}.`] : []),
      ].join(' '),
  },
  other_closed: {
    detail: ({ issue }) => `#${issue} is closed.`,
    remedy: () => 'Only open issues are merged. What has come back is opened again by its match.',
  },
  open_issues: {
    detail: ({ issues }) => `Issues of this customer are open: ${numbers(issues)}.`,
    remedy: () => 'See them through and close them first: as long as somebody waits for us, we need their words.',
  },
  overrides_overlap: {
    detail: ({ member: id, from, until }, { member, time }) =>
      `${member(id)} has the turn from ${time(from)} until ${time(until)} already.`,
    remedy: () => 'Take that one back first, or choose another time.',
  },
  own_alarm: fixed(
    "An owner can't answer the alarm about their own issue.",
    'Somebody else has to answer it: your supervisor is told.',
  ),
  own_approval: fixed('Nobody approves what they asked for themselves.', 'Somebody else who can has to answer it.'),
  own_kudos: fixed('Thanks come from others.', 'Thank somebody who helped you.'),
  owns_issues: {
    detail: ({ member: id, issues }, { member }) => `${member(id)} still owns ${count(issues.length, 'open issue')}.`,
    remedy: () => 'Take each of them over first, and introduce yourself to the customer.',
  },
  placed_already: fixed(
    'This contact has its place already.',
    'Look at the issue again: somebody has said which one it is about.',
  ),
  promise_over: {
    detail: ({ state }) => `This promise is not running any more: ${state.replace('_', ' ')}.`,
    remedy: () => 'Make a new one.',
  },
  reason_not_told: fixed(
    "The customer has not been told why this can't be fixed.",
    'Tell them the reason and what you offer instead; then close.',
  ),
  recurrence_over: {
    detail: ({ until }, { time }) => `This issue could be opened again until ${time(until)}.`,
    remedy: () => 'Open a new issue.',
  },
  request_answered: {
    detail: ({ at }, { time }) => `This was answered ${time(at)}.`,
    remedy: () => 'Comment on the lesson, if there is more to say.',
  },
  rule_exists: {
    detail: ({ lesson, key }) => `Lesson ${lesson} already says how "${key}" is established.`,
    remedy: ({ lesson }) => `Change lesson ${lesson}: two rules about one fact would contradict each other.`,
  },
  same_issue: fixed('This is the same issue.', 'Choose the other one.'),
  same_customer: fixed('This is the same customer already.', 'Nothing is left to do.'),
  still_champion: {
    detail: ({ member: id, issues }, { member }) =>
      `${member(id)} answered the alarm on ${count(issues.length, 'issue')} and sees it through.`,
    remedy: () => 'Let another person answer these alarms first.',
  },
  still_on_path: {
    detail: ({ member: id }, { member }) => `${member(id)} would still be called for alarms.`,
    remedy: ({ schedules, rungs, lastResort }) => {
      const places = [
        ...schedules.map(name => `in "${name}"`),
        ...rungs.map(rung => `on rung ${rung}`),
        ...(lastResort ? ['as the last resort'] : []),
      ]
      return `Name another person on the escalation path first: ${places.join(', ')}.`
    },
  },
  still_open: fixed(
    'An issue of this customer is not closed yet.',
    'Close it first: as long as somebody waits for us, we need their words.',
  ),
  to_yourself: fixed('You look after this issue already.', 'Choose another person.'),
  same_address: fixed(
    'Customers write to this address.',
    'Give the escalation path an address of its own, to which only members write.',
  ),
  schedule_in_use: {
    detail: ({ rungs }) =>
      `The escalation path calls it on ${rungs.length === 1 ? 'rung' : 'rungs'} ${allOf(rungs.map(String))}.`,
    remedy: () => 'Let those rungs call somebody else first.',
  },
  too_soon: {
    detail: ({ missing }) =>
      missing > 0
        ? `The customer has not answered; ${missing === 1 ? 'one more contact is' : `${missing} more contacts are`} needed, on different days.`
        : 'The customer has had too little time to answer.',
    remedy: ({ from }, { time }) => `It can be closed as unconfirmed from ${time(from)} at the earliest.`,
  },
  trial_running: {
    detail: ({ until }, { time }) => `Its trial runs until ${time(until)}: the effect can't be seen yet.`,
    remedy: () => 'Wait until then. If it does harm, change or drop it now.',
  },
  which_issue: {
    detail: ({ issues }) => `This customer has several open issues: ${numbers(issues)}.`,
    remedy: () => 'You know which one you called about: log the call on that one.',
  },
  which_one: fixed(
    'The customer was in touch, and nobody has said yet which of their issues it is about.',
    'Place it first: here, or on the other issue.',
  ),
  unmerge_over: {
    detail: ({ until }, { time }) => `This merge could be undone until ${time(until)}.`,
    remedy: () => 'Open a new issue for what belongs apart.',
  },
  watch_running: {
    detail: ({ dates }, { time }) => `Checks whether it holds are still to come: ${dates.map(time).join(', ')}.`,
    remedy: () => 'Close it after the last of them; until then it stays in your list.',
  },
}

/** The two sentences of a refusal for its reader: why not, and what to do instead. */
export function explain(refusal: Refusal, naming: Naming): { detail: string; remedy: string } {
  const { detail, remedy } = catalogue[refusal.code] as Sentences<typeof refusal.code>
  return { detail: detail(refusal.data as never, naming), remedy: remedy(refusal.data as never, naming) }
}
