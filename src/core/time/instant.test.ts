import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromEpochMs, instant, isInstantText, minutesBetween, plusMinutes } from './instant.ts'

test('a time with any offset becomes one in UTC with milliseconds, so that it compares', () => {
  expect(instant('2026-11-24T18:00:00+01:00')).toBe('2026-11-24T17:00:00.000Z')
  expect(instant('2026-11-24T17:00:00.123456Z')).toBe('2026-11-24T17:00:00.123Z')
  expect(instant('2026-11-24t17:00:00z')).toBe('2026-11-24T17:00:00.000Z')
  expect(instant('2028-02-29T00:00:00Z')).toBe('2028-02-29T00:00:00.000Z')
  for (const bound of ['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']) {
    expect(isInstantText(bound)).toBe(true)
    expect(instant(bound)).toBe(bound)
  }
})

test.each([
  'tomorrow',
  '2026-11-24',
  '2026-11-24T17:00:00',
  '2026-11-24T17:00Z',
  '2026-13-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-11-31T10:00:00Z',
  '2026-11-24T25:00:00Z',
  '2026-11-24T24:00:00Z',
  '9999-12-31T23:59:59-01:00',
  '0000-01-01T00:00:00+01:00',
])('"%s" is no time', text => {
  expect(isInstantText(text)).toBe(false)
  expect(() => instant(text)).toThrow(new RangeError(`"${text}" is no time. Write it like 2026-11-24T17:00:00Z`))
})

test('minutes between two moments, and after one', () => {
  const ten = instant('2026-11-24T10:00:00Z')
  expect(plusMinutes(ten, 90)).toBe('2026-11-24T11:30:00.000Z')
  expect(minutesBetween(ten, plusMinutes(ten, 90))).toBe(90)
})

test('milliseconds are written as JavaScript writes them, in every year and before 1970', () => {
  fc.assert(
    fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), ms => {
      expect(fromEpochMs(ms)).toBe(new Date(ms).toISOString())
    }),
  )
  fc.assert(
    fc.property(fc.double({ min: -4e12, max: 4e12, noNaN: true }), ms => {
      expect(fromEpochMs(ms)).toBe(new Date(ms).toISOString())
    }),
  )
  expect(() => fromEpochMs(Number.NaN)).toThrow(RangeError)
})
