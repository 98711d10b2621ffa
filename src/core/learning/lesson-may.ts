import type { Member } from '../context.ts'
import type { Policy } from '../policy.ts'
import { mayDecideOnLessons } from './learning.ts'
import { inForce, type Lesson, latest } from './lesson.ts'

/** What a member may do on a lesson as it stands; each command is decided again when it comes. */
export type LessonMay =
  | 'comment'
  | 'support'
  | 'take_support_back'
  | 'adopt'
  | 'decline'
  | 'keep'
  | 'change'
  | 'drop'
  | 'answer'

/** Rules 28 and 29 as a screen needs them: which acts to show. */
export function mayOnLesson(lesson: Lesson, member: Member, policy: Policy): LessonMay[] {
  if (!member.active) return []
  const { state } = latest(lesson).standing
  if (state === 'declined' || state === 'dropped') return ['comment']
  const supports = lesson.supporters.some(supporter => supporter.member === member.id)
  const request = inForce(lesson)?.request
  return [
    'comment',
    supports ? 'take_support_back' : 'support',
    ...(mayDecideOnLessons(member, policy) ? decisions[state] : []),
    ...(request?.owner === member.id && request.state !== 'answered' ? (['answer'] as const) : []),
  ]
}

const decisions: Record<'proposed' | 'trial' | 'trial_over' | 'kept' | 'changed', readonly LessonMay[]> = {
  proposed: ['adopt', 'decline'],
  trial: ['change', 'drop'],
  trial_over: ['keep', 'change', 'drop'],
  kept: ['change', 'drop'],
  // Only an earlier version is changed: the last one stands otherwise.
  changed: [],
}
