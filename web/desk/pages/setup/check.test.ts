import { expect, test } from 'vitest'
import { type Answers, faultsOf } from './check.ts'

const good: Answers = {
  company: 'Litoral Telecom',
  inbox: 'support@litoral.example',
  zone: 'Europe/Madrid',
  name: 'Priya Raman',
  email: 'priya@litoral.example',
  password: 'a good long sentence',
}
const zones = ['Europe/Madrid', 'America/Lima']

test('good answers have no fault', () => {
  expect(faultsOf(good, zones)).toEqual({})
  expect(faultsOf({ ...good, zone: 'UTC' }, zones)).toEqual({})
})

test('each fault is said at its field, with what was wrong', () => {
  const faults = faultsOf({ ...good, inbox: 'support', zone: 'Madrid', password: 'short', name: ' ' }, zones)
  expect(Object.keys(faults).sort()).toEqual(['inbox', 'name', 'password', 'zone'])
  expect(faults.zone).toContain('“Madrid”')
  expect(faults.password).toContain('5 characters')
})
