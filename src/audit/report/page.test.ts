import { expect, test } from 'vitest'
import type { LogEvent } from '../event.ts'
import { dayMs, hourMs } from '../figures/figures.ts'
import { auditOf } from '../testing/audit-of.ts'
import { event } from '../testing/log-of.ts'
import { pageOf } from './page.ts'
import { textTable } from './text-table.ts'

/** What a reader reads: without tags and without what only machines read. */
const textOf = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

/** A case an event a day, persons and groups as letters. */
const passedOn = (id: string, persons: string, groups = persons): LogEvent[] =>
  [...persons].map((letter, day) =>
    event({ case: id, at: day * dayMs, person: `${letter}nna`, group: `Group ${groups[day]}`, status: 'New' }),
  )

const logs: Record<string, LogEvent[]> = {
  'no events': [],
  'one event': [event({ case: '1', at: 0 })],
  'only times': [event({ case: '1', at: 0 }), event({ case: '1', at: 99 * dayMs }), event({ case: '2', at: hourMs })],
  'persons only': passedOn('1', 'ABABC').map(one => ({ ...one, group: null })),
  'groups only': passedOn('1', 'ABABC').map(one => ({ ...one, person: null })),
  'nothing passed on': [...passedOn('1', 'AAA'), ...passedOn('2', 'BB')],
  'a long case': passedOn('1', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.repeat(20)),
  'same times': passedOn('1', 'ABC').map(one => ({ ...one, at: 0 })),
}

test.each(Object.keys(logs))('a log with %s makes a page and a table without gaps in their sentences', name => {
  const audit = auditOf(logs[name] ?? [])
  for (const text of [textOf(pageOf(audit)), textTable(audit)])
    expect(text).not.toMatch(/NaN|Infinity|undefined|null|\[object/)
})

test('figures stand in sentences', () => {
  const text = textOf(
    pageOf(auditOf([...passedOn('1', 'ABA'), ...passedOn('2', 'ABCD', 'AABB'), ...passedOn('3', 'A')])),
  )
  expect(text).toContain('2 of 3 cases were passed from one person to another')
  expect(text).toContain('1 case went from one group to another and straight back')
  expect(text).toMatch(/Of 5 hand-offs between people, Baton would have refused\s+2 \(40 %\)/)
})

test('Rule 32: persons have no names unless somebody asks for them, and never a rank', () => {
  const events = [...passedOn('1', 'ABABA'), ...passedOn('2', 'CB')]
  const unnamed = pageOf(auditOf(events))
  expect(unnamed).not.toMatch(/[ABC]nna/)
  expect(textOf(unnamed)).toContain('person 2')
  const named = pageOf(auditOf(events, { persons: true }))
  expect(named).toContain('Bnna')
  const rows = [...(named.split('Among persons')[1] ?? '').matchAll(/<bdi>(.nna)<\/bdi><\/th>/g)].map(
    ([, name]) => name,
  )
  expect(rows).toEqual(['Anna', 'Bnna', 'Cnna'])
})

test('what stands in a log stays text', () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;\0\u202E`
  const events = [0, 1, 2].map(day =>
    event({ case: hostile, at: day * dayMs, person: `${day}${hostile}`, group: `${hostile}${day}`, status: hostile }),
  )
  const said = [hostile]
  const audit = auditOf(events, { file: hostile, persons: true })
  const page = pageOf({
    ...audit,
    reading: {
      ...audit.reading,
      said,
      rejected: { rows: 1, reasons: { [hostile]: 1 }, first: [{ line: 2, reason: hostile }] },
      columns: { ...audit.reading.columns, person: hostile },
    },
  })
  expect(page).not.toMatch(/<script|<img|\0|onerror=alert\(2\)>/)
  expect(page).toContain('&lt;script&gt;alert(1)')
})

test('the page needs nothing but itself, and its policy forbids the rest', () => {
  const page = pageOf(auditOf(passedOn('1', 'ABA')))
  expect(page).not.toMatch(/\b(?:src|href)=|@import|url\((?!data:)|\sstyle="|<script/)
  expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-/)
})

test('a very long name does not fill the page', () => {
  const page = pageOf(auditOf(passedOn('x'.repeat(1_000_000), 'ABABA')))
  expect(page.length).toBeLessThan(400_000)
})

test('damaged rows are told with line and reason, in the table and on the page', () => {
  const rejected = {
    rows: 12,
    reasons: { 'an unreadable time': 12 },
    first: [{ line: 7, reason: 'an unreadable time' }],
  }
  const audit = auditOf(passedOn('1', 'AB'))
  const damaged = { ...audit, reading: { ...audit.reading, rows: 1000, rejected } }
  expect(textTable(damaged)).toMatch(/12 rows could not be read.*12: an unreadable time.*line 7: an unreadable time/s)
  expect(textOf(pageOf(damaged))).toMatch(/12 rows of 1,000 could not be read.* 7 an unreadable time/)
})
