import { describe, expect, test } from 'vitest'
import type { IssueAnswer, SuperviseAnswer } from '../../src/contract/answers.ts'
import type { Name, TestServer } from '../server.ts'
import {
  anUnderstoodIssue,
  brief,
  eachWithServer,
  handsOver,
  madrid,
  offers,
  read,
  receiver,
  toldOf,
  utc,
  workOf,
  writes,
} from './desk-life.ts'

const there = eachWithServer()

/** Ben handed it to Carla; Ana hears of her next step on Friday, and of the whole on Monday. */
async function withCarla(): Promise<{ server: TestServer; number: number }> {
  const { server } = there
  const { number } = await anUnderstoodIssue(server, 'Ben', { promise: { due: madrid('Monday', '11:00') } })
  await handsOver(server, 'Ben', 'Carla', number, madrid('Friday', '11:00'))
  return { server, number }
}

const call = (server: TestServer, by: Name, number: number, to: Name | { team: string }) =>
  server.member(by).post<IssueAnswer>(`/issues/${number}/huddles/call`, { with: receiver(server, to) })

const settle = (server: TestServer, by: Name, number: number, owner: Name, more: object = {}) =>
  server
    .member(by)
    .post<IssueAnswer>(`/issues/${number}/huddles`, { owner: server.id(owner), why: 'Plans can do it', ...more })

const circlesOf = async (server: TestServer): Promise<SuperviseAnswer['circles']> =>
  (await server.member('Priya').get<SuperviseAnswer>('/supervise')).circles

describe('Rule 11: circles stop', () => {
  test('Scenario 30: Support to Plans to Activations to Support is a circle, for the team and its people', async () => {
    const { server } = there
    await server.desk.database.query(`update workspace set policy = policy || '{"handoffsWithoutHuddle": 9}'`)
    const { number } = await anUnderstoodIssue(server, 'Ben', { promise: { due: madrid('Friday', '11:00') } })
    await handsOver(server, 'Ben', 'Carla', number, madrid('Friday', '11:00'))
    await handsOver(server, 'Carla', 'Ravi', number, madrid('Friday', '11:00'))
    for (const to of ['Ben', 'Carla', { team: 'Plans' }] as const) {
      const refused = await server
        .member('Ravi')
        .refused(`/issues/${number}/handoffs`, { to: receiver(server, to), brief })
      expect(refused.code).toBe('circle')
      expect(refused.remedy).toMatch(/huddle/)
    }
    // Ben has left Support meanwhile; Support has had it all the same.
    await server.desk.database.query(`insert into team_member (workspace_id, team_id, member_id) values (1, $1, $2)`, [
      server.team('Support'),
      server.id('Dana'),
    ])
    await server.desk.database.query('delete from team_member where team_id = $1 and member_id = $2', [
      server.team('Support'),
      server.id('Ben'),
    ])
    const team = await server
      .member('Ravi')
      .refused(`/issues/${number}/handoffs`, { to: receiver(server, { team: 'Support' }), brief })
    expect(team.code).toBe('circle')
    expect(team.detail).toBe('Ben, for Support, has already owned this issue: it would go in a circle.')
  })

  test('Scenario 31: declined "not mine, Activations"; Ravi declines "not mine, Plans": the offer to Plans is a circle', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben', { promise: { due: madrid('Friday', '11:00') } })
    await offers(server, 'Ben', number, { team: 'Plans' })
    const no = (suggestion: string) => ({ reason: 'not_mine', suggestion })
    await server.member('Carla').post(`/issues/${number}/handoffs/1/decline`, no('Activations'))
    await offers(server, 'Ben', number, 'Ravi')
    await server.member('Ravi').post(`/issues/${number}/handoffs/2/decline`, no('Plans'))
    const again = { to: receiver(server, { team: 'Plans' }), brief }
    expect((await server.member('Ben').refused(`/issues/${number}/handoffs`, again)).code).toBe('circle')
    const { huddle } = await call(server, 'Ben', number, { team: 'Plans' })
    expect(huddle).toMatchObject({ giver: { name: 'Ben' }, receiver: { name: 'Carla' }, third: { name: 'Priya' } })
  })

  test('a supervisor sees the circle form: refused offers are kept, once for each giver and receiver', async () => {
    const { server, number } = await withCarla()
    const before = await read(server, number)
    const offer = { to: receiver(server, 'Ben'), brief }
    const sender = server.member('Carla').with({ 'idempotency-key': 'back-to-ben' })
    await sender.refused(`/issues/${number}/handoffs`, offer)
    await sender.refused(`/issues/${number}/handoffs`, offer)
    const seen = {
      giver: { name: 'Carla' },
      to: { member: { name: 'Ben' } },
      because: 'owned',
      before: { name: 'Ben' },
    }
    expect(await circlesOf(server)).toMatchObject([{ ...seen, issue: { number }, times: 1 }])
    await server.moveClock('10:20')
    await server.member('Carla').refused(`/issues/${number}/handoffs`, offer)
    expect(await circlesOf(server)).toMatchObject([
      { times: 2, firstAt: utc(madrid('Tuesday', '10:00')), lastAt: utc(madrid('Tuesday', '10:20')) },
    ])
    expect((await read(server, number)).version).toBe(before.version)
    await call(server, 'Carla', number, 'Ben')
    await settle(server, 'Priya', number, 'Carla')
    expect(await circlesOf(server)).toEqual([])
  })

  test('Scenario 33: the third handoff of an issue, however sensible, is settled in a huddle with whom it was meant for', async () => {
    const { server, number } = await withCarla()
    await handsOver(server, 'Carla', 'Ravi', number, madrid('Friday', '11:00'))
    const third = { to: receiver(server, 'Dana'), brief }
    expect((await server.member('Ravi').refused(`/issues/${number}/handoffs`, third)).code).toBe('circle')
    expect(await circlesOf(server)).toMatchObject([{ because: 'handoffs', before: null }])
    const { huddle } = await call(server, 'Ravi', number, 'Dana')
    // Nobody supervises Activations: an admin stands in.
    expect(huddle).toMatchObject({ giver: { name: 'Ravi' }, receiver: { name: 'Dana' }, third: { name: 'Ada' } })
    const settled = await settle(server, 'Ada', number, 'Dana')
    expect(settled.owner.name).toBe('Dana')
    expect(settled.owners.at(-1)?.way).toBe('huddle')
  })
})

