import { describe, expect, test } from 'vitest'
import type {
  FoundIssueAnswer,
  IssueAnswer,
  MeAnswer,
  NoticeAnswer,
  OutboundAnswer,
  Page,
  PortalAnswer,
  RaisedAnswer,
  RaisedByMeAnswer,
  ScheduleAnswer,
  SuperviseAnswer,
  WorkAnswer,
  WorkspaceAnswer,
} from '../../src/contract/answers.ts'
import type { Name, TestServer } from '../server.ts'
import { anasPage, anIssue, eachWithServer, eventsOf, madrid, read, toldOf, utc, writes } from './desk-life.ts'

const there = eachWithServer()

const facts = {
  impact: 'Her shop has no line since Monday: no card can be paid with.',
  tried: 'Two technicians, and a new router.',
  needed: 'A line by tomorrow morning.',
}

/** Carla, then Priya; Ada is the last resort. */
const setPath = (server: TestServer, rungs: object[] = [onRung(server, 'Carla'), onRung(server, 'Priya')]) =>
  server.member('Ada').post<WorkspaceAnswer>('/workspace', { path: { rungs, lastResort: server.id('Ada') } })

const onRung = (server: TestServer, name: Name, minutes = 15): object => ({
  who: { member: server.id(name) },
  minutes,
})

const raises = (server: TestServer, name: Name, number: number): Promise<RaisedAnswer> =>
  server.member(name).post(`/issues/${number}/escalations`, facts)

const mailsTo = async (server: TestServer, name: Name): Promise<OutboundAnswer[]> => {
  const { items } = await server.member('Priya').get<Page<OutboundAnswer>>('/outbox?limit=200')
  return items.filter(({ to }) => to === server.email(name)).reverse()
}

/** Whom the ladder called, in order, each with the time on the clock of Madrid. */
async function calls(server: TestServer, number: number): Promise<string[]> {
  const events = await eventsOf(server, number)
  const names = new Map(
    (['Ben', 'Carla', 'Dana', 'Priya', 'Ravi', 'Ada'] as const).map(name => [server.id(name), name]),
  )
  return events.flatMap(({ type, at, data }) => {
    const time = new Date(at).toLocaleTimeString('en-GB', { timeZone: 'Europe/Madrid', timeStyle: 'short' })
    if (type === 'RungSkipped' || type === 'RungEmpty') return [`${time} ${type} ${data.rung}`]
    if (type !== 'RungCalled' && type !== 'LastResortCalled') return []
    return [`${time} ${(data.called as string[]).map(id => names.get(id as never)).join(' and ')}`]
  })
}

