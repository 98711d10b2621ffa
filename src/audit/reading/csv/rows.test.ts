import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvText } from './rows.ts'

type Read = { rows: { line: number; cells: string[] }[]; damaged: { line: number; why: string }[] }

/** Reads pieces as they come. */
function read(pieces: readonly string[], delimiter = ','): Read {
  const found: Read = { rows: [], damaged: [] }
  const text = csvText(delimiter, {
    places: null,
    take: (cells, { line }) => found.rows.push({ line, cells: [...cells] }),
    damaged: (line, why) => found.damaged.push({ line, why }),
  })
  for (const piece of pieces) text.write(piece)
  text.end()
  return found
}

const cellsOf = (text: string, delimiter = ','): string[][] => read([text], delimiter).rows.map(({ cells }) => cells)

test.each([
  [
    'plain cells',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'no line break at the end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'CRLF',
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'CR alone',
    'a,b\r1,2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'all kinds of line breaks',
    'a,b\r\n1,2\n3,4\r5,6',
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ],
  ],
  [
    'empty cells',
    ',b,\n,,\n',
    [
      ['', 'b', ''],
      ['', '', ''],
    ],
  ],
  ['empty lines, which are no rows', '\n\na,b\n\n  \r\n1,2\n\n', [['a', 'b'], ['  '], ['1', '2']]],
  ['quotes', '"a","b, c"\n"1"\n', [['a', 'b, c'], ['1']]],
  ['doubled quotes', '"say ""hello""",""""\n', [['say "hello"', '"']]],
  ['empty quotes', '"",""\n""\n', [['', '']]],
  ['line breaks within quotes', '"one\ntwo","three\r\nfour"\n', [['one\ntwo', 'three\r\nfour']]],
  ['blanks around quotes', ' "a" , "b, c"\t\n', [['a', 'b, c']]],
  ['quotes within cells', '5" disk,it\'s "so"\n', [['5" disk', 'it\'s "so"']]],
])('%s', (_, text, cells) => {
  expect(cellsOf(text)).toEqual(cells)
})

test('rows know the line on which they begin', () => {
  const { rows } = read(['a,b\r\n"one\r\ntwo\nthree",2\r\n\r\n5,6\r7,"8\r9"\nlast,one'])
  expect(rows.map(({ line }) => line)).toEqual([1, 2, 6, 7, 9])
})

test('only columns that have a place are read', () => {
  const rows: string[][] = []
  const text = csvText(';', {
    places: Int32Array.of(-1, 1, -1, 0),
    take: (cells, { columns, filled }) => rows.push([...cells, `${columns}/${filled}`]),
    damaged() {},
  })
  text.write('a;b;c;"d;d"\na;b;c;d;;\n')
  text.end()
  expect(rows).toEqual([
    ['d;d', 'b', '4/4'],
    ['d', 'b', '6/4'],
  ])
})

describe('a damaged row costs that row alone', () => {
  test('a quote that is never closed', () => {
    const { rows, damaged } = read(['a,b\n1,"open\n3,4\n5,6\n'])
    expect(damaged).toEqual([{ line: 2, why: 'a quote that is never closed' }])
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['3', '4'],
      ['5', '6'],
    ])
    expect(rows.at(-1)?.line).toBe(4)
  })

  test('a quote that is closed by the quote of another row', () => {
    const { rows, damaged } = read(['a,b\n1,"open\n3,"four"\n5,"six"\n'])
    expect(damaged).toEqual([{ line: 2, why: 'text after a closing quote' }])
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['3', 'four'],
      ['5', 'six'],
    ])
  })

  test('a quote that is not closed for so long that nobody waits for it', () => {
    const many = 'some,thing\n'.repeat(600_000)
    const { rows, damaged } = read([
      'a,b\n1,"open\n',
      ...Array.from({ length: 7 }, (_, at) => many.slice(at * 1_000_000, (at + 1) * 1_000_000)),
    ])
    expect(damaged).toEqual([{ line: 2, why: 'a quote that is never closed' }])
    expect(rows).toHaveLength(600_001)
  })

  test('a row that never ends', () => {
    const { rows, damaged } = read(['a,b\n', ...Array.from({ length: 5 }, () => 'x'.repeat(1_000_000)), '\n3,4\n'])
    expect(damaged).toEqual([{ line: 2, why: 'a row that never ends' }])
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['3', '4'] },
    ])
  })

  test('hostile quotes do not take long', () => {
    const spaces = ' '.repeat(300_000)
    expect(read([`${spaces}x${'"'.repeat(300_000)}\n`]).rows).toHaveLength(1)
    expect(read([`"${'""'.repeat(300_000)}\n`.repeat(3)]).damaged.length).toBeGreaterThan(0)
    expect(read(['"a\n'.repeat(100_000)]).damaged.length).toBeGreaterThan(0)
  })
})

/** What a program writes that quotes where it must, or more often. */
function written(rows: readonly (readonly string[])[], delimiter: string, lineEnd: string, quotesAll: boolean): string {
  const cell = (value: string): string => {
    const must = /["\r\n]/.test(value) || value.includes(delimiter) || value !== value.trim() || value === ''
    return must || quotesAll ? `"${value.replaceAll('"', '""')}"` : value
  }
  return rows.map(row => row.map(cell).join(delimiter) + lineEnd).join('')
}

/** A text in pieces, cut at these places. */
function cut(text: string, cuts: readonly number[]): string[] {
  const places = [...new Set(cuts.map(cut => cut % (text.length + 1)))].sort((one, other) => one - other)
  return [0, ...places].map((place, at) => text.slice(place, places[at] ?? text.length))
}

const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'b', ' ', ',', ';', '\t', '|', '"', '\n', '\r', 'ß', '日', '🎉'),
    maxLength: 8,
  }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)

test('whatever is written is read back, wherever it is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t', '|', '~', ' ', '\x01'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.array(fc.nat(500), { maxLength: 12 }),
      (rows, delimiter, lineEnd, quotesAll, cuts) => {
        // A row of one empty cell and an empty line are hard to tell apart, and neither is an event.
        const full = rows.filter(row => row.length > 1 || row[0] !== '')
        const text = written(full, delimiter, lineEnd, quotesAll)
        const { rows: found, damaged } = read(cut(text, cuts), delimiter)
        expect(damaged).toEqual([])
        expect(found.map(({ cells }) => cells)).toEqual(full)
        expect(found.map(({ line }) => line)).toEqual(linesOf(full))
      },
    ),
    { numRuns: 2000 },
  )
})

/** On which line each row begins, counted from what was written. */
function linesOf(rows: readonly (readonly string[])[]): number[] {
  let line = 1
  return rows.map(row => {
    const begin = line
    line += 1 + row.join('\0').split(/\r\n|\r|\n/).length - 1
    return begin
  })
}

test('any text at all is read to its end, the same wherever it is cut', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' '), maxLength: 60 }),
      fc.array(fc.nat(100), { maxLength: 8 }),
      (text, cuts) => {
        expect(read(cut(text, cuts))).toEqual(read([text]))
      },
    ),
    { numRuns: 3000 },
  )
})
