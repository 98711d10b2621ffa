import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideLesson, decideProposal, nextLessonDeadline } from '../../src/core/learning/learning.ts'
import { type Lesson, type LessonEvent, type LessonRecorded, replayLesson } from '../../src/core/learning/lesson.ts'
import type { LessonCommand } from '../../src/core/learning/lesson-commands.ts'
import type { RefusalCode } from '../../src/core/refusals.ts'
import {
  adopt,
  answer,
  askRepair,
  change,
  compareNumbers,
  offThePhone,
  propose,
} from '../../src/core/testing/lessons.ts'
import { olu } from '../../src/core/testing/people.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { asMember, company, contextOf, later, theDesk } from './world.ts'

/** Whatever members and time do with a lesson in any order. */
const world = company('tuesday', 'whole', 'schedule')
const dawn = world.now
const request = askRepair(olu, later(dawn, 20 * 1440))
const changes = fc.constantFrom(offThePhone, compareNumbers, request, { ...request, owner: null })
const commands: fc.Arbitrary<LessonCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(adopt(), adopt({ trialDays: 5, owner: 'olu' })) },
  fc.constant<LessonCommand>({ type: 'DeclineLesson', why: 'w' }),
  fc.constant<LessonCommand>({ type: 'CommentOnLesson', words: 'w' }),
  fc.boolean().map((supports): LessonCommand => ({ type: 'SupportLesson', supports })),
  { weight: 3, arbitrary: fc.constant<LessonCommand>({ type: 'DecideOnLesson', decision: 'keep', why: 'w' }) },
  fc.constant<LessonCommand>({ type: 'DecideOnLesson', decision: 'drop', why: 'w' }),
  { weight: 2, arbitrary: changes.map(to => change(to, 3)) },
  { weight: 2, arbitrary: fc.boolean().map(answer) },
)
const steps = fc.array(
  fc.record({
    pass: fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.constant(6 * 1440)),
    clock: fc.boolean(),
    who: fc.constantFrom('priya', 'priya', 'ada', 'olu', 'olu', 'ben', 'gone'),
    command: commands,
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
)

const met = { events: new Set<LessonEvent['type']>(), refusals: new Set<RefusalCode>() }

test('Rules 28 and 29: whatever members and time do with a lesson, the rules hold after every step', () => {
  fc.assert(
    fc.property(changes, steps, (proposal, sequence) => {
      const proposed = decideProposal(propose(proposal), contextOf(world, asMember('ben'), dawn))
      if ('refusal' in proposed) throw new Error(proposed.refusal.code)
      let log = proposed.events
      let now = dawn
      for (const { pass, clock, who, command } of sequence) {
        now = later(now, pass)
        if (clock) log = clockUntil(log, now)
        log = take(log, command, who, now)
      }
    }),
    { numRuns: 2_000 },
  )
  expect([...met.events].sort()).toEqual(everyEvent)
  expect(usualRefusals.filter(code => !met.refusals.has(code))).toEqual([])
})

/** One step, decided on what the clock has settled in time and on what it has not: both come to the same. */
function take(
  log: readonly LessonRecorded[],
  command: LessonCommand,
  who: string,
  now: Instant,
): readonly LessonRecorded[] {
  const context = contextOf(world, asMember(who), now)
  const decision = decideLesson(replayLesson(log), command, context)
  const inTime = clockUntil(log, now)
  const again = decideLesson(replayLesson(inTime), command, context)
  if ('refusal' in decision || 'refusal' in again) {
    expect(again).toEqual(decision)
    if ('refusal' in decision) met.refusals.add(decision.refusal.code)
    return log
  }
  const after = [...log, ...decision.events]
  expect([...inTime, ...again.events]).toEqual(after)
  hold(after, decision.lesson, now)
  return after
}

function clockUntil(log: readonly LessonRecorded[], now: Instant): readonly LessonRecorded[] {
  let settled = log
  for (let due = nextLessonDeadline(replayLesson(settled)); due !== null && due <= now; ) {
    const decision = decideLesson(replayLesson(settled), { type: 'Tick' }, contextOf(world, theDesk, due))
    if ('refusal' in decision || decision.events.length === 0)
      throw new Error(`Nothing became of what fell due at ${due}`)
    settled = [...settled, ...decision.events]
    hold(settled, decision.lesson, due)
    due = nextLessonDeadline(decision.lesson)
  }
  return settled
}

function hold(log: readonly LessonRecorded[], lesson: Lesson, now: Instant): void {
  for (const { event } of log) met.events.add(event.type)
  const says = invariants
    .filter(({ holds }) => !holds(log, lesson, now))
    .map(({ rule, what }) => `Rule ${rule}: ${what}`)
  expect(says).toEqual([])
}

const deciders = [...world.members.values()]
  .filter(({ role }) => role === 'supervisor' || role === 'admin')
  .map(({ id }) => id)
const decisions = ['LessonAdopted', 'LessonDeclined', 'LessonKept', 'LessonChanged', 'LessonDropped']
const by = ({ by: actor }: LessonRecorded): string => (actor.kind === 'member' ? actor.id : 'desk')

const invariants: readonly {
  rule: number
  what: string
  holds: (log: readonly LessonRecorded[], lesson: Lesson, now: Instant) => boolean
}[] = [
  {
    rule: 28,
    what: 'only whom the workspace says decides on it',
    holds: log => log.every(one => !decisions.includes(one.event.type) || deciders.includes(by(one))),
  },
  {
    rule: 28,
    what: 'each supports it once at most',
    holds: (_, { supporters }) => new Set(supporters.map(({ member }) => member)).size === supporters.length,
  },
  {
    rule: 28,
    what: 'a request in force has an owner and a due time, and only its owner answers it',
    holds: (log, { versions }) =>
      versions.every(
        ({ change: { type }, standing }) =>
          !('adopter' in standing) || (type === 'request') === (standing.request !== null),
      ) && log.every(one => one.event.type !== 'LessonRequestAnswered' || by(one) === 'olu'),
  },
  {
    rule: 29,
    what: 'it is kept only after the trial of that version',
    holds: log =>
      log.every(({ event }, index) => {
        const earlier = log.slice(0, index).map(other => other.event.type)
        const began = Math.max(earlier.lastIndexOf('LessonAdopted'), earlier.lastIndexOf('LessonChanged'))
        return event.type !== 'LessonKept' || earlier.lastIndexOf('LessonTrialEnded') > began
      }),
  },
  {
    rule: 29,
    what: 'every version but the last was changed, and the last was not',
    holds: (_, { versions }) =>
      versions.every(({ standing }, index) => (standing.state === 'changed') === index < versions.length - 1),
  },
  {
    rule: 33,
    what: 'nothing that fell due is left, and time never goes back',
    holds: (log, lesson, now) => {
      const next = nextLessonDeadline(lesson)
      return (next === null || next > now) && log.every(({ at }, index) => (log[index - 1]?.at ?? at) <= at)
    },
  },
  {
    rule: 33,
    what: 'the log gives the state, number by number, also through its storage as JSON',
    holds: (log, lesson) =>
      lesson.version === log.length &&
      isDeepStrictEqual(replayLesson(log), lesson) &&
      isDeepStrictEqual(JSON.parse(JSON.stringify(lesson)), lesson),
  },
]

const everyEvent: readonly LessonEvent['type'][] = [
  'LessonAdopted',
  'LessonChanged',
  'LessonCommented',
  'LessonDeclined',
  'LessonDropped',
  'LessonKept',
  'LessonProposed',
  'LessonRequestAnswered',
  'LessonRequestOverdue',
  'LessonSupportTakenBack',
  'LessonSupported',
  'LessonTrialEnded',
]

const usualRefusals: readonly RefusalCode[] = [
  'already_adopted',
  'due_in_past',
  'lesson_decided',
  'needs_request_owner',
  'no_request',
  'not_a_member',
  'not_adopted',
  'not_adopter',
  'not_request_owner',
  'request_answered',
  'trial_running',
]
