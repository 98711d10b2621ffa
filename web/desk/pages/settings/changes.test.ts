import { expect, test } from 'vitest'
import { changesBetween } from './changes.ts'

test('what is set otherwise is named with how it was', () => {
  expect(changesBetween({ Name: 'Lighthouse', Mail: 'none' }, { Name: 'Bell', Mail: 'none' })).toEqual([
    { what: 'Name', was: 'Lighthouse', is: 'Bell' },
  ])
})

test('and so is what came, and what went', () => {
  expect(changesBetween({ 'Rung 1': 'Priya' }, { 'Rung 1': 'Priya', 'Rung 2': 'Ada' })).toEqual([
    { what: 'Rung 2', was: null, is: 'Ada' },
  ])
  expect(changesBetween({ 'Rung 1': 'Priya' }, {})).toEqual([{ what: 'Rung 1', was: 'Priya', is: null }])
})
