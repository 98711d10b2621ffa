import type { KindId, LessonId, MemberId, WordsId } from '../context.ts'
import { type Issue, isClosed } from '../issue/issue.ts'
import { actingSupervisor, isOwner, ownerId } from '../issue/ownership.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'

/** Rule 28: a step that an adopted lesson asks for with a kind of issue, before anything is said to be solved. */
export type ChecklistStep = { lesson: LessonId; kind: KindId; says: string }

/** What became of a step on one issue: it was done, or need not be, for a reason. */
export type StepMark = { lesson: LessonId; by: MemberId; at: Instant } & (
  | { state: 'done' }
  | { state: 'excused'; why: WordsId }
)

export type ChecklistEvent =
  | { type: 'ChecklistStepDone'; lesson: LessonId }
  | { type: 'ChecklistStepExcused'; lesson: LessonId; why: WordsId }
  | { type: 'ChecklistStepOpened'; lesson: LessonId }

/** `open`: it was marked by mistake. */
export type MarkStep = {
  type: 'MarkStep'
  lesson: LessonId
  as: { state: 'done' } | { state: 'open' } | { state: 'excused'; why: WordsId }
}

/** The steps that apply to an issue: those of its kind. */
export const stepsFor = (issue: Issue, steps: readonly ChecklistStep[]): ChecklistStep[] =>
  steps.filter(({ kind }) => kind === issue.kind)

export const markOf = (issue: Issue, lesson: LessonId): StepMark | undefined =>
  issue.checklist.find(mark => mark.lesson === lesson)

/** Rule 28: before a resolution is proposed, every step is done or excused. */
export function refuseOpenSteps({ issue, context }: Turn): Refusal | undefined {
  const open = stepsFor(issue, context.rules.checklist).filter(({ lesson }) => !markOf(issue, lesson))
  return open.length > 0
    ? refuse('checklist_open', { steps: open.map(({ lesson, says }) => ({ lesson, says })) })
    : undefined
}

/** Rule 28: anybody of the company may have done a step; that it need not be done says who answers for the issue. */
export function markStep(turn: Turn, { lesson, as }: MarkStep): Refusal | undefined {
  const { issue, context } = turn
  if (!actingMember(turn)) return refuse('not_a_member', {})
  if (as.state === 'excused' && !isOwner(turn) && !actingSupervisor(turn))
    return refuse('not_owner', { owner: ownerId(turn) })
  if (isClosed(issue)) return refuse('closed', {})
  if (!stepsFor(issue, context.rules.checklist).some(step => step.lesson === lesson))
    return refuse('no_such_step', { lesson })
  const mark = markOf(issue, lesson)
  if (as.state === 'excused') record(turn, { type: 'ChecklistStepExcused', lesson, why: as.why })
  else if (as.state === 'done' && mark?.state !== 'done') record(turn, { type: 'ChecklistStepDone', lesson })
  else if (as.state === 'open' && mark) record(turn, { type: 'ChecklistStepOpened', lesson })
}

export function evolveChecklist(issue: Issue, event: ChecklistEvent, at: Instant, by: MemberId | null): Issue {
  const others = issue.checklist.filter(({ lesson }) => lesson !== event.lesson)
  if (by === null || event.type === 'ChecklistStepOpened') return { ...issue, checklist: others }
  const { lesson } = event
  const mark: StepMark =
    event.type === 'ChecklistStepDone'
      ? { lesson, by, at, state: 'done' }
      : { lesson, by, at, state: 'excused', why: event.why }
  return { ...issue, checklist: [...others, mark] }
}
