import { expect, test } from 'vitest'
import type { InboundAnswer } from '../../../../src/contract/answers.ts'
import { instant } from '../../../../src/core/time/instant.ts'
import { fateOf, filters, mayRetry, sizeOf } from './sentences.ts'

const mail = (more: Partial<InboundAnswer>): InboundAnswer => ({
  id: 'one',
  receivedAt: instant('2026-11-17T11:00:00Z'),
  via: 'smtp',
  from: 'ana@example.test',
  to: ['support@example.test'],
  subject: 'Hello',
  size: 820,
  state: 'kept',
  why: null,
  issue: null,
  ...more,
})

test('every state says what became of the mail', () => {
  for (const { state } of filters) if (state !== 'all') expect(fateOf(mail({ state, issue: 7 }))).toMatch(/\.$/)
  expect(fateOf(mail({ state: 'reply', issue: 1042 }))).toBe('Belongs to issue #1042.')
})

test('the reason for keeping it is said', () => {
  expect(fateOf(mail({ why: 'It says not who wrote it.' }))).toContain('It says not who wrote it.')
})

test('only what came to no issue is read again', () => {
  const states = (['waiting', 'issue', 'reply', 'machine', 'duplicate', 'refused', 'kept'] as const).filter(state =>
    mayRetry(mail({ state })),
  )
  expect(states).toEqual(['machine', 'refused', 'kept'])
})

test('sizes are said roundly', () => {
  expect([820, 14_200, 999_600, 3_200_000].map(sizeOf)).toEqual(['820 bytes', '14 kB', '1.0 MB', '3.2 MB'])
})
