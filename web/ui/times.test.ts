import { describe, expect, test } from 'vitest'
import { away, both, byWhen, dayOf, lasting, midnights, moment } from './times.ts'

const madrid = 'Europe/Madrid'
const now = '2026-11-17T12:00:00Z' // Tuesday 13:00 in Madrid

describe('a moment', () => {
  test.each([
    ['2026-11-17T14:00:00Z', 'today 15:00, in 2 h'],
    ['2026-11-17T10:00:00Z', 'today 11:00, 2 h ago'],
    ['2026-11-17T15:30:00Z', 'today 16:30, in 3 h 30'],
    ['2026-11-18T09:00:00Z', 'tomorrow 10:00, in 21 h'],
    ['2026-11-16T09:00:00Z', 'yesterday 10:00, 27 h ago'],
    ['2026-11-19T09:00:00Z', 'Thu 10:00, in 2 days'],
    ['2026-11-03T08:12:00Z', 'Tue 3 Nov 09:12, 2 weeks ago'],
    ['2025-11-03T08:12:00Z', '3 Nov 2025 09:12, 12 months ago'],
  ])('%s is said both ways: %s', (when, sentence) => {
    expect(both(when, now, madrid)).toBe(sentence)
  })

  test('is said in the zone of who reads', () => {
    expect(moment('2026-11-17T23:30:00Z', now, madrid)).toBe('tomorrow 00:30')
    expect(moment('2026-11-17T23:30:00Z', now, 'America/New_York')).toBe('today 18:30')
  })

  test('of today needs no day after "by"', () => {
    expect(byWhen('2026-11-17T14:00:00Z', now, madrid)).toBe('15:00')
    expect(byWhen('2026-11-19T09:00:00Z', now, madrid)).toBe('Thu 10:00')
  })
})

test('a week ahead is a date and no weekday alone, which would be read as this week', () => {
  expect(dayOf('2026-11-23T12:00:00Z', now, madrid)).toBe('Mon')
  expect(dayOf('2026-11-24T12:00:00Z', now, madrid)).toBe('Tue 24 Nov')
})

test('days are counted by midnights, across the change of the clocks', () => {
  expect(midnights('2026-10-24T21:00:00Z', '2026-10-25T23:30:00Z', madrid)).toBe(2)
  expect(midnights('2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z', madrid)).toBe(1)
})

test.each([
  [20_000, '1 min'],
  [40 * 60_000, '40 min'],
  [59.6 * 60_000, '1 h'],
  [65 * 60_000, '1 h 05'],
  [12.4 * 3_600_000, '12 h'],
  [48 * 3_600_000, '2 days'],
  [21 * 86_400_000, '3 weeks'],
  [210 * 86_400_000, '7 months'],
])('%d ms last %s', (ms, said) => {
  expect(lasting(ms)).toBe(said)
})

test('what happens within half a minute is now', () => {
  expect(away('2026-11-17T12:00:20Z', now)).toBe('now')
  expect(away('2026-11-17T11:59:40Z', now)).toBe('now')
})
