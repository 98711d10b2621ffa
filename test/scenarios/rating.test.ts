import { describe, expect, test } from 'vitest'
import type { IssueAnswer, PortalAnswer } from '../../src/contract/answers.ts'
import type { TestServer } from '../server.ts'
import { anasPage, anIssue, eachWithServer, eventsOf, madrid, messagesOf, read, toldOf, writes } from './desk-life.ts'

const there = eachWithServer()

const proposal = {
  wrong: 'An old bundle made the fee anew.',
  done: 'The second line is out of it.',
  holds: 'The preview of the next bill.',
}

/** Ben has asked Ana whether it is solved. */
async function proposed(server: TestServer): Promise<number> {
  const { number } = await anIssue(server, 'Ben')
  await server.member('Ben').post(`/issues/${number}/resolution`, proposal)
  return number
}

/** Ana has said on her page that it is solved. */
async function confirmed(server: TestServer) {
  const number = await proposed(server)
  const { client } = await anasPage(server, number)
  return { number, client, page: await client.post<PortalAnswer>('/portal/confirm') }
}

const closes = (server: TestServer, number: number) => server.member('Ben').post<IssueAnswer>(`/issues/${number}/close`)

describe('Rule 32: the customer says how they were looked after', () => {
  test('asked on her page once she has confirmed, answered with one click, and then with a line', async () => {
    const { server } = there
    const number = await proposed(server)
    const { client } = await anasPage(server, number)
    expect((await client.get<PortalAnswer>('/portal/issue')).rating).toBeNull()
    const { rating } = await client.post<PortalAnswer>('/portal/confirm')
    expect(rating).toEqual({ open: true, given: null })

    const clicked = await client.post<PortalAnswer>('/portal/rating', { choice: 'partly' })
    expect(clicked.rating).toMatchObject({ open: true, given: { choice: 'partly', words: null } })
    const words = 'Friendly, but I had to ask twice.'
    await client.post<PortalAnswer>('/portal/rating', { choice: 'partly', words })

    expect((await read(server, number)).rating).toMatchObject({ choice: 'partly', words })
    const rated = (await eventsOf(server, number)).filter(({ type }) => type === 'CustomerRated')
    expect(rated.map(({ by, data }) => [by.kind, data.choice])).toEqual([
      ['customer', 'partly'],
      ['customer', 'partly'],
    ])
    // Rule 33: the log names the words, and does not carry them.
    expect(JSON.stringify(rated)).not.toContain('Friendly')
    // It is no word that waits for an answer.
    expect((await messagesOf(server, number)).some(({ body }) => body.includes('Friendly'))).toBe(false)
    expect(await toldOf(server, 'Priya', number)).toEqual([])
  })

  test('“no” is told to owner and supervisor, once; a change of mind stays on record beside it', async () => {
    const { server } = there
    const { number, client } = await confirmed(server)
    await client.post('/portal/rating', { choice: 'badly' })
    await client.post('/portal/rating', { choice: 'badly', words: 'Nobody called back.' })
    for (const name of ['Ben', 'Priya'] as const)
      expect((await toldOf(server, name, number)).filter(word => word === 'rated_badly')).toHaveLength(1)
    expect(await toldOf(server, 'Dana', number)).toEqual([])

    await client.post('/portal/rating', { choice: 'well' })
    expect((await read(server, number)).rating).toMatchObject({ choice: 'well', words: null })
    const said = (await eventsOf(server, number)).flatMap(({ type, data }) =>
      type === 'CustomerRated' ? data.choice : [],
    )
    expect(said).toEqual(['badly', 'badly', 'well'])
  })

  test('asked in the same way of whom the owner heard on the phone, and of what can not be fixed', async () => {
    const { server } = there
    const ben = server.member('Ben')
    const heard = await proposed(server)
    await ben.post(`/issues/${heard}/resolution/confirm`, { heard: { how: 'phone', words: 'Yes, it works.' } })
    expect((await (await anasPage(server, heard)).client.get<PortalAnswer>('/portal/issue')).rating?.open).toBe(true)

    const { number } = await anIssue(server, 'Ben')
    const path = `/issues/${number}/resolution/cannot-fix`
    await ben.post(path, { reason: 'No mast covers the valley.', alternative: 'A line over the satellite.' })
    await server.member('Priya').post(`${path}/agree`)
    await ben.post(`${path}/tell`)
    const { client } = await anasPage(server, number)
    expect((await client.get<PortalAnswer>('/portal/issue')).rating).toBeNull()
    expect((await closes(server, number)).outcome).toBe('cannot_fix')
    expect((await client.get<PortalAnswer>('/portal/issue')).rating).toEqual({ open: true, given: null })
    await client.post('/portal/rating', { choice: 'well', words: 'You said it as it is.' })
    expect((await read(server, number)).rating?.choice).toBe('well')
  })

  test('not before it is over, not of spam, and not any more once it would not open again', async () => {
    const { server } = there
    const early = await proposed(server)
    const asked = await anasPage(server, early)
    expect((await asked.client.refused('/portal/rating', { choice: 'well' })).code).toBe('not_over')

    const spam = await anIssue(server, 'Ben')
    await writes(server, 'Ben', spam.number, madrid('Friday', '11:00'))
    const { client: spammer } = await anasPage(server, spam.number)
    await server.member('Ben').post(`/issues/${spam.number}/spam`, { why: 'An advertisement.' })
    expect((await spammer.get<PortalAnswer>('/portal/issue')).rating).toBeNull()
    expect((await spammer.refused('/portal/rating', { choice: 'badly' })).code).toBe('not_over')

    const { number, client } = await confirmed(server)
    await client.post('/portal/rating', { choice: 'well' })
    await server.member('Ada').post('/workspace', { policy: { recurrenceDays: 7 } })
    await closes(server, number)
    await server.moveClock(madrid('Tuesday after', '09:00'))
    const last = await anasPage(server, number)
    await last.client.post('/portal/rating', { choice: 'partly' })
    await server.moveClock(madrid('Tuesday after', '11:00'))
    const late = await anasPage(server, number)
    const refused = await late.client.refused('/portal/rating', { choice: 'badly' })
    expect(refused.code).toBe('rating_over')
    expect(refused.detail).toMatch(/1 December/)
    expect((await late.client.get<PortalAnswer>('/portal/issue')).rating).toMatchObject({
      open: false,
      given: { choice: 'partly' },
    })
  })

  test('nobody says it for her: no stranger, no other customer on their page, no member with a key', async () => {
    const { server } = there
    const { number } = await confirmed(server)
    const other = await confirmed(server)
    const said = { choice: 'well' }
    expect((await server.stranger.send('POST', '/portal/rating', said)).status).toBe(401)
    for (const name of ['Ben', 'Priya', 'Ada'] as const)
      expect((await server.member(name).send('POST', '/portal/rating', said)).status).toBe(401)
    for (const path of [`/issues/${number}/rating`, `/issues/${number}/resolution/rating`])
      expect((await server.member('Ben').send('POST', path, said)).status).toBe(404)
    await other.client.post('/portal/rating', said)
    expect((await read(server, number)).rating).toBeNull()
  })

  test('a word that is none of the three, or more than a line, is refused with what to do', async () => {
    const { server } = there
    const { client } = await confirmed(server)
    for (const body of [
      {},
      { choice: 'great' },
      { choice: 5 },
      { choice: 'well', words: 'x'.repeat(501) },
      { choice: 'well', words: 'a\nb' },
      { choice: 'well', words: '' },
    ])
      expect((await client.send('POST', '/portal/rating', body)).status).toBe(400)
  })

  test('sent twice under one key it is said once', async () => {
    const { server } = there
    const { number, client } = await confirmed(server)
    for (let time = 0; time < 2; time += 1)
      await client.post('/portal/rating', { choice: 'badly', words: 'Why?' }, 'once')
    expect((await eventsOf(server, number)).filter(({ type }) => type === 'CustomerRated')).toHaveLength(1)
  })

  test('what was said stays when it comes back; she is not asked while it is open', async () => {
    const { server } = there
    const { number, client } = await confirmed(server)
    await client.post('/portal/rating', { choice: 'well' })
    await closes(server, number)
    await server.moveClock(madrid('Friday', '10:00'))
    const again = await anasPage(server, number)
    expect((await again.client.post<PortalAnswer>('/portal/messages', { body: 'It is back.' })).rating).toBeNull()
    expect((await read(server, number)).rating).toMatchObject({ choice: 'well' })
  })
})
