import type { ChangeAnswer, LessonAnswer, LessonRow, MemberRef } from '../contract/answers.ts'
import type { MemberId, WordsId } from '../core/context.ts'
import { inForce, type Lesson, type LessonChange, type LessonVersion, latest } from '../core/learning/lesson.ts'
import { mayOnLesson } from '../core/learning/lesson-may.ts'
import type { Configuration } from '../store/configuration.ts'
import type { SeenLesson } from '../store/lesson-read.ts'
import { memberRef, teamRef } from './describe.ts'
import { kindRef } from './describe-learning.ts'

/** Puts a lesson's state, its words and the names of people together to what the API answers. */
export function describeLesson(
  { state: lesson, words, subject }: SeenLesson,
  configuration: Configuration,
  reader: MemberId | null,
): LessonAnswer {
  const text = (id: WordsId): string => words[id] ?? ''
  const member = (id: MemberId): MemberRef => memberRef(configuration, id)
  const readerMember = reader === null ? undefined : configuration.members.get(reader)
  const { change, standing } = latest(lesson)
  const request = inForce(lesson)?.request ?? null
  return {
    ...headOf({ state: lesson, words, subject }, configuration),
    version: lesson.version,
    whys: lesson.whys.map(text),
    change: describeChange(change, text, configuration),
    trial: 'adopter' in standing ? trialOf(standing, member) : null,
    request: request && {
      owner: member(request.owner),
      due: request.due,
      state: request.state,
      answer: request.state === 'answered' ? { done: request.done, words: text(request.words), at: request.at } : null,
    },
    decision: decisionOf(standing, text, member),
    earlier: lesson.versions.slice(0, -1).map(version => earlierOf(version, text, member, configuration)),
    comments: lesson.comments.map(({ words: id, by, at }) => ({ text: text(id), by: member(by), at })),
    supporters: lesson.supporters.map(({ member: id, at }) => ({ member: member(id), at })),
    may: readerMember ? mayOnLesson(lesson, readerMember, configuration.policy) : [],
  }
}

/** A lesson as lists show it. */
export const describeLessonRow = (seen: SeenLesson, configuration: Configuration): LessonRow => ({
  ...headOf(seen, configuration),
  change: describeChange(latest(seen.state).change, id => seen.words[id] ?? '', configuration),
  until: inForce(seen.state)?.until ?? null,
  supporters: seen.state.supporters.length,
  comments: seen.state.comments.length,
})

function headOf({ state: lesson, words, subject }: SeenLesson, configuration: Configuration) {
  return {
    id: lesson.id,
    state: stateOf(lesson),
    what: words[lesson.what] ?? '',
    issue: lesson.issue === null ? null : { number: lesson.issue, subject: subject ?? '' },
    kind: lesson.kind === null ? null : kindRef(configuration, lesson.kind),
    proposedBy: memberRef(configuration, lesson.proposer),
    proposedAt: lesson.proposedAt,
  }
}

/** Its last version is never one that was changed: the change made another. */
function stateOf(lesson: Lesson): LessonAnswer['state'] {
  const { state } = latest(lesson).standing
  if (state === 'changed') throw new Error(`Lesson ${lesson.id} ends with a version that was changed.`)
  return state
}

function describeChange(
  change: LessonChange,
  text: (id: WordsId) => string,
  configuration: Configuration,
): ChangeAnswer {
  switch (change.type) {
    case 'fact_rule': {
      const { type, key, says, allowed, refused } = change
      return { type, key, says: text(says), allowed: allowed.map(text), refused: refused.map(text) }
    }
    case 'checklist':
      return { type: change.type, step: text(change.step) }
    case 'article':
      return { type: change.type, title: text(change.title), body: text(change.body) }
    case 'macro':
      return { type: change.type, name: text(change.name), body: text(change.body) }
    case 'request': {
      const { type, department, ask, owner, due } = change
      const team = teamRef(configuration, department)
      return {
        type,
        department: team,
        ask: text(ask),
        owner: owner === null ? null : memberRef(configuration, owner),
        due,
      }
    }
  }
}

type Standing = LessonVersion['standing']

const trialOf = (
  { adopter, since, until }: Extract<Standing, { adopter: MemberId }>,
  member: (id: MemberId) => MemberRef,
): NonNullable<LessonAnswer['trial']> => ({ adoptedBy: member(adopter), since, until })

function decisionOf(
  standing: Standing,
  text: (id: WordsId) => string,
  member: (id: MemberId) => MemberRef,
): LessonAnswer['decision'] {
  const decision = standing.state === 'declined' ? standing : 'decision' in standing ? standing.decision : null
  return decision && { by: member(decision.by), at: decision.at, why: text(decision.why) }
}

function earlierOf(
  { change, standing }: LessonVersion,
  text: (id: WordsId) => string,
  member: (id: MemberId) => MemberRef,
  configuration: Configuration,
): LessonAnswer['earlier'][number] {
  const decision = decisionOf(standing, text, member)
  if (!('adopter' in standing) || !decision) throw new Error('Only what was adopted is changed.')
  return { change: describeChange(change, text, configuration), trial: trialOf(standing, member), changed: decision }
}
