import { expect, test } from 'vitest'
import { isSupervisorOf, maySupervise, supervisorsOf } from './context.ts'
import { ada, ben, everybody, gone, membersOf, olu, otto, priya } from './testing/people.ts'

test('Rule 4: a supervisor is one of somebody’s teams, of who has none, and an admin of everybody', () => {
  const ofTwo = { ...ben, teams: ['activations', 'support'] }
  const supervise = (who: typeof ben) => [priya, otto, ada].filter(one => isSupervisorOf(one, who)).map(({ id }) => id)
  expect(supervise(ben)).toEqual(['priya', 'ada'])
  expect(supervise(ofTwo)).toEqual(['priya', 'otto', 'ada'])
  expect(supervise({ ...ben, teams: [] })).toEqual(['priya', 'otto', 'ada'])
})

test('Rule 4: by their role: a team in somebody’s name alone makes no supervisor', () => {
  expect(isSupervisorOf({ ...olu, supervises: ['support'] }, ben)).toBe(false)
  expect([priya, ada, ben, olu, undefined].map(maySupervise)).toEqual([true, true, false, false, false])
})

test('the supervisors of a person are others who are active; where there is none, the admins', () => {
  expect(supervisorsOf('ben', everybody)).toEqual(['priya'])
  expect(supervisorsOf('ben', membersOf(ben, otto, ada))).toEqual(['ada'])
  expect(supervisorsOf('ada', membersOf(ben, ada))).toEqual([])
  expect(supervisorsOf('ben', membersOf(ben, { ...priya, active: false }, gone))).toEqual([])
  expect(supervisorsOf('nobody', everybody)).toEqual([])
})
