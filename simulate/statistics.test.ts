import { expect, test } from 'vitest'
import { meanOf, quantile, student, wilson } from './statistics.ts'

test("Wilson's interval of a share, also for none and all of a few", () => {
  expect(wilson(8, 10)).toEqual({ value: 0.8, low: expect.closeTo(0.4902, 4), high: expect.closeTo(0.9433, 4) })
  expect(wilson(0, 20)).toEqual({ value: 0, low: 0, high: expect.closeTo(0.1611, 4) })
  expect(wilson(20, 20).low).toBeCloseTo(0.8389, 4)
})

test("Student's points as in the tables", () => {
  for (const [freedom, point] of [
    [3, 3.182],
    [4, 2.776],
    [19, 2.093],
    [30, 2.042],
    [120, 1.98],
  ] as const)
    expect(student(freedom)).toBeCloseTo(point, freedom < 4 ? 1 : 2)
})

test('the mean of several runs, and no interval from a single one', () => {
  const { value, low, high } = meanOf([1, 2, 3, 4, 5])
  expect([value, low, high]).toEqual([3, expect.closeTo(1.037, 2), expect.closeTo(4.963, 2)])
  expect(meanOf([1])).toEqual({ value: 1, low: Number.NaN, high: Number.NaN })
})

test('a quantile is one of the values', () => {
  const values = [3, 1, 2, 5, 4]
  expect([0, 0.5, 0.9, 1].map(part => quantile(values, part))).toEqual([1, 3, 5, 5])
})
