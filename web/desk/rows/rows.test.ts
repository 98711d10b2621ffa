import { describe, expect, test } from 'vitest'
import type { IssueRow } from '../../../src/contract/answers.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { groupOf, inGroups } from './group.ts'
import { dueOf, standing } from './sentences.ts'

const madrid = 'Europe/Madrid'
const now = '2026-11-17T12:00:00.000Z' // Tuesday 13:00 in Madrid
const row = (changes: Partial<IssueRow> = {}): IssueRow => ({
  number: 1042,
  version: 1,
  subject: 'Charged twice',
  story: 'It has happened again.',
  phase: 'open',
  outcome: null,
  channel: 'email',
  openedAt: '2026-11-10T12:00:00.000Z' as Instant,
  owner: { id: 'ben', name: 'Ben Okafor', hue: 1 },
  cover: null,
  customer: { id: 'ana', name: 'Ana Ruiz', organization: null },
  rank: 2,
  promise: null,
  handoff: null,
  escalation: null,
  claimable: false,
  kind: null,
  line: { owners: [], promises: [] },
  ...changes,
})
const promised = (due: string, state: 'open' | 'broken' = 'open', what = 'the preview of her bill'): IssueRow =>
  row({ rank: state === 'broken' ? 1 : 2, promise: { id: 1, kind: 'word', what, due: due as Instant, state } })

describe('a row stands', () => {
  test('among what is owed while its alarm is lit or a promise is broken', () => {
    expect(groupOf(row({ rank: 0 }), now, madrid)).toBe('owed')
    expect(groupOf(promised('2026-11-17T10:00:00Z', 'broken'), now, madrid)).toBe('owed')
  })

  test('today by the wall of who reads, and later from midnight on', () => {
    expect(groupOf(promised('2026-11-17T22:30:00Z'), now, madrid)).toBe('today')
    expect(groupOf(promised('2026-11-17T23:30:00Z'), now, madrid)).toBe('later')
  })

  test('today when it is confirmed and waits to be closed', () => {
    expect(groupOf(row({ phase: 'confirmed' }), now, madrid)).toBe('today')
  })

  test('in the order in which it came, and empty groups are not shown', () => {
    const rows = [promised('2026-12-01T09:00:00Z'), row({ rank: 1, number: 1 }), row({ rank: 1, number: 2 })]
    expect(inGroups(rows, now).map(({ group, rows: some }) => [group, some.map(({ number }) => number)])).toEqual([
      ['owed', [1, 2]],
      ['later', [1042]],
    ])
  })
})

describe('when the customer hears', () => {
  test('is said with how far away it is', () => {
    expect(dueOf(promised('2026-11-17T14:00:00Z'), now, madrid)).toEqual({
      look: 'soon',
      when: 'by 15:00',
      beside: 'in 2 h',
    })
    expect(dueOf(promised('2026-11-19T09:00:00Z'), now, madrid)).toMatchObject({ look: 'plain', when: 'by Thu 10:00' })
  })

  test('is said as owed once it is broken', () => {
    expect(dueOf(promised('2026-11-17T10:00:00Z', 'broken'), now, madrid)).toEqual({
      look: 'owed',
      when: 'promised 11:00',
      beside: '2 h ago, Ana waits',
    })
  })

  test('is nothing any more when it is closed', () => {
    expect(dueOf(row({ phase: 'closed', outcome: 'confirmed' }), now, madrid)).toMatchObject({ when: 'closed' })
  })
})

describe('what is going on with it', () => {
  const offered = row({ handoff: { id: 1, state: 'offered', to: 'Plans' } })

  test('is an offer, and whose it still is', () => {
    expect(standing(offered, 'ben')).toBe('Offer to Plans, not answered yet: still yours')
    expect(standing(offered, 'carla')).toBe("Offer to Plans, not answered yet: still Ben's")
  })

  test('is what was promised, or how the customer told it', () => {
    expect(standing(promised('2026-11-17T14:00:00Z'), 'ben')).toBe('the preview of her bill')
    expect(standing(row(), 'ben')).toBe('It has happened again.')
  })
})
