import { expect, test } from 'vitest'
import { instant } from '../core/time/instant.ts'
import { officeHours } from '../store/workspace.ts'
import { understand } from './when.ts'

const calendar = officeHours('Europe/Madrid')
// A Tuesday, 13:00 in Madrid.
const now = instant('2026-11-24T12:00:00Z')

test.each([
  ['tomorrow 10:00', '2026-11-25T09:00:00.000Z'],
  ['Tomorrow at 10', '2026-11-25T09:00:00.000Z'],
  ['Friday 11', '2026-11-27T10:00:00.000Z'],
  ['fri 11:30', '2026-11-27T10:30:00.000Z'],
  ['today 15', '2026-11-24T14:00:00.000Z'],
  ['15:30', '2026-11-24T14:30:00.000Z'],
  ['3pm', '2026-11-24T14:00:00.000Z'],
  ['at 3', '2026-11-24T14:00:00.000Z'],
  ['in 2 hours', '2026-11-24T14:00:00.000Z'],
  ['in 2 business hours', '2026-11-24T14:00:00.000Z'],
  ['in 6 business hours', '2026-11-25T10:00:00.000Z'],
  ['2 working days', '2026-11-26T12:00:00.000Z'],
  ['Friday', '2026-11-27T16:00:00.000Z'],
  ['24 Dec 15:00', '2026-12-24T14:00:00.000Z'],
  ['next monday 9:00', '2026-11-30T08:00:00.000Z'],
])('"%s" means %s', (text, at) => {
  expect(understand(text, now, calendar, 'Europe/Madrid')).toBe(at)
})

test('what names no time means none', () => {
  expect(understand('as soon as I can', now, calendar, 'Europe/Madrid')).toBeNull()
})
