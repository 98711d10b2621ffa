import { describe, expect, test } from 'vitest'
import { ada, at, ben, carla, dana, everybody, gone, membersOf, priya } from '../testing/people.ts'
import { gaps, onCall, type Schedule, stretches } from './on-call.ts'

/** Carla and Priya take weekly turns in Madrid, handing over on Mondays at nine; Carla begins. */
const weekly: Schedule = {
  id: 's',
  name: 'Evenings',
  zone: 'Europe/Madrid',
  rotation: [carla.id, priya.id],
  handover: { weekday: 1, time: '09:00' },
  from: at('Mon 09:00'),
  overrides: [],
}

describe('Rule 24: who is on call', () => {
  test('a week each, from handover to handover, round and round', () => {
    expect(onCall(weekly, at('Mon 09:00'), everybody)).toBe('carla')
    expect(onCall(weekly, at('Sun 23:59'), everybody)).toBe('carla')
    expect(onCall(weekly, at('Mon 08:59', 1), everybody)).toBe('carla')
    expect(onCall(weekly, at('Mon 09:00', 1), everybody)).toBe('priya')
    expect(onCall(weekly, at('Mon 09:00', 2), everybody)).toBe('carla')
    const five = { ...weekly, rotation: [carla.id, priya.id, ada.id, ben.id, dana.id] }
    const turns = [0, 1, 2, 3, 4, 5].map(week => onCall(five, at('Tue 10:00', week), everybody))
    expect(turns).toEqual(['carla', 'priya', 'ada', 'ben', 'dana', 'carla'])
  })

  test('a turn that begins between two handovers is the shorter one', () => {
    const begun = { ...weekly, from: at('Thu 12:00') }
    expect(onCall(begun, at('Thu 11:59'), everybody)).toBeNull()
    expect(onCall(begun, at('Thu 12:00'), everybody)).toBe('carla')
    expect(onCall(begun, at('Mon 09:00', 1), everybody)).toBe('priya')
  })

  test('a day each', () => {
    const daily: Schedule = { ...weekly, handover: { weekday: null, time: '18:00' }, from: at('Mon 18:00') }
    expect(onCall(daily, at('Tue 17:59'), everybody)).toBe('carla')
    expect(onCall(daily, at('Tue 18:00'), everybody)).toBe('priya')
    expect(onCall(daily, at('Wed 18:00'), everybody)).toBe('carla')
  })

  test('the handover keeps its time on the wall when clocks change', () => {
    const winter: Schedule = { ...weekly, handover: { weekday: 7, time: '02:30' }, from: at('2026-10-18 02:30') }
    // 25 October 2026: the clock shows 02:30 twice. The first counts.
    expect(onCall(winter, at('2026-10-25 02:29'), everybody)).toBe('carla')
    expect(onCall(winter, at('2026-10-25 02:30'), everybody)).toBe('priya')
    // 29 March 2026: it never shows it. The moment of the change counts.
    const spring: Schedule = { ...winter, from: at('2026-03-22 02:30') }
    expect(onCall(spring, at('2026-03-29 01:59'), everybody)).toBe('carla')
    expect(onCall(spring, at('2026-03-29 03:00'), everybody)).toBe('priya')
  })

  test('an override comes first, and ends', () => {
    const other = { member: ada.id, from: at('Wed 12:00'), until: at('Thu 12:00') }
    const schedule = { ...weekly, overrides: [other] }
    expect(onCall(schedule, at('Wed 11:59'), everybody)).toBe('carla')
    expect(onCall(schedule, at('Wed 12:00'), everybody)).toBe('ada')
    expect(onCall(schedule, at('Thu 12:00'), everybody)).toBe('carla')
  })

  test('an empty rotation, whoever left and whoever is away leave a gap', () => {
    expect(onCall({ ...weekly, rotation: [] }, at('Tue 10:00'), everybody)).toBeNull()
    expect(onCall({ ...weekly, rotation: [gone.id] }, at('Tue 10:00'), everybody)).toBeNull()
    expect(onCall({ ...weekly, rotation: ['nobody'] }, at('Tue 10:00'), everybody)).toBeNull()
    const away = { ...carla, absences: [{ from: at('Tue 09:00'), until: at('Wed 09:00') }] }
    expect(onCall(weekly, at('Tue 10:00'), membersOf(away, priya))).toBeNull()
    expect(onCall(weekly, at('Wed 09:00'), membersOf(away, priya))).toBe('carla')
    // Who has relieved somebody and is away then is missed, too: it is shown, not guessed around.
    const relieved = { ...weekly, overrides: [{ member: away.id, from: at('Tue 09:00'), until: at('Tue 12:00') }] }
    expect(onCall({ ...relieved, rotation: [priya.id] }, at('Tue 10:00'), membersOf(away, priya))).toBeNull()
  })
})

describe('Rule 24: a gap is shown before it comes', () => {
  const away = { ...carla, absences: [{ from: at('Thu 18:00'), until: at('Fri 09:00') }] }

  test('stretch by stretch, and the gaps among them', () => {
    const overrides = [{ member: ben.id, from: at('Fri 00:00'), until: at('Fri 06:00') }]
    const schedule = { ...weekly, overrides }
    const members = membersOf(away, priya, ben)
    const week = [at('Tue 10:00'), at('Tue 10:00', 1)] as const
    expect(stretches(schedule, ...week, members)).toEqual([
      { from: at('Tue 10:00'), until: at('Thu 18:00'), member: 'carla' },
      { from: at('Thu 18:00'), until: at('Fri 00:00'), member: null },
      { from: at('Fri 00:00'), until: at('Fri 06:00'), member: 'ben' },
      { from: at('Fri 06:00'), until: at('Fri 09:00'), member: null },
      { from: at('Fri 09:00'), until: at('Mon 09:00', 1), member: 'carla' },
      { from: at('Mon 09:00', 1), until: at('Tue 10:00', 1), member: 'priya' },
    ])
    expect(gaps(schedule, ...week, members)).toEqual([
      { from: at('Thu 18:00'), until: at('Fri 00:00'), member: null },
      { from: at('Fri 06:00'), until: at('Fri 09:00'), member: null },
    ])
  })

  test('what has not begun yet is a gap until it does, and no time has none', () => {
    expect(gaps(weekly, at('Sun 00:00', -1), at('Tue 00:00'), everybody)).toEqual([
      { from: at('Sun 00:00', -1), until: at('Mon 09:00'), member: null },
    ])
    expect(stretches(weekly, at('Tue 10:00'), at('Tue 10:00'), everybody)).toEqual([])
  })
})
