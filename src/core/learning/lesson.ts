import type { KindId, LessonId, MemberId, TeamId, WordsId } from '../context.ts'
import type { Recorded } from '../events.ts'
import type { Instant } from '../time/instant.ts'

/** Rule 28: what changes. Its words are in the store; the key of a fact is none that a customer wrote. */
export type LessonChange =
  /** How a fact may be established: `allowed` are the only ways, or every way is but those of `refused`. */
  | { type: 'fact_rule'; key: string; says: WordsId; allowed: readonly WordsId[]; refused: readonly WordsId[] }
  /** What is done with every issue of the lesson's kind before it is said to be solved. */
  | { type: 'checklist'; step: WordsId }
  | { type: 'article'; title: WordsId; body: WordsId }
  | { type: 'macro'; name: WordsId; body: WordsId }
  /** What another department is asked for. Its owner may be named as late as with its adoption. */
  | { type: 'request'; department: TeamId; ask: WordsId; owner: MemberId | null; due: Instant }

/** What becomes of a request to another department, once it is adopted. */
export type LessonRequest = { owner: MemberId; due: Instant } & (
  | { state: 'asked' }
  | { state: 'overdue' }
  | { state: 'answered'; done: boolean; words: WordsId; at: Instant }
)

/** Who adopted it, since when, and what that brought about. */
type Terms = {
  adopter: MemberId
  since: Instant
  /** When its trial is over, and its effect is looked at (Rule 29). */
  until: Instant
  request: LessonRequest | null
}
type Ended = { by: MemberId; at: Instant; why: WordsId }

/** Where one version of a lesson's change stands. In force from its adoption on, until it is changed or dropped. */
export type Standing =
  | { state: 'proposed' }
  | ({ state: 'declined' } & Ended)
  | ({ state: 'trial' } & Terms)
  | ({ state: 'trial_over' } & Terms)
  | ({ state: 'kept' } & Terms & { decision: Ended })
  | ({ state: 'changed' | 'dropped' } & Terms & { decision: Ended })

export type LessonState = Standing['state']

/** Each change of a lesson is a version of it, with a trial of its own (Rule 29). */
export type LessonVersion = { change: LessonChange; standing: Standing }

/** A mistake turned into a change, as the rules see it: no word that anybody wrote (Rules 28 and 29). */
export type Lesson = {
  /** How many events have made it: the last one's number. */
  version: number
  id: LessonId
  /** The issue from which it was proposed. */
  issue: number | null
  /** The kind of issue by whose figures its effect is checked; null: all issues. */
  kind: KindId | null
  proposer: MemberId
  proposedAt: Instant
  what: WordsId
  /** Why it happened, and why that: the last one is the cause. */
  whys: readonly WordsId[]
  comments: readonly { words: WordsId; by: MemberId; at: Instant }[]
  supporters: readonly { member: MemberId; at: Instant }[]
  /** Its change, with what it was before; the last one counts. */
  versions: readonly [LessonVersion, ...LessonVersion[]]
}

export type LessonProposed = {
  type: 'LessonProposed'
  lesson: LessonId
  issue: number | null
  kind: KindId | null
  what: WordsId
  whys: readonly WordsId[]
  change: LessonChange
}

/** Until when its trial runs, and who owes the answer to its request by when. */
export type Adoption = { until: Instant; request: { owner: MemberId; due: Instant } | null }

/** Everything that can have happened to a lesson. */
export type LessonEvent =
  | LessonProposed
  | { type: 'LessonCommented'; words: WordsId }
  | { type: 'LessonSupported' }
  | { type: 'LessonSupportTakenBack' }
  | ({ type: 'LessonAdopted' } & Adoption)
  | { type: 'LessonDeclined'; why: WordsId }
  | { type: 'LessonTrialEnded' }
  | { type: 'LessonKept'; why: WordsId }
  | { type: 'LessonDropped'; why: WordsId }
  /** A new version of its change, with a trial of its own. */
  | ({ type: 'LessonChanged'; change: LessonChange; why: WordsId } & Adoption)
  | { type: 'LessonRequestOverdue' }
  | { type: 'LessonRequestAnswered'; done: boolean; words: WordsId }

export type LessonRecorded = Recorded<LessonEvent>

export const latest = ({ versions }: Lesson): LessonVersion => versions[versions.length - 1] ?? versions[0]

