import { expect, test } from 'vitest'
import { at, office } from '../core/testing/people.ts'
import { watchDates } from './watch-dates.ts'

const now = at('2026-11-24 10:00')
const holidays = { ...office, holidays: ['2027-01-01'] }

/** The days that are understood, as the wall in Madrid shows them. */
const days = (text: string): string[] | null =>
  watchDates(text, now, holidays)?.map(moment =>
    Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/Madrid').toPlainDateTime().toString().slice(0, 16),
  ) ?? null

test.each([
  ['on the 1st of each of the next three months', ['2026-12-01T17:00', '2027-01-04T17:00', '2027-02-01T17:00']],
  ['the 1st of the next 2 months', ['2026-12-01T17:00', '2027-01-04T17:00']],
  ['on the 30th of each of the next two months', ['2026-11-30T17:00', '2026-12-30T17:00']],
  ['on each of the next three bills', ['2026-12-24T17:00', '2027-01-25T17:00', '2027-02-24T17:00']],
  ['the next three bills', ['2026-12-24T17:00', '2027-01-25T17:00', '2027-02-24T17:00']],
  ['monthly for 2 months', ['2026-12-24T17:00', '2027-01-25T17:00']],
  [
    'every month on the 31st for 4 months',
    ['2026-11-30T17:00', '2026-12-31T17:00', '2027-02-01T17:00', '2027-03-01T17:00'],
  ],
  ['every Monday for 3 weeks', ['2026-11-30T17:00', '2026-12-07T17:00', '2026-12-14T17:00']],
  ['Every Tuesday for two weeks', ['2026-12-01T17:00', '2026-12-08T17:00']],
  ['every week for 1 week', ['2026-12-01T17:00']],
  ['1 December and 1 January', ['2026-12-01T17:00', '2027-01-01T17:00']],
  ['Friday 11:00, in 30 days', ['2026-11-27T11:00', '2026-12-24T17:00']],
  ['in 1 week and in 2 weeks', ['2026-12-01T17:00', '2026-12-08T17:00']],
  ['tomorrow 15:00', ['2026-11-25T15:00']],
])('Rule 20: "%s" are dates', (text, expected) => {
  expect(days(text)).toEqual(expected)
})

test.each([
  '',
  'now and then',
  'every Blursday for 3 weeks',
  'the 40th of the next 2 months',
  'the next 0 months',
  'the next 25 months',
])('"%s" are none', text => {
  expect(days(text)).toBeNull()
})
