import { expect, test } from 'vitest'
import type { Unit } from '../said.ts'
import { groupsSaid, nameOf, weeksSaid } from './sentence.ts'
import type { Row } from './weeks-of.ts'

const unit: Unit = { name: 'champion', unit: 'share', per: null, clock: null }

const row = (key: string | null, [count, of]: [number, number], [low, high] = [0, 1], says = key ?? 'none said') => ({
  key,
  says,
  undecided: 0,
  figure: { value: of ? count / of : null, low, high, count, of, small: of < 30, sampled: null, parts: [] },
})
const week = (key: string, count: number, of: number) => ({ ...row(key, [count, of]), key })

test('weeks of few are not compared: they say nothing by themselves', () => {
  expect(weeksSaid([week('2026-10-05', 0, 1), week('2026-10-12', 3, 3)], unit)).toBe(
    '2 weeks with figures, from the week of 5 Oct to the week of 12 Oct, each of fewer than 30: none says much by itself.',
  )
  expect(weeksSaid([week('2026-10-05', 0, 1), week('2026-10-12', 30, 40)], unit)).toBe(
    'Of 2 weeks with figures only the week of 12 Oct is of 30 or more: 75 % (30 of 40).',
  )
  expect(weeksSaid([week('2026-10-05', 0, 1)], unit)).toBe('Only the week of 5 Oct has a figure: 0 % (0 of 1).')
  expect(weeksSaid([week('2026-10-05', 0, 0)], unit)).toBe('No week has figures yet.')
})

test('weeks of enough are told from the lowest to the highest', () => {
  const weeks = [
    week('2026-10-05', 30, 40),
    week('2026-10-12', 20, 40),
    week('2026-10-19', 0, 1),
    week('2026-10-26', 25, 40),
  ]
  expect(weeksSaid(weeks, unit)).toBe(
    'In the 3 weeks of 30 or more it was between 50 % (20 of 40) in the week of 12 Oct and 75 % (30 of 40) in the week of 5 Oct.',
  )
})

test('groups are told in the order in which they come, and whether they can be told apart', () => {
  const rows: Row[] = [row('email', [7, 24], [0.15, 0.49]), row('phone', [7, 14], [0.27, 0.73])]
  expect(groupsSaid(rows, unit, 'channel')).toBe(
    'mail 29 % (7 of 24), phone 50 % (7 of 14). They are too close to tell apart.',
  )
  const apart = [row('email', [7, 24], [0.15, 0.49]), row('phone', [13, 14], [0.68, 0.99])]
  expect(groupsSaid(apart, unit, 'channel')).not.toMatch(/too close/)
  expect(groupsSaid([], unit, 'team')).toMatch(/Of one person they would be theirs alone/)
  expect(groupsSaid([row(null, [0, 0])], unit, 'kind')).toBe('There is nothing to tell apart yet.')
})

test('a kind keeps its own name, a channel is said in our words', () => {
  expect(nameOf(row('id', [1, 1], [0, 1], 'Bills'), 'kind')).toBe('Bills')
  expect(nameOf(row('api', [1, 1]), 'channel')).toBe('the API')
  expect(nameOf(row('2026-10-05', [1, 1]), 'week')).toBe('week of 5 Oct')
})