export type InForce = Extract<Standing, { state: 'trial' | 'trial_over' | 'kept' }>

/** How its last version stands, while it is in force: adopted, and neither changed nor dropped since. */
export function inForce(lesson: Lesson): InForce | null {
  const { standing } = latest(lesson)
  return standing.state === 'trial' || standing.state === 'trial_over' || standing.state === 'kept' ? standing : null
}

/** A lesson as it is proposed. */
export function proposed(event: LessonProposed, by: MemberId, at: Instant): Lesson {
  const { lesson: id, issue, kind, what, whys, change } = event
  return {
    version: 1,
    id,
    issue,
    kind,
    proposer: by,
    proposedAt: at,
    what,
    whys,
    comments: [],
    supporters: [],
    versions: [{ change, standing: { state: 'proposed' } }],
  }
}

/** The lesson that a log makes; the log begins with its proposal. */
export function replayLesson(log: readonly LessonRecorded[]): Lesson {
  const [first, ...rest] = log
  if (first?.event.type !== 'LessonProposed' || first.by.kind !== 'member')
    throw new Error("A lesson's log begins with its proposal by a member")
  return rest.reduce(evolveLesson, proposed(first.event, first.by.id, first.at))
}

/** The lesson after one more event. */
export const evolveLesson = (lesson: Lesson, recorded: LessonRecorded): Lesson => ({
  ...apply(lesson, recorded),
  version: lesson.version + 1,
})

function apply(lesson: Lesson, { event, at, by }: LessonRecorded): Lesson {
  const member = by.kind === 'member' ? by.id : lesson.proposer
  switch (event.type) {
    case 'LessonProposed':
      throw new Error('A lesson is proposed once')
    case 'LessonCommented':
      return { ...lesson, comments: [...lesson.comments, { words: event.words, by: member, at }] }
    case 'LessonSupported':
      return { ...lesson, supporters: [...lesson.supporters, { member, at }] }
    case 'LessonSupportTakenBack':
      return { ...lesson, supporters: lesson.supporters.filter(supporter => supporter.member !== member) }
    case 'LessonDeclined':
      return stand(lesson, { state: 'declined', by: member, at, why: event.why })
    case 'LessonAdopted':
      return stand(lesson, adopted(event, member, at))
    case 'LessonTrialEnded':
      return standOn(lesson, terms => ({ ...terms, state: 'trial_over' }))
    case 'LessonKept':
      return standOn(lesson, terms => ({ ...terms, state: 'kept', decision: { by: member, at, why: event.why } }))
    case 'LessonDropped':
      return standOn(lesson, terms => ({ ...terms, state: 'dropped', decision: { by: member, at, why: event.why } }))
    case 'LessonChanged': {
      const decision = { by: member, at, why: event.why }
      const before = standOn(lesson, terms => ({ ...terms, state: 'changed', decision }))
      const fresh: LessonVersion = { change: event.change, standing: adopted(event, member, at) }
      return { ...before, versions: [...before.versions, fresh] }
    }
    case 'LessonRequestOverdue':
      return answerRequest(lesson, request => ({ ...request, state: 'overdue' }))
    case 'LessonRequestAnswered': {
      const { done, words } = event
      return answerRequest(lesson, ({ owner, due }) => ({ owner, due, state: 'answered', done, words, at }))
    }
  }
}

const adopted = ({ until, request }: Adoption, adopter: MemberId, since: Instant): Standing => ({
  state: 'trial',
  adopter,
  since,
  until,
  request: request && { ...request, state: 'asked' },
})

/** The last version stands otherwise. */
function stand(lesson: Lesson, standing: Standing): Lesson {
  const version = { ...latest(lesson), standing }
  const [first, ...rest] = lesson.versions
  return { ...lesson, versions: rest.length === 0 ? [version] : [first, ...rest.slice(0, -1), version] }
}

/** The same for what was adopted: the terms of its adoption stay. */
function standOn(lesson: Lesson, next: (terms: Terms) => Standing): Lesson {
  const standing = inForce(lesson)
  if (!standing) return lesson
  const { adopter, since, until, request } = standing
  return stand(lesson, next({ adopter, since, until, request }))
}

function answerRequest(lesson: Lesson, next: (request: LessonRequest) => LessonRequest): Lesson {
  const standing = inForce(lesson)
  return standing?.request ? stand(lesson, { ...standing, request: next(standing.request) }) : lesson
}
