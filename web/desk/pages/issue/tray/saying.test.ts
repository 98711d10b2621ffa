import { expect, test } from 'vitest'
import type { PromiseAnswer } from '../../../../../src/contract/answers.ts'
import type { Instant } from '../../../../../src/core/time/instant.ts'
import { keptBy, mustPromise, nothingSaid } from './saying.ts'

const promise = (id: number, state: PromiseAnswer['state'] = 'open'): PromiseAnswer => ({
  id,
  kind: 'word',
  what: '',
  due: '2026-11-17T12:00:00Z' as Instant,
  madeAt: '2026-11-17T12:00:00Z' as Instant,
  madeBy: { kind: 'desk' },
  moves: 0,
  state,
  settledAt: null,
})

test('Scenario 13: a word keeps all running promises, but those that the writer unticks', () => {
  expect(keptBy([], [promise(1), promise(2)])).toBe('all')
  expect(keptBy([2], [promise(1), promise(2)])).toEqual([1])
  expect(keptBy([1, 2], [promise(1), promise(2)])).toEqual([])
  expect(keptBy([7], [promise(1)])).toBe('all')
})

test('Rule 12: a word that keeps everything that runs must promise the next', () => {
  expect(mustPromise(nothingSaid, [promise(1)])).toBe(true)
  expect(mustPromise({ ...nothingSaid, leaves: [1] }, [promise(1)])).toBe(false)
  expect(mustPromise({ ...nothingSaid, leaves: [1] }, [promise(1, 'broken')])).toBe(true)
  expect(mustPromise({ ...nothingSaid, next: 'friday' }, [promise(1)])).toBe(false)
})
