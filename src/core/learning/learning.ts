import type { Context, Member } from '../context.ts'
import type { Policy } from '../policy.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { plusDays } from '../time/calendar.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember } from '../turn.ts'
import { isSame } from './fact-rule.ts'
import {
  type Adoption,
  evolveLesson,
  type InForce,
  inForce,
  type Lesson,
  type LessonChange,
  type LessonEvent,
  type LessonRecorded,
  latest,
  replayLesson,
} from './lesson.ts'
import type {
  AdoptLesson,
  AnswerRequest,
  CommentOnLesson,
  DecideOnLesson,
  DeclineLesson,
  LessonCommand,
  ProposeLesson,
  SupportLesson,
} from './lesson-commands.ts'

/** What comes of a command: events and the lesson after them, or a refusal. */
export type LessonDecision = { events: readonly LessonRecorded[]; lesson: Lesson } | { refusal: Refusal }

/** One decision under way, as the turn of an issue. */
type LessonTurn = { readonly context: Context; lesson: Lesson; readonly events: LessonRecorded[] }

/** Enters what happens into the lesson's log, now or at the moment when it fell due. */
function enter(turn: LessonTurn, event: LessonEvent, at: Instant = turn.context.now): void {
  const recorded: LessonRecorded = { at, by: turn.context.by, from: turn.context.from, event }
  turn.events.push(recorded)
  turn.lesson = evolveLesson(turn.lesson, recorded)
}

/** Rule 28: anyone of the company proposes a lesson. Why is asked until it is a cause: twice at least. */
export function decideProposal(command: ProposeLesson, context: Context): LessonDecision {
  const { type: _, ...proposal } = command
  if (!actingMember({ context })) return { refusal: refuse('not_a_member', {}) }
  if (command.whys.length < leastWhys) return { refusal: refuse('needs_cause', { whys: command.whys.length }) }
  if (command.kind !== null && !context.kinds.get(command.kind)?.active)
    return { refusal: refuse('no_such_kind', { kind: command.kind }) }
  const wrong = refuseChange(command.change, command.kind !== null, context)
  if (wrong) return { refusal: wrong }
  const { now: at, by, from } = context
  const events: LessonRecorded[] = [{ at, by, from, event: { type: 'LessonProposed', ...proposal } }]
  return { events, lesson: replayLesson(events) }
}

const leastWhys = 2

/** Decides a command on a lesson; what fell due before now is settled first, as with issues. */
export function decideLesson(lesson: Lesson, command: LessonCommand, context: Context): LessonDecision {
  const settled: LessonTurn = { context: { ...context, by: { kind: 'desk' }, from: 'clock' }, lesson, events: [] }
  if (command.type === 'Tick') {
    const due = nextLessonDeadline(lesson)
    if (due !== null && due <= context.now) settleUntil(settled, due)
    return { events: settled.events, lesson: settled.lesson }
  }
  settleUntil(settled, context.now)
  const turn: LessonTurn = { ...settled, context }
  const refusal = rule(turn, command)
  return refusal ? { refusal } : { events: turn.events, lesson: turn.lesson }
}

function rule(turn: LessonTurn, command: Exclude<LessonCommand, { type: 'Tick' }>): Refusal | undefined {
  switch (command.type) {
    case 'CommentOnLesson':
      return comment(turn, command)
    case 'SupportLesson':
      return support(turn, command)
    case 'AdoptLesson':
      return adopt(turn, command)
    case 'DeclineLesson':
      return decline(turn, command)
    case 'DecideOnLesson':
      return decideOn(turn, command)
    case 'AnswerRequest':
      return answerRequest(turn, command)
  }
}

/** Rule 28: everyone may comment, also on what is decided. */
function comment(turn: LessonTurn, { words }: CommentOnLesson): Refusal | undefined {
  if (!actingMember(turn)) return refuse('not_a_member', {})
  enter(turn, { type: 'LessonCommented', words })
}

/** Rule 28: everyone may support it, once; saying the same again changes nothing. */
function support(turn: LessonTurn, { supports }: SupportLesson): Refusal | undefined {
  const member = actingMember(turn)
  if (!member) return refuse('not_a_member', {})
  const over = refuseOver(turn.lesson)
  if (over) return over
  const does = turn.lesson.supporters.some(supporter => supporter.member === member.id)
  if (supports && !does) enter(turn, { type: 'LessonSupported' })
  if (!supports && does) enter(turn, { type: 'LessonSupportTakenBack' })
}

/** Rule 28: adopted by whom the workspace says, who may be the proposer. From now on it is enforced. */
function adopt(turn: LessonTurn, { trialDays, owner, due }: AdoptLesson): Refusal | undefined {
  const { lesson } = turn
  const mayNot = refuseToDecide(turn) ?? refuseOver(lesson)
  if (mayNot) return mayNot
  const standing = inForce(lesson)
  if (standing) return refuse('already_adopted', { adopter: standing.adopter })
  const { change: asProposed } = latest(lesson)
  const change = asProposed.type === 'request' ? { ...asProposed, ...named(owner, due) } : asProposed
  const adoption = adoptionOf(turn, change, trialDays)
  if ('refusal' in adoption) return adoption.refusal
  enter(turn, { type: 'LessonAdopted', ...adoption })
}

const named = (owner: AdoptLesson['owner'], due: AdoptLesson['due']) => ({
  ...(owner && { owner }),
  ...(due && { due }),
})

/** The proposal ends, with a reason that its proposer hears. */
function decline(turn: LessonTurn, { why }: DeclineLesson): Refusal | undefined {
  const { lesson } = turn
  const mayNot = refuseToDecide(turn) ?? refuseOver(lesson)
  if (mayNot) return mayNot
  const standing = inForce(lesson)
  if (standing) return refuse('already_adopted', { adopter: standing.adopter })
  enter(turn, { type: 'LessonDeclined', why })
}

