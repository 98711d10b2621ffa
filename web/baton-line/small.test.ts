import { expect, test } from 'vitest'
import type { IssueRow } from '../../src/contract/answers.ts'
import { at, ben } from './example.ts'
import { layOutSmall, small } from './small.ts'

const row = (line: IssueRow['line'], more: Partial<IssueRow> = {}): IssueRow => ({
  number: 1,
  version: 1,
  subject: 'Charged twice',
  story: '',
  phase: 'open',
  outcome: null,
  channel: 'email',
  openedAt: at('3 Nov 09:00'),
  owner: ben,
  cover: null,
  customer: { id: 'ana', name: 'Ana Ruiz', organization: null },
  rank: 2,
  promise: null,
  handoff: null,
  escalation: null,
  claimable: false,
  kind: null,
  line,
  ...more,
})
const now = at('4 Nov 09:00')

test('what another desk had before begins with its first owner here, however long it was there', () => {
  const line = { owners: [{ hue: 1, since: at('3 Nov 09:00'), way: 'intake' }], promises: [] } as const
  const brought = row({ owners: [...line.owners], promises: [] }, { openedAt: at('2 Jan 09:00') })
  expect(layOutSmall(brought, now)).toEqual(layOutSmall(row({ owners: [...line.owners], promises: [] }), now))
})

test('one owner runs in one line, from begin to end', () => {
  const { bars, meetings } = layOutSmall(
    row({ owners: [{ hue: 1, since: at('3 Nov 09:00'), way: 'intake' }], promises: [] }),
    now,
  )
  expect(bars).toEqual([{ d: 'M4 15H126', hue: 1 }])
  expect(meetings).toEqual([])
})

test('hands meet where it went over, and nobody is too short to be seen', () => {
  const owners: IssueRow['line']['owners'] = [
    { hue: 1, since: at('3 Nov 09:00'), way: 'intake' },
    { hue: 2, since: at('3 Nov 09:01'), way: 'handoff' },
    { hue: 3, since: at('4 Nov 08:59'), way: 'handoff' },
  ]
  const { meetings } = layOutSmall(row({ owners, promises: [] }), now)
  expect(meetings).toHaveLength(2)
  expect(meetings[0]?.x).toBeGreaterThanOrEqual(12)
  expect(meetings[1]?.x).toBeLessThanOrEqual(118)
})

test('a claim or a takeover is a step, not a meeting', () => {
  const owners: IssueRow['line']['owners'] = [
    { hue: 1, since: at('3 Nov 09:00'), way: 'intake' },
    { hue: 2, since: at('3 Nov 12:00'), way: 'claim' },
    { hue: 3, since: at('3 Nov 18:00'), way: 'takeover' },
  ]
  const { meetings, steps, bars } = layOutSmall(row({ owners, promises: [] }), now)
  expect(meetings).toEqual([])
  expect(steps).toHaveLength(2)
  expect(bars.map(bar => bar.hue)).toEqual([1, 2, 3])
})

test('a promise ahead stands at the end, and the last six are enough', () => {
  const promises = Array.from({ length: 9 }, (_, n) => ({ due: at(`${n + 3} Nov 10:00`), state: 'open' as const }))
  const { fates } = layOutSmall(row({ owners: [{ hue: 1, since: at('3 Nov 09:00'), way: 'intake' }], promises }), now)
  expect(fates).toHaveLength(6)
  for (const fate of fates) expect(fate.x).toBeLessThanOrEqual(small.width)
})

test('an offer reaches out of the lane, and the alarm is light', () => {
  const line: IssueRow['line'] = { owners: [{ hue: 1, since: at('3 Nov 09:00'), way: 'intake' }], promises: [] }
  const { offer, light } = layOutSmall(
    row(line, { handoff: { id: 1, state: 'offered', to: 'Carla' }, escalation: { id: 1, state: 'raised' } }),
    now,
  )
  expect(offer).toMatch(/^M112 15c/)
  expect(light?.answered).toBe(false)
})
