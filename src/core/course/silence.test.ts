import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Event } from '../events.ts'
import {
  arrived,
  bounced,
  closed,
  confirmed,
  contacted,
  customerWrote,
  happened,
  type Part,
  proposed,
} from '../testing/history.ts'
import { ana, at, ben, carla, office } from '../testing/people.ts'
import { slowBusinessMinutesBetween } from '../testing/slow-calendar.ts'
import type { Calendar } from '../time/calendar.ts'
import { epochMs, fromEpochMs, type Instant } from '../time/instant.ts'
import { courseFromLog } from './course.ts'
import { type Silence, tooLongSince } from './silence.ts'

const silenceOf = (...parts: Part[]): Silence => courseFromLog(parts.flat(), office).course.silence

const word = (contact: number, when: Instant, more: Partial<Extract<Event, { type: 'CustomerContacted' }>> = {}) =>
  happened(
    { type: 'CustomerContacted', contact, channel: 'email', message: `w:${contact}`, reached: true, ...more },
    ben,
    when,
  )
const denied = (when: Instant) => happened({ type: 'ResolutionDenied', words: null }, ana, when)

// Ana writes on Tuesday at nine; the desk is open from nine to five.
describe('DESIGN section 8: how long the customer heard nothing while it was our turn', () => {
  test('it begins with their word and ends with ours; the next begins at once', () => {
    expect(silenceOf(arrived())).toMatchObject({ longest: 0, since: at('Tue 09:00') })
    expect(silenceOf(arrived(), contacted(2, at('Tue 11:00')))).toMatchObject({ longest: 120, since: at('Tue 11:00') })
  })

  test('nights and weekends are no silence', () => {
    expect(silenceOf(arrived(), contacted(2, at('Wed 10:00'))).longest).toBe(8 * 60 + 60)
    expect(silenceOf(arrived(), contacted(2, at('Tue 09:30')), contacted(3, at('Mon 09:30', 1))).longest).toBe(4 * 480)
  })

  test('a call that nobody answered and their own second word end nothing', () => {
    const unheard = [word(2, at('Tue 10:00'), { reached: false }), customerWrote(3, at('Tue 15:00'))]
    expect(silenceOf(arrived(), ...unheard, contacted(4, at('Tue 16:00'))).longest).toBe(420)
  })

  test('a word that bounced was no word: the silence goes on from where it was', () => {
    const silence = silenceOf(arrived(), contacted(2, at('Tue 10:00')), bounced(2, at('Tue 10:01')))
    expect(silence).toEqual({ longest: 0, since: at('Tue 09:00'), before: null })
    const later = silenceOf(
      arrived(),
      contacted(2, at('Tue 10:00')),
      bounced(2, at('Tue 10:01')),
      contacted(3, at('Tue 15:00')),
    )
    expect(later.longest).toBe(360)
  })

  test('the bounce of an earlier word changes nothing once another has come through', () => {
    const both = [contacted(2, at('Tue 10:00')), contacted(3, at('Tue 12:00'))]
    expect(silenceOf(arrived(), ...both, bounced(2, at('Tue 12:30')))).toMatchObject({
      longest: 120,
      since: at('Tue 12:00'),
    })
  })

  test('a word that asks for something makes it their turn, until they answer', () => {
    const asked = word(2, at('Tue 10:00'), { asks: true })
    expect(silenceOf(arrived(), asked)).toMatchObject({ longest: 60, since: null })
    const answered = [asked, customerWrote(3, at('Thu 09:00'))]
    expect(silenceOf(arrived(), ...answered)).toMatchObject({ longest: 60, since: at('Thu 09:00') })
    expect(silenceOf(arrived(), ...answered, contacted(4, at('Thu 13:00'))).longest).toBe(240)
  })

  test('a proposal makes it their turn; a denial makes it ours again', () => {
    expect(silenceOf(arrived(), proposed())).toMatchObject({ since: null })
    expect(silenceOf(arrived(), proposed(), denied(at('Wed 12:00')))).toMatchObject({ since: at('Wed 12:00') })
  })

  test('who has confirmed waits for nothing, and who comes back waits again', () => {
    const over = [arrived(), proposed(), confirmed(), closed()]
    expect(silenceOf(...over)).toMatchObject({ longest: 60, since: null })
    const back = happened({ type: 'IssueReopened' }, ana, at('Fri 10:00'))
    expect(silenceOf(...over, back)).toMatchObject({ since: at('Fri 10:00') })
  })

  test('what was promised for later makes no silence shorter', () => {
    const far = [contacted(2, at('Tue 10:00')), contacted(3, at('Fri 10:00'), carla)]
    expect(silenceOf(arrived(), ...far).longest).toBe(3 * 480)
  })
})

const calendars: fc.Arbitrary<Calendar> = fc.record({
  zone: fc.constantFrom('Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'UTC'),
  hours: fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
      fc.constantFrom('01:30', '09:00', '12:00'),
      fc.constantFrom('13:30', '17:00', '24:00'),
    )
    .map(([days, from, to]) => Object.fromEntries(days.map(day => [day, [{ from, to }]]))),
  holidays: fc.subarray(['2026-10-26', '2026-10-23', '2026-03-30']),
})

test('too long since: the last moment from which more open minutes have passed, against watching the clock', () => {
  const moments = fc
    .tuple(fc.constantFrom('2026-10-28', '2026-04-01', '2026-11-26'), fc.integer({ min: 0, max: 2879 }))
    .map(([day, minute]) => fromEpochMs(Date.parse(day) + minute * 60_000))
  fc.assert(
    fc.property(calendars, moments, fc.integer({ min: 0, max: 900 }), (calendar, now, minutes) => {
      const since = epochMs(tooLongSince(calendar, now, minutes))
      expect(slowBusinessMinutesBetween(calendar, since, epochMs(now))).toBeGreaterThan(minutes)
      expect(slowBusinessMinutesBetween(calendar, since + 1, epochMs(now))).toBeLessThanOrEqual(minutes)
    }),
    { numRuns: 60 },
  )
})
