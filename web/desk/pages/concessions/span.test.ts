import { expect, test } from 'vitest'
import type { ConcessionRow } from '../../../../src/contract/answers.ts'
import { instant } from '../../../../src/core/time/instant.ts'
import { momentsOf, sumsOf, thisMonth } from './span.ts'

const row = (state: ConcessionRow['state'], amount: number, currency = 'EUR'): ConcessionRow => ({
  issue: 1042,
  id: 1,
  customer: 'Ana Ruiz',
  organization: null,
  kind: 'credit',
  worth: { amount, currency },
  state,
  reason: '',
  grantedBy: 'Ben',
  at: instant('2026-11-17T11:00:00Z'),
  decidedBy: null,
  decidedAt: null,
})

test('the month begins on its first', () => {
  expect(thisMonth('2026-11-17T12:00:00Z')).toEqual({ first: '2026-11-01', last: '2026-11-17' })
})

test('the last day is in it, until midnight', () => {
  const span = momentsOf({ first: '2026-11-17', last: '2026-11-17' })
  expect(Date.parse(span?.until ?? '') - Date.parse(span?.from ?? '')).toBe(24 * 3_600_000)
})

test('a span that ends before it begins, or is not written whole, is none', () => {
  expect(momentsOf({ first: '2026-11-17', last: '2026-11-15' })).toBeNull()
  expect(momentsOf({ first: '', last: '2026-11-15' })).toBeNull()
})

test('only what was given is summed, for each currency', () => {
  const rows = [
    row('granted', 10.5),
    row('approved', 20),
    row('refused', 500),
    row('waiting', 60),
    row('granted', 5, 'USD'),
  ]
  expect(sumsOf(rows)).toEqual([
    { amount: 30.5, currency: 'EUR' },
    { amount: 5, currency: 'USD' },
  ])
})
