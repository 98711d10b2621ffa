import { expect, test } from 'vitest'
import { meanOf, type Sums } from './mean.ts'
import { numbersFrom } from './testing/seeded.ts'

const sumsOf = (values: readonly number[]): Sums => ({
  count: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value ** 2, 0),
})

test('of nothing there is no mean; of one, or of all alike, there is no spread', () => {
  expect(meanOf(sumsOf([]))).toBeNull()
  expect(meanOf(sumsOf([3]))).toEqual({ value: 3, low: 3, high: 3 })
  expect(meanOf(sumsOf([2, 2, 2]))).toEqual({ value: 2, low: 2, high: 2 })
})

test('by hand: 0, 1, 2, 5', () => {
  // Mean 2; squared distances 4 + 1 + 0 + 9 = 14, by 3 is 4.667; its root by 4 is 1.080; 1.96 of it is 2.117.
  const found = meanOf(sumsOf([0, 1, 2, 5]))
  expect(found?.value).toBe(2)
  expect(found?.high).toBeCloseTo(4.117, 3)
  // Counts are never below 0.
  expect(found?.low).toBe(0)
})

test('in 95 of 100 samples the true mean is in the interval', () => {
  const draw = numbersFrom(11)
  let held = 0
  for (let sample = 0; sample < 2000; sample += 1) {
    // 0, 1 or 2 changes of hands: 0.5 in the mean.
    const values = Array.from({ length: 200 }, () => (draw() < 0.6 ? 0 : draw() < 0.75 ? 1 : 2))
    const { low, high } = meanOf(sumsOf(values)) ?? { low: 0, high: 0 }
    if (low <= 0.5 && 0.5 <= high) held += 1
  }
  expect(held / 2000).toBeGreaterThan(0.93)
  expect(held / 2000).toBeLessThan(0.97)
})
