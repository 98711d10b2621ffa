import { describe, expect, test } from 'vitest'
import { differenceBetween, differenceOf, type Estimate, wilson } from '../../core/learning/wilson.ts'
import { medianOf } from './median.ts'
import { numbersFrom } from './testing/seeded.ts'

const share = (count: number, of: number): Estimate => ({ value: count / of, ...wilson(count, of) })

describe('whether a difference is more than chance', () => {
  test('of shares it is the interval of Newcombe: his own example, 56 of 70 and 48 of 80', () => {
    // Newcombe 1998, table II (a), method 10: 0.2 with 0.0524 to 0.3339.
    const found = differenceBetween(share(48, 80), share(56, 70))
    expect(found.value).toBeCloseTo(0.2, 10)
    expect(found.low).toBeCloseTo(0.0524, 4)
    expect(found.high).toBeCloseTo(0.3339, 4)
    const { low, high } = differenceOf([48, 80], [56, 70])
    expect([found.low, found.high]).toEqual([low, high])
  })

  test('the other way round it is the same with the other sign', () => {
    const [one, other] = [share(3, 20), share(9, 25)]
    const [there, back] = [differenceBetween(one, other), differenceBetween(other, one)]
    expect(back.value).toBeCloseTo(-there.value, 12)
    expect([back.low, back.high].map(end => -end)).toEqual([
      expect.closeTo(there.high, 12),
      expect.closeTo(there.low, 12),
    ])
  })

  test('of two alike nothing can be told', () => {
    const { value, low, high } = differenceBetween(share(10, 40), share(10, 40))
    expect(value).toBe(0)
    expect(low).toBeLessThan(0)
    expect(high).toBeGreaterThan(0)
  })

  test.each([
    [0.3, 60, 0.3, 80],
    [0.1, 120, 0.2, 90],
    [0.02, 200, 0.05, 150],
    [0.95, 40, 0.9, 200],
  ])('shares: in 95 of 100 the true difference is in it (%d of %i, %d of %i)', (first, ofFirst, second, ofSecond) => {
    const draw = numbersFrom(3)
    const count = (chance: number, of: number): number =>
      Array.from({ length: of }, draw).filter(one => one < chance).length
    const runs = 3000
    let held = 0
    for (let run = 0; run < runs; run += 1) {
      const { low, high } = differenceBetween(
        share(count(first, ofFirst), ofFirst),
        share(count(second, ofSecond), ofSecond),
      )
      if (low <= second - first && second - first <= high) held += 1
    }
    expect(held / runs).toBeGreaterThan(0.935)
    expect(held / runs).toBeLessThan(0.99)
  })

  test('medians: in 95 of 100 the true difference is in it', () => {
    const draw = numbersFrom(5)
    // Waits with a long tail: median 60 and 90 minutes.
    const waits = (median: number, of: number): number[] =>
      Array.from({ length: of }, () => (-Math.log(1 - draw()) / Math.LN2) * median)
    let held = 0
    for (let run = 0; run < 1500; run += 1) {
      const [one, other] = [medianOf(waits(60, 120)), medianOf(waits(90, 150))]
      if (!one || !other) throw new Error('There are values.')
      const { low, high } = differenceBetween(one, other)
      if (low <= 30 && 30 <= high) held += 1
    }
    expect(held / 1500).toBeGreaterThan(0.93)
    expect(held / 1500).toBeLessThan(0.985)
  })
})