describe('Rule 23: anyone in the company raises the alarm on behalf of the customer', () => {
  test('Scenario 53: Sam of Sales, with what it costs, what was tried, what is needed; and nothing else', async () => {
    const { server } = there
    await setPath(server)
    const { number } = await anIssue(server, 'Ben')
    const raised = await raises(server, 'Sam', number)
    expect(raised).toMatchObject({
      number,
      customer: { name: 'Ana Ruiz' },
      owner: { name: 'Ben' },
      escalation: {
        id: 1,
        state: 'raised',
        joined: false,
        calling: [{ name: 'Carla' }],
        until: utc(madrid('Tuesday', '10:15')),
        champion: null,
      },
    })
    expect((await read(server, number)).escalation).toMatchObject({
      cause: 'asked_for',
      raises: [{ by: { kind: 'member', name: 'Sam' }, facts }],
    })
    // Pressure from a co-worker is not a field.
    const { status } = await server.member('Sam').send('POST', `/issues/${number}/escalations`, {
      ...facts,
      pressure: 'The deal of the year hangs on it',
    })
    expect(status).toBe(400)
  })

  test('a colleague finds the issue by its number or its customer, and sees no more of it than whose it is', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben', { customer: { name: 'Edda Holm', email: 'edda@holm.example' } })
    const sam = server.member('Sam')
    for (const q of [`#${number}`, String(number), 'edda']) {
      const found = await sam.get<FoundIssueAnswer[]>(`/escalations/find?q=${encodeURIComponent(q)}`)
      expect(found).toMatchObject([
        { number, customer: { name: 'Edda Holm' }, owner: { name: 'Ben' }, escalation: null },
      ])
      expect(Object.keys(found[0] ?? {}).toSorted()).toEqual([
        'closedAt',
        'customer',
        'escalation',
        'number',
        'openedAt',
        'owner',
      ])
    }
    expect(await sam.get('/escalations/find?q=nobody')).toEqual([])
    expect((await sam.send('GET', '/escalations/find?q=ed')).status).toBe(400)
    expect((await sam.send('GET', `/issues/${number}`)).status).toBe(403)
  })

  test('Scenario 54: a second raise joins it, its facts are added, and it is said who has answered', async () => {
    const { server } = there
    await setPath(server)
    const { number } = await anIssue(server, 'Ben')
    await raises(server, 'Sam', number)
    expect((await raises(server, 'Olu', number)).escalation).toMatchObject({ id: 1, joined: true, champion: null })
    expect(await toldOf(server, 'Carla', number)).toEqual(['called', 'joined'])
    await server.member('Priya').post(`/issues/${number}/escalations/1/acknowledge`)
    for (const name of ['Sam', 'Olu'] as const) expect(await toldOf(server, name, number)).toEqual(['acknowledged'])
    expect((await raises(server, 'Dana', number)).escalation).toMatchObject({
      state: 'answered',
      champion: { name: 'Priya' },
    })
    const { escalation } = await read(server, number)
    expect(escalation?.raises.map(({ by }) => 'name' in by && by.name)).toEqual(['Sam', 'Olu', 'Dana'])
  })

  test('Scenario 54: Ana raises it by the portal, and is told whether somebody has answered, and who', async () => {
    const { server } = there
    await setPath(server)
    const { number } = await anIssue(server, 'Ben')
    await writes(server, 'Ben', number, madrid('Wednesday', '12:00'))
    const { client: ana } = await anasPage(server, number)
    const before = await ana.get<PortalAnswer>('/portal/issue')
    expect(before.escalation).toMatchObject({ name: 'Lighthouse', open: null })
    expect(before.escalation.meaning).toContain('costs nothing')
    const { impact, needed } = facts
    const first = await ana.post<PortalAnswer>('/portal/escalation', { impact, needed })
    expect(first.escalation.open).toMatchObject({ state: 'raised', champion: null, yours: true })
    expect(first.messages.at(-1)).toMatchObject({ from: 'you', body: expect.stringContaining(needed) })
    await server.member('Priya').post(`/issues/${number}/escalations/1/acknowledge`)
    const again = await ana.post<PortalAnswer>('/portal/escalation', { impact: 'It is worse' })
    expect(again.escalation.open).toMatchObject({ state: 'answered', champion: { name: 'Priya' } })
    expect((await read(server, number)).escalation?.raises).toHaveLength(2)
    expect(again.messages.at(-1)).toMatchObject({ from: 'you', body: 'It is worse' })
    // What she writes is her word as any other: it lands with Ben, and an answer is promised.
    expect(await toldOf(server, 'Ben', number)).toContain('customer_wrote')

    // Rule 26: what came of it is our word to her before its end, not what colleagues are told.
    expect(again.escalation.over).toBeNull()
    await writes(server, 'Priya', number, madrid('Wednesday', '16:00'))
    await server.member('Priya').post(`/issues/${number}/escalations/1/stand-down`, { outcome: 'She has a line.' })
    const over = await ana.get<PortalAnswer>('/portal/issue')
    expect(over.escalation).toMatchObject({
      open: null,
      over: { champion: { name: 'Priya' }, message: over.messages.at(-1)?.id },
    })
    expect(JSON.stringify(over)).not.toContain('She has a line.')
  })

  test('the same raise sent twice is one', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    const sam = server.member('Sam')
    await sam.post(`/issues/${number}/escalations`, facts, 'once')
    await sam.post(`/issues/${number}/escalations`, facts, 'once')
    expect((await read(server, number)).escalation?.raises).toHaveLength(1)
  })
})

