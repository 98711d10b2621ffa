import { expect, test } from 'vitest'
import type { EventAnswer, IssueAnswer, MessageAnswer } from '../../../../src/contract/answers.ts'
import type { Instant } from '../../../../src/core/time/instant.ts'
import { type Entry, entriesOf, folded } from './entries.ts'

const issue = { diagnoses: [] as IssueAnswer['diagnoses'] } as IssueAnswer
const message = (id: string, at: string, direction: 'in' | 'out' = 'in'): MessageAnswer => ({
  id,
  issue: 1042,
  at: at as Instant,
  direction,
  channel: 'email',
  author:
    direction === 'in' ? { kind: 'customer', id: 'ana', name: 'Ana' } : { kind: 'member', id: 'ben', name: 'Ben' },
  body: id,
  quoted: null,
  html: false,
  flagged: false,
  call: null,
  asks: [],
  unplaced: false,
  delivery: null,
  files: [],
  promises: [],
})
const event = (version: number, type: string, at: string, data: EventAnswer['data'] = {}): EventAnswer => ({
  version,
  type,
  at: at as Instant,
  by: { kind: 'desk' },
  from: 'desk',
  data,
})

test('messages and what happened between stand in their order, what came of a word after it', () => {
  const entries = entriesOf(
    issue,
    [message('greeting', '2026-11-10T11:09:00Z', 'out'), message('first', '2026-11-03T09:00:00Z')],
    [
      event(9, 'OwnershipMoved', '2026-11-10T11:09:00Z', { way: 'handoff', from: 'ben', to: 'carla' }),
      event(8, 'HandoffMet', '2026-11-10T11:09:00Z'),
      event(5, 'HandoffIntroduced', '2026-11-10T11:02:00Z'),
      event(4, 'PromiseBroken', '2026-11-09T10:00:00Z'),
      event(2, 'CustomerWrote', '2026-11-03T09:00:00Z'),
    ],
  )
  expect(entries.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'message first',
    'line event 4',
    'message greeting',
    'meeting event 9',
  ])
  expect(entries.at(-1)).toMatchObject({ giver: 'ben', receiver: 'carla', introducedAt: '2026-11-10T11:02:00Z' })
})

test('what happened in the same moment stands as the log has it', () => {
  const at = '2026-11-10T11:09:00Z'
  const entries = entriesOf(
    issue,
    [message('introduction', at, 'out'), message('greeting', at, 'out')],
    [
      event(1, 'HandoffOffered', at),
      event(2, 'CustomerContacted', at, { message: 'introduction' }),
      event(3, 'CustomerContacted', at, { message: 'greeting' }),
      event(4, 'OwnershipMoved', at, { way: 'handoff', from: 'ben', to: 'carla' }),
    ],
  )
  expect(entries.map(({ key }) => key)).toEqual(['event 1', 'introduction', 'greeting', 'event 4'])
})

test('the first words are the customer’s first', () => {
  const [first, second] = entriesOf(
    issue,
    [message('a', '2026-11-03T09:00:00Z'), message('b', '2026-11-04T09:00:00Z')],
    [],
  )
  expect(first).toMatchObject({ first: true })
  expect(second).toMatchObject({ first: false })
})

test('a long conversation is folded between its begin and its end, and loses nothing', () => {
  const many = Array.from({ length: 40 }, (_, n): Entry => {
    const at = `2026-11-03T09:${String(n).padStart(2, '0')}:00Z`
    return { kind: 'message', key: `${n}`, at, message: message(`${n}`, at), first: n === 0 }
  })
  const { before, hidden, after } = folded(many)
  expect([before.length, hidden.length, after.length]).toEqual([2, 29, 9])
  expect([...before, ...hidden, ...after]).toEqual(many)
  expect(folded(many.slice(0, 13)).hidden).toEqual([])
})
