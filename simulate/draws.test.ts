import { describe, expect, test } from 'vitest'
import { askOnceMore, countAt, drawsOf, nothingAsked, placeAt } from './draws.ts'

const many = 50_000
const each = <Value>(value: (place: number) => Value): Value[] =>
  Array.from({ length: many }, (_, place) => value(place))
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

describe('what chance says', () => {
  test('the same seed, issue, question and count always answer the same, in whatever order they are asked', () => {
    const first = drawsOf(7)
    const forwards = each(place => first(place, 'toss', 3))
    const second = drawsOf(7)
    const backwards = each(place => second(many - 1 - place, 'toss', 3)).reverse()
    expect(backwards).toEqual(forwards)
  })

  test.each([
    ['issues', (place: number) => drawsOf(1)(place, 'patience')],
    ['counts', (place: number) => drawsOf(1)(5, 'patience', place)],
    ['seeds', (place: number) => drawsOf(place)(5, 'patience')],
  ])('over many %s it is even: each tenth gets its share', (_, draw) => {
    const tenths = Array.from({ length: 10 }, () => 0)
    for (const value of each(draw)) tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1
    // 27.9 would be exceeded once in a thousand times by chance; it is the same every time here.
    const chi = tenths.reduce((sum, count) => sum + (count - many / 10) ** 2 / (many / 10), 0)
    expect(chi).toBeLessThan(27.9)
  })

  test.each([
    ['neighbouring issues', (place: number) => drawsOf(1)(place + 1, 'waits')],
    ['another question about the same issue', (place: number) => drawsOf(1)(place, 'wait')],
    ['the next time that it is asked', (place: number) => drawsOf(1)(place, 'waits', 1)],
    ['the next seed', (place: number) => drawsOf(2)(place, 'waits')],
  ])('%s has nothing to do with it', (_, other) => {
    const draw = drawsOf(1)
    const products = each(place => (draw(place, 'waits') - 0.5) * (other(place) - 0.5))
    expect(Math.abs(mean(products) * 12)).toBeLessThan(4 / Math.sqrt(many))
  })
})

test('how often something was asked is counted for each question', () => {
  const asked = nothingAsked()
  expect([askOnceMore(asked, 'toss'), askOnceMore(asked, 'toss'), askOnceMore(asked, 'who')]).toEqual([0, 1, 0])
})

test('events by chance have the mean and the spread of their kind', () => {
  const draw = drawsOf(3)
  for (const expected of [0.5, 12, 100]) {
    const counts = each(place => countAt(expected, draw(place, 'arrival')))
    const average = mean(counts)
    expect(Math.abs(average - expected)).toBeLessThan(4 * Math.sqrt(expected / many))
    expect(mean(counts.map(count => (count - average) ** 2)) / expected).toBeCloseTo(1, 1)
  }
})

test('a place is taken by its share', () => {
  expect([0, 0.49, 0.5, 0.79, 0.99].map(share => placeAt([0.5, 0.3, 0.2], share))).toEqual([0, 0, 1, 1, 2])
})
