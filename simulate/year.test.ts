import { describe, expect, test } from 'vitest'
import { isClosed, owner } from '../src/core/issue/issue.ts'
import { running } from '../src/core/promise/promise.ts'
import { liveByTheRulebook } from './by-the-rulebook.ts'
import { type Habits, habits } from './habits.ts'
import { liveByOtherDesk } from './other-desk.ts'
import { spread } from './quantiles.ts'
import { liveAll } from './workers.ts'
import { type World, worldOf } from './world.ts'
import { measure } from './yardstick.ts'
import { live, type Outcome, type Year } from './year.ts'

const size = { days: 15, issuesPerDay: 20, members: 12 }
const years: Year[] = [1, 2, 3].map(seed => ({ seed, size, but: null }))

const always = (value: number) => spread(Array.from({ length: 12 }, () => value))
const worldWith = (changes: Partial<Habits>, seed = 1): World => worldOf(seed, size, { ...habits, ...changes })

test('the same seed gives the same year, however many years are lived through at once', async () => {
  const alone = years.map(live)
  expect(years.map(live)).toEqual(alone)
  expect(await liveAll(years)).toEqual(alone)
  expect(alone[0]).not.toEqual(alone[1])
})

test('both desks live in the same world: the same customers come at the same time, with the same needs', () => {
  const world = worldWith({})
  const [other, rulebook] = [liveByOtherDesk(world), liveByTheRulebook(world)]
  const arrivals = ({ courses }: Outcome): number[] => courses.map(({ openedAt }) => openedAt)
  expect(arrivals(other)).toEqual(world.needs.map(({ at }) => at))
  expect(arrivals(rulebook)).toEqual(arrivals(other))
})

describe('by the rulebook', () => {
  const world = worldWith({})
  const { desk, courses } = liveByTheRulebook(world)

  test('Rule 1: every issue has a named owner who works there, until the end', () => {
    for (const { issue } of desk.lives) expect(desk.context.members.get(owner(issue).member)?.active).toBe(true)
  })

  test('Rule 12: on every issue that is open a promise runs', () => {
    const open = desk.lives.filter(({ issue }) => ['open', 'proposed'].includes(issue.lifecycle.phase))
    for (const { issue } of open) expect(running(issue).length).toBeGreaterThan(0)
  })

  test('Rule 14: every promise came to something, and what is counted is what is on record', () => {
    for (const { issue, course } of desk.lives) {
      const fates = issue.promises.map(({ fate }) => fate)
      const wasBroken = fates.filter(
        fate => fate.state === 'broken' || fate.state === 'made_good' || (fate.state === 'released' && fate.brokenAt),
      )
      expect(course.promises.broken).toBe(wasBroken.length)
      expect(course.promises.kept).toBe(fates.filter(({ state }) => state === 'kept').length)
      expect(course.promises.made + course.promises.moved).toBe(issue.promises.length)
    }
  })

  test('Rule 8: nothing is tossed; whoever has it is whom the customer has met', () => {
    expect(courses.filter(({ tosses }) => tosses > 0)).toEqual([])
    for (const { issue, course } of desk.lives) {
      expect(course.holders.map(({ id }) => id)).toEqual(
        issue.ownership.map(({ member }) => member).filter((member, place, all) => member !== all[place - 1]),
      )
    }
  })

  test('the people try what they are used to, and are refused', () => {
    for (const code of ['needs_diagnosis', 'circle', 'too_soon'] as const)
      expect(desk.refusals.get(code), code).toBeGreaterThan(0)
  })

  test('nearly all is closed in the end, and the core has closed what counts as closed', () => {
    expect(courses.filter(({ closedAt }) => closedAt === null).length).toBeLessThan(courses.length / 50)
    for (const { issue, course } of desk.lives) expect(isClosed(issue)).toBe(course.closedAt !== null)
  })
})

describe('at the other desk', () => {
  test('nothing is promised and nobody is asked whether it is solved', () => {
    for (const { promises, confirmed } of liveByOtherDesk(worldWith({})).courses) {
      expect(promises).toEqual({ made: 0, kept: 0, moved: 0, broken: 0, madeGood: 0 })
      expect(confirmed).toBe(false)
    }
  })

  test('who solves everything alone, holds everything and forgets nothing, leaves nothing to complain of', () => {
    const best = { forgets: always(0), tosses: always(0), forSpecialists: 0, anotherOfTheTeam: 0, waitsForOthers: 0 }
    const world = worldWith({ ...best, doesNotHold: 0, sickDaysAYear: 0.001, looksAtNewAfter: always(5) })
    const { stoodStill, circles, tossed, cameBack, stillOpen } = measure(liveByOtherDesk(world), world)
    for (const figure of [stoodStill, circles, tossed, cameBack, stillOpen]) expect(figure.value).toBe(0)
  })

  test('who tosses everything passes all of it on', () => {
    const world = worldWith({ tosses: always(0.9) })
    expect(measure(liveByOtherDesk(world), world).tossed.value).toBeGreaterThan(0.85)
  })
})

test('a desk of people who forget: nothing reminds them there, and here the customer hears all the same', () => {
  const world = worldWith({ forgets: always(1), forgetsInSpiteOfAPromise: 1 })
  const other = measure(liveByOtherDesk(world), world)
  const rulebook = measure(liveByTheRulebook(world), world)
  expect(rulebook.broken.value).toBeGreaterThan(0.3)
  expect(rulebook.madeGood.value).toBeGreaterThan(0.9)
  expect(rulebook.stoodStill.value).toBeLessThan(other.stoodStill.value)
})
