import { describe, expect, test } from 'vitest'
import type { IssueAnswer, KudosRow, Page, PortalAnswer } from '../../src/contract/answers.ts'
import type { TestServer } from '../server.ts'
import { anasPage, anIssue, eachWithServer, madrid, messagesOf, read, toldOf, writes } from './desk-life.ts'

const there = eachWithServer()

const kudos = async (server: TestServer, query = ''): Promise<Page<KudosRow>> =>
  server.member('Olu').get(`/kudos${query}`)

/** Ben has called Ana: the moment for which she thanks. */
async function called(server: TestServer): Promise<{ number: number; moment: string; contact: number }> {
  const { number } = await anIssue(server, 'Ben')
  await writes(server, 'Ben', number, madrid('Friday', '11:00'))
  await server.member('Ben').post(`/issues/${number}/contacts`, {
    channel: 'phone',
    direction: 'out',
    outcome: 'reached',
    summary: 'No result yet. I told her so, and that I call on Friday.',
    promise: { what: 'A call', due: madrid('Friday', '11:00') },
  })
  const messages = await messagesOf(server, number)
  return { number, moment: messages.at(-1)?.id ?? '', contact: 3 }
}

describe('Rule 30: kudos', () => {
  test("Scenario 62: Ana thanks for Ben's call with one click; Ben, the team and everybody see it", async () => {
    const { server } = there
    const { number, moment } = await called(server)
    const { client } = await anasPage(server, number)
    const page = await client.post<PortalAnswer>('/portal/kudos', { message: moment })
    expect(page.messages.map(message => message.kudos)).toEqual([null, null, 1])

    expect((await kudos(server)).items).toMatchObject([
      { id: 1, for: { name: 'Ben' }, by: { kind: 'customer', name: 'Ana Ruiz' }, moment, issue: { number } },
    ])
    expect((await read(server, number)).kudos).toMatchObject([{ id: 1, for: { name: 'Ben' }, moment, words: null }])
    expect(await toldOf(server, 'Ben', number)).toContain('thanked')
    expect(await toldOf(server, 'Priya', number)).toContain('team_thanked')
    expect(await toldOf(server, 'Carla', number)).toEqual([])

    expect((await client.refused('/portal/kudos', { message: moment })).code).toBe('already_thanked')
    const undone = await client.post<PortalAnswer>('/portal/kudos/1/take-back')
    expect(undone.messages.map(message => message.kudos)).toEqual([null, null, null])
    expect((await kudos(server)).items).toEqual([])
  })

  test('a customer thanks for what a person of ours wrote or said, on their own issue', async () => {
    const { server } = there
    const { number } = await called(server)
    const other = await called(server)
    const { client } = await anasPage(server, number)
    const [herOwn] = await messagesOf(server, number)
    for (const message of [herOwn?.id, other.moment])
      expect((await client.send('POST', '/portal/kudos', { message })).status).toBe(404)
    expect((await kudos(server)).items).toEqual([])
  })

  test('members and colleagues thank in words, by the message or by the number of the contact; nobody thanks themselves', async () => {
    const { server } = there
    const { number, moment, contact } = await called(server)
    const thanks = {
      issue: number,
      for: server.id('Ben'),
      words: 'You called without a result. That is why she stayed.',
    }
    const given = await server.member('Olu').post<KudosRow>('/kudos', { ...thanks, contact })
    expect(given).toMatchObject({ id: 1, by: { name: 'Olu' }, words: thanks.words, moment, issue: { number } })
    await server.member('Carla').post('/kudos', { ...thanks, message: moment, words: null })
    expect((await server.member('Ben').refused('/kudos', { ...thanks, contact })).code).toBe('own_kudos')
    const nobody = { ...thanks, contact, for: '00000000-0000-4000-8000-000000000000' }
    expect((await server.member('Olu').refused('/kudos', nobody)).code).toBe('no_such_member')
    expect((await server.member('Olu').send('POST', '/kudos', { ...thanks, contact: 99 })).status).toBe(404)

    // Whoever sees no more of the issue thanks for the last word.
    const last = await server.member('Sam').post<KudosRow>('/kudos', { issue: number, for: server.id('Ben') })
    expect(last).toMatchObject({ by: { name: 'Sam' }, moment })
    expect((await server.member('Sam').send('POST', '/kudos', { issue: number, for: server.id('Dana') })).status).toBe(
      404,
    )
    await server.member('Sam').post(`/issues/${number}/kudos/${last.id}/take-back`)

    const newest = await kudos(server, '?limit=1')
    expect(newest.items).toMatchObject([{ by: { name: 'Carla' }, words: null }])
    const next = await kudos(server, `?limit=1&cursor=${newest.next}`)
    expect(next.items).toMatchObject([{ by: { name: 'Olu' } }])
  })

  test("one's own can be taken back within a day, and by nobody else", async () => {
    const { server } = there
    const { number, contact } = await called(server)
    const olu = server.member('Olu')
    await olu.post('/kudos', { issue: number, contact, for: server.id('Ben') })
    const path = `/issues/${number}/kudos/1/take-back`
    expect((await server.member('Carla').refused(path)).code).toBe('not_your_kudos')
    await olu.post(path)
    expect((await olu.refused(path)).code).toBe('no_such_kudos')
    await olu.post('/kudos', { issue: number, contact, for: server.id('Ben') })
    await server.moveClock(madrid('Wednesday', '10:00'))
    expect((await olu.refused(`/issues/${number}/kudos/2/take-back`)).code).toBe('kudos_stand')
    expect((await kudos(server)).items).toHaveLength(1)
  })

  test('the same thanks sent twice are given once', async () => {
    const { server } = there
    const { number, contact } = await called(server)
    const olu = server.member('Olu')
    const thanks = { issue: number, contact, for: server.id('Ben') }
    const [one, other] = [await olu.post('/kudos', thanks, 'once'), await olu.post('/kudos', thanks, 'once')]
    expect(other).toEqual(one)
    expect((await kudos(server)).items).toHaveLength(1)
  })

  test('Rule 32: there is no list by person, and nothing counts', async () => {
    const { server } = there
    const { status } = await server.member('Ada').send('GET', `/kudos?for=${server.id('Ben')}`)
    expect(status).toBe(400)
    expect(Object.keys(await kudos(server))).toEqual(['items', 'next'])
  })
})

