import { describe, expect, test } from 'vitest'
import { adopted, declined, dropped, givenLesson, kept, proposed, trialEnded } from '../testing/lessons.ts'
import { at } from '../testing/people.ts'
import { type Counts, effectOf, effectSpans } from './effect.ts'

const none: Counts = {
  issues: 0,
  broken: 0,
  recurred: 0,
  denied: 0,
  handed_over: 0,
  assist_without_movement: 0,
  excused: 0,
}
const spans = (now: string, ...log: Parameters<typeof givenLesson>) => effectSpans(givenLesson(...log).lesson, at(now))

describe('Rule 29: what is compared', () => {
  const since = at('Tue 11:00')

  test('the trial, and as long before it', () => {
    const whole = {
      before: { from: at('2026-10-25 11:00'), until: since },
      after: { from: since, until: at('2026-12-24 11:00') },
    }
    expect(spans('2026-12-28 10:00', proposed(), adopted(), trialEnded)).toEqual(whole)
    expect(spans('2027-06-28 10:00', proposed(), adopted(), trialEnded, kept)).toEqual(whole)
  })

  test('while it runs, what has run of it', () => {
    expect(spans('Thu 11:00', proposed(), adopted())).toEqual({
      before: { from: at('2026-11-22 11:00'), until: since },
      after: { from: since, until: at('Thu 11:00') },
    })
  })

  test('ended before its time, until then', () => {
    expect(spans('2026-12-28 10:00', proposed(), adopted(), dropped)?.after).toEqual({
      from: since,
      until: at('Wed 11:00'),
    })
  })

  test('never adopted: nothing', () => {
    expect(spans('Thu 11:00', proposed())).toBeNull()
    expect(spans('Thu 11:00', proposed(), declined)).toBeNull()
  })
})

describe('Scenario 60: before and after, counts and intervals', () => {
  test('a share has its count, of how many, and where the true one lies', () => {
    const [broken] = effectOf({ ...none, issues: 40, broken: 20 }, { ...none, issues: 40, broken: 4 })
    expect(broken).toMatchObject({
      name: 'broken',
      before: { count: 20, of: 40, share: 0.5 },
      after: { count: 4, of: 40, share: 0.1 },
      reads: 'fewer',
    })
    expect(broken?.before.low).toBeCloseTo(0.352, 3)
    expect(broken?.before.high).toBeCloseTo(0.648, 3)
  })

  test('more reads more; what chance could do reads unclear', () => {
    const figures = effectOf(
      { ...none, issues: 40, recurred: 1, denied: 10 },
      { ...none, issues: 40, recurred: 20, denied: 8 },
    )
    expect(figures.find(({ name }) => name === 'recurred')?.reads).toBe('more')
    expect(figures.find(({ name }) => name === 'denied')?.reads).toBe('unclear')
  })

  test('of no issues nothing is known', () => {
    const [broken] = effectOf(none, { ...none, issues: 3, broken: 3 })
    expect(broken).toMatchObject({ before: { of: 0, share: null, low: 0, high: 1 }, reads: 'unclear' })
  })
})
