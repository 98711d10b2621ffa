import { expect, test } from 'vitest'
import { amount, length, percent } from './numbers.ts'

test('numbers have as many digits as say something', () => {
  expect([0, 0.254, 1, 2.05, 9.96, 24.4, 7554].map(amount)).toEqual(['0', '0.25', '1', '2.1', '10', '24', '7,554'])
})

test('little is never nothing, and nearly all is never all', () => {
  expect([0, 0.0004, 0.068, 0.742, 0.998, 1].map(percent)).toEqual([
    '0 %',
    '< 0.1 %',
    '6.8 %',
    '74 %',
    '> 99 %',
    '100 %',
  ])
})

test('long silences are told in days', () => {
  expect([0, 1, 47, 48, 71.4].map(length)).toEqual(['0 hours', '1 hour', '47 hours', '2 days', '3 days'])
})
