import { describe, expect, test } from 'vitest'
import { delimiterName, delimiterOf, excelDelimiter } from './delimiter.ts'

const csv = (delimiter: string): string =>
  [
    ['Case ID', 'Time', 'Person'],
    ['1', '2026-03-01 10:00', 'Maya, Lindqvist'],
    ['2', '2026-03-01 11:00', 'Tom'],
  ]
    .map(row => row.map(cell => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter))
    .join('\n')

describe('what stands between columns shows in how even the rows are', () => {
  test.each([',', ';', '\t', '|', '~', '^', '#', '\x01', '§', '¦', '/'])('%j', delimiter => {
    expect(delimiterOf(csv(delimiter), true, [])).toBe(delimiter)
  })

  test('blanks only where nothing else is', () => {
    expect(delimiterOf('case time person\n1 2 3\n', true, [])).toBe(' ')
  })

  test('a header alone', () => {
    expect(delimiterOf('a;b;c\n', true, [])).toBe(';')
  })

  test('a column that is known to be there decides', () => {
    const text = 'a;b,c;d\n1;2,3;4\n'
    expect(delimiterOf(text, true, ['b,c'])).toBe(';')
    expect(delimiterOf(text, true, ['C;D'])).toBe(',')
  })

  test('delimiters and line breaks within quotes count for nothing', () => {
    expect(delimiterOf('a;b\n"x,y,z\n,,",2\n"1;2";3\n"4,5,6";7\n'.replace('",2', '";2'), true, [])).toBe(';')
  })

  test('the last row of a beginning may be cut', () => {
    expect(delimiterOf('a;b;c\n1;2;3\n4', false, [])).toBe(';')
  })

  test('text without columns has none', () => {
    expect(delimiterOf('once\nupon\n', true, [])).toBeNull()
    expect(delimiterOf('', true, [])).toBeNull()
  })
})

test("Excel's own line says it", () => {
  expect(excelDelimiter('sep=;\r\na;b\r\n')).toBe(';')
  expect(excelDelimiter('separator;b\n')).toBeNull()
})

test('they have names', () => {
  expect([',', ';', '\t', '|', ' ', '~', '\x01'].map(delimiterName)).toEqual([
    ...['commas', 'semicolons', 'tabs', 'bars', 'spaces', '"~"', '"\\x01"'],
  ])
})
