import { describe, expect, test } from 'vitest'
import type {
  HandoffAnswer,
  IssueRow,
  MemberRef,
  PromiseAnswer,
  SuperviseAnswer,
} from '../../../../src/contract/answers.ts'
import { type Instant, instant } from '../../../../src/core/time/instant.ts'
import { chaptersOf } from './chapters.ts'
import type { Matter } from './matter.ts'

const at: Instant = instant('2026-11-17T11:00:00Z')
const ben: MemberRef = { id: 'ben', name: 'Ben Okafor', hue: 1 }
const carla: MemberRef = { id: 'carla', name: 'Carla Nunes', hue: 2 }
const saying = { me: 'priya', moment: () => 'today 11:00', when: () => 'today 11:00' }

const issue = (more: Partial<IssueRow> = {}): IssueRow => ({
  number: 1042,
  version: 3,
  subject: 'Charged twice',
  story: '',
  phase: 'open',
  outcome: null,
  channel: 'email',
  openedAt: at,
  owner: ben,
  cover: null,
  customer: { id: 'ana', name: 'Ana Ruiz', organization: null },
  rank: 1,
  promise: null,
  handoff: null,
  escalation: null,
  claimable: false,
  kind: null,
  line: { owners: [], promises: [] },
  ...more,
})
const handoff = (more: Partial<HandoffAnswer> = {}): HandoffAnswer => ({
  id: 1,
  state: 'expired',
  giver: ben,
  to: { member: carla },
  receiver: null,
  brief: { problem: '', diagnosis: '', tried: '', why: '', asked: '', told: '', callback: null },
  offeredAt: at,
  limit: null,
  readBack: null,
  live: null,
  how: null,
  introducedAt: null,
  metAt: null,
  objectedAt: null,
  decline: null,
  ...more,
})
const promise: PromiseAnswer = {
  id: 1,
  kind: 'answer',
  what: 'An answer',
  due: at,
  madeAt: at,
  madeBy: { kind: 'desk' },
  moves: 0,
  state: 'broken',
  settledAt: at,
}
const nothing: SuperviseAnswer = {
  broken: [],
  expired: [],
  fellThrough: [],
  escalated: [],
  gaps: [],
  silent: [],
  still: [],
  circles: [],
  huddles: [],
  approvals: [],
  cannotFix: [],
  uncovered: [],
  load: [],
}
const read = (matter: Matter | undefined): string =>
  (matter?.says ?? []).map(part => (typeof part === 'string' ? part : part.strong)).join('')
const only = (answer: Partial<SuperviseAnswer>, me = 'priya'): Matter | undefined =>
  chaptersOf({ ...nothing, ...answer }, { ...saying, me })[0]?.matters[0]

test('what is empty is not shown', () => {
  expect(chaptersOf(nothing, saying)).toEqual([])
})

test('Rule 25: alarms come first, then broken promises', () => {
  const other = { issue: issue({ number: 1043 }), promise }
  const answer = { ...nothing, broken: [other], escalated: [issue({ escalation: { id: 1, state: 'raised' } })] }
  expect(chaptersOf(answer, saying).map(chapter => chapter.name)).toEqual(['escalated', 'broken'])
})

describe('Rule 26: the alarm', () => {
  test('tells of the promise that was broken, which is not told again', () => {
    const due = { id: 1, kind: 'answer', what: null, due: at, state: 'broken' } as const
    const lit = issue({ escalation: { id: 1, state: 'raised' }, promise: due })
    const chapters = chaptersOf({ ...nothing, escalated: [lit], broken: [{ issue: lit, promise }] }, saying)
    expect(chapters.map(chapter => chapter.name)).toEqual(['escalated'])
    expect(read(chapters[0]?.matters[0])).toContain('Word was promised by today 11:00.')
  })

  const raised = issue({ escalation: { id: 1, state: 'raised' } })

  test('can be answered here, but not by the owner', () => {
    expect(only({ escalated: [raised] })?.act?.send).toBe('/issues/1042/escalations/1/acknowledge')
    expect(only({ escalated: [raised] }, 'ben')?.act).toBeNull()
  })

  test('once answered is seen through by its champion', () => {
    const answered = issue({ escalation: { id: 1, state: 'answered' } })
    expect(only({ escalated: [answered] })?.act).toBeNull()
  })
})

test('Rule 14: a broken promise says to whom, since when and who owes it', () => {
  expect(read(only({ broken: [{ issue: issue(), promise }] }))).toBe(
    'Ana Ruiz was promised word by today 11:00, and has not had it. Ben Okafor owes it.',
  )
  expect(read(only({ broken: [{ issue: issue(), promise }] }, 'ben'))).toContain('You owe it.')
})

