import { describe, expect, test } from 'vitest'
import type { IssueAnswer, OfferAnswer, PortalAnswer } from '../../src/contract/answers.ts'
import {
  anasPage,
  anIssue,
  anUnderstoodIssue,
  eachWithServer,
  madrid,
  offers,
  read,
  readBack,
  stateOf,
  toldOf,
  utc,
  workOf,
} from './desk-life.ts'
import { writtenOf } from './mails.ts'

const there = eachWithServer()

/** Ben has Ana with him, Carla has said yes: what comes next is the meeting. */
async function acceptedByCarla(channel: 'phone' | 'chat') {
  const { server } = there
  const { number } = await anUnderstoodIssue(server, 'Ben', { channel, promise: { due: madrid('Friday', '11:00') } })
  await offers(server, 'Ben', number, 'Carla')
  const path = `/issues/${number}/handoffs/1`
  await server.member('Carla').post(`${path}/accept`, readBack(madrid('Thursday', '11:00')))
  const begin = () => server.member('Ben').post<IssueAnswer>(`${path}/introduce`, { live: true })
  const says = (name: 'Ben' | 'Carla', what: 'present' | 'disconnect') =>
    server.member(name).post<IssueAnswer>(`${path}/${what}`)
  return { server, number, path, begin, says }
}

/** Ana's page: a mail that Ben wrote to her earlier carries its link. */
async function chatWithAna() {
  const ready = await acceptedByCarla('chat')
  const { server, number } = ready
  await server.member('Ben').post(`/issues/${number}/messages`, {
    body: 'Hello Ana, open this page and we talk there.',
    to: 'customer',
    keeps: [],
  })
  const { client } = await anasPage(server, number)
  return { ...ready, ana: client }
}