describe('Rule 24: it goes up the ladder', () => {
  test('Scenario 53: a quarter of an hour of real time on each rung, the last repeats, Ben’s is skipped; all on record', async () => {
    const { server } = there
    await setPath(server, [onRung(server, 'Ben'), onRung(server, 'Carla'), onRung(server, 'Priya', 10)])
    const { number } = await anIssue(server, 'Ben')
    await raises(server, 'Sam', number)
    await server.moveClock('10:14')
    expect(await calls(server, number)).toEqual(['10:00 RungSkipped 1', '10:00 Carla'])
    await server.moveClock('10:40')
    expect(await calls(server, number)).toEqual([
      '10:00 RungSkipped 1',
      '10:00 Carla',
      '10:15 Priya',
      '10:25 Priya',
      '10:35 Priya',
    ])
    expect((await server.member('Ben').refused(`/issues/${number}/escalations/1/acknowledge`)).code).toBe('own_alarm')
    expect((await server.member('Dana').refused(`/issues/${number}/escalations/1/acknowledge`)).detail).toContain('Ben')
    await server.member('Carla').post(`/issues/${number}/escalations/1/acknowledge`)
    await server.moveClock('12:00')
    expect(await calls(server, number)).toHaveLength(5)
    expect((await read(server, number)).escalation).toMatchObject({ champion: { name: 'Carla' }, place: 2 })
  })

  test('at night and at weekends as by day', async () => {
    const { server } = there
    await setPath(server)
    const { number } = await anIssue(server, 'Ben')
    await writes(server, 'Ben', number, madrid('Monday', '12:00'))
    await server.moveClock(madrid('Saturday', '23:50'))
    await raises(server, 'Sam', number)
    await server.moveClock(madrid('Sunday', '00:10'))
    expect(await calls(server, number)).toEqual(['23:50 Carla', '00:05 Priya'])
  })

  test('a schedule calls who is on call at that moment; where nobody is, the last resort, and the admins hear of it', async () => {
    const { server } = there
    const ada = server.member('Ada')
    const [evenings] = await ada.post<ScheduleAnswer[]>('/schedules', {
      name: 'Evenings',
      zone: 'Europe/Madrid',
      rotation: [server.id('Carla'), server.id('Dana')],
      handover: { weekday: null, time: '10:10' },
      from: madrid('Tuesday', '10:05'),
    })
    await ada.post('/workspace', {
      path: { rungs: [{ who: { schedule: evenings?.id }, minutes: 10 }], lastResort: server.id('Ravi') },
    })
    const { number } = await anIssue(server, 'Ben')
    await raises(server, 'Sam', number)
    await server.moveClock('10:40')
    expect(await calls(server, number)).toEqual([
      '10:00 RungEmpty 1',
      '10:00 Ravi',
      '10:15 Dana',
      '10:25 Dana',
      '10:35 Dana',
    ])
    expect(await toldOf(server, 'Ada', number)).toEqual(['nobody_on_call'])
    expect((await mailsTo(server, 'Ada')).at(-1)?.body).toContain(
      'nobody is on call. As the last resort it calls Ravi.',
    )
  })

  test('Scenario 57: the server restarts between two rungs: the next is called at its time, and nobody twice', async () => {
    const { server } = there
    await setPath(server)
    const { number } = await anIssue(server, 'Ben')
    await raises(server, 'Sam', number)
    await server.restart()
    await server.moveClock('10:20')
    await server.restart()
    await server.moveClock('10:29')
    expect(await calls(server, number)).toEqual(['10:00 Carla', '10:15 Priya'])
    for (const name of ['Carla', 'Priya'] as const) {
      const told = (await toldOf(server, name, number)).filter(word => word === 'called')
      const mails = (await mailsTo(server, name)).filter(({ body }) => body.includes('You are called'))
      expect([name, told.length, mails.length]).toEqual([name, 1, 1])
    }
  })

  test('the mail to who is called says the customer’s need first, what it costs, the number to call, and by when', async () => {
    const { server } = there
    await setPath(server)
    await server.member('Ada').post('/workspace', { path: { name: 'Red phone' } })
    const { number } = await anIssue(server, 'Ben', {
      customer: { name: 'Ana Ruiz', email: 'ana@shop.example', phone: '+34 600 118 204', organization: 'Ruiz Shoes' },
    })
    await raises(server, 'Sam', number)
    const [mail] = await mailsTo(server, 'Carla')
    expect(mail?.subject).toBe('Red phone for Ana Ruiz: A line by tomorrow morning.')
    const [first = '', ...rest] = (mail?.body ?? '').split('\n\n')
    expect(first).toBe('Ana Ruiz, Ruiz Shoes, needs: A line by tomorrow morning.')
    const body = rest.join('\n')
    expect(body).toContain('What it costs them: Her shop has no line since Monday')
    expect(body).toContain('What was tried: Two technicians')
    expect(body).toContain('Call them at +34600118204')
    expect(body).toContain('Answer by Tuesday 24 November, 10:15 (Madrid time)')
    expect(body).toContain(`/desk/issues/${number}`)
    expect(body).not.toContain('Sam')
  })

  test('an alarm that the desk raised says what was promised and not kept', async () => {
    const { server } = there
    await setPath(server)
    const { number } = await anIssue(server, 'Ben')
    await writes(server, 'Ben', number, madrid('Tuesday', '11:00'))
    await server.moveClock('15:00')
    const [mail] = await mailsTo(server, 'Carla')
    expect(mail?.subject).toBe('Lighthouse for Ana Ruiz: A word on where it stands')
    expect(mail?.body).toContain('We promised Ana Ruiz: A word on where it stands, by Tuesday 24 November, 11:00')
  })
})

