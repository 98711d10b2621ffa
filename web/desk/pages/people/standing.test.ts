import { expect, test } from 'vitest'
import { instant } from '../../../../src/core/time/instant.ts'
import { placeOf, standingOf } from './standing.ts'

const now = '2026-11-17T11:00:00Z'
const friday = instant('2026-11-20T08:00:00Z')
const there = { active: true, onShift: true, awayUntil: null, covers: [], absences: [] }
const carla = { id: 'carla', name: 'Carla Nunes', hue: 2 }
const dana = { id: 'dana', name: 'Dana Kim', hue: 3 }

test('says whether somebody is there', () => {
  expect(standingOf(there, now)).toBe('there')
  expect(standingOf({ ...there, onShift: false }, now)).toBe('not on shift')
  expect(standingOf({ ...there, active: false }, now)).toBe('left the company')
})

test('Rule 15: says until when somebody is away, and who covers', () => {
  expect(standingOf({ ...there, awayUntil: friday }, now)).toMatch(/^away until Fri \d\d:00$/)
  expect(standingOf({ ...there, awayUntil: friday, covers: [carla] }, now)).toContain('; Carla Nunes looks after')
  expect(standingOf({ ...there, awayUntil: friday, covers: [carla, dana] }, now)).toContain(
    'Nunes and Dana Kim look after',
  )
})

test('says an absence that is to come', () => {
  const absences = [{ from: friday, until: instant('2026-11-23T08:00:00Z') }]
  expect(standingOf({ ...there, absences }, now)).toMatch(/^there; away from Fri .* to Mon /)
})

test('names the teams in which somebody works, and those that they lead, once each', () => {
  const [plans, support] = [
    { id: 'p', name: 'Plans' },
    { id: 's', name: 'Support' },
  ]
  expect(placeOf({ role: 'supervisor', teams: [support], supervises: [support, plans] })).toBe(
    'supervisor · Plans, Support',
  )
  expect(placeOf({ role: 'agent', teams: [plans], supervises: [] })).toBe('Plans')
})
