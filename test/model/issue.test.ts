import { expect, test } from 'vitest'
import { missing } from './expected.ts'
import { sequences } from './steps.ts'
import { tryAll } from './try.ts'

test('whatever people, customers and time do with an issue in any order, the rulebook holds after every step', {
  timeout: 600_000,
}, () => {
  const met = tryAll(sequences({ min: 1, max: 1 }), 1 / 2)
  if (met) expect(missing(met)).toEqual([])
})