describe('Rule 25: an escalated issue stands first, and is work for who must answer', () => {
  test('Scenario 56: first in every list, then broken promises, then soonest due; the same everywhere', async () => {
    const { server } = there
    await setPath(server)
    const due = (name: Name, number: number, time: string) => writes(server, name, number, madrid('Wednesday', time))
    const [late, soon, broken, lit] = [
      await anIssue(server, 'Ben'),
      await anIssue(server, 'Ben'),
      await anIssue(server, 'Ben'),
      await anIssue(server, 'Ben'),
    ].map(({ number }) => number) as [number, number, number, number]
    await due('Ben', late, '15:00')
    await due('Ben', soon, '10:00')
    await writes(server, 'Ben', broken, madrid('Tuesday', '11:00'))
    await due('Ben', lit, '16:00')
    for (const number of [lit, soon, late, broken])
      await server.member('Ben').post(`/issues/${number}/assists`, {
        of: { team: server.team('Repair') },
        ask: 'Look at the line',
        due: madrid('Thursday', '12:00'),
      })
    await server.moveClock('11:30')
    await raises(server, 'Sam', lit)
    const order = [lit, broken, soon, late]
    const numbersOf = async (name: Name, path: string): Promise<number[]> => {
      const { items } = await server.member(name).get<Page<{ number: number; rank: number }>>(path)
      return items.map(({ number }) => number)
    }
    expect(await numbersOf('Ben', '/issues?owner=me&phase=open')).toEqual(order)
    expect(await numbersOf('Priya', '/issues?phase=open')).toEqual(order)
    expect((await server.member('Olu').get<{ number: number }[]>('/assists')).map(({ number }) => number)).toEqual(
      order,
    )
    // What they are told and have not seen, too; page by page.
    const told = async (query: string): Promise<(number | undefined)[]> => {
      const { items, next } = await server.member('Olu').get<Page<NoticeAnswer>>(`/notices?${query}`)
      return [
        ...items.map(({ issue }) => issue?.number),
        ...(next && query.includes('limit=1&') ? await told(`limit=1&cursor=${next}`) : []),
      ]
    }
    expect(await told('limit=10')).toEqual(order)
    expect(await told('limit=1&')).toEqual(order)
    await server.member('Olu').post('/notices/seen', { upTo: 1_000_000 })
    const latest = [broken, late, soon, lit]
    expect(await told('limit=10')).toEqual(latest)
    expect(await told('limit=1&')).toEqual(latest)
    const found = await server.member('Sam').get<FoundIssueAnswer[]>('/escalations/find?q=Ana%20Ruiz')
    expect(found.map(({ number }) => number)).toEqual(order)
    const { escalated } = await server.member('Priya').get<SuperviseAnswer>('/supervise')
    expect(escalated.map(({ number, escalation }) => [number, escalation])).toEqual([[lit, { id: 1, state: 'raised' }]])
  })

  test('it waits for whoever was called until somebody answers, then for its champion until it is stood down', async () => {
    const { server } = there
    await setPath(server)
    const { number } = await anIssue(server, 'Ben')
    await raises(server, 'Sam', number)
    await server.moveClock('10:20')
    const work = async (name: Name) =>
      (await server.member(name).get<WorkAnswer[]>('/work')).map(({ kind, due }) => [kind, due])
    const until = utc(madrid('Tuesday', '10:30'))
    expect(await work('Carla')).toEqual([['alarm', until]])
    expect(await work('Priya')).toEqual([['alarm', until]])
    await server.member('Carla').post(`/issues/${number}/escalations/1/acknowledge`)
    expect(await work('Priya')).toEqual([])
    expect(await work('Carla')).toEqual([['champion', null]])
  })
})