describe('Scenario 34: a live chat', () => {
  test('Ben, Carla and Ana all seen within one minute: introduced and met; Carla owns it', async () => {
    const { server, number, begin, says, ana } = await chatWithAna()
    const began = await begin()
    expect(began.handoff).toMatchObject({
      state: 'live',
      live: { channel: 'chat', state: 'gathering', until: utc(madrid('Tuesday', '10:02')) },
    })
    expect(await toldOf(server, 'Carla', number)).toContain('live_began')
    const [offer] = await server.member('Carla').get<OfferAnswer[]>('/offers')
    expect(offer?.handoff.state).toBe('live')
    const page = await ana.post<PortalAnswer>('/portal/present')
    expect(page.live).toMatchObject({ giver: { name: 'Ben' }, receiver: { name: 'Carla' }, youAreSeen: true })
    expect(page.live?.here).toMatchObject([{ name: 'Ben' }])
    expect(page.owner.name).toBe('Ben')
    await server.moveClock(madrid('Tuesday', '10:01'))
    const met = await says('Carla', 'present')
    expect(met.owner.name).toBe('Carla')
    expect(met.handoff).toMatchObject({ state: 'met', how: 'chat', live: null, metAt: utc(madrid('Tuesday', '10:01')) })
    expect(met.promises.find(({ what }) => what === 'Detach the second line')).toMatchObject({ state: 'open' })
    expect(await toldOf(server, 'Ben', number)).toContain('met')
    // Ben may leave: nothing of it is his any more.
    await server.member('Ben').refused(`/issues/${number}/messages`, { body: 'Bye.', to: 'customer' })
    expect((await ana.get<PortalAnswer>('/portal/issue')).introducedBy).toMatchObject({ name: 'Ben' })
  })

  test("Ana's connection drops before: a call back within 10 minutes is Ben's; her return resumes it", async () => {
    const { server, number, begin, says, ana } = await chatWithAna()
    await begin()
    await ana.post('/portal/present')
    const left = await ana.post<PortalAnswer>('/portal/leave')
    expect(left.next).toMatchObject({ kind: 'callback', due: utc(madrid('Tuesday', '10:10')), state: 'open' })
    expect(left.owner.name).toBe('Ben')
    expect(await toldOf(server, 'Ben', number)).toContain('live_interrupted')
    await server.moveClock(madrid('Tuesday', '10:06'))
    const back = await ana.post<PortalAnswer>('/portal/present')
    expect(back.live).toMatchObject({ state: 'gathering', until: utc(madrid('Tuesday', '10:08')) })
    expect(await toldOf(server, 'Carla', number)).toContain('live_resumed')
    await says('Ben', 'present')
    const met = await says('Carla', 'present')
    expect(met.owner.name).toBe('Carla')
    expect(met.promises.find(({ kind }) => kind === 'callback')?.state).toBe('kept')
  })

  test('Carla never joins: after two minutes the same call back; Ben calls, and nothing has moved', async () => {
    const { server, number, begin, ana } = await chatWithAna()
    await begin()
    await ana.post('/portal/present')
    await server.moveClock(madrid('Tuesday', '10:02'))
    const cut = await read(server, number)
    expect(cut.handoff?.live).toMatchObject({ state: 'interrupted', missing: ['giver', 'receiver', 'customer'] })
    const callback = cut.promises.find(({ kind }) => kind === 'callback')
    expect(callback).toMatchObject({ due: utc(madrid('Tuesday', '10:12')), state: 'open' })
    await server.moveClock(madrid('Tuesday', '10:09'))
    const call = { channel: 'phone', direction: 'out', outcome: 'reached', summary: 'She waits for tomorrow.' }
    const kept = await server.member('Ben').post<IssueAnswer>(`/issues/${number}/contacts`, {
      ...call,
      promise: { due: madrid('Wednesday', '11:00') },
    })
    expect(stateOf(kept, callback?.id ?? 0)).toBe('kept')
    expect(kept.owner.name).toBe('Ben')
    await server.moveClock(madrid('Tuesday', '10:12'))
    expect((await read(server, number)).handoff).toMatchObject({ state: 'accepted', live: null })
  })

  test('nobody calls back: it is broken like any promise, told to Ben and Priya, and escalates in four hours', async () => {
    const { server, number, begin, ana } = await chatWithAna()
    await begin()
    await ana.post('/portal/present')
    await ana.post('/portal/leave')
    await server.moveClock(madrid('Tuesday', '10:10'))
    for (const name of ['Ben', 'Priya'] as const) expect(await toldOf(server, name, number)).toContain('promise_broken')
    await server.moveClock(madrid('Tuesday', '14:10'))
    expect((await read(server, number)).escalation?.state).toBe('raised')
  })

  test('Rule 6: not while no address for a call back is known; a fact is enough', async () => {
    const { server } = there
    const { number } = await anUnderstoodIssue(server, 'Ben', { channel: 'chat' })
    const brief = { problem: 'It', tried: 'That', why: 'Plans', asked: 'This', told: 'So', callback: null }
    await server.member('Ben').post(`/issues/${number}/handoffs`, { to: { member: server.id('Carla') }, brief })
    const path = `/issues/${number}/handoffs/1`
    await server.member('Carla').post(`${path}/accept`, readBack(madrid('Thursday', '11:00')))
    expect((await server.member('Ben').refused(`${path}/introduce`, { live: true })).code).toBe('needs_callback')
    await server
      .member('Ben')
      .post(`/issues/${number}/facts`, { key: 'callback', value: '+34 600 118 204', how: 'Ana' })
    expect((await server.member('Ben').post<IssueAnswer>(`${path}/introduce`, { live: true })).handoff?.state).toBe(
      'live',
    )
    expect((await server.member('Ben').refused(`${path}/introduce`, { live: true })).code).toBe('already_live')
    expect((await server.member('Dana').refused(`${path}/present`)).code).toBe('not_receiver')
  })
})

