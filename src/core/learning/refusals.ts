import type { KindId, LessonId, MemberId, TeamId } from '../context.ts'
import { fixed, refusal } from '../refusal.ts'
import type { Instant } from '../time/instant.ts'
import { instant } from '../time/instant.ts'

/** Lessons and kudos (Rules 28 to 30): why not, and what to do instead. */
export const learningRefusals = {
  already_adopted: refusal<{ adopter: MemberId }>({
    detail: ({ adopter }, { member }) => `${member(adopter)} has already adopted this lesson.`,
    remedy: () => 'Change or drop it, if it should not stay as it is.',
    example: { adopter: 'priya' },
  }),
  already_thanked: refusal<{ member: MemberId }>({
    detail: ({ member: id }, { member }) => `You have thanked ${member(id)} for this moment.`,
    remedy: () => 'Once is enough: everybody sees it.',
    example: { member: 'ben' },
  }),
  checklist_open: refusal<{ steps: readonly { lesson: LessonId; says: string }[] }>({
    detail: ({ steps }) =>
      `${steps.length === 1 ? 'A step that we have learned to take is' : 'Steps that we have learned to take are'} open: ${steps.map(({ says }) => says).join('; ')}.`,
    remedy: () => 'Do it and mark it as done, or say why it need not be done here.',
    example: { steps: [{ lesson: 2, says: 'Compare the serial numbers' }] },
  }),
  fact_rule: refusal<{ lesson: LessonId; key: string; says: string; allowed: readonly string[] }>({
    detail: ({ lesson, key, says }) => `Lesson ${lesson} says of "${key}": ${says}`,
    remedy: ({ allowed }) =>
      allowed.length > 0
        ? `Establish it anew, and record how: ${allowed.map(way => `"${way}"`).join(' or ')}. Where that can't be, a supervisor may excuse it.`
        : "Establish it anew, and record how. Where that can't be, a supervisor may excuse it.",
    example: {
      lesson: 1,
      key: 'serial',
      says: 'Off the phone itself, not off its box.',
      allowed: ['read off the phone'],
    },
  }),
  kudos_stand: refusal<{ until: Instant }>({
    detail: ({ until }, { time }) => `Thanks could be taken back until ${time(until)}.`,
    remedy: () => 'Let them stand, and talk with the person.',
    example: { until: instant('2026-11-25T10:00:00Z') },
  }),
  lesson_decided: refusal<{ state: 'declined' | 'dropped' | 'kept' }>({
    detail: ({ state }) => `This lesson was ${state}.`,
    remedy: ({ state }) =>
      state === 'kept'
        ? 'Nothing is left to do; change or drop it when it helps no more.'
        : 'Propose it anew from an issue in which it shows again.',
    example: { state: 'dropped' },
  }),
  needs_cause: fixed<{ whys: number }>(
    'One answer to "why" is rarely the cause.',
    'Ask why that was so, until you come to something that we can change.',
    { whys: 1 },
  ),
  needs_kind: fixed(
    'A step of a checklist belongs to a kind of issue.',
    'Say with which kind of issue it should be done.',
  ),
  needs_request_owner: refusal<{ team: TeamId }>({
    detail: ({ team: id }, { team }) => `Nobody in ${team(id)} would answer for this request.`,
    remedy: ({ team: id }, { team }) => `Name a person of ${team(id)} who owns it.`,
    example: { team: 'repair' },
  }),
  no_request: fixed('This lesson asks nothing of another department.', 'Look at the lesson again: it has changed.'),
  no_such_kind: fixed<{ kind: KindId }>(
    'This kind of issue does not exist any more.',
    'Choose one from the list of kinds.',
    { kind: 'fax' },
  ),
  no_such_kudos: fixed<{ kudos: number }>('These thanks are not here any more.', 'Nothing to do here.', { kudos: 7 }),
  no_such_step: refusal<{ lesson: LessonId }>({
    detail: ({ lesson }) => `Lesson ${lesson} asks for no step with this issue.`,
    remedy: () => 'Look at the issue again: its kind or the lesson has changed.',
    example: { lesson: 7 },
  }),
  not_adopted: fixed('Nobody has adopted this lesson yet.', 'Adopt it first, or decline it with a reason.'),
  not_adopter: refusal<{ adopters: 'supervisor' | 'admin' }>({
    detail: ({ adopters }) =>
      `In this workspace lessons are decided on by ${adopters === 'admin' ? 'admins' : 'supervisors and admins'}.`,
    remedy: () => 'Support it and say what you think of it: they are told.',
    example: { adopters: 'supervisor' },
  }),
  not_in_team: refusal<{ member: MemberId; team: TeamId }>({
    detail: ({ member: id, team: teamId }, { member, team }) => `${member(id)} does not work in ${team(teamId)}.`,
    remedy: ({ team: id }, { team }) => `Name a person of ${team(id)}.`,
    example: { member: 'ben', team: 'repair' },
  }),
  not_request_owner: refusal<{ owner: MemberId }>({
    detail: ({ owner }, { member }) => `This was asked of ${member(owner)}.`,
    remedy: ({ owner }, { member }) => `Tell ${member(owner)} what you know.`,
    example: { owner: 'olu' },
  }),
  not_your_kudos: fixed('Somebody else gave these thanks.', 'Only who gave them can take them back.'),
  own_kudos: fixed('Thanks come from others.', 'Thank somebody who helped you.'),
  request_answered: refusal<{ at: Instant }>({
    detail: ({ at }, { time }) => `This was answered ${time(at)}.`,
    remedy: () => 'Comment on the lesson, if there is more to say.',
    example: { at: instant('2026-11-24T10:00:00Z') },
  }),
  rule_exists: refusal<{ lesson: LessonId; key: string }>({
    detail: ({ lesson, key }) => `Lesson ${lesson} already says how "${key}" is established.`,
    remedy: ({ lesson }) => `Change lesson ${lesson}: two rules about one fact would contradict each other.`,
    example: { lesson: 1, key: 'serial' },
  }),
  trial_running: refusal<{ until: Instant }>({
    detail: ({ until }, { time }) => `Its trial runs until ${time(until)}: the effect can't be seen yet.`,
    remedy: () => 'Wait until then. If it does harm, change or drop it now.',
    example: { until: instant('2026-11-27T09:00:00Z') },
  }),
}
