import { expect, test } from 'vitest'
import { besideOf, chosenIn, dayIn, scopeOf, searchOf } from './search.ts'

const everybodys = { today: '2026-11-26', mine: false }

test('an empty address asks for the last weeks, as the server counts them', () => {
  const chosen = chosenIn({})
  expect(scopeOf(chosen, everybodys)).toEqual({})
  expect(besideOf(chosen)).toEqual({})
  expect(searchOf(chosen)).toEqual({})
})

test('a quarter begins with its first month, a year on the same day of the one before', () => {
  expect(scopeOf(chosenIn({ time: 'quarter' }), everybodys)).toEqual({ from: '2026-10-01' })
  expect(scopeOf(chosenIn({ time: 'quarter' }), { today: '2026-03-31', mine: false })).toEqual({ from: '2026-01-01' })
  expect(scopeOf(chosenIn({ time: 'year' }), everybodys)).toEqual({ from: '2025-11-26' })
  expect(scopeOf(chosenIn({ time: 'year' }), { today: '2028-02-29', mine: false })).toEqual({ from: '2027-02-28' })
})

test('what was chosen comes back from its address', () => {
  const chosen = chosenIn({ from: '2026-10-01', to: '2026-10-31', team: 't', channel: 'phone', against: 'before' })
  expect(chosen.time).toBe('hand')
  expect(chosenIn(searchOf(chosen))).toEqual(chosen)
  expect(scopeOf(chosen, { ...everybodys, mine: true })).toEqual({
    from: '2026-10-01',
    to: '2026-10-31',
    team: 't',
    channel: 'phone',
    mine: 'true',
  })
  expect(besideOf(chosen)).toEqual({ against: 'before' })
})

test('what cannot be read in an address is as if it were not there', () => {
  const typed = { time: 'ever', from: 'yesterday', to: '2026-13-45', channel: 'pigeon', by: 'person', against: '1' }
  expect(chosenIn(typed)).toEqual(chosenIn({}))
})

test('a time by hand may be open at one end', () => {
  expect(besideOf(chosenIn({ against: 'hand', againstTo: '2026-06-30' }))).toEqual({ againstTo: '2026-06-30' })
  expect(scopeOf(chosenIn({ time: 'hand', from: '2026-06-01' }), everybodys)).toEqual({ from: '2026-06-01' })
})

test('a day is the one on the wall of the workspace', () => {
  expect(dayIn('Europe/Madrid', '2026-11-25T23:30:00Z')).toBe('2026-11-26')
  expect(dayIn('America/New_York', '2026-11-26T02:00:00Z')).toBe('2026-11-25')
})
