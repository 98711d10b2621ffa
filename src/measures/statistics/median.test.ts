import { expect, test } from 'vitest'
import { medianOf } from './median.ts'
import { numbersFrom } from './testing/seeded.ts'

test('of nothing there is no median', () => {
  expect(medianOf([])).toBeNull()
})

test.each([
  [[7], { value: 7, low: 7, high: 7 }],
  [[3, 1], { value: 2, low: 1, high: 3 }],
  [[5, 5, 5, 5], { value: 5, low: 5, high: 5 }],
])('of few it is what one sees: %j', (values, estimate) => {
  expect(medianOf(values)).toEqual(estimate)
})

test('of three by hand: all three drawn alike from the ends comes up too often to leave an end out', () => {
  // The median of three draws is the smallest with chance 7/27: far more than 2.5 %. So it is with the largest.
  expect(medianOf([30, 10, 20])).toEqual({ value: 20, low: 10, high: 30 })
})

test('of nine by hand', () => {
  // Of nine draws at least five are among the two smallest with chance 3.0 %, among the smallest alone with 0.1 %.
  expect(medianOf([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual({ value: 5, low: 2, high: 8 })
})

test('the order of the values does not matter, and nothing is drawn: the same values give the same interval', () => {
  const values = Array.from({ length: 101 }, (_, index) => (index * 37) % 101)
  expect(medianOf(values)).toEqual(medianOf(values.toSorted((one, other) => one - other)))
  expect(medianOf(values)?.value).toBe(50)
})

test.each([9, 40, 101, 500])('of %i the interval is that of many resamplings', count => {
  const draw = numbersFrom(7)
  const values = Array.from({ length: count }, () => Math.round(draw() ** 3 * 10_000))
  const sorted = values.toSorted((one, other) => one - other)
  const medians = Array.from({ length: 20_000 }, () => {
    const again = Float64Array.from(values, () => sorted[Math.floor(draw() * count)] ?? 0).sort()
    return ((again[Math.ceil(count / 2) - 1] ?? 0) + (again[Math.floor(count / 2)] ?? 0)) / 2
  }).sort((one, other) => one - other)
  const found = medianOf(values)
  const rankOf = (value: number | undefined): number => sorted.findIndex(one => one >= (value ?? Number.NaN))
  // Within what 20,000 drawings leave to chance: one place, or two of many.
  const near = count < 100 ? 1 : 2
  expect(Math.abs(rankOf(found?.low) - rankOf(medians[500]))).toBeLessThanOrEqual(near)
  expect(Math.abs(rankOf(found?.high) - rankOf(medians[19_499]))).toBeLessThanOrEqual(near)
})

test('of thousands the interval is as long as it should be: about 0.98 of the root of them in places on either side', () => {
  const values = Array.from({ length: 5001 }, (_, index) => index)
  const { value, low, high } = medianOf(values) ?? { value: 0, low: 0, high: 0 }
  expect(value).toBe(2500)
  for (const side of [value - low, high - value]) expect(side / Math.sqrt(5001)).toBeCloseTo(0.98, 1)
})
