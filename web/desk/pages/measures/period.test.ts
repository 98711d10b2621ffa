import { expect, test } from 'vitest'
import { daysOf } from './period.ts'

test('a time is told by its first and its last day on the wall of the workspace', () => {
  // From Monday 7 September until just before Thursday 26 November, in Madrid.
  expect(daysOf({ from: '2026-09-06T22:00:00Z', until: '2026-11-25T23:00:00Z' }, 'Europe/Madrid')).toEqual([
    '7 Sept',
    '25 Nov 2026',
  ])
  expect(daysOf({ from: '2025-12-01T00:00:00Z', until: '2026-01-31T00:00:01Z' }, 'UTC')).toEqual([
    '1 Dec 2025',
    '31 Jan 2026',
  ])
})
