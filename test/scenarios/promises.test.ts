import { describe, expect, test } from 'vitest'
import type { IssueAnswer } from '../../src/contract/answers.ts'
import {
  anasPage,
  anIssue,
  eachWithServer,
  madrid,
  messagesOf,
  read,
  running,
  stateOf,
  toldOf,
  utc,
  writes,
} from './desk-life.ts'

const there = eachWithServer()

describe('Rules 12 to 14: promises', () => {
  test('Scenario 10: a reply that leaves no promise is refused; with one, the old is kept and the new runs', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    const refused = await server
      .member('Ben')
      .refused(`/issues/${number}/messages`, { body: 'I look into it.', to: 'customer' })
    expect(refused.code).toBe('needs_promise')
    const friday = utc(madrid('Friday', '11:00'))
    const issue = await writes(server, 'Ben', number, friday)
    expect(stateOf(issue, 1)).toBe('kept')
    expect(running(issue)).toEqual([friday])
  })

  test('Rule 12: each message says just what it promised, also when time stands still', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    await writes(server, 'Ben', number, madrid('Thursday', '11:00'))
    await writes(server, 'Ben', number, madrid('Friday', '11:00'))
    const said = (await messagesOf(server, number)).filter(({ direction }) => direction === 'out')
    const made = said.map(({ promises }) => promises.filter(({ became }) => became === 'made').map(({ due }) => due))
    expect(made).toEqual([[utc(madrid('Thursday', '11:00'))], [utc(madrid('Friday', '11:00'))]])
  })

  test('Scenarios 11 and 12: what we look at again on Thursday is ours; Ana answers, and "answer" runs since it is sooner', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    const thursday = utc(madrid('Thursday', '16:00'))
    const asking = await writes(server, 'Ben', number, thursday, { asks: ['Which bill shows it?'] })
    expect(running(asking)).toEqual([thursday])
    await server.moveClock(madrid('Wednesday', '10:00'))
    const { client } = await anasPage(server, number)
    await client.post('/portal/messages', { body: 'The one of October.' })
    expect(running(await read(server, number))).toEqual([thursday, utc(madrid('Wednesday', '14:00'))])
  })

  test('Scenario 13: one contact keeps the running promises; the writer can untick one', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    await server
      .member('Ben')
      .post(`/issues/${number}/promises`, { what: 'The credit', due: madrid('Friday', '12:00') })
    const issue = await writes(server, 'Ben', number, null, { keeps: [1] })
    expect([stateOf(issue, 1), stateOf(issue, 2)]).toEqual(['kept', 'open'])
  })

  test('Scenario 14: an internal note keeps nothing', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben', { promise: { due: madrid('Tuesday', '11:00') } })
    await server.moveClock('10:59')
    await server.member('Ben').post(`/issues/${number}/messages`, { body: 'Looks bad.', to: 'team' })
    expect(stateOf(await read(server, number), 1)).toBe('open')
    await server.moveClock('11:00')
    expect(stateOf(await read(server, number), 1)).toBe('broken')
    expect(await toldOf(server, 'Ben', number)).toContain('promise_broken')
    expect(await toldOf(server, 'Priya', number)).toContain('promise_broken')
  })

  test('Scenario 15: a call that reached nobody counts together with a written message only', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben', { promise: { due: madrid('Tuesday', '11:00') } })
    await server.moveClock('10:30')
    const call = { channel: 'phone', direction: 'out', outcome: 'not_reached', summary: 'Rang for a minute.' }
    const called = await server.member('Ben').post<IssueAnswer>(`/issues/${number}/contacts`, call)
    expect(stateOf(called, 1)).toBe('open')
    await server.moveClock('10:40')
    const written = await writes(server, 'Ben', number, madrid('Friday', '11:00'))
    expect(stateOf(written, 1)).toBe('kept')
  })

  test('Scenario 16: moved before it is due by telling the customer; after that refused with a remedy', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben', { promise: { due: madrid('Tuesday', '11:00') } })
    await server.moveClock('10:50')
    const moved = await server.member('Ben').post<IssueAnswer>(`/issues/${number}/promises/1/move`, {
      due: madrid('Tuesday', '12:00'),
      message: 'It takes until noon.',
    })
    expect(stateOf(moved, 1)).toBe('moved')
    expect(running(moved)).toEqual([utc(madrid('Tuesday', '12:00'))])
    await server.moveClock('12:01')
    const late = { due: madrid('Tuesday', '15:00'), message: 'Later still.' }
    const refused = await server.member('Ben').refused(`/issues/${number}/promises/2/move`, late)
    expect(refused.code).toBe('already_due')
    expect(refused.remedy).toMatch(/make it good/)
  })

  test('Scenario 17: moved three times is allowed and on record; from the third the supervisor is told', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben', { promise: { due: madrid('Tuesday', '11:00') } })
    for (const [move, due] of ['12:00', '13:00', '14:00'].entries()) {
      expect(await toldOf(server, 'Priya', number)).not.toContain('moved_often')
      const moving = { due: madrid('Tuesday', due), message: `Not before ${due}, I am sorry.` }
      await server.member('Ben').post(`/issues/${number}/promises/${move + 1}/move`, moving)
    }
    expect(await toldOf(server, 'Priya', number)).toContain('moved_often')
    expect((await read(server, number)).promises.map(({ state }) => state)).toEqual(['moved', 'moved', 'moved', 'open'])
  })

  test('Scenario 18: broken, made good, and broken on record; nobody writes: escalation by itself', async () => {
    const { server } = there
    const good = await anIssue(server, 'Ben', { promise: { due: madrid('Tuesday', '11:00') } })
    const bad = await anIssue(server, 'Carla', { promise: { due: madrid('Tuesday', '11:00') } })
    await server.moveClock('11:20')
    const made = await writes(server, 'Ben', good.number, madrid('Friday', '11:00'))
    expect(stateOf(made, 1)).toBe('made_good')
    const { items } = await server.member('Priya').get<{ items: { type: string }[] }>(`/issues/${good.number}/events`)
    expect(items.map(({ type }) => type)).toContain('PromiseBroken')
    await server.moveClock('14:59')
    expect((await read(server, bad.number)).escalation).toBeNull()
    await server.moveClock('15:00')
    expect((await read(server, bad.number)).escalation).toMatchObject({ state: 'raised', cause: 'broken_too_long' })
    expect(await toldOf(server, 'Priya', bad.number)).toContain('called')
  })

  test('Scenario 20: a promise due on a Saturday by word to the customer is honoured as said', async () => {
    const { server } = there
    const saturday = utc(madrid('Saturday', '10:00'))
    const { number } = await anIssue(server, 'Ben', { promise: { due: saturday } })
    await server.moveClock(madrid('Saturday', '10:00'))
    const { items } = await server
      .member('Priya')
      .get<{ items: { type: string; at: string }[] }>(`/issues/${number}/events`)
    expect(items.find(({ type }) => type === 'PromiseBroken')?.at).toBe(saturday)
  })

  test('Scenario 21: a due time more than 30 days away is allowed', async () => {
    const { server } = there
    const far = utc('2027-02-01T10:00:00+01:00')
    expect(running(await anIssue(server, 'Ben', { promise: { due: far } }))).toEqual([far])
  })
})
