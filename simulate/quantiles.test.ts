import { expect, test } from 'vitest'
import { spread, spreadOf, valueAt } from './quantiles.ts'

test('between two quantiles the value is on the straight line', () => {
  const quantiles = [
    [0, 10],
    [0.5, 20],
    [1, 100],
  ] as const
  expect([0, 0.25, 0.5, 0.75, 1].map(share => valueAt(quantiles, share))).toEqual([10, 15, 20, 60, 100])
})

test('drawn from how it is written down, a measured distribution is written down the same again', () => {
  const measured = Array.from({ length: 10_001 }, (_, place) => (place / 10) ** 2)
  const values = spreadOf(measured)
  const drawn = Array.from({ length: 10_001 }, (_, place) => valueAt(spread(values), place / 10_000))
  const inThousands = (all: readonly number[]): number[] => all.map(value => Math.round(value / 1000))
  expect(inThousands(spreadOf(drawn))).toEqual(inThousands(values))
})
