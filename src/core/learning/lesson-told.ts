import type { Context, MemberId } from '../context.ts'
import { supervisorsOf } from '../context.ts'
import type { Instant } from '../time/instant.ts'
import type { Told, Word } from '../told/told.ts'
import { mayDecideOnLessons } from './learning.ts'
import { inForce, type Lesson, type LessonRecorded, latest } from './lesson.ts'

/** Who is told of what happened to a lesson, given the lesson just after it. Nobody is told of what they did themselves. */
export function toldOfLesson(recorded: LessonRecorded, after: Lesson, context: Context): Told[] {
  const { by } = recorded
  const seen = new Set<MemberId>(by.kind === 'member' ? [by.id] : [])
  return recipients(recorded, after, context).filter(({ member }) => {
    if (seen.has(member) || !context.members.get(member)?.active) return false
    seen.add(member)
    return true
  })
}

function recipients({ event }: LessonRecorded, after: Lesson, context: Context): Told[] {
  const tell = (word: Word, ...members: MemberId[]): Told[] => members.map(member => ({ member, word }))
  const { proposer } = after
  const backers = [proposer, ...after.supporters.map(({ member }) => member)]
  const { standing } = latest(after)
  const adopter = 'adopter' in standing ? [standing.adopter] : []
  const asked = inForce(after)?.request
  const owner = asked ? [asked.owner] : []
  switch (event.type) {
    case 'LessonProposed':
      return tell('lesson_proposed', ...decidersFor(proposer, context))
    case 'LessonCommented':
      return tell('lesson_commented', proposer, ...adopter)
    case 'LessonAdopted':
      return [...tell('lesson_asked', ...owner), ...tell('lesson_adopted', ...backers)]
    case 'LessonDeclined':
      return tell('lesson_declined', ...backers)
    case 'LessonTrialEnded':
      return tell('lesson_trial_over', ...adopter, proposer)
    case 'LessonKept':
      return tell('lesson_kept', ...backers, ...adopter)
    case 'LessonDropped':
      return tell('lesson_dropped', ...backers, ...adopter)
    case 'LessonChanged':
      return [...tell('lesson_asked', ...owner), ...tell('lesson_changed', ...backers)]
    case 'LessonRequestOverdue':
      return tell('lesson_request_overdue', ...owner, ...adopter)
    case 'LessonRequestAnswered':
      return tell('lesson_request_answered', ...adopter, proposer)
    default:
      return []
  }
}

/** Who of a proposer's supervisors may decide on it; where none may, everybody who may. */
function decidersFor(proposer: MemberId, { members, policy }: Context): MemberId[] {
  const everybody = [...members.values()].filter(member => mayDecideOnLessons(member, policy)).map(({ id }) => id)
  const near = supervisorsOf(proposer, members).filter(id => everybody.includes(id))
  return near.length > 0 ? near : everybody
}

/** Why a lesson waits for a person. */
export type LessonWaitingKind = 'lesson_proposed' | 'lesson_decision' | 'lesson_request' | 'lesson_request_overdue'

/**
 * Work, not news, as on an issue: a proposal waits for those of its proposer's supervisors who may decide on it; a trial
 * that is over for whom adopted it and for the proposer; a request for its owner, and from its due time for the adopter.
 */
export type LessonWaiting = {
  kind: LessonWaitingKind
  for: { kind: 'member' | 'supervisors'; id: MemberId }
  since: Instant
  due: Instant | null
}

/** Everything that waits for somebody on a lesson. */
export function lessonWaiting(lesson: Lesson): LessonWaiting[] {
  const { standing } = latest(lesson)
  const { proposer, proposedAt } = lesson
  const member = (id: MemberId) => ({ kind: 'member', id }) as const
  if (standing.state === 'proposed')
    return [{ kind: 'lesson_proposed', for: { kind: 'supervisors', id: proposer }, since: proposedAt, due: null }]
  const adopted = inForce(lesson)
  if (!adopted) return []
  const { state, adopter, until, request } = adopted
  const decision = state === 'trial_over' ? [...new Set([adopter, proposer])] : []
  return [
    ...decision.map(id => ({ kind: 'lesson_decision', for: member(id), since: until, due: null }) as const),
    ...(request && request.state !== 'answered'
      ? [{ kind: 'lesson_request', for: member(request.owner), since: adopted.since, due: request.due } as const]
      : []),
    ...(request?.state === 'overdue'
      ? [{ kind: 'lesson_request_overdue', for: member(adopter), since: request.due, due: null } as const]
      : []),
  ]
}