describe('Rule 9: on the phone', () => {
  test('both say that all three are on the line: met; Ana gets a word, and can say that it is not so', async () => {
    const { server, number, begin, says, path } = await acceptedByCarla('phone')
    expect((await begin()).handoff?.live).toMatchObject({ channel: 'phone', until: utc(madrid('Tuesday', '10:10')) })
    await server.moveClock(madrid('Tuesday', '10:05'))
    expect((await says('Ben', 'present')).owner.name).toBe('Ben')
    const met = await server.member('Carla').post<IssueAnswer>(`${path}/greet`, { live: true })
    expect(met.owner.name).toBe('Carla')
    const [word] = await writtenOf(server, number)
    expect(word).toMatchObject({ kind: 'met', state: 'local' })
    expect(word?.body).toMatch(
      /^Ben tells us that you, Carla and Ben were on the line together on Tuesday 24 November, 10:05/,
    )
    expect(word?.body).toMatch(/If you have not met Carla, please say so/)

    const { client: ana } = await anasPage(server, number)
    expect((await ana.get<PortalAnswer>('/portal/issue')).meeting).toMatchObject({ mayObject: true, objectedAt: null })
    const page = await ana.post<PortalAnswer>('/portal/object', { words: 'I only ever talked with Ben.' })
    expect(page.meeting).toMatchObject({ mayObject: false, objectedAt: utc(madrid('Tuesday', '10:05')) })
    expect(page.next).toMatchObject({ kind: 'introduction', due: utc(madrid('Tuesday', '14:05')) })
    expect((await ana.refused('/portal/object')).code).toBe('already_objected')
    for (const name of ['Ben', 'Carla', 'Priya'] as const)
      expect(await toldOf(server, name, number)).toContain('objected')
    for (const name of ['Carla', 'Priya'] as const) expect(await workOf(server, name, number)).toEqual(['objection'])
    const supervised = await server.member('Priya').get<{ still: object[] }>('/supervise')
    expect(supervised.still).toMatchObject([{ why: 'objection', giver: { name: 'Ben' }, receiver: { name: 'Carla' } }])

    const hello = { body: 'Hello Ana, I am Carla, and I have it.', to: 'customer', keeps: 'all' }
    await server
      .member('Carla')
      .post(`/issues/${number}/messages`, { ...hello, promise: { due: madrid('Thursday', '11:00') } })
    for (const name of ['Carla', 'Priya'] as const) expect(await workOf(server, name, number)).toEqual([])
  })

  test('without an address nothing is written, and only who met on the phone objects', async () => {
    const { server } = there
    const phoneOnly = { customer: { name: 'Tom Adeyemi', phone: '+34 600 118 299' }, channel: 'phone' }
    const { number } = await anIssue(server, 'Ben', { ...phoneOnly, promise: { due: madrid('Friday', '11:00') } })
    await server.member('Ben').post(`/issues/${number}/diagnoses`, { text: 'The bundle.' })
    await offers(server, 'Ben', number, 'Carla')
    const path = `/issues/${number}/handoffs/1`
    await server.member('Carla').post(`${path}/accept`, readBack(madrid('Thursday', '11:00')))
    await server.member('Ben').post(`${path}/introduce`, { live: true })
    await server.member('Carla').post(`${path}/present`)
    expect((await server.member('Ben').post<IssueAnswer>(`${path}/present`)).owner.name).toBe('Carla')
    expect(await writtenOf(server, number)).toEqual([])
  })

  test('Carla does not say it within ten minutes: Ben owns it, and calls back', async () => {
    const { server, number, begin, says } = await acceptedByCarla('phone')
    await begin()
    await says('Ben', 'present')
    await server.moveClock(madrid('Tuesday', '10:10'))
    const cut = await read(server, number)
    expect(cut.owner.name).toBe('Ben')
    expect(cut.handoff?.live).toMatchObject({ state: 'interrupted', missing: ['receiver'] })
    expect(cut.promises.find(({ kind }) => kind === 'callback')).toMatchObject({ due: utc(madrid('Tuesday', '10:20')) })
  })

  test('the line drops: Ben says so, and calls back', async () => {
    const { server, number, begin, says } = await acceptedByCarla('phone')
    await begin()
    const cut = await says('Ben', 'disconnect')
    expect(cut.handoff?.live).toMatchObject({ state: 'interrupted', missing: ['customer'] })
    expect(await toldOf(server, 'Carla', number)).toContain('live_interrupted')
    expect(cut.owner.name).toBe('Ben')
  })
})
