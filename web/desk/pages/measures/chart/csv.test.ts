import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('fields keep their commas, quotes and line breaks, and no word becomes a formula', () => {
  const text = csvOf([
    ['Kind', 'Figure'],
    ['Bills, "old"', 0.5],
    ['=SUM(A1)', null],
    ['two\nlines', -1],
  ])
  expect(text).toBe('\uFEFFKind,Figure\r\n"Bills, ""old""",0.5\r\n\'=SUM(A1),\r\n"two\nlines",-1\r\n')
})
