import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readIso } from './iso.ts'

const read = (text: string): { ms: number; isLocal: boolean } | null => {
  const moment = { ms: 0, isLocal: false }
  return readIso(text, moment) ? moment : null
}

test.each([
  ['2010-03-31T15:59:42+01:00', '2010-03-31T14:59:42Z', false],
  ['2010-03-31T15:59:42Z', '2010-03-31T15:59:42Z', false],
  ['2010-03-31t15:59:42z', '2010-03-31T15:59:42Z', false],
  ['2010-03-31 15:59:42', '2010-03-31T15:59:42Z', true],
  ['2010-03-31T15:59', '2010-03-31T15:59:00Z', true],
  ['2010-03-31', '2010-03-31T00:00:00Z', true],
  ['20100331', '2010-03-31T00:00:00Z', true],
  ['20100331T155942Z', '2010-03-31T15:59:42Z', false],
  ['20100331T1559+0530', '2010-03-31T10:29:00Z', false],
  ['2010-03-31T15:59:42-0330', '2010-03-31T19:29:42Z', false],
  ['2010-03-31T15:59:42+01', '2010-03-31T14:59:42Z', false],
  ['2010-03-31 15:59:42 +0100', '2010-03-31T14:59:42Z', false],
  ['2010-03-31 15:59:42 UTC', '2010-03-31T15:59:42Z', false],
  ['2010-03-31T15:59:42.1', '2010-03-31T15:59:42.100Z', true],
  ['2010-03-31T15:59:42,123456789012Z', '2010-03-31T15:59:42.123Z', false],
  ['2010-03-31T15:59:60Z', '2010-03-31T15:59:59Z', false],
  ['2010-03-31T15:59:42+01:00[Europe/London]', '2010-03-31T14:59:42Z', false],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z', false],
])('%s', (text, at, isLocal) => {
  expect(read(text)).toEqual({ ms: Date.parse(at), isLocal })
})

test.each([
  ...['', 'now', '2010', '2010-03', '2010-3-31', '2010-02-30', '2011-02-29', '2010-13-01', '2010-00-10', '2010-01-00'],
  ...[
    '2010-03-31T24:00:00Z',
    '2010-03-31T15:60:00Z',
    '2010-03-31T15:59:61Z',
    '2010-03-31T15',
    '2010-03-31T15:59:42+25:00',
  ],
  ...['2010-03-31T15:59:42+01:0', '2010-03-31T15:59:42.', '2010-03-31T15:59:42Z!', '2010-03-31X15:59', '2010/03/31'],
  ...['2010-0331', '201003-31', '2010-03-31T15:59:42 CET', '２０１０-03-31'],
])('"%s" is none', text => {
  expect(read(text)).toBeNull()
})

test('every time that Temporal writes is read as Temporal does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2200, 0) }),
      fc.integer({ min: -14 * 60, max: 14 * 60 }),
      fc.constantFrom(0, 1, 3, 6, 9),
      (ms, minutes, digits) => {
        const sign = minutes < 0 ? '-' : '+'
        const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
        const offset = `${sign}${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        const instant = Temporal.Instant.fromEpochMilliseconds(ms)
        const text = instant.toString({ timeZone: offset, fractionalSecondDigits: digits as 0 | 1 | 3 | 6 | 9 })
        expect(read(text)).toEqual({ ms: Temporal.Instant.from(text).epochMilliseconds, isLocal: false })
        const wall = instant.toZonedDateTimeISO(offset).toPlainDateTime().toString()
        expect(read(wall)?.ms).toBe(ms + minutes * 60_000)
      },
    ),
  )
})
