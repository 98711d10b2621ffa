import { expect, test } from 'vitest'
import type { Row } from './figures.ts'
import { choose } from './suggestion.ts'

const row = (key: string | null, of: number, parts: Record<string, number>): Row => ({
  key,
  figure: { form: 'share', count: 0, of, estimate: null, parts },
})
const kind = (key: string, of: number, parts: Record<string, number>) => ({
  by: 'kind' as const,
  key,
  row: row(key, of, parts),
})

test('what stands out for a kind of issue is suggested, beside all others', () => {
  const chosen = choose(row(null, 60, { broken: 13, silent: 12 }), [
    kind('bills', 20, { broken: 12, silent: 4 }),
    kind('phones', 40, { broken: 1, silent: 8 }),
  ])
  expect(chosen).toEqual({
    failing: 'broken',
    group: { by: 'kind', key: 'bills' },
    now: { count: 12, of: 20 },
    others: { count: 1, of: 40 },
  })
})

test('what may well be chance does not stand out: then it is what happened most, for nobody in particular', () => {
  // 5 of 10 against 6 of 30 would be no chance at 80 %, but it is looked at in many places at once.
  const chosen = choose(row(null, 40, { broken: 11, silent: 3 }), [
    kind('bills', 10, { broken: 5, silent: 0 }),
    kind('phones', 30, { broken: 6, silent: 3 }),
  ])
  expect(chosen).toEqual({ failing: 'broken', group: null, now: { count: 11, of: 40 }, others: null })
})

test('two customers are no pattern, however rare it is elsewhere', () => {
  const chosen = choose(row(null, 1002, { recurred: 2 }), [
    kind('bills', 2, { recurred: 2 }),
    kind('phones', 1000, { recurred: 0 }),
  ])
  expect(chosen).toBeNull()
})

test('where nobody was let down nothing is suggested', () => {
  expect(choose(row(null, 40, {}), [kind('bills', 40, {})])).toBeNull()
})