describe('Rule 26: whoever answers sees it through', () => {
  test('Scenario 18: a promise broken for too long raises it by itself; a supervisor answers', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    await writes(server, 'Ben', number, madrid('Tuesday', '11:00'))
    await server.moveClock('14:59')
    expect((await read(server, number)).escalation).toBeNull()
    await server.moveClock('15:00')
    expect((await read(server, number)).escalation).toMatchObject({
      state: 'raised',
      cause: 'broken_too_long',
      at: utc(madrid('Tuesday', '15:00')),
      raises: [{ by: { kind: 'desk' }, facts: null }],
    })
    expect(await toldOf(server, 'Ben', number)).toContain('escalated')
    expect(await toldOf(server, 'Priya', number)).toContain('called')
  })

  test('Scenario 55: not stood down before Ana and Sam were told; the refusal names who is missing', async () => {
    const { server } = there
    await setPath(server)
    const { number } = await anIssue(server, 'Ben')
    await raises(server, 'Sam', number)
    const [priya, alarm] = [server.member('Priya'), `/issues/${number}/escalations/1`]
    expect((await priya.refused(`${alarm}/stand-down`, { outcome: 'Done' })).code).toBe('not_acknowledged')
    await priya.post(`${alarm}/acknowledge`)
    const early = await priya.refused(`${alarm}/stand-down`, { outcome: 'Done' })
    expect(early).toMatchObject({ code: 'outcome_not_told', data: { customer: true, members: [server.id('Sam')] } })
    expect(early.detail).toContain('the customer and Sam')
    expect((await read(server, number)).escalation?.missing).toMatchObject({
      customer: true,
      members: [{ name: 'Sam' }],
    })

    await server.moveClock('10:05')
    await writes(server, 'Priya', number, madrid('Wednesday', '12:00'))
    expect((await priya.refused(`${alarm}/stand-down`, { outcome: 'Done' })).detail).toContain('Sam has not been told')
    await priya.post(`${alarm}/outcome`, { outcome: 'The cable in the street was broken. It works since noon.' })
    expect(await toldOf(server, 'Sam', number)).toEqual(['acknowledged', 'outcome'])
    expect((await mailsTo(server, 'Sam')).at(-1)?.body).toContain('The cable in the street was broken.')
    const [mine] = await server.member('Sam').get<RaisedByMeAnswer[]>('/escalations')
    expect(mine).toMatchObject({
      number,
      facts,
      escalation: { state: 'answered', champion: { name: 'Priya' }, outcome: expect.stringContaining('cable') },
    })
    const down = await priya.post<IssueAnswer>(`${alarm}/stand-down`, { outcome: 'The line works, Ana knows.' })
    expect(down.escalation).toMatchObject({ state: 'stood_down', outcome: 'The line works, Ana knows.' })
    expect(down.owner.name).toBe('Ben')
    expect(await toldOf(server, 'Sam', number)).toEqual(['acknowledged', 'outcome', 'stood_down'])
  })

  test('the champion is away: a supervisor takes the alarm over, with a reason, on record', async () => {
    const { server } = there
    await setPath(server)
    const { number } = await anIssue(server, 'Ben')
    await raises(server, 'Sam', number)
    const alarm = `/issues/${number}/escalations/1`
    await server.member('Carla').post(`${alarm}/acknowledge`)
    const taken = await server
      .member('Priya')
      .post<IssueAnswer>(`${alarm}/take`, { reason: 'Carla has gone home ill.' })
    expect(taken.escalation).toMatchObject({ champion: { name: 'Priya' }, place: null })
    expect(taken.may).toContain('write')
    expect(await toldOf(server, 'Carla', number)).toEqual(['called', 'alarm_taken'])
    expect((await server.member('Carla').refused(`${alarm}/stand-down`, { outcome: 'Done' })).code).toBe('not_champion')
  })

  test('a second alarm of an issue has a number of its own; the first can not be answered any more', async () => {
    const { server } = there
    await setPath(server)
    const { number } = await anIssue(server, 'Ben')
    await raises(server, 'Priya', number)
    const priya = server.member('Priya')
    await priya.post(`/issues/${number}/escalations/1/acknowledge`)
    await server.moveClock('10:05')
    await writes(server, 'Priya', number, madrid('Wednesday', '12:00'))
    await priya.post(`/issues/${number}/escalations/1/stand-down`, { outcome: 'Done' })
    expect((await raises(server, 'Sam', number)).escalation).toMatchObject({ id: 2, joined: false, state: 'raised' })
    expect((await priya.refused(`/issues/${number}/escalations/1/acknowledge`)).code).toBe('no_escalation')
    await priya.post(`/issues/${number}/escalations/2/acknowledge`)
  })
})

describe('Rule 23: each workspace names its path', () => {
  test('and writes what it means; everybody sees it', async () => {
    const { server } = there
    const before = await server.member('Sam').get<MeAnswer>('/me')
    expect(before.workspace.path.name).toBe('Lighthouse')
    await server
      .member('Ada')
      .post('/workspace', { path: { name: 'Red phone', meaning: 'Pick it up for a customer.' } })
    const { workspace } = await server.member('Sam').get<MeAnswer>('/me')
    expect(workspace.path).toEqual({ name: 'Red phone', meaning: 'Pick it up for a customer.', inbox: null })
  })
})