/**
 * Rule 29: kept once its trial has shown its effect. What does harm is changed or dropped at any time, also long after it
 * was kept.
 */
function decideOn(turn: LessonTurn, command: DecideOnLesson): Refusal | undefined {
  const { lesson } = turn
  const mayNot = refuseToDecide(turn) ?? refuseOver(lesson)
  if (mayNot) return mayNot
  const standing = inForce(lesson)
  if (!standing) return refuse('not_adopted', {})
  const { why } = command
  if (command.decision === 'change') {
    const adoption = adoptionOf(turn, command.change, command.trialDays)
    if ('refusal' in adoption) return adoption.refusal
    enter(turn, { type: 'LessonChanged', change: command.change, why, ...adoption })
  } else if (command.decision === 'drop') enter(turn, { type: 'LessonDropped', why })
  else if (standing.state === 'trial') return refuse('trial_running', { until: standing.until })
  else if (standing.state === 'kept') return refuse('lesson_decided', { state: 'kept' })
  else enter(turn, { type: 'LessonKept', why })
}

/** Rule 28: a request has an owner, who answers for the department: done, or plainly that it can't be. */
function answerRequest(turn: LessonTurn, { done, words }: AnswerRequest): Refusal | undefined {
  const member = actingMember(turn)
  if (!member) return refuse('not_a_member', {})
  const request = inForce(turn.lesson)?.request
  if (!request) return refuse('no_request', {})
  if (request.owner !== member.id) return refuse('not_request_owner', { owner: request.owner })
  if (request.state === 'answered') return refuse('request_answered', { at: request.at })
  enter(turn, { type: 'LessonRequestAnswered', done, words })
}

/** Whether somebody may adopt, decline, keep, change and drop lessons. */
export const mayDecideOnLessons = (member: Member, { lessonsAdoptedBy }: Policy): boolean =>
  member.active && (member.role === 'admin' || (member.role === 'supervisor' && lessonsAdoptedBy === 'supervisor'))

function refuseToDecide(turn: LessonTurn): Refusal | undefined {
  const { policy } = turn.context
  const member = actingMember(turn)
  if (!member) return refuse('not_a_member', {})
  return mayDecideOnLessons(member, policy) ? undefined : refuse('not_adopter', { adopters: policy.lessonsAdoptedBy })
}

/** What was declined or dropped stays so: it is proposed anew where it shows again. */
function refuseOver(lesson: Lesson): Refusal | undefined {
  const { state } = latest(lesson).standing
  return state === 'declined' || state === 'dropped' ? refuse('lesson_decided', { state }) : undefined
}

/** The terms on which a change comes into force now, or why it can't. */
function adoptionOf(
  { context, lesson }: LessonTurn,
  change: LessonChange,
  trialDays: number | null,
): Adoption | { refusal: Refusal } {
  const wrong = refuseChange(change, lesson.kind !== null, context) ?? refuseSecondRule(change, lesson, context)
  if (wrong) return { refusal: wrong }
  const until = plusDays(context.calendar, context.now, trialDays ?? context.policy.lessonTrialDays)
  if (change.type !== 'request') return { until, request: null }
  const { owner, due, department } = change
  if (owner === null) return { refusal: refuse('needs_request_owner', { team: department }) }
  return { until, request: { owner, due } }
}

/** What a change needs in order to be real. */
function refuseChange(change: LessonChange, hasKind: boolean, { members, teams, now }: Context): Refusal | undefined {
  if (change.type === 'checklist' && !hasKind) return refuse('needs_kind', {})
  if (change.type !== 'request') return undefined
  const { department, owner, due } = change
  if (!teams.has(department)) return refuse('no_such_team', { team: department })
  const member = owner === null ? undefined : members.get(owner)
  if (owner !== null && !member?.active) return refuse('no_such_member', { member: owner })
  if (member && ![...member.teams, ...member.supervises].includes(department))
    return refuse('not_in_team', { member: member.id, team: department })
  return due <= now ? refuse('due_in_past', { due }) : undefined
}

/** Two rules about one fact would contradict each other: the one there is can be changed. */
function refuseSecondRule(change: LessonChange, { id }: Lesson, { rules }: Context): Refusal | undefined {
  if (change.type !== 'fact_rule') return undefined
  const other = rules.facts.find(({ lesson, key }) => lesson !== id && isSame(key, change.key))
  return other ? refuse('rule_exists', { lesson: other.lesson, key: other.key }) : undefined
}

/** When the clock must look at a lesson next: its trial's end, or when its request falls due. */
export function nextLessonDeadline(lesson: Lesson): Instant | null {
  const dues = deadlines(inForce(lesson)).map(({ due }) => due)
  return dues.reduce<Instant | null>((next, due) => (next === null || due < next ? due : next), null)
}

type Deadline = { due: Instant; event: LessonEvent }

function deadlines(standing: InForce | null): Deadline[] {
  if (!standing) return []
  const { request } = standing
  return [
    ...(standing.state === 'trial' ? [{ due: standing.until, event: { type: 'LessonTrialEnded' } } as const] : []),
    ...(request?.state === 'asked' ? [{ due: request.due, event: { type: 'LessonRequestOverdue' } } as const] : []),
  ]
}

function settleUntil(turn: LessonTurn, until: Instant): void {
  for (;;) {
    const [next] = deadlines(inForce(turn.lesson)).toSorted((one, other) => (one.due < other.due ? -1 : 1))
    if (!next || next.due > until) return
    enter(turn, next.event, next.due)
  }
}
