import { describe, expect, test } from 'vitest'
import { at, office } from '../testing/people.ts'
import {
  addBusinessMinutes,
  alwaysOpen,
  businessMinutesBetween,
  type Calendar,
  calendarFault,
  isOpen,
  nextOpening,
} from './calendar.ts'
import { instant, plusMinutes } from './instant.ts'

const fourHours = (from: ReturnType<typeof at>, calendar = office) => addBusinessMinutes(calendar, from, 240)

describe('Rule 12: due times in business hours', () => {
  test('Scenario 1: from Tuesday 02:00 four hours are Tuesday 13:00', () => {
    expect(fourHours(at('Tue 02:00'))).toBe(at('Tue 13:00'))
  })

  test('Scenario 2: from Friday 16:00 they are Monday 12:00', () => {
    expect(fourHours(at('Fri 16:00'))).toBe(at('Mon 12:00', 1))
  })

  test('Scenario 2: a holiday on Monday moves it to Tuesday 12:00', () => {
    expect(fourHours(at('Fri 16:00'), { ...office, holidays: ['2026-11-30'] })).toBe(at('Tue 12:00', 1))
  })

  test('Scenario 2: when the clocks change nothing shifts in wall time', () => {
    expect(fourHours(at('2026-03-27 16:00'))).toBe(at('2026-03-30 12:00'))
    expect(fourHours(at('2026-10-23 16:00'))).toBe(at('2026-10-26 12:00'))
    expect(fourHours(at('2026-03-29 01:00'))).toBe(at('2026-03-30 13:00'))
  })

  test('exactly at closing time when they fit the day, and not at the next opening', () => {
    expect(fourHours(at('Tue 13:00'))).toBe(at('Tue 17:00'))
    expect(fourHours(at('Tue 13:01'))).toBe(at('Wed 09:01'))
  })

  test('split hours: the pause does not count', () => {
    const split: Calendar = {
      ...office,
      hours: {
        2: [
          { from: '09:00', to: '12:00' },
          { from: '14:00', to: '17:00' },
        ],
      },
    }
    expect(fourHours(at('Tue 10:00'), split)).toBe(at('Tue 16:00'))
    expect(fourHours(at('Tue 12:30'), split)).toBe(at('Tue 10:00', 1))
  })

  test('around the clock, over midnight', () => {
    expect(addBusinessMinutes(alwaysOpen, instant('2026-12-31T23:00:00Z'), 120)).toBe('2027-01-01T01:00:00.000Z')
  })
})

describe('when clocks change', () => {
  const night = (from: string, to: string): Calendar => ({ ...office, hours: { 7: [{ from, to }] } })

  test('an opening hour that is skipped is when the clock has passed it', () => {
    expect(nextOpening(night('02:30', '05:00'), at('2026-03-29 00:00'))).toBe(at('2026-03-29 03:00'))
    expect(addBusinessMinutes(night('01:00', '02:30'), at('2026-03-29 01:30'), 30)).toBe(at('2026-03-29 03:00'))
    expect(isOpen(night('01:00', '02:30'), at('2026-03-29 03:10'))).toBe(false)
  })

  test('an hour that comes twice counts twice within the hours, and opens once', () => {
    expect(businessMinutesBetween(night('01:00', '05:00'), at('2026-10-25 00:00'), at('2026-10-25 06:00'))).toBe(300)
    expect(nextOpening(night('02:30', '05:00'), at('2026-10-25 00:00'))).toBe('2026-10-25T00:30:00.000Z')
  })
})

describe('a calendar that can’t be right is said to be so, before it is used', () => {
  const fault = (changes: Partial<Calendar>) => calendarFault({ ...office, ...changes })

  test('sound ones', () => {
    expect(calendarFault(office)).toBeNull()
    expect(calendarFault(alwaysOpen)).toBeNull()
    expect(fault({ holidays: ['2026-12-25', '2028-02-29'] })).toBeNull()
  })

  test('a zone, hours and days that are none', () => {
    expect(fault({ zone: 'Europe/Atlantis' })).toContain('"Europe/Atlantis" is no time zone')
    expect(fault({ hours: {} })).toContain('no opening hours')
    expect(fault({ hours: { 1: [] } })).toContain('no opening hours')
    expect(fault({ hours: { 1: [{ from: '9', to: '17:00' }] } })).toContain('"9 to 17:00" are no hours')
    expect(fault({ hours: { 1: [{ from: '09:00', to: '24:01' }] } })).toContain('are no hours')
    expect(fault({ hours: { 1: [{ from: '17:00', to: '09:00' }] } })).toContain('end before they begin')
    expect(fault({ hours: { 1: [{ from: '24:00', to: '24:00' }] } })).toContain('end before they begin')
    expect(
      fault({
        hours: {
          1: [
            { from: '09:00', to: '12:00' },
            { from: '11:00', to: '17:00' },
          ],
        },
      }),
    ).toContain('overlap')
    expect(fault({ holidays: ['2026-02-30'] })).toContain('"2026-02-30" is no date')
    expect(fault({ holidays: ['Christmas'] })).toContain('is no date')
  })

  test('hours of a day that no week has', () => {
    const eighth = { 8: [{ from: '09:00', to: '17:00' }] } as Calendar['hours']
    expect(fault({ hours: eighth })).toContain('no opening hours')
  })
})

test('a desk that never opens is an error, not an endless search', () => {
  const never = { ...office, hours: {} }
  expect(() => addBusinessMinutes(never, at('Tue 10:00'), 1)).toThrow('does not open')
  expect(() => nextOpening(never, at('Tue 10:00'))).toThrow('does not open')
  expect(isOpen(never, at('Tue 10:00'))).toBe(false)
  expect(businessMinutesBetween(never, at('Tue 10:00'), plusMinutes(at('Tue 10:00'), 10_000))).toBe(0)
})

test('the memory of days does not change the answer, however far one asks', () => {
  for (const year of [2026, 2040, 1999, 2026]) {
    for (let month = 1; month <= 12; month += 1) {
      const first = at(`${year}-${String(month).padStart(2, '0')}-01 00:00`)
      expect(addBusinessMinutes(office, first, 250 * 480) > first).toBe(true)
    }
  }
  expect(fourHours(at('Tue 02:00'))).toBe(at('Tue 13:00'))
})
