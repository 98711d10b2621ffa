import { describe, expect, test } from 'vitest'
import type { IssueAnswer } from '../../src/contract/answers.ts'
import { eachWithServer, madrid, messagesOf, read, running, toldOf, utc } from './desk-life.ts'
import { arrives, writtenOf } from './mails.ts'

const there = eachWithServer()

const offer = { from: 'Best Deals <deals@cheap.example>', subject: 'Buy now', text: 'Everything must go.' }

describe('Rule 22: spam', () => {
  test('is closed with why and without the rules of closing, sends no mail, and can be taken back', async () => {
    const { server } = there
    const { issue: number } = await arrives(server, offer)
    if (number === null) throw new Error('It opened nothing.')
    const owner = (await read(server, number)).owner.name as 'Ben'
    const before = await writtenOf(server, number)
    const spam = await server.member(owner).post<IssueAnswer>(`/issues/${number}/spam`, { why: 'An advertisement.' })
    expect(spam).toMatchObject({
      phase: 'closed',
      outcome: 'spam',
      spam: { why: 'An advertisement.', by: { name: owner } },
    })
    expect(running(spam)).toEqual([])
    expect(await writtenOf(server, number)).toEqual(before)
    await server.moveClock(madrid('Friday', '12:00'))
    expect((await read(server, number)).promises.map(({ state }) => state)).toEqual(['released'])

    const restored = await server.member('Priya').post<IssueAnswer>(`/issues/${number}/not-spam`)
    expect(restored).toMatchObject({ phase: 'open', outcome: null, spam: null, owner: { name: owner }, recurrences: 0 })
    expect(running(restored)).toEqual([utc(madrid('Friday', '16:00'))])
    expect(await toldOf(server, owner, number)).toContain('cleared_of_spam')
    expect((await server.member('Priya').refused(`/issues/${number}/not-spam`)).code).toBe('not_spam')
    const { items } = await server.member('Ben').get<{ items: { type: string }[] }>(`/issues/${number}/events`)
    expect(items.map(({ type }) => type)).toEqual(expect.arrayContaining(['IssueMarkedSpam', 'IssueClearedOfSpam']))
  })

  test('the same sender’s mails keep arriving: in the same thread it is open again, else it is a new issue', async () => {
    const { server } = there
    const first = await arrives(server, { ...offer, messageId: '<one@cheap.example>' })
    const number = first.issue ?? 0
    await server.member('Ada').post(`/issues/${number}/spam`, { why: 'An advertisement.' })
    const other = await arrives(server, { ...offer, subject: 'My router is broken', text: 'It blinks red.' })
    expect(other.issue).not.toBe(number)
    await arrives(server, { ...offer, inReplyTo: '<one@cheap.example>', text: 'But I am a customer of yours.' })
    expect(await read(server, number)).toMatchObject({ phase: 'open', recurrences: 0 })
    expect((await messagesOf(server, number)).at(-1)?.body).toContain('But I am a customer')
  })

  test('nobody else marks or clears it', async () => {
    const { server } = there
    const { issue: number } = await arrives(server, offer)
    const { owner } = await read(server, number ?? 0)
    const other = (['Ben', 'Carla', 'Dana'] as const).find(name => name !== owner.name) ?? 'Ben'
    expect((await server.member(other).refused(`/issues/${number}/spam`, { why: 'I think so.' })).code).toBe(
      'not_owner',
    )
  })
})