test('Rule 28: the kinds of issue are kept by admins; issues have one, and lists go by it', async () => {
  const { server } = there
  const { number } = await anIssue(server, 'Ben')
  await anIssue(server, 'Ben')
  const ada = server.member('Ada')
  const [kind] = await ada.post<{ id: string; name: string; active: boolean }[]>('/kinds', { name: 'Exchange' })
  expect(kind).toMatchObject({ name: 'Exchange', active: true })
  // The same again is the same one.
  expect(await ada.post('/kinds', { name: 'exchange' })).toHaveLength(1)
  const ben = server.member('Ben')
  const issue = await ben.post<IssueAnswer>(`/issues/${number}/kind`, { kind: kind?.id })
  expect(issue.kind).toEqual({ id: kind?.id, name: 'Exchange' })
  const { items } = await ben.get<Page<{ number: number; kind: { name: string } }>>(`/issues?kind=${kind?.id}`)
  expect(items.map(row => [row.number, row.kind.name])).toEqual([[number, 'Exchange']])

  await ada.post(`/kinds/${kind?.id}/give-up`)
  expect((await ada.send('POST', `/kinds/${kind?.id}/give-up`)).status).toBe(404)
  expect((await read(server, number)).kind?.name).toBe('Exchange')
  const other = await anIssue(server, 'Ben')
  expect((await ben.refused(`/issues/${other.number}/kind`, { kind: kind?.id })).code).toBe('no_such_kind')
  expect((await ben.post<IssueAnswer>(`/issues/${number}/kind`, { kind: null })).kind).toBeNull()
})
