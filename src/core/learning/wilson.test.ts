import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOf, type Interval, wilson } from './wilson.ts'

const rounded = ({ low, high }: Interval) => [low, high].map(value => Math.round(value * 10_000) / 10_000)
const counts = fc.integer({ min: 1, max: 500 }).chain(of => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))

describe('the interval of a share (Wilson)', () => {
  // From Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i: from %f to %f', (count, of, low, high) => {
    expect(rounded(wilson(count, of))).toEqual([low, high])
  })

  test('none of many may be exactly none, and all of them all', () => {
    for (const of of [1, 7, 30, 333]) expect([wilson(0, of).low, wilson(of, of).high]).toEqual([0, 1])
  })

  test('of nothing, everything is possible', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
    expect(differenceOf([0, 0], [3, 4])).toEqual({ low: -1, high: 1 })
    expect(differenceOf([3, 4], [0, 0])).toEqual({ low: -1, high: 1 })
  })

  test('the share lies in it, it lies between 0 and 1, and the other cases mirror it', () => {
    fc.assert(
      fc.property(counts, ([count, of]) => {
        const { low, high } = wilson(count, of)
        const mirrored = wilson(of - count, of)
        const isInside = low - 1e-12 <= count / of && count / of <= high + 1e-12
        return isInside && low >= 0 && high <= 1 && Math.abs(mirrored.low - (1 - high)) < 1e-12
      }),
    )
  })
})

describe('the interval of a difference (Newcombe)', () => {
  // From Newcombe 1998, "Interval estimation for the difference between independent proportions", table II, method 10.
  test.each([
    [[48, 80], [56, 70], 0.0524, 0.3339],
    [[3, 10], [9, 10], 0.1705, 0.809],
    [[2, 7], [6, 7], 0.0582, 0.8062],
    [[0, 29], [5, 56], -0.0381, 0.1926],
    [[0, 20], [0, 10], -0.1611, 0.2775],
    [[0, 10], [10, 10], 0.6075, 1],
  ] as const)('from %j to %j: from %f to %f', (first, second, low, high) => {
    expect(rounded(differenceOf(first, second))).toEqual([low, high])
  })

  test('turned around it is the same with the other sign, and the difference lies in it', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const [one, other] = [differenceOf(first, second), differenceOf(second, first)]
        const difference = second[0] / second[1] - first[0] / first[1]
        const isInside = one.low - 1e-12 <= difference && difference <= one.high + 1e-12
        return isInside && Math.abs(one.low + other.high) < 1e-12
      }),
    )
  })
})
