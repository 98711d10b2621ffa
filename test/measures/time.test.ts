import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MeasureByAnswer, MeasuresAnswer, Problem } from '../../src/contract/answers.ts'
import { anIssue, writes } from '../scenarios/desk-life.ts'
import { startTestServer, type TestServer } from '../server.ts'

let server: TestServer

/** On Sunday, 25 October 2026, the clocks of Madrid are set back: the day has 25 hours. Weeks begin on Mondays. */
const openings = [
  '2026-10-16T12:00:00+02:00',
  '2026-10-24T23:30:00+02:00',
  '2026-10-25T00:30:00+02:00',
  '2026-10-25T23:30:00+01:00',
  '2026-10-26T00:30:00+01:00',
]

beforeAll(async () => {
  server = await startTestServer({ at: '2026-10-16T11:00:00+02:00' })
  for (const [place, at] of openings.entries()) {
    await server.moveClock(at)
    const { number } = await anIssue(server, 'Ben')
    // The first two are told again what was known.
    await writes(server, 'Ben', number, '2026-10-30T12:00:00+01:00')
    if (place > 1) continue
    await server.member('Ben').post(`/issues/${number}/facts`, { key: 'account number', value: '7', how: 'told' })
    await writes(server, 'Ben', number, '2026-10-30T12:00:00+01:00', { body: 'Could you give me your account number?' })
  }
}, 60_000)
afterAll(() => server.stop())

const get = (query: string) => server.member('Priya').get<MeasuresAnswer>(`/measures?${query}`)
const issuesIn = async (query: string): Promise<number> => (await get(query)).period.issues
const problem = async (path: string): Promise<{ status: number } & Partial<Problem>> => {
  const { status, body } = await server.member('Priya').send('GET', path)
  return { ...(body as Problem), status }
}

describe('which issues a time is of', () => {
  test.each([
    ['from=2026-10-25&to=2026-10-25', 2, 'a day of 25 hours'],
    ['from=2026-10-24&to=2026-10-24', 1, 'the day before it'],
    ['from=2026-10-26', 1, 'from a day on'],
    ['to=2026-10-24', 2, 'to a day, with it'],
    ['from=2026-10-25T00:30:00%2B02:00&to=2026-10-25T23:30:00%2B01:00', 1, 'a moment is not part of it at the end'],
    ['from=2026-10-25T00:30:00.001%2B02:00&to=2026-10-25T23:30:00.001%2B01:00', 1, 'to the millisecond'],
    ['', 5, 'the last twelve weeks'],
    ['from=2026-10-27', 0, 'nothing yet'],
    ['from=2026-10-26&to=2026-10-24', 0, 'the wrong way round it is empty'],
    ['from=0001-01-01&to=9999-12-30', 5, 'ever'],
  ])('%s: %i issues, %s', async (query, count) => {
    expect(await issuesIn(query)).toBe(count)
  })

  test('weeks begin on Monday, on the wall of the workspace', async () => {
    const { rows } = await server.member('Priya').get<MeasureByAnswer>('/measures/told_again?by=week')
    expect(rows.map(({ key, figure }) => [key, figure.count, figure.of])).toEqual([
      ['2026-10-12', 1, 1],
      ['2026-10-19', 1, 3],
      ['2026-10-26', 0, 1],
    ])
  })

  test.each([
    ['/measures?from=2026-02-30', /2026-11-23/],
    ['/measures?from=yesterday', /2026-11-23/],
    ['/measures?to=24.11.2026', /2026-11-23/],
    ['/measures?team=plans', /team/],
    ['/measures?kind=bills', /kind/],
    ['/measures?channel=fax', /channel/],
    ['/measures/champion?by=person', /by/],
    ['/measures/champion?by=member', /by/],
    ['/measures?owner=me', /owner/],
  ])('%s is refused, with a sentence that says what to write', async (path, says) => {
    const { status, code, detail } = await problem(path)
    expect({ status, code }).toEqual({ status: 400, code: 'invalid_input' })
    expect(detail).toMatch(says)
  })

  test.each([
    ['/measures?team=01a215d9-c51d-7418-9125-024d71c250ef', /Team .* is none whose figures you see/],
    ['/measures?team=TEAM', /of at least two/],
    ['/measures?kind=01a215d9-c51d-7418-9125-024d71c250ef', /There is no kind of issue/],
    ['/measures/champion/issues?side=sad', /has no side "sad". It has part, rest, all, told_again/],
    ['/measures/circles/issues?side=broken', /It has part, rest and all/],
  ])(
    '%s: a team that is none, or whose figures would be a person’s; a kind or a side that is none',
    async (path, says) => {
      const { status, detail } = await problem(path.replace('TEAM', server.team('Support')))
      expect(status).toBe(404)
      expect(detail).toMatch(says)
    },
  )
})

describe('beside another time', () => {
  test('the same length before: Sunday and Saturday', async () => {
    const sunday = 'from=2026-10-24T23:00:00%2B02:00&to=2026-10-25T23:45:00%2B01:00'
    const { period, against, measures } = await get(`${sunday}&against=before`)
    expect([period.issues, against?.issues]).toEqual([3, 0])
    expect(against?.until).toBe(period.from)
    expect(Date.parse(against?.until ?? '') - Date.parse(against?.from ?? '')).toBe(
      Date.parse(period.until) - Date.parse(period.from),
    )
    expect(measures.every(({ difference }) => difference === null)).toBe(true)
  })

  test('a time that is said; of so few nothing can be told', async () => {
    const { against, measures } = await get('from=2026-10-25&againstFrom=2026-10-01&againstTo=2026-10-24')
    expect(against?.issues).toBe(2)
    const told = measures.find(({ name }) => name === 'told_again')
    expect([told?.figure.count, told?.figure.of, told?.against?.count, told?.against?.of]).toEqual([0, 3, 2, 2])
    expect(told?.difference).toMatchObject({ value: -1, reads: expect.stringMatching(/better|unclear/) })
    // Newcombe, of 2 of 2 and 0 of 3.
    expect(told?.difference?.high).toBeCloseTo(0, 0)
  })

  test('without another time nothing stands beside it', async () => {
    const { against, measures } = await get('from=2026-10-25')
    expect(against).toBeNull()
    expect(measures.every(one => one.against === null && one.difference === null)).toBe(true)
  })
})
