import { expect } from 'vitest'
import type { Actor, Context, Member } from '../context.ts'
import { decideLesson, decideProposal, type LessonDecision } from '../learning/learning.ts'
import type { Lesson, LessonChange, LessonEvent, LessonRecorded } from '../learning/lesson.ts'
import { replayLesson } from '../learning/lesson.ts'
import type { LessonCommand, ProposeLesson } from '../learning/lesson-commands.ts'
import { toldOfLesson } from '../learning/lesson-told.ts'
import type { RefusalCode, RefusalData } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import type { Told } from '../told/told.ts'
import { actor, at, ben, contextAt, olu, priya, theDesk } from './people.ts'

/** Lessons as people propose them, and their logs written down by hand, for the tests of the rules. */
export const offThePhone: LessonChange = {
  type: 'fact_rule',
  key: 'serial',
  says: 'w:says',
  allowed: ['w:off-the-phone'],
  refused: [],
}
export const compareNumbers: LessonChange = { type: 'checklist', step: 'w:step' }
export const askRepair = (owner: Member | null, due = at('Fri 12:00')): LessonChange => ({
  type: 'request',
  department: 'repair',
  ask: 'w:ask',
  owner: owner?.id ?? null,
  due,
})

export const propose = (change: LessonChange = offThePhone, more: Partial<ProposeLesson> = {}): ProposeLesson => ({
  type: 'ProposeLesson',
  lesson: 1,
  issue: 1001,
  kind: 'exchange',
  what: 'w:what',
  whys: ['w:why', 'w:cause'],
  change,
  ...more,
})
export const adopt = (more: { trialDays?: number; owner?: string; due?: Instant } = {}): LessonCommand => ({
  type: 'AdoptLesson',
  trialDays: null,
  owner: null,
  due: null,
  ...more,
})
export const decline: LessonCommand = { type: 'DeclineLesson', why: 'w:no' }
export const keep: LessonCommand = { type: 'DecideOnLesson', decision: 'keep', why: 'w:helps' }
export const drop: LessonCommand = { type: 'DecideOnLesson', decision: 'drop', why: 'w:harms' }
export const change = (to: LessonChange, trialDays: number | null = null): LessonCommand => ({
  type: 'DecideOnLesson',
  decision: 'change',
  why: 'w:better',
  change: to,
  trialDays,
})
export const comment: LessonCommand = { type: 'CommentOnLesson', words: 'w:comment' }
export const support = (supports = true): LessonCommand => ({ type: 'SupportLesson', supports })
export const answer = (done = true): LessonCommand => ({ type: 'AnswerRequest', done, words: 'w:answer' })
export const tick: LessonCommand = { type: 'Tick' }

const happened = (event: LessonEvent, by: Member | Actor, when: Instant): LessonRecorded => ({
  at: when,
  by: actor(by),
  from: 'api',
  event,
})

export const proposed = (of: LessonChange = offThePhone, by: Member = ben): LessonRecorded => {
  const { type: _, ...proposal } = propose(of)
  return happened({ type: 'LessonProposed', ...proposal }, by, at('Tue 10:00'))
}
/** Adopted by Priya for a trial of 30 days. */
export const adopted = ({
  request = null as { owner: string; due: Instant } | null,
  by = priya,
} = {}): LessonRecorded =>
  happened({ type: 'LessonAdopted', until: at('2026-12-24 11:00'), request }, by, at('Tue 11:00'))
export const trialEnded = happened({ type: 'LessonTrialEnded' }, theDesk, at('2026-12-24 11:00'))
export const kept = happened({ type: 'LessonKept', why: 'w:helps' }, priya, at('2026-12-28 11:00'))
export const dropped = happened({ type: 'LessonDropped', why: 'w:harms' }, priya, at('Wed 11:00'))
export const declined = happened({ type: 'LessonDeclined', why: 'w:no' }, priya, at('Tue 11:00'))
export const supported = (by: Member): LessonRecorded => happened({ type: 'LessonSupported' }, by, at('Tue 10:30'))
export const answered = happened({ type: 'LessonRequestAnswered', done: true, words: 'w:answer' }, olu, at('Wed 12:00'))
export const overdue = happened({ type: 'LessonRequestOverdue' }, theDesk, at('Fri 12:00'))

type Expected = {
  [Type in LessonEvent['type']]: { type: Type; at?: Instant; by?: Member | Actor } & Partial<
    Extract<LessonEvent, { type: Type }>
  >
}[LessonEvent['type']]

type When = {
  yields: (...expected: Expected[]) => Decided
  refuses: <Code extends RefusalCode>(code: Code, data?: Partial<RefusalData[Code]>) => void
}
type Decided = {
  lesson: Lesson
  when: (command: LessonCommand, by: Member | Actor, now: Instant, changes?: Partial<Context>) => When
  told: (...expected: Told[]) => Decided
}

/** `givenLesson(what has happened).when(command, by whom, at).yields(events)` or `.refuses(code, data)`. */
export const givenLesson = (...log: LessonRecorded[]): Omit<Decided, 'told'> => ({
  lesson: replayLesson(log),
  when(command, who, now, changes) {
    const context = contextAt(now, who, changes)
    return whenDecided(log, decideLesson(replayLesson(log), command, context), context)
  },
})

/** What comes of a proposal. */
export function proposing(command: ProposeLesson, by: Member | Actor, changes?: Partial<Context>): When {
  const context = contextAt(at('Tue 10:00'), by, changes)
  return whenDecided([], decideProposal(command, context), context)
}

function whenDecided(log: readonly LessonRecorded[], decision: LessonDecision, context: Context): When {
  return {
    yields(...expected) {
      if ('refusal' in decision) throw new Error(`Refused: ${JSON.stringify(decision.refusal)}`)
      const { events, lesson } = decision
      const wished = expected.map(({ at: when = context.now, by = context.by, ...event }) => ({
        at: when,
        by: actor(by),
        event,
      }))
      expect(events).toMatchObject(wished)
      expect(events).toHaveLength(wished.length)
      const whole = [...log, ...events]
      expect(replayLesson(whole)).toEqual(lesson)
      const decided: Decided = {
        ...givenLesson(...whole),
        told(...people) {
          const told = events.flatMap((event, index) =>
            toldOfLesson(event, replayLesson([...log, ...events.slice(0, index + 1)]), context),
          )
          expect(told).toEqual(people)
          return decided
        },
      }
      return decided
    },
    refuses(code, data = {}) {
      expect(decision).toMatchObject({ refusal: { code, data } })
    },
  }
}
