import { describe, expect, test } from 'vitest'
import type { ForeignEventAnswer } from '../../../src/contract/answers.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { layOutBefore } from './layout.ts'

const setting = { width: 900, zone: 'Europe/Madrid', now: Date.parse('2026-11-24T10:00:00Z') }

/** Events an hour after one another, each with a person and a group. */
const log = (...holders: [person: string | null, group: string | null][]): ForeignEventAnswer[] =>
  holders.map(([person, group], n) => ({
    place: n + 1,
    at: new Date(Date.parse('2012-03-01T08:00:00Z') + n * 3_600_000).toISOString() as Instant,
    person,
    group,
    status: null,
    activity: null,
  }))

describe('the time of an issue at another desk', () => {
  test('each person has a lane; events of one after another are one run, and who is not named changes nothing', () => {
    const shapes = layOutBefore(log(['Zoe', 'L1'], ['Zoe', 'L1'], [null, 'L2'], ['Tom', 'L2'], ['Zoe', 'L1']), setting)
    expect(shapes.lanes.map(({ whole }) => whole)).toEqual(['Zoe', 'Tom'])
    expect(shapes.runs.map(({ y }) => shapes.lanes.find(lane => lane.y === y)?.whole)).toEqual(['Zoe', 'Tom', 'Zoe'])
    expect(shapes.runs[0]?.x2).toBe(shapes.runs[1]?.x1)
    expect(shapes.passes).toHaveLength(2)
    expect(shapes.dots).toHaveLength(5)
    expect(shapes.sentence).toBe('On 1 Mar 2012: 5 events, 2 people in 2 groups. It changed hands 2 times.')
  })

  test('the axis says the year with which it begins', () => {
    const [first, ...others] = layOutBefore(log(['Zoe', null], ['Tom', null], ['Zoe', null]), setting).ticks
    expect(first?.text).toBe('1 Mar 2012')
    expect(others.every(({ x }) => x > 60)).toBe(true)
  })

  test('where people are too many their groups have the lanes', () => {
    const many = Array.from({ length: 8 }, (_, n): [string, string] => [`P${n}`, n < 4 ? 'L1' : 'L2'])
    expect(layOutBefore(log(...many), setting).lanes.map(({ whole }) => whole)).toEqual(['L1', 'L2'])
  })

  test('where groups are too many the last ones share a lane', () => {
    const many = Array.from({ length: 9 }, (_, n): [string, string] => [`P${n}`, `L${n}`])
    const shapes = layOutBefore(log(...many), setting)
    expect(shapes.lanes.map(({ whole }) => whole)).toEqual(['L0', 'L1', 'L2', 'L3', 'L4', '4 more'])
    expect(shapes.runs).toHaveLength(6)
  })

  test('a log that names nobody has one lane, and its events on it', () => {
    const shapes = layOutBefore(log([null, null], [null, null]), setting)
    expect(shapes.lanes).toMatchObject([{ whole: 'nobody named' }])
    expect(shapes).toMatchObject({ runs: [], passes: [] })
    expect(shapes.dots.map(({ y }) => y)).toEqual([shapes.lanes[0]?.y, shapes.lanes[0]?.y])
  })

  test.each([300, 390, 900])('everything stands within a width of %i', width => {
    const shapes = layOutBefore(log(['Zoe', null], ['Tom', null]), { ...setting, width })
    const xs = [...shapes.runs.flatMap(({ x1, x2 }) => [x1, x2]), ...shapes.dots.map(({ x }) => x)]
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...xs)).toBeLessThanOrEqual(width)
  })

  test('one event alone, and none at all, are a picture too', () => {
    expect(layOutBefore(log(['Zoe', null]), setting).sentence).toBe('On 1 Mar 2012: 1 event, 1 person.')
    expect(layOutBefore([], setting).dots).toEqual([])
  })
})
