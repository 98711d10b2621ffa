import { describe, expect, test } from 'vitest'
import type { IssueAnswer, PromiseAnswer } from '../../../../src/contract/answers.ts'
import type { Instant } from '../../../../src/core/time/instant.ts'
import { fateSentence, ownerSentence, promiseSentence, runningOf } from './sentences.ts'

const now = '2026-11-17T12:00:00.000Z'
const at = (text: string): Instant => text as Instant
const ben = { id: 'ben', name: 'Ben Okafor', hue: 1 }
const carla = { id: 'carla', name: 'Carla Nunes', hue: 2 }
const promise = (id: number, due: string, state: PromiseAnswer['state'] = 'open'): PromiseAnswer => ({
  id,
  kind: 'word',
  what: 'the preview of her bill',
  due: at(due),
  madeAt: at('2026-11-16T12:00:00.000Z'),
  madeBy: { kind: 'desk' },
  moves: 0,
  state,
  settledAt: null,
})
const issue = (changes: Partial<IssueAnswer> = {}): IssueAnswer => ({
  number: 1042,
  version: 1,
  subject: 'Charged twice',
  story: '',
  phase: 'open',
  outcome: null,
  channel: 'email',
  openedAt: at('2026-11-10T12:00:00.000Z'),
  imported: null,
  closedAt: null,
  owner: carla,
  owners: [
    { member: ben, since: at('2026-11-10T12:00:00.000Z'), way: 'intake' },
    { member: carla, since: at('2026-11-12T12:00:00.000Z'), way: 'handoff' },
  ],
  customer: { id: 'ana', name: 'Ana Ruiz', organization: null, email: null, phone: null },
  promises: [],
  unplaced: [],
  isThis: [],
  erasedAt: null,
  rating: null,
  handoff: null,
  covers: [],
  lookBacks: [],
  stalls: [],
  huddle: null,
  assists: [],
  escalation: null,
  concessions: [],
  diagnoses: [],
  facts: [],
  kind: null,
  checklist: [],
  kudos: [],
  resolution: null,
  cause: null,
  cannotFix: null,
  spam: null,
  matches: [],
  links: [],
  mergedInto: null,
  merged: [],
  recurrences: 0,
  waits: [],
  grants: [],
  may: [],
  ...changes,
})

describe('who has it', () => {
  test.each([
    ['contact', 'ben', /^had this at ServiceNow until it was over, Mon 2 Nov/],
    ['intake', 'ben', /^answers for it, should it come back$/],
    ['intake', 'carla', /^answer for it, should it come back$/],
  ] as const)('of what was over at another desk is said only what is true: %s, to %s', (way, me, rest) => {
    const owner = me === 'carla' ? carla : ben
    const over = at('2026-11-02T09:00:00.000Z')
    const imported = { source: 'ServiceNow', case: 'INC1', at: at('2026-11-10T12:00:00.000Z'), closedAt: over }
    const owners = [{ member: owner, since: imported.at, way }]
    const elsewhere = issue({ phase: 'closed', outcome: 'elsewhere', closedAt: over, owner, owners, imported })
    expect(ownerSentence(elsewhere, 'carla', now).rest).toMatch(rest)
  })

  test('is said with since when and from whom', () => {
    expect(ownerSentence(issue(), 'carla', now)).toEqual({
      strong: 'You',
      rest: 'have had this since Thu 12 Nov, from Ben Okafor',
    })
    expect(ownerSentence(issue(), 'ben', now)).toEqual({
      strong: 'Carla Nunes',
      rest: 'has had this since Thu 12 Nov, from you',
    })
  })

  test('tells a takeover from a hand-off', () => {
    const owners = [
      { member: ben, since: at('2026-11-10T12:00:00.000Z'), way: 'intake' as const },
      { member: carla, since: at('2026-11-17T08:00:00.000Z'), way: 'takeover' as const },
    ]
    expect(ownerSentence(issue({ owners }), 'carla', now).rest).toMatch(
      /^have had this since .+, taken over from Ben Okafor$/,
    )
  })
})

describe('what the customer waits for', () => {
  test('is the promise that falls due soonest', () => {
    const promises = [promise(1, '2026-11-19T09:00:00.000Z'), promise(2, '2026-11-17T14:00:00.000Z')]
    expect(promiseSentence(issue({ promises }), 'carla', now)).toMatchObject({
      look: 'soon',
      says: 'Ana hears from you',
      others: 1,
    })
  })

  test('is what is owed before what runs', () => {
    const promises = [promise(1, '2026-11-17T14:00:00.000Z'), promise(2, '2026-11-17T10:00:00.000Z', 'broken')]
    expect(runningOf({ promises }).map(({ id }) => id)).toEqual([2, 1])
    expect(promiseSentence(issue({ promises }), 'ben', now)).toMatchObject({
      look: 'owed',
      says: 'Ana waits for Carla since',
    })
  })

  test('is nothing once all is settled', () => {
    expect(
      promiseSentence(issue({ promises: [promise(1, '2026-11-17T14:00:00.000Z', 'kept')] }), 'carla', now),
    ).toBeNull()
  })
})

test('what a message did to a promise is said with how early or late', () => {
  const due = at('2026-11-17T12:00:00.000Z')
  const said = (became: 'kept' | 'made_good' | 'made', when: string): string =>
    fateSentence({ id: 1, became, due }, when, now, [promise(1, due)])
  expect(said('kept', '2026-11-17T09:00:00.000Z')).toBe('Promise kept, 3 h early')
  expect(said('made_good', '2026-11-17T12:20:00.000Z')).toBe('Promise made good, 20 min late')
  expect(said('made', '2026-11-16T12:00:00.000Z')).toMatch(/^Promised by .*: the preview of her bill$/)
})