describe('Rule 11: the huddle', () => {
  test('Scenario 32: of Carla, Ben and Priya: told at once, work for all three; it decides Carla, and why', async () => {
    const { server, number } = await withCarla()
    const called = await call(server, 'Carla', number, 'Ben')
    expect(called.huddle).toMatchObject({
      state: 'called',
      giver: { name: 'Carla' },
      receiver: { name: 'Ben' },
      third: { name: 'Priya' },
      due: utc(madrid('Tuesday', '14:00')),
      decided: null,
    })
    for (const name of ['Ben', 'Priya'] as const) expect(await toldOf(server, name, number)).toContain('huddle_called')
    for (const name of ['Carla', 'Ben', 'Priya'] as const)
      expect(await workOf(server, name, number)).toEqual(['huddle'])
    const { huddles } = await server.member('Priya').get<SuperviseAnswer>('/supervise')
    expect(huddles).toMatchObject([{ issue: { number }, huddle: { third: { name: 'Priya' } } }])

    const asks = { owner: server.id('Ben'), why: 'It is his' }
    expect((await server.member('Carla').refused(`/issues/${number}/huddles`, asks)).code).toBe('not_huddle_lead')
    const dana = { ...asks, owner: server.id('Dana') }
    expect((await server.member('Priya').refused(`/issues/${number}/huddles`, dana)).code).toBe('not_in_huddle')
    const settled = await settle(server, 'Priya', number, 'Carla')
    expect(settled.owner.name).toBe('Carla')
    expect(settled.huddle).toMatchObject({
      state: 'settled',
      decided: { by: { name: 'Priya' }, owner: { name: 'Carla' }, why: 'Plans can do it' },
    })
    // Nothing has moved, and Ana hears a word from Carla within the limit.
    expect(settled.owners).toHaveLength(2)
    expect(settled.promises.at(-1)).toMatchObject({ kind: 'answer', due: utc(madrid('Tuesday', '14:00')) })
    for (const name of ['Carla', 'Ben', 'Priya'] as const) expect(await workOf(server, name, number)).toEqual([])
    for (const name of ['Carla', 'Ben'] as const) expect(await toldOf(server, name, number)).toContain('huddle_settled')
  })

  test('Scenario 32: it decides Ben: his by the huddle, an open offer ends, and he introduces himself to Ana once', async () => {
    const { server, number } = await withCarla()
    await call(server, 'Carla', number, 'Ben')
    await offers(server, 'Carla', number, 'Dana')
    const settled = await settle(server, 'Priya', number, 'Ben')
    expect(settled.owner.name).toBe('Ben')
    expect(settled.handoff?.state).toBe('withdrawn')
    expect(await toldOf(server, 'Dana', number)).toContain('withdrawn')
    const introduction = settled.promises.at(-1)
    expect(introduction).toMatchObject({ kind: 'introduction', due: utc(madrid('Tuesday', '14:00')) })
    const told = await writes(server, 'Ben', number, null, { keeps: [introduction?.id] })
    expect(told.promises.at(-1)?.state).toBe('kept')
  })

  test('Scenario 32: a second huddle on it escalates', async () => {
    const { server, number } = await withCarla()
    await call(server, 'Carla', number, 'Ben')
    await settle(server, 'Priya', number, 'Ben')
    const again = await call(server, 'Ben', number, 'Carla')
    expect(again.escalation).toMatchObject({ state: 'raised', cause: 'second_huddle' })
    expect(await toldOf(server, 'Priya', number)).toContain('called')
  })

  test('four hours and nothing settled: it still waits, and they are told again, the admins too', async () => {
    const { server, number } = await withCarla()
    await call(server, 'Carla', number, 'Ben')
    await server.moveClock('14:00')
    for (const name of ['Carla', 'Ben', 'Priya', 'Ada'] as const)
      expect(await toldOf(server, name, number)).toContain('huddle_late')
    expect((await read(server, number)).huddle).toMatchObject({
      state: 'called',
      lateAt: utc(madrid('Tuesday', '14:00')),
    })
    expect(await workOf(server, 'Priya', number)).toEqual(['huddle'])
  })

  test('who decides on themselves tells Ana with the same step; nobody tells in the place of another', async () => {
    const { server, number } = await withCarla()
    await call(server, 'Carla', number, 'Ben')
    const hello = { message: 'Hello Ana, I am Priya. I see to it myself.' }
    const ben = { owner: server.id('Ben'), why: 'His', ...hello }
    expect((await server.member('Priya').refused(`/issues/${number}/huddles`, ben)).code).toBe('not_owner')
    const settled = await settle(server, 'Priya', number, 'Priya', hello)
    expect(settled.owner.name).toBe('Priya')
    expect(settled.promises.some(({ kind, state }) => kind === 'introduction' && state === 'open')).toBe(false)
  })

  test('who sat together without calling it: their supervisor records it; without a circle there is nothing to settle', async () => {
    const { server, number } = await withCarla()
    const settled = await settle(server, 'Priya', number, 'Ben')
    expect(settled.owner.name).toBe('Ben')
    expect(settled.huddle).toMatchObject({ id: 1, giver: { name: 'Carla' }, receiver: { name: 'Ben' } })
    const fresh = await anUnderstoodIssue(server, 'Ben')
    const decides = { owner: server.id('Carla'), why: 'I want it so' }
    expect((await server.member('Priya').refused(`/issues/${fresh.number}/huddles`, decides)).code).toBe('no_huddle')
    const none = { with: receiver(server, 'Carla') }
    expect((await server.member('Ben').refused(`/issues/${fresh.number}/huddles/call`, none)).code).toBe('no_circle')
  })
})

