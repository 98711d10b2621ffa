import { expect, test } from 'vitest'
import type { Instant } from '../../../../../src/core/instant.ts'
import { askedAgain } from './known.ts'

const fact = (key: string) => ({
  key,
  value: '88-204-117',
  how: null,
  by: null,
  at: '2026-11-17T12:00:00Z' as Instant,
  excused: null,
})
const asks = (body: string, ...keys: string[]): string[] => askedAgain(body, keys.map(fact)).map(({ key }) => key)

test('Scenario 61: a question for a known fact is noticed', () => {
  expect(asks('Hello Ana. Could you give me your account number?', 'Account', 'Bundle')).toEqual(['Account'])
  expect(asks('At which number can I call you back?', 'callback')).toEqual(['callback'])
})

test('a statement about it is not, and neither is a longer word', () => {
  expect(asks('I have your account before me. Does Friday suit you?', 'Account')).toEqual([])
  expect(asks('Was the accountant there?', 'Account')).toEqual([])
})

test('a key with signs of a pattern is only a word', () => {
  expect(asks('What is the SIM (2)?', 'SIM (2)', 'C++')).toEqual(['SIM (2)'])
})
