import { expect, test } from 'vitest'
import { changed, habits } from './habits.ts'
import { type Size, worldOf } from './world.ts'

const size: Size = { days: 364, issuesPerDay: 50, members: 40 }
const world = worldOf(5, size, habits)
const dayMs = 86_400_000

test('as many customers come as was asked for, more on days of trouble, few at night and on weekends', () => {
  const workdays = 52 * 5
  const expected = workdays * size.issuesPerDay * (1 + habits.surgeDays)
  expect(world.needs.length / expected).toBeCloseTo(1, 1)
  expect(world.needs.map(({ at }) => at)).toEqual(world.needs.map(({ at }) => at).toSorted((one, other) => one - other))
  const inHours = world.needs.filter(({ at }) => world.hours.isOpen(at))
  const share = habits.arrivalsByHour.slice(9, 17).reduce((sum, part) => sum + part, 0)
  expect(inHours.length / world.needs.length).toBeCloseTo(share, 1)
})

test('needs are as measured', () => {
  const { needs } = world
  const isAsMeasured = (count: number, share: number): void =>
    expect(Math.abs(count / needs.length - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / needs.length))
  isAsMeasured(needs.filter(({ team }) => team > 0).length, habits.forSpecialists)
  isAsMeasured(needs.filter(({ visits }) => visits === 1).length, habits.visits[0] ?? 0)
  isAsMeasured(needs.filter(({ phones }) => phones).length, habits.phones)
})

test('people are ill as much as is published, one spell after the other', () => {
  const worlds = [1, 2, 3, 4, 5, 6, 7, 8].map(seed => worldOf(seed, { ...size, issuesPerDay: 1, members: 100 }, habits))
  let days = 0
  let years = 0
  for (const { people, start, end } of worlds) {
    years += (people.length * (end - start)) / (365 * dayMs)
    for (const { ill } of people)
      for (const [place, { from, until }] of ill.entries()) {
        days += Math.max(0, Math.min(until, end) - from) / dayMs
        expect(from).toBeGreaterThanOrEqual(ill[place - 1]?.until ?? 0)
      }
  }
  expect(Math.abs(days / years / habits.sickDaysAYear - 1)).toBeLessThan(0.1)
})

test('every team has people, and there is somebody above them', () => {
  for (const members of [1, 2, 3, 5, 12]) {
    const { teams, supervisors, people } = worldOf(1, { ...size, days: 1, members }, habits)
    expect(teams.every(team => team.length > 0)).toBe(true)
    expect(teams.flat()).toHaveLength(members)
    expect(supervisors.length).toBeGreaterThan(0)
    expect(people.filter(({ role }) => role === 'admin')).toHaveLength(1)
  }
})

test('an assumption is halved and doubled; a chance ends at one', () => {
  expect(changed('givesUp', 2).givesUp).toBe(2 * habits.givesUp)
  expect(changed('asksAgain', 4).asksAgain).toBe(1)
  expect(changed('visitMinutes', 2).visitMinutes).toBe(2 * habits.visitMinutes)
})
