import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zoneOf } from './zone.ts'

const wall = (text: string): number => Date.parse(`${text}Z`)

test.each([
  ['Europe/Madrid', '2026-01-15T12:00', '2026-01-15T11:00Z'],
  ['Europe/Madrid', '2026-07-15T12:00', '2026-07-15T10:00Z'],
  ['Asia/Kolkata', '2026-07-15T12:00', '2026-07-15T06:30Z'],
  ['UTC', '2026-07-15T12:00', '2026-07-15T12:00Z'],
  // Clocks are put forward at two, and back at three.
  ['Europe/Madrid', '2026-03-29T01:59', '2026-03-29T00:59Z'],
  ['Europe/Madrid', '2026-03-29T02:30', '2026-03-29T01:30Z'],
  ['Europe/Madrid', '2026-03-29T03:00', '2026-03-29T01:00Z'],
  ['Europe/Madrid', '2026-10-25T01:59', '2026-10-24T23:59Z'],
  ['Europe/Madrid', '2026-10-25T02:30', '2026-10-25T00:30Z'],
  ['Europe/Madrid', '2026-10-25T03:00', '2026-10-25T02:00Z'],
])('in %s, %s is %s', (name, local, at) => {
  expect(zoneOf(name).epochMs(wall(local))).toBe(Date.parse(at))
})

test('hours that there were twice, or never, are counted', () => {
  const zone = zoneOf('Europe/Madrid')
  for (const local of ['2026-03-29T02:30', '2026-10-25T02:30', '2026-10-25T02:31', '2026-10-25T03:30'])
    zone.epochMs(wall(local))
  expect([zone.never, zone.twice]).toEqual([1, 2])
})

test.each(['Europe/Madird', '', 'CEST!', 'Madrid'])('"%s" is no zone', name => {
  expect(() => zoneOf(name)).toThrow(/is no time zone.*Europe\/Madrid/)
})

test('every local time is what Temporal makes of it', () => {
  const names = [
    'Europe/Madrid',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Pacific/Apia',
    'America/St_Johns',
  ]
  const zones = new Map(names.map(name => [name, zoneOf(name)]))
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      // Within two days of where clocks change in one of them, or anywhere.
      fc.oneof(
        fc
          .tuple(
            fc.constantFrom(
              '2026-03-29',
              '2026-10-25',
              '2026-03-08',
              '2026-11-01',
              '2026-04-05',
              '2026-10-04',
              '2011-12-30',
              '2026-02-15',
            ),
            fc.integer({ min: -2880, max: 2880 }),
          )
          .map(([day, minutes]) => Date.parse(day) + minutes * 60_000),
        fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2050, 0) }),
      ),
      (name, ms) => {
        const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDateTime()
        expect(zones.get(name)?.epochMs(ms)).toBe(local.toZonedDateTime(name).epochMilliseconds)
      },
    ),
    { numRuns: 3000 },
  )
})
