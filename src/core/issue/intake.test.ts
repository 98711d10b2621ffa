import { describe, expect, test } from 'vitest'
import { at, ben, carla, dana, gone, olu, priya } from '../testing/people.ts'
import { type Candidate, chooseOwner } from './intake.ts'

const now = at('Tue 10:00')
const nobody = { rota: [], lead: null }
const candidate = (member: Candidate['member'], changes: Partial<Candidate> = {}): Candidate => ({
  member,
  onShift: true,
  open: 0,
  room: 5,
  lastGivenAt: null,
  ...changes,
})
const off = { onShift: false }
const away = (member: Candidate['member']) => ({
  ...member,
  absences: [{ from: at('Mon 09:00'), until: at('Fri 17:00') }],
})

describe('Rule 2: who owns what arrives with nobody there', () => {
  test('whom the customer knows, when on shift, even with a full desk', () => {
    const people = [candidate(ben), candidate(carla, { open: 5 })]
    expect(chooseOwner(people, carla.id, nobody, now)).toBe('carla')
  })

  test('not when off shift or away, or without a seat any more', () => {
    expect(chooseOwner([candidate(ben), candidate(carla, off)], carla.id, nobody, now)).toBe('ben')
    expect(chooseOwner([candidate(ben), candidate(away(carla))], carla.id, nobody, now)).toBe('ben')
    expect(chooseOwner([candidate(ben), candidate(gone)], gone.id, nobody, now)).toBe('ben')
    expect(chooseOwner([candidate(ben), candidate(olu)], olu.id, nobody, now)).toBe('ben')
  })

  test('else the next on shift with room, in turn: who waited longest, and who never had one first', () => {
    const people = [
      candidate(ben, { lastGivenAt: at('Tue 09:30') }),
      candidate(carla, { lastGivenAt: at('Tue 09:10') }),
      candidate(dana, { lastGivenAt: at('Tue 09:20') }),
    ]
    expect(chooseOwner(people, null, nobody, now)).toBe('carla')
    expect(chooseOwner([...people, candidate({ ...priya, teams: ['support'] })], null, nobody, now)).toBe('priya')
    expect(chooseOwner([...people, candidate({ ...priya, teams: [] })], null, nobody, now)).toBe('carla')
    const [first, , third] = people
    if (!first || !third) throw new Error('three people')
    expect(chooseOwner([first, candidate(carla, { open: 5 }), third], null, nobody, now)).toBe('dana')
  })

  test('of two who never had one, always the same', () => {
    expect(chooseOwner([candidate(carla), candidate(ben)], null, nobody, now)).toBe('ben')
    expect(chooseOwner([candidate(ben), candidate(carla)], null, nobody, now)).toBe('ben')
  })

  test('Scenario 1: nobody on shift: the duty owner of the rota, week by week from Monday', () => {
    const people = [candidate(ben, off), candidate(carla, off)]
    const duty = { rota: [ben.id, carla.id], lead: priya.id }
    const week = [0, 1, 2, 3].map(later => chooseOwner(people, null, duty, at('Mon 02:00', later)))
    expect(new Set(week.slice(0, 2))).toEqual(new Set(['ben', 'carla']))
    expect(week.slice(2)).toEqual(week.slice(0, 2))
    const days = ['Mon 02:00', 'Wed 12:00', 'Thu 02:00', 'Sun 23:59']
    expect(new Set(days.map(day => chooseOwner(people, null, duty, at(day)))).size).toBe(1)
  })

  test('whose week it is, is away: the rota’s other; nobody of the rota: the lead; no lead: anybody with a seat', () => {
    const rota = [ben.id, carla.id]
    const lead = priya.id
    const both = [candidate(away(ben), off), candidate(away(carla), off)]
    for (const either of [rota, rota.toReversed()])
      expect(chooseOwner([candidate(away(ben), off), candidate(carla, off)], null, { rota: either, lead }, now)).toBe(
        'carla',
      )
    expect(chooseOwner([...both, candidate(priya, off)], null, { rota, lead }, now)).toBe('priya')
    expect(chooseOwner([...both, candidate(dana, off)], null, { rota, lead: null }, now)).toBe('dana')
  })

  test('everybody away: somebody still; nobody with a seat: nobody', () => {
    expect(chooseOwner([candidate(away(ben), off)], null, { rota: [ben.id], lead: null }, now)).toBe('ben')
    expect(chooseOwner([candidate(olu), candidate(gone)], null, { rota: [gone.id], lead: olu.id }, now)).toBeNull()
    expect(chooseOwner([], null, nobody, now)).toBeNull()
  })
})
