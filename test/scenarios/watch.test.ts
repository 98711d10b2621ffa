import { describe, expect, test } from 'vitest'
import type { IssueAnswer, PortalAnswer } from '../../src/contract/answers.ts'
import type { TestServer } from '../server.ts'
import { anasPage, anIssue, eachWithServer, madrid, read, stateOf, toldOf, utc, writes } from './desk-life.ts'

const there = eachWithServer()

const december = '2026-12-01T12:00:00+01:00'
const january = '2027-01-01T12:00:00+01:00'

/** Ana's bill is to be looked at in December and January, and she has confirmed. Promises 3 and 4 are the checks. */
async function watched(server: TestServer): Promise<number> {
  const { number } = await anIssue(server, 'Ben')
  const proposed = await server.member('Ben').post<IssueAnswer>(`/issues/${number}/resolution`, {
    wrong: 'The bundle re-created the fee.',
    done: 'The second line is out of the bundle.',
    holds: 'Each bill shows one line.',
    watch: [{ due: december, what: 'A look at the bill of December' }, { due: january }],
  })
  expect(proposed.resolution?.watch).toEqual([
    { due: utc(december), what: 'A look at the bill of December' },
    { due: utc(january), what: null },
  ])
  const { client } = await anasPage(server, number)
  await client.post('/portal/confirm')
  return number
}

describe('Scenario 49: a watch on 1 December and 1 January', () => {
  test('begins when Ana confirms; she sees what is checked next, and when', async () => {
    const { server } = there
    const number = await watched(server)
    const issue = await read(server, number)
    expect(issue.phase).toBe('watching')
    expect(issue.promises.filter(({ kind }) => kind === 'watch')).toMatchObject([
      { id: 3, what: 'A look at the bill of December', due: utc(december), state: 'open' },
      { id: 4, what: 'A check whether it holds', due: utc(january), state: 'open' },
    ])
    const { client } = await anasPage(server, number)
    const page = await client.get<PortalAnswer>('/portal/issue')
    expect(page).toMatchObject({ confirmed: true, next: { kind: 'watch', due: utc(december), state: 'open' } })
    expect(page.path.filter(({ kind }) => kind === 'watch')).toMatchObject([
      { what: 'A look at the bill of December', at: utc(december), state: 'ahead' },
      { at: utc(january), state: 'ahead' },
    ])
    const { items } = await server.member('Ben').get<{ items: { number: number }[] }>('/issues?owner=me&phase=watching')
    expect(items.map(row => row.number)).toEqual([number])
  })

  test('her mail says when we look again', async () => {
    const { server } = there
    await watched(server)
    const { items } = await server.member('Ben').get<{ items: { body: string; kind: string }[] }>('/outbox')
    expect(items.find(({ kind }) => kind === 'message')?.body).toMatch(
      /look again whether it holds: .*December.*January/,
    )
  })

  test('on 2 December no check was made: the promise is broken like any other; after the check in January Ben closes', async () => {
    const { server } = there
    const ben = server.member('Ben')
    const number = await watched(server)
    const early = await ben.refused(`/issues/${number}/close`)
    expect(early.code).toBe('watch_running')
    expect(early.data).toEqual({ dates: [utc(december), utc(january)] })

    await server.moveClock('2026-12-01T12:05:00+01:00')
    expect(stateOf(await read(server, number), 3)).toBe('broken')
    for (const name of ['Ben', 'Priya'] as const) expect(await toldOf(server, name, number)).toContain('promise_broken')
    expect((await writes(server, 'Ben', number, null)).promises.map(({ state }) => state)).toEqual([
      'kept',
      'released',
      'made_good',
      'open',
    ])
    expect((await ben.refused(`/issues/${number}/close`)).data).toEqual({ dates: [utc(january)] })

    await server.moveClock('2027-01-01T10:00:00+01:00')
    const call = { channel: 'phone', direction: 'out', outcome: 'reached', summary: 'One line on the bill. It holds.' }
    expect(stateOf(await ben.post<IssueAnswer>(`/issues/${number}/contacts`, call), 4)).toBe('kept')
    const closed = await ben.post<IssueAnswer>(`/issues/${number}/close`)
    expect(closed).toMatchObject({ phase: 'closed', outcome: 'confirmed' })
  })

  test('a word to Ana today is no check of December', async () => {
    const { server } = there
    const number = await watched(server)
    const today = await writes(server, 'Ben', number, null, { keeps: [3, 4] })
    expect([stateOf(today, 3), stateOf(today, 4)]).toEqual(['open', 'open'])
  })

  test('the check finds it back: the same owner has it, open, with a fresh promise; it counts', async () => {
    const { server } = there
    const number = await watched(server)
    await server.moveClock('2026-12-01T09:30:00+01:00')
    await writes(server, 'Ben', number, null, { body: 'Ana, the fee is on the bill of December again.' })
    const back = await server
      .member('Ben')
      .post<IssueAnswer>(`/issues/${number}/resolution/recurred`, { words: 'The bill of December shows the fee.' })
    expect(back).toMatchObject({ phase: 'open', recurrences: 1, owner: { name: 'Ben' } })
    expect(back.promises.at(-1)).toMatchObject({ kind: 'answer', due: utc('2026-12-01T13:30:00+01:00') })
    expect(stateOf(back, 4)).toBe('open')
  })

  test('a date that has passed can’t be watched', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    const words = { wrong: 'w', done: 'd', holds: 'h' }
    const watch = [{ due: madrid('Tuesday', '09:00') }]
    const refused = await server.member('Ben').refused(`/issues/${number}/resolution`, { ...words, watch })
    expect(refused.code).toBe('due_in_past')
  })
})
