import { expect, test } from 'vitest'
import { lengthOf, sayLength } from './lengths.ts'

test('lengths are read in words', () => {
  expect(lengthOf('4 hours', 'minutes')).toBe(240)
  expect(lengthOf('1.5h', 'minutes')).toBe(90)
  expect(lengthOf('90 min', 'minutes')).toBe(90)
  expect(lengthOf('30', 'days')).toBe(30)
  expect(lengthOf('2 times', 'times')).toBe(2)
})

test('and not guessed: a number alone could be minutes or hours', () => {
  for (const text of ['4', 'soon', '', '1.01 hours', '4 days']) expect(lengthOf(text, 'minutes')).toBeNull()
})

test('said as they are read', () => {
  for (const minutes of [1, 15, 60, 90, 240]) expect(lengthOf(sayLength(minutes, 'minutes'), 'minutes')).toBe(minutes)
  expect(sayLength(1, 'days')).toBe('1 day')
})