test('Rule 7: an expired offer says that it is still the owner’s', () => {
  expect(read(only({ expired: [{ issue: issue(), handoff: handoff(), endedAt: at }] }))).toBe(
    "Ben Okafor offered Ana Ruiz's issue to Carla Nunes, and Carla had not answered by today 11:00. It is still Ben's.",
  )
})

test('an offer to a team says that nobody there answered', () => {
  const to = { team: { id: 'plans', name: 'Plans' } }
  const matter = only({ expired: [{ issue: issue(), handoff: handoff({ to }), endedAt: at }] })
  expect(read(matter)).toContain('nobody in Plans had answered')
  expect(matter?.todo).toContain('Ask Plans')
})

test('Rule 8: a hand-off that fell through names both', () => {
  const matter = only({ fellThrough: [{ issue: issue(), handoff: handoff({ receiver: carla }), endedAt: at }] })
  expect(read(matter)).toContain('Carla Nunes accepted Ana Ruiz')
  expect(matter?.todo).toContain('Ben and Carla')
})

test('Rule 10: a look-back at which nothing had moved asks the receiver', () => {
  const still = {
    issue: issue({ owner: carla }),
    handoff: 1,
    why: 'no_movement' as const,
    giver: ben,
    receiver: carla,
    at,
  }
  const matter = only({ still: [still] })
  expect(read(matter)).toContain('from Ben Okafor')
  expect(matter?.todo).toBe('Ask Carla what stands in the way.')
})

test('Rule 9: an objection is another matter than a look-back without movement', () => {
  const objection = { issue: issue(), handoff: 1, why: 'objection' as const, giver: ben, receiver: carla, at }
  const chapters = chaptersOf({ ...nothing, still: [objection] }, saying)
  expect(chapters.map(({ name }) => name)).toEqual(['objected'])
  expect(read(chapters[0]?.matters[0])).toContain('Ana Ruiz says that they have met nobody.')
})

test('Rule 11: a circle says who had it before, and calls those two together', () => {
  const found = { issue: issue(), giver: ben, to: { member: carla }, before: carla, times: 2, firstAt: at, lastAt: at }
  const matter = only({ circles: [{ ...found, because: 'owned' }] })
  expect(read(matter)).toContain('Carla Nunes has had it before. It was stopped today 11:00, 2 times.')
  expect(matter?.act).toMatchObject({ send: '/issues/1042/huddles/call', body: { with: { member: 'carla' } } })
})

test('Rule 11: who records what a huddle settles goes straight there', () => {
  const priya: MemberRef = { id: 'priya', name: 'Priya Raman', hue: 5 }
  const called = { id: 1, state: 'called' as const, with: { member: carla }, giver: ben, receiver: carla, third: priya }
  const huddle = { ...called, calledAt: at, calledBy: ben, due: at, lateAt: at, decided: null }
  const matter = only({ huddles: [{ issue: issue(), huddle }] })
  expect(read(matter)).toContain('and are late')
  expect(matter?.about).toMatchObject({ settle: true })
  expect(only({ huddles: [{ issue: issue(), huddle }] }, 'ada')?.about).not.toHaveProperty('settle')
})

describe('Rule 27: an approval', () => {
  const waiting = {
    id: 2,
    kind: 'credit' as const,
    worth: { amount: 60, currency: 'EUR' },
    reason: 'Twice.',
    by: ben,
    at,
  }
  const concession = { ...waiting, state: 'waiting' as const, due: at, decided: null, review: null }

  test('is given here by whom it is asked of', () => {
    const matter = only({ approvals: [{ issue: issue(), concession: { ...concession, asked: [carla] } }] }, 'carla')
    expect(read(matter)).toBe(
      'Ben Okafor wants to give Ana Ruiz a credit of €60, and waits for an answer until today 11:00.',
    )
    expect(matter?.act?.send).toBe('/issues/1042/concessions/2/approve')
  })

  test('says to others who is asked', () => {
    const matter = only({ approvals: [{ issue: issue(), concession: { ...concession, asked: [carla] } }] })
    expect(matter).toMatchObject({ act: null, todo: 'Asked of Carla.' })
  })
})

test('Rule 15: an absence without covers names whose promises they are, the first one first', () => {
  const due = { id: 1, kind: 'answer', what: null, due: at, state: 'open' } as const
  const tom = issue({ number: 1043, customer: { id: 'tom', name: 'Tom Reed', organization: null } })
  const promises = [issue(), tom].map(issue => ({ issue, promise: due, asked: null }))
  const absence = { id: 'a', member: ben, from: at, until: at, state: 'agreed' as const, promises, covers: [] }
  const matter = only({ uncovered: [absence] })
  expect(read(matter)).toBe('Ben Okafor is away until today 11:00, and nobody looks after Ana Ruiz and Tom Reed.')
  expect(matter?.todo).toContain('the first promise falls due today 11:00')
})
