import { describe, expect, test } from 'vitest'
import type { IssueAnswer, PortalAnswer } from '../../src/contract/answers.ts'
import type { TestServer } from '../server.ts'
import { anasPage, anIssue, eachWithServer, madrid, read, running, stateOf, toldOf, utc, writes } from './desk-life.ts'

const there = eachWithServer()

const proposal = {
  wrong: 'The bundle re-created the fee.',
  done: 'The second line is out of the bundle.',
  holds: 'Your bill of December shows one line.',
}

async function proposed(server: TestServer): Promise<number> {
  const { number } = await anIssue(server, 'Ben')
  await writes(server, 'Ben', number, madrid('Friday', '11:00'))
  await server.member('Ben').post(`/issues/${number}/resolution`, proposal)
  return number
}

describe('Rules 17 and 18: resolution', () => {
  test('Rule 17: nothing is closed that was not proposed', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    expect((await server.member('Ben').refused(`/issues/${number}/close`)).code).toBe('nothing_proposed')
    const issue = await server.member('Ben').post<IssueAnswer>(`/issues/${number}/resolution`, proposal)
    expect(issue.phase).toBe('proposed')
    expect(issue.resolution).toMatchObject(proposal)
    expect(running(issue)).toHaveLength(1)
  })

  test('Rules 17 and 18: a customer who has a telephone only is asked, and confirms, on the phone', async () => {
    const { server } = there
    const ben = server.member('Ben')
    const tom = { customer: { name: 'Tom', phone: '+34600118207' }, channel: 'phone' }
    const { number } = await anIssue(server, 'Ben', tom)
    expect((await ben.refused(`/issues/${number}/resolution`, proposal)).code).toBe('no_address')
    const asked = await ben.post<IssueAnswer>(`/issues/${number}/resolution`, { ...proposal, channel: 'phone' })
    expect([asked.phase, stateOf(asked, 1)]).toEqual(['proposed', 'kept'])
    const heard = { heard: { how: 'phone', words: 'Yes, it works.' } }
    const confirmed = await ben.post<IssueAnswer>(`/issues/${number}/resolution/confirm`, heard)
    expect(confirmed.resolution?.confirmed).toMatchObject({
      heard: 'phone',
      words: 'Yes, it works.',
      by: { name: 'Ben' },
    })
    expect((await ben.post<IssueAnswer>(`/issues/${number}/close`)).outcome).toBe('confirmed')
  })

  test('Scenario 44: Ana confirms by her link: the promises are released, and Ben closes', async () => {
    const { server } = there
    const number = await proposed(server)
    const { client } = await anasPage(server, number)
    const page = await client.post<PortalAnswer>('/portal/confirm')
    expect(page.confirmed).toBe(true)
    const issue = await read(server, number)
    expect(issue.phase).toBe('confirmed')
    expect(running(issue)).toEqual([])
    expect(await toldOf(server, 'Ben', number)).toContain('confirmed')
    const closed = await server.member('Ben').post<IssueAnswer>(`/issues/${number}/close`)
    expect(closed).toMatchObject({ phase: 'closed', outcome: 'confirmed' })
  })

  test('Scenario 45: a preview robot confirms nothing, and the second confirmation says that it is done', async () => {
    const { server } = there
    const number = await proposed(server)
    const { link, client } = await anasPage(server, number)
    for (const method of ['GET', 'HEAD', 'GET']) await server.stranger.raw(method, link)
    expect((await server.stranger.raw('GET', '/api/v1/portal/confirm')).status).toBe(405)
    expect((await read(server, number)).phase).toBe('proposed')
    await client.post('/portal/confirm')
    expect((await client.refused('/portal/confirm')).code).toBe('already_confirmed')
  })

  test('Scenario 46: "thanks" is no confirmation until Ben marks it with those words', async () => {
    const { server } = there
    const number = await proposed(server)
    const { client } = await anasPage(server, number)
    await client.post('/portal/messages', { body: 'Thanks!' })
    expect((await read(server, number)).phase).toBe('proposed')
    const heard = { heard: { how: 'reply', words: 'Thanks!' } }
    const confirmed = await server.member('Ben').post<IssueAnswer>(`/issues/${number}/resolution/confirm`, heard)
    expect(confirmed.resolution?.confirmed).toMatchObject({ heard: 'reply', words: 'Thanks!' })
  })

  test('Scenario 46: "it is back" is a denial by her click or by Ben\'s mark, with a fresh promise', async () => {
    const { server } = there
    const first = await proposed(server)
    const { client } = await anasPage(server, first)
    await client.post('/portal/deny', { words: 'It is back.' })
    const denied = await read(server, first)
    expect(denied.phase).toBe('open')
    expect(denied.promises.filter(({ kind, state }) => kind === 'answer' && state === 'open')).toMatchObject([
      { due: utc(madrid('Tuesday', '14:00')) },
    ])
    expect(await toldOf(server, 'Ben', first)).toContain('denied')
    const second = await proposed(server)
    const marked = await server.member('Ben').post<IssueAnswer>(`/issues/${second}/resolution/deny`, { words: 'No.' })
    expect(marked.phase).toBe('open')
    expect(running(marked)).not.toEqual([])
  })

  test('Scenario 47: no answer: two more contacts on different days, and only then unconfirmed', async () => {
    const { server } = there
    const number = await proposed(server)
    const ben = server.member('Ben')
    const follow = (day: string) => writes(server, 'Ben', number, `${day}T16:00:00+01:00`)
    // Proposed on Tuesday, day 1.
    await server.moveClock('2026-11-27T09:30:00+01:00')
    await follow('2026-12-01')
    await server.moveClock('2026-11-28T10:00:00+01:00')
    const soon = await ben.refused(`/issues/${number}/close`)
    expect(soon.code).toBe('too_soon')
    expect(soon.remedy).toMatch(/December/)
    await server.moveClock('2026-12-01T10:00:00+01:00')
    await follow('2026-12-04')
    await server.moveClock('2026-12-04T10:00:00+01:00')
    const closed = await ben.post<IssueAnswer>(`/issues/${number}/close`)
    expect(closed).toMatchObject({ phase: 'closed', outcome: 'unconfirmed' })
  })

  test("Scenario 51: Dana can't close Ben's issue and is told whom to tell; Priya may, on record", async () => {
    const { server } = there
    const number = await proposed(server)
    const { client } = await anasPage(server, number)
    await client.post('/portal/confirm')
    const refused = await server.member('Dana').refused(`/issues/${number}/close`)
    expect(refused.code).toBe('not_owner')
    expect(refused.remedy).toMatch(/Tell Ben/)
    const closed = await server.member('Priya').post<IssueAnswer>(`/issues/${number}/close`)
    expect(closed.phase).toBe('closed')
    const { items } = await server
      .member('Ben')
      .get<{ items: { type: string; by: { name?: string } }[] }>(`/issues/${number}/events`)
    expect(items.at(-1)).toMatchObject({ type: 'IssueClosed', by: { name: 'Priya' } })
  })

  test('Rule 18: a proposal that bounces is no proposal that was made in time: the promise is owed again', async () => {
    const { server } = there
    const { bounceOf } = await import('./mails.ts')
    const { number } = await anIssue(server, 'Ben')
    const issue = await server.member('Ben').post<IssueAnswer>(`/issues/${number}/resolution`, proposal)
    expect(stateOf(issue, 1)).toBe('kept')
    await bounceOf(server, number)
    expect(stateOf(await read(server, number), 1)).toBe('open')
  })
})
