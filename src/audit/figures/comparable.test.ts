import { expect, test } from 'vitest'
import { event, logOf } from '../testing/log-of.ts'
import { comparable } from './comparable.ts'
import { dayMs, figuresOf } from './figures.ts'
import { treatmentOf } from './treatment.ts'

test('what two logs can be compared by: shares, averages and times, and nothing where a log does not tell', () => {
  const log = logOf([
    event({ case: '1', at: 0, person: 'A' }),
    event({ case: '1', at: 8 * dayMs, person: 'B' }),
    event({ case: '2', at: 0, person: 'A' }),
  ])
  const found = comparable(figuresOf(treatmentOf(log, []), 7, { rows: 0, reasons: {} }))
  const measured = (key: string) => found.find(one => one.key === key)?.measured
  expect(measured('passed_person')).toEqual({ count: 1, of: 2 })
  expect(measured('handoffs_person')).toEqual({ amount: 0.5, unit: 'times' })
  expect(measured('silence_longest')).toEqual({ amount: 8, unit: 'days' })
  expect(measured('passed_group')).toBeNull()
  expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
})
