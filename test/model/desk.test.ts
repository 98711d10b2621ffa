import { expect, test } from 'vitest'
import { missing } from './expected.ts'
import { sequences } from './steps.ts'
import { tryAll } from './try.ts'

test('whatever happens to several issues of several customers in any order, the rulebook holds after every step', {
  timeout: 600_000,
}, () => {
  const met = tryAll(sequences({ min: 2, max: 3 }), 1 / 2)
  if (met) expect(missing(met)).toEqual([])
})
