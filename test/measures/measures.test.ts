import { describe, expect, test } from 'vitest'
import type { IssueRow, MeasureByAnswer, MeasuresAnswer, Page } from '../../src/contract/answers.ts'
import { anasPage, anIssue, eachWithServer, handsOver, madrid, writes } from '../scenarios/desk-life.ts'
import type { Name, TestServer } from '../server.ts'

const there = eachWithServer()

const readAll = (server: TestServer, query = '', as: Name = 'Priya'): Promise<MeasuresAnswer> =>
  server.member(as).get(`/measures${query}`)

/** `part of whole` of a measure, as it would be said aloud. */
const said = ({ measures }: MeasuresAnswer, name: string): string | undefined => {
  const figure = measures.find(measure => measure.name === name)?.figure
  return figure && `${figure.count} of ${figure.of}`
}

/** Ana is told what was done, and says that it is solved. */
async function solved(server: TestServer, owner: Name, number: number): Promise<void> {
  await server.member(owner).post(`/issues/${number}/resolution`, {
    wrong: 'An old bundle re-created the fee each month.',
    done: 'The bundle is gone.',
    holds: 'The November bill shows no second line.',
  })
  const { client } = await anasPage(server, number)
  await client.post('/portal/confirm')
}

describe('DESIGN section 8: what customers went through, counted by hand', () => {
  test('champion probability: one as it should be, one with a broken promise, one that is under way', async () => {
    const { server } = there
    const well = await anIssue(server, 'Ben')
    await solved(server, 'Ben', well.number)
    const underWay = await anIssue(server, 'Ben')
    await writes(server, 'Ben', underWay.number, madrid('Friday', '12:00'))
    const dropped = await anIssue(server, 'Carla')
    await server.moveClock(madrid('Tuesday', '15:00'))
    const found = await readAll(server)
    expect(found.period).toMatchObject({ issues: 3, undecided: 1 })
    expect(said(found, 'champion')).toBe('1 of 2')
    expect(said(found, 'promises_kept')).toBe('2 of 3')
    expect(said(found, 'confirmed')).toBe('1 of 1')
    const champion = found.measures.find(({ name }) => name === 'champion')
    expect(champion?.figure.parts.filter(({ count }) => count > 0)).toEqual([
      { name: 'broken', says: 'had a promise broken', count: 1 },
    ])
    expect(champion?.figure).toMatchObject({ value: 0.5, small: true })
    const behind = await server.member('Priya').get<Page<IssueRow>>('/measures/champion/issues?side=broken')
    expect(behind.items.map(({ number }) => number)).toEqual([dropped.number])
    const rest = await server.member('Priya').get<Page<IssueRow>>('/measures/champion/issues?side=rest')
    expect(rest.items.map(({ number }) => number)).toEqual([dropped.number])
    const part = await server.member('Priya').get<Page<IssueRow>>('/measures/champion/issues')
    expect(part.items.map(({ number }) => number)).toEqual([well.number])
    const all = await server.member('Priya').get<Page<IssueRow>>('/measures/champion/issues?side=all')
    expect(all.items.map(({ number }) => number)).toEqual([dropped.number, well.number])
    const byChannel = await server.member('Priya').get<MeasureByAnswer>('/measures/champion?by=channel')
    expect(byChannel.rows.map(({ undecided, figure }) => [undecided, figure.of])).toEqual([[1, 2]])
  })

  test('an issue counts for each team whose person had it, and a person sees only their own', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    await server.member('Ben').post(`/issues/${number}/diagnoses`, { text: 'The old bundle re-creates the fee.' })
    await handsOver(server, 'Ben', 'Carla', number, madrid('Thursday', '12:00'))
    await anIssue(server, 'Ben')
    const byTeam = await server.member('Priya').get<MeasureByAnswer>('/measures/changes_of_hands?by=team')
    // Support is Ben alone: its figures would be his.
    expect(byTeam.rows.map(({ says, figure }) => `${says}: ${figure.count} of ${figure.of}`)).toEqual(['Plans: 1 of 1'])
    expect(said(await readAll(server, '?mine=true', 'Carla'), 'handoffs_met')).toBe('1 of 1')
    expect((await readAll(server, '?mine=true', 'Carla')).period.issues).toBe(1)
    expect((await readAll(server, '?mine=true', 'Ben')).period.issues).toBe(2)
  })
})
