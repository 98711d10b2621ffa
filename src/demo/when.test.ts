import { expect, test } from 'vitest'
import { businessMinutesBetween } from '../core/time/calendar.ts'
import { instant } from '../core/time/instant.ts'
import { calendarAround } from './company.ts'
import { timesAround } from './when.ts'

const timesOn = (local: string) => {
  const now = instant(local)
  const calendar = calendarAround(now)
  return { now, calendar, times: timesAround(now, calendar) }
}

test('on a working day, days and hours are counted from it', () => {
  const { times } = timesOn('2026-11-24T11:00:00+01:00')
  expect(times.day(-1, '10:40')).toBe(instant('2026-11-23T10:40:00+01:00'))
  expect(times.day(-2, '10:40')).toBe(instant('2026-11-20T10:40:00+01:00'))
  expect(times.day(1, '15:00')).toBe(instant('2026-11-25T15:00:00+01:00'))
  expect(times.ago('1h 20m')).toBe(instant('2026-11-24T09:40:00+01:00'))
  expect(times.ago('3h')).toBe(instant('2026-11-23T16:00:00+01:00'))
  expect(times.dueAgo('50m')).toBe(instant('2026-11-24T10:00:00+01:00'))
  expect(times.dueIn('2h 10m')).toBe(instant('2026-11-24T13:15:00+01:00'))
})

test('on a Sunday night, today is the Friday before and the next hour is on Monday', () => {
  const { times } = timesOn('2026-11-29T03:00:00+01:00')
  expect(times.ago('1h')).toBe(instant('2026-11-27T16:00:00+01:00'))
  expect(times.minutesAgo(75)).toBe(instant('2026-11-29T01:45:00+01:00'))
  expect(times.day(-1, '10:40')).toBe(instant('2026-11-26T10:40:00+01:00'))
  expect(times.dueIn('1h')).toBe(instant('2026-11-30T10:00:00+01:00'))
  expect(times.day(1, '10:00')).toBe(instant('2026-12-01T10:00:00+01:00'))
})

test('five minutes after opening, an hour ago was on Friday', () => {
  const { times } = timesOn('2026-11-30T09:05:00+01:00')
  expect(times.ago('1h')).toBe(instant('2026-11-27T16:05:00+01:00'))
  expect(times.dueAgo('1h')).toBe(instant('2026-11-27T16:00:00+01:00'))
})

test('holidays are no working days', () => {
  const { times } = timesOn('2027-01-07T10:00:00+01:00')
  expect(times.day(-1, '10:00')).toBe(instant('2027-01-05T10:00:00+01:00'))
  expect(times.monthsAgo(1, '10:00')).toBe(instant('2026-12-07T10:00:00+01:00'))
  expect(times.monthsAgo(1, '10:00', 1)).toBe(instant('2026-12-09T10:00:00+01:00'))
})

test.each([
  ['in the morning, last night', '2026-11-24T11:00:00+01:00', '2026-11-23T17:00:00+01:00', '2026-11-24T09:00:00+01:00'],
  [
    'in the afternoon, the last hours',
    '2026-11-24T16:00:00+01:00',
    '2026-11-24T12:30:00+01:00',
    '2026-11-24T16:00:00+01:00',
  ],
  ['in the night, this night', '2026-11-25T02:00:00+01:00', '2026-11-24T17:00:00+01:00', '2026-11-25T02:00:00+01:00'],
  [
    'just closed, the last hours',
    '2026-11-24T17:30:00+01:00',
    '2026-11-24T13:30:00+01:00',
    '2026-11-24T17:30:00+01:00',
  ],
])('what came overnight is not late yet: %s', (_, at, from, until) => {
  const { now, calendar, times } = timesOn(at)
  for (const share of [0.01, 0.5, 0.99]) {
    const came = times.overnight(share)
    expect(came >= instant(from) && came <= instant(until), came).toBe(true)
    expect(businessMinutesBetween(calendar, came, now)).toBeLessThan(200)
  }
})

test('a span that cannot be read says how to write it', () => {
  expect(() => timesOn('2026-11-24T11:00:00+01:00').times.ago('two hours')).toThrow('Write it like 1h 20m')
})
