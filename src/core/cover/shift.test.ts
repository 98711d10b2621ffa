import { describe, expect, test } from 'vitest'
import { at, office } from '../testing/people.ts'
import { betweenShifts, mayWorkIn, restOfDay } from './shift.ts'

/** Nine to one, and two to five. */
const withLunch = {
  ...office,
  hours: Object.fromEntries(
    [1, 2, 3, 4, 5].map(day => [
      day,
      [
        { from: '09:00', to: '13:00' },
        { from: '14:00', to: '17:00' },
      ],
    ]),
  ),
}

describe('Rule 15: shifts', () => {
  test('Rule 15: leaving for the day is from the end of today’s hours until the next ones', () => {
    expect(betweenShifts(withLunch, at('Tue 10:00'))).toEqual({ from: at('Tue 17:00'), until: at('Wed 09:00') })
    expect(betweenShifts(withLunch, at('Fri 15:00'))).toEqual({ from: at('Fri 17:00'), until: at('Mon 09:00', 1) })
    expect(betweenShifts(withLunch, at('Tue 18:00'))).toEqual({ from: at('Tue 18:00'), until: at('Wed 09:00') })
  })

  test('Scenario 38: who falls ill is away until they would be back on another day', () => {
    expect(restOfDay(withLunch, at('Tue 08:50'))).toBe(at('Wed 09:00'))
    expect(restOfDay(withLunch, at('Tue 13:30'))).toBe(at('Wed 09:00'))
    expect(restOfDay(withLunch, at('Fri 10:00'))).toBe(at('Mon 09:00', 1))
  })

  test('hours that make no sense are refused, with what is wrong', () => {
    expect(mayWorkIn(withLunch)).toBeUndefined()
    const backwards = { ...office, hours: { 1: [{ from: '17:00', to: '09:00' }] } }
    expect({ refusal: mayWorkIn(backwards) }).toMatchObject({ refusal: { code: 'bad_hours' } })
  })
})
