import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ben, carla, dana, everybody, membersOf, priya } from '../testing/people.ts'
import { slowOnCall, stepMs } from '../testing/slow-on-call.ts'
import type { Weekday } from '../time/calendar.ts'
import { epochMs, fromEpochMs, type Instant, instant } from '../time/instant.ts'
import { gaps, onCall, type Schedule, stretches } from './on-call.ts'

/** Around changes of clocks: by an hour, by half an hour, at midnight, and none. */
const places = [
  { zone: 'Europe/Madrid', near: '2026-03-26T00:00:00Z' },
  { zone: 'Europe/Madrid', near: '2026-10-22T00:00:00Z' },
  { zone: 'Australia/Lord_Howe', near: '2026-04-02T00:00:00Z' },
  { zone: 'Africa/Cairo', near: '2026-04-22T00:00:00Z' },
  { zone: 'America/Santiago', near: '2026-09-04T00:00:00Z' },
  { zone: 'Asia/Kathmandu', near: '2026-06-01T00:00:00Z' },
]
const steps = (most: number) => fc.integer({ min: 0, max: most })
const later = (at: Instant, count: number): Instant => fromEpochMs(epochMs(at) + count * stepMs)
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)

const schedules = fc
  .record({
    place: fc.constantFrom(...places),
    begins: steps(3 * 96),
    rotation: fc.subarray([ben.id, carla.id, priya.id], { minLength: 1 }),
    weekday: fc.option(fc.integer({ min: 1, max: 7 }), { freq: 2 }),
    time,
    override: fc.option(fc.tuple(steps(9 * 96), steps(96)), { freq: 2 }),
  })
  .map(({ place, begins, rotation, weekday, time: at, override }): { schedule: Schedule; near: Instant } => {
    const near = instant(place.near)
    const relief = override && { from: later(near, override[0]), until: later(near, override[0] + override[1] + 1) }
    return {
      near,
      schedule: {
        id: 's',
        name: 's',
        zone: place.zone,
        rotation,
        handover: { weekday: weekday as Weekday | null, time: at },
        from: later(near, begins),
        overrides: relief ? [{ member: dana.id, ...relief }] : [],
      },
    }
  })

test('whoever is on call is who a watch of the wall clock says, at every moment around its changes', () => {
  fc.assert(
    fc.property(schedules, steps(12 * 96), ({ schedule, near }, passed) => {
      const at = later(near, passed)
      expect(onCall(schedule, at, everybody)).toBe(slowOnCall(schedule, at) ?? null)
    }),
    { numRuns: 400 },
  )
})

test('stretches leave no moment out, change hands at each seam, and say of each moment who is on call', () => {
  const away = {
    ...carla,
    absences: [{ from: instant('2026-03-28T12:00:00Z'), until: instant('2026-03-30T12:00:00Z') }],
  }
  const members = membersOf(ben, away, dana, priya)
  fc.assert(
    fc.property(schedules, steps(6 * 96), steps(6 * 96), ({ schedule, near }, begin, length) => {
      const [from, until] = [later(near, begin), later(near, begin + length + 1)]
      const found = stretches(schedule, from, until, members)
      expect([found.at(0)?.from, found.at(-1)?.until]).toEqual([from, until])
      for (const [index, stretch] of found.entries()) {
        const next = found[index + 1]
        if (next) expect([next.from, next.member !== stretch.member]).toEqual([stretch.until, true])
        for (let at = stretch.from; at < stretch.until; at = later(at, 8))
          expect(onCall(schedule, at, members)).toBe(stretch.member)
      }
      expect(gaps(schedule, from, until, members)).toEqual(found.filter(({ member }) => member === null))
    }),
    { numRuns: 300 },
  )
})
