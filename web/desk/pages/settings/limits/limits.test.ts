import { expect, test } from 'vitest'
import { draftsOf, limitsOf } from './limits.ts'

const agents = { who: { role: 'agent' as const }, kind: null, amount: 5_000, currency: 'EUR' }

test('a limit is written as people write money, and read back the same', () => {
  const yen = { who: { member: 'carla' }, kind: 'refund', amount: 700, currency: 'JPY' }
  const champions = { who: { rung: 2 }, kind: null, amount: null, currency: 'EUR' }
  const last = { ...champions, who: { rung: 'last_resort' as const } }
  const drafts = draftsOf([agents, yen, champions, last])
  expect(drafts.map(({ amount }) => amount)).toEqual(['50', '700', '', ''])
  expect(limitsOf(drafts)).toEqual([agents, yen, champions, last])
})

test('an empty amount is without bound, a word is none', () => {
  const [draft] = draftsOf([agents])
  if (!draft) throw new Error('There is one.')
  expect(limitsOf([{ ...draft, amount: ' ' }])).toEqual([{ ...agents, amount: null }])
  expect(limitsOf([{ ...draft, amount: '49,90' }])).toEqual([{ ...agents, amount: 4_990 }])
  expect(limitsOf([{ ...draft, amount: 'much' }])).toBeNull()
  expect(limitsOf([{ ...draft, who: '' }])).toBeNull()
})