describe('Scenario 35: a look-back at which nothing had moved is work', () => {
  test('for Ben and Priya, until Carla has been in touch', async () => {
    const { server, number } = await withCarla()
    await server.moveClock(madrid('Friday', '11:00'))
    for (const name of ['Ben', 'Priya'] as const) expect(await workOf(server, name, number)).toEqual(['look_back'])
    expect(await workOf(server, 'Carla', number)).toEqual([])
    const { still } = await server.member('Priya').get<SuperviseAnswer>('/supervise')
    expect(still).toMatchObject([{ issue: { number }, handoff: 1, why: 'no_movement', giver: { name: 'Ben' } }])
    await writes(server, 'Carla', number, madrid('Tuesday after', '11:00'))
    for (const name of ['Ben', 'Priya'] as const) expect(await workOf(server, name, number)).toEqual([])
    expect((await server.member('Priya').get<SuperviseAnswer>('/supervise')).still).toEqual([])
  })

  test('or until one of them says how Ana is looked after', async () => {
    const { server, number } = await withCarla()
    await server.moveClock(madrid('Friday', '11:00'))
    const path = `/issues/${number}/handoffs/1/looked-after`
    const how = { how: 'Carla is ill. Dana calls Ana at 15:00.' }
    expect((await server.member('Carla').refused(path, how)).code).toBe('not_supervisor')
    const after = await server.member('Ben').post<IssueAnswer>(path, how)
    expect(after.stalls).toEqual([])
    expect(await toldOf(server, 'Carla', number)).toContain('looked_after')
    expect(await workOf(server, 'Priya', number)).toEqual([])
    expect((await server.member('Priya').refused(path, how)).code).toBe('nothing_stalled')
  })

  test('when it has moved, the giver hears in one sentence what has happened', async () => {
    const { server, number } = await withCarla()
    await server.moveClock(madrid('Thursday', '10:30'))
    await writes(server, 'Carla', number, madrid('Tuesday after', '11:00'))
    await server.moveClock(madrid('Friday', '11:00'))
    const { items } = await server.member('Ben').get<{ items: { word: string; moved: object | null }[] }>('/notices')
    expect(items.find(({ word }) => word === 'look_back_moved')?.moved).toMatchObject({
      at: utc(madrid('Thursday', '10:30')),
      by: { name: 'Carla' },
      promise: 'Detach the second line',
    })
    expect(await workOf(server, 'Ben', number)).toEqual([])
  })
})
