import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  slowAddBusinessMinutes,
  slowBusinessMinutesBetween,
  slowIsOpen,
  slowNextOpening,
} from '../testing/slow-calendar.ts'
import {
  addBusinessMinutes,
  beginOfDay,
  businessMinutesBetween,
  type Calendar,
  calendarFault,
  type Hours,
  isOpen,
  localDay,
  nextOpening,
  plusDays,
} from './calendar.ts'
import { epochMs, fromEpochMs, plusMinutes } from './instant.ts'

/** Days on which clocks change (or not), and around which everything is tried. */
const changes: [zone: string, ...days: string[]][] = [
  ['Europe/Madrid', '2026-03-29', '2026-10-25'],
  ['America/New_York', '2026-03-08', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05', '2026-10-04'],
  ['Asia/Kolkata', '2026-06-01'],
  ['Africa/Casablanca', '2026-02-15', '2026-03-22'],
  // There was no 30 December on Samoa.
  ['Pacific/Apia', '2011-12-30'],
]

const wall = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Up to three openings in a day, in order; the hours in which clocks change are tried most. */
const openings: fc.Arbitrary<Hours[]> = fc
  .uniqueArray(
    fc.oneof(
      fc.integer({ min: 60, max: 240 }),
      fc.integer({ min: 0, max: 1440 }),
      fc.constantFrom(0, 540, 840, 1020, 1440),
    ),
    { minLength: 2, maxLength: 6 },
  )
  .map(ends => {
    const sorted = ends.toSorted((one, other) => one - other)
    return sorted.flatMap((from, index) => {
      const to = sorted[index + 1]
      return index % 2 === 0 && to !== undefined ? [{ from: wall(from), to: wall(to) }] : []
    })
  })

const situation = fc
  .constantFrom(...changes.flatMap(([zone, ...days]) => days.map(day => ({ zone, day }))))
  .chain(({ zone, day }) =>
    fc.record({
      calendar: fc.record({
        zone: fc.constant(zone),
        hours: fc
          .array(fc.option(openings, { freq: 4, nil: [] }), { minLength: 7, maxLength: 7 })
          .filter(week => week.some(hours => hours.length > 0))
          .map(week => Object.fromEntries(week.map((hours, index) => [index + 1, hours]))),
        holidays: fc.uniqueArray(
          fc.integer({ min: -2, max: 3 }).map(days => Temporal.PlainDate.from(day).add({ days }).toString()),
          { maxLength: 2 },
        ),
      }),
      // A moment within two days of the change, mostly at a whole minute.
      from: fc
        .tuple(
          fc.integer({ min: -2 * 1440, max: 2 * 1440 }),
          fc.oneof(fc.constant(0), fc.integer({ max: 59_999, min: 1 })),
        )
        .map(([minutes, ms]) =>
          fromEpochMs(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds + minutes * 60_000 + ms),
        ),
    }),
  )

const runs = { numRuns: 200 }

describe('the calendar is what watching the wall clock minute by minute gives, also when clocks change', () => {
  test('isOpen', () => {
    fc.assert(
      fc.property(situation, ({ calendar, from }) => {
        expect(isOpen(calendar, from)).toBe(slowIsOpen(calendar, epochMs(from)))
      }),
      runs,
    )
  })

  test('nextOpening', () => {
    fc.assert(
      fc.property(situation, ({ calendar, from }) => {
        expect(nextOpening(calendar, from)).toBe(fromEpochMs(slowNextOpening(calendar, epochMs(from))))
      }),
      runs,
    )
  })

  test('addBusinessMinutes', () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: 1, max: 1500 }), ({ calendar, from }, minutes) => {
        fc.pre(minutes < 2 * weekly(calendar))
        const due = addBusinessMinutes(calendar, from, minutes)
        expect(due).toBe(fromEpochMs(slowAddBusinessMinutes(calendar, epochMs(from), minutes)))
      }),
      runs,
    )
  })

  test('businessMinutesBetween', () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: -100, max: 5 * 1440 }), ({ calendar, from }, minutes) => {
        const to = plusMinutes(from, minutes)
        expect(businessMinutesBetween(calendar, from, to)).toBeCloseTo(
          slowBusinessMinutesBetween(calendar, epochMs(from), epochMs(to)),
          6,
        )
      }),
      runs,
    )
  })

  test('what was added is what lies between', () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: 1, max: 20_000 }), ({ calendar, from }, minutes) => {
        // Within the five years in which a desk is taken to open.
        fc.pre(minutes < 100 * weekly(calendar))
        const due = addBusinessMinutes(calendar, from, minutes)
        expect(businessMinutesBetween(calendar, from, due)).toBeCloseTo(minutes, 6)
        expect(due > from).toBe(true)
      }),
      runs,
    )
  })

  test('days are those of the wall, and so is the time some days later', () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: -5, max: 5 }), ({ calendar, from }, days) => {
        const wall = Temporal.Instant.from(from).toZonedDateTimeISO(calendar.zone)
        const day = localDay(calendar, from)
        expect(Temporal.PlainDate.from('1970-01-01').add({ days: day }).equals(wall.toPlainDate())).toBe(true)
        expect(beginOfDay(calendar, day)).toBe(fromEpochMs(wall.startOfDay().epochMilliseconds))
        expect(plusDays(calendar, from, days)).toBe(fromEpochMs(wall.add({ days }).epochMilliseconds))
      }),
      runs,
    )
  })

  test('every such calendar is sound', () => {
    fc.assert(
      fc.property(situation, ({ calendar }) => {
        expect(calendarFault(calendar)).toBeNull()
      }),
    )
  })
})

/** Open minutes of a week: watching more than two weeks pass takes too long. */
const weekly = ({ hours }: Calendar): number =>
  Object.values(hours)
    .flat()
    .reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0)

const minutesOf = (text: string): number => {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return hour * 60 + minute
}
