import { expect, test } from 'vitest'
import { numbersOf } from './numbers.ts'

test('numbers of issues are read as people write them, each once', () => {
  expect(numbersOf('#1042, 1055 1042')).toEqual([1042, 1055])
  expect(numbersOf(' ')).toEqual([])
  expect(numbersOf('1042 and more')).toBeNull()
})
