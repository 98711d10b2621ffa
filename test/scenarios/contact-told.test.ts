import { describe, expect, test } from 'vitest'
import type { AskedAgainAnswer, EventAnswer, IssueAnswer, Page, TellAnswer } from '../../src/contract/answers.ts'
import {
  anIssue,
  anUnderstoodIssue,
  eachWithServer,
  handsOver,
  madrid,
  messagesOf,
  toldOf,
  writes,
} from './desk-life.ts'

const there = eachWithServer()

describe('Scenario 51: whoever may not act hears whose it is, and can tell them', () => {
  test('Dana tries to close Ben’s issue; she tells him instead, and he hears it at once', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    const refusal = await server.member('Dana').refused(`/issues/${number}/close`)
    expect(refusal).toMatchObject({ code: 'not_owner', data: { owner: server.id('Ben') } })
    expect(refusal.detail).toContain('Ben')
    expect(refusal.remedy).toMatch(/^Tell Ben/)
    const told = await server
      .member('Dana')
      .post<TellAnswer>(`/issues/${number}/tell`, { words: 'She has rung twice.' })
    expect(told.told.map(({ name }) => name)).toEqual(['Ben'])
    expect(await toldOf(server, 'Ben', number)).toEqual(['told_by_colleague'])
    expect((await messagesOf(server, number)).at(-1)).toMatchObject({
      direction: 'note',
      body: 'She has rung twice.',
      author: { name: 'Dana' },
    })
  })

  test('a colleague without a seat tells, too, and sees no more than whom; the owner tells nobody', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    const told = await server
      .member('Sam')
      .post<TellAnswer>(`/issues/${number}/tell`, { words: 'She is cross.' }, 'once')
    const again = await server
      .member('Sam')
      .post<TellAnswer>(`/issues/${number}/tell`, { words: 'She is cross.' }, 'once')
    expect([Object.keys(told), again]).toEqual([['told'], told])
    expect(await toldOf(server, 'Ben', number)).toEqual(['told_by_colleague'])
    expect((await server.member('Ben').refused(`/issues/${number}/tell`, { words: 'x' })).code).toBe('already_owner')
  })

  test('Rule 13: it keeps no promise, and reaches no customer', async () => {
    const { server } = there
    const { number, promises } = await anIssue(server, 'Ben')
    await server.member('Dana').post(`/issues/${number}/tell`, { words: 'x' })
    const issue = await server.member('Ben').get<IssueAnswer>(`/issues/${number}`)
    expect(issue.promises).toEqual(promises)
  })
})

describe('Scenario 61: nothing is asked twice', () => {
  const asking = 'Hello Ana. Could you give me your account number? And I call you tomorrow.'
  const askedAgain = async (number: number): Promise<EventAnswer['data'][]> =>
    (await there.server.member('Ben').get<Page<EventAnswer>>(`/issues/${number}/events`)).items
      .filter(({ type }) => type === 'AskedAgain')
      .map(({ data }) => data)

  test('the composer is warned and shown the fact; sending is possible, and counts', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    const check = (body: string) =>
      server.member('Ben').post<AskedAgainAnswer[]>(`/issues/${number}/messages/check`, { body })
    expect(await check(asking)).toEqual([])
    await server
      .member('Dana')
      .post(`/issues/${number}/facts`, { key: 'Account number', value: '88-204', how: 'phone' })
    expect(await check(asking)).toMatchObject([
      {
        key: 'Account number',
        value: '88-204',
        how: 'phone',
        by: { name: 'Dana' },
        asks: 'Could you give me your account number?',
      },
    ])
    expect(await check('Is 88-204 still your account number?')).toEqual([])
    expect(await askedAgain(number)).toEqual([])
    await writes(server, 'Ben', number, madrid('Friday', '11:00'), { body: asking })
    expect(await askedAgain(number)).toEqual([{ contact: 2, key: 'Account number' }])
  })

  test('also what is asked in a word each, in a greeting, and in any language', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben')
    await server.member('Ben').post(`/issues/${number}/facts`, { key: 'serial number', value: 'X-1' })
    await writes(server, 'Ben', number, madrid('Friday', '11:00'), { asks: ['Serial number'] })
    await handsOver(server, 'Ben', 'Carla', number, madrid('Thursday', '12:00'))
    await writes(server, 'Carla', number, madrid('Friday', '12:00'), { body: '¿Me dice el número de serie?' })
    expect((await askedAgain(number)).map(({ key }) => key)).toEqual(['serial number', 'serial number'])
  })

  test('a note for the team asks the customer nothing', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    await server.member('Ben').post(`/issues/${number}/facts`, { key: 'account number', value: '88-204' })
    await server.member('Ben').post(`/issues/${number}/messages`, { body: asking, to: 'team' })
    expect(await askedAgain(number)).toEqual([])
  })
})
