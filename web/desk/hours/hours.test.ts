import { expect, test } from 'vitest'
import { hoursOf, sayHours } from './hours.ts'

test('hours are read as people write them', () => {
  expect(hoursOf('9-17')).toEqual([{ from: '09:00', to: '17:00' }])
  expect(hoursOf('9:00–13:30, 15 to 24')).toEqual([
    { from: '09:00', to: '13:30' },
    { from: '15:00', to: '24:00' },
  ])
  expect(hoursOf('  ')).toEqual([])
})

test('and not read where they can’t be meant', () => {
  for (const text of ['17-9', 'all day', '9', '9-12-15', '25-26', '9:75-10', '24:30-25'])
    expect(hoursOf(text)).toBeNull()
})

test('said as they are read', () => {
  expect(hoursOf(sayHours([{ from: '09:00', to: '13:00' }]))).toEqual([{ from: '09:00', to: '13:00' }])
  expect(sayHours(undefined)).toBe('')
})
