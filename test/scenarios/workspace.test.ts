import { describe, expect, test } from 'vitest'
import type { ScheduleAnswer, SuperviseAnswer, WorkspaceAnswer } from '../../src/contract/answers.ts'
import type { TestServer } from '../server.ts'
import { anIssue, eachWithServer, madrid, read, running, utc } from './desk-life.ts'

const there = eachWithServer()

/** A week each, from Monday nine to Monday nine; Carla's has begun. */
const weekly = (server: TestServer, more: object = {}) => ({
  name: 'Evenings',
  zone: 'Europe/Madrid',
  rotation: [server.id('Carla'), server.id('Dana')],
  handover: { weekday: 1, time: '09:00' },
  from: madrid('Monday before', '09:00'),
  ...more,
})

const onlyOne = (all: ScheduleAnswer[]): ScheduleAnswer => {
  const [one] = all
  if (!one || all.length > 1) throw new Error(`There are ${all.length} schedules.`)
  return one
}

/** What the desk has on record beside its issues, oldest first. */
async function recordOf(server: TestServer): Promise<{ type: string; by: string; data: Record<string, unknown> }[]> {
  const { rows } = await server.desk.database.query(
    `select d.type, m.name as by, d.data from desk_event d
    left join member m on m.workspace_id = d.workspace_id and m.member_id = d.by_id
    where d.about in ('workspace', 'schedule')
    order by d.desk_event_id`,
  )
  return rows
}

describe('Rule 24: schedules', () => {
  test('a week each, with the handover on the clock of their zone; everybody sees who is on call, and two weeks ahead', async () => {
    const { server } = there
    await server.member('Ada').post('/schedules', weekly(server))
    const schedule = onlyOne(await server.member('Sam').get('/schedules'))
    expect(schedule).toMatchObject({ name: 'Evenings', onCall: { name: 'Carla' }, overrides: [] })
    expect(schedule.ahead.map(({ from, until, member }) => [from, until, member?.name])).toEqual([
      [utc(madrid('Tuesday', '10:00')), utc(madrid('Monday', '09:00')), 'Carla'],
      [utc(madrid('Monday', '09:00')), utc(madrid('2026-12-07', '09:00')), 'Dana'],
      [utc(madrid('2026-12-07', '09:00')), utc(madrid('2026-12-08', '10:00')), 'Carla'],
    ])
  })

  test('an override by a supervisor, and its end; two can not be at once', async () => {
    const { server } = there
    const [priya, { id }] = [
      server.member('Priya'),
      onlyOne(await server.member('Ada').post<ScheduleAnswer[]>('/schedules', weekly(server))),
    ]
    const [from, until] = [madrid('Wednesday', '12:00'), madrid('Thursday', '12:00')]
    const all = await priya.post<ScheduleAnswer[]>(`/schedules/${id}/overrides`, {
      member: server.id('Ravi'),
      from,
      until,
    })
    const { overrides, ahead } = onlyOne(all)
    expect(overrides).toMatchObject([{ member: { name: 'Ravi' }, from: utc(from), until: utc(until) }])
    expect(ahead.map(({ member }) => member?.name)).toEqual(['Carla', 'Ravi', 'Carla', 'Dana', 'Carla'])
    const again = { member: server.id('Ben'), from: madrid('Thursday', '11:59'), until: madrid('Friday', '12:00') }
    const refused = await priya.refused(`/schedules/${id}/overrides`, again)
    expect(refused).toMatchObject({ code: 'overrides_overlap' })
    expect(refused.detail).toContain('Ravi has the turn from Wednesday 25 November, 12:00')
    const backwards = { member: server.id('Ben'), from: until, until: from }
    expect((await priya.refused(`/schedules/${id}/overrides`, backwards)).code).toBe('ends_first')
    const after = await priya.post<ScheduleAnswer[]>(`/schedules/${id}/overrides/${overrides[0]?.id}/remove`)
    expect(onlyOne(after).overrides).toEqual([])
    expect((await priya.send('POST', `/schedules/${id}/overrides/${overrides[0]?.id}/remove`, {})).status).toBe(404)
  })

  test('a gap is shown to supervisors a week ahead: who is away leaves one', async () => {
    const { server } = there
    const ada = server.member('Ada')
    await ada.post('/schedules', weekly(server, { rotation: [server.id('Carla')] }))
    const gaps = async () => (await server.member('Priya').get<SuperviseAnswer>('/supervise')).gaps
    expect(await gaps()).toEqual([])
    await server.desk.database.query(
      `insert into absence (workspace_id, absence_id, member_id, from_at, until_at)
      values (1, gen_random_uuid(), $1, $2, $3)`,
      [server.id('Carla'), madrid('Saturday', '00:00'), madrid('Monday', '00:00')],
    )
    expect(await gaps()).toMatchObject([
      { schedule: { name: 'Evenings' }, from: utc(madrid('Saturday', '00:00')), until: utc(madrid('Monday', '00:00')) },
    ])
  })

  test('who has no seat takes no turns; a name is given once; what the path calls is not removed', async () => {
    const { server } = there
    const ada = server.member('Ada')
    expect((await ada.refused('/schedules', weekly(server, { rotation: [server.id('Sam')] }))).code).toBe('no_seat')
    const { id } = onlyOne(await ada.post('/schedules', weekly(server)))
    expect((await ada.refused('/schedules', weekly(server, { name: 'evenings' }))).code).toBe('name_taken')
    await ada.post('/workspace', { path: { rungs: [{ who: { schedule: id }, minutes: 15 }] } })
    expect((await ada.refused(`/schedules/${id}/remove`)).detail).toContain('rung 1')
    await ada.post('/workspace', { path: { rungs: [] } })
    expect(await ada.post(`/schedules/${id}/remove`)).toEqual([])
    expect((await ada.send('POST', `/schedules/${id}`, weekly(server))).status).toBe(404)
  })

  test('changed as a whole: its overrides stay, and its turns count on unless a new begin is named', async () => {
    const { server } = there
    const ada = server.member('Ada')
    const { id, from } = onlyOne(await ada.post('/schedules', weekly(server)))
    await ada.post(`/schedules/${id}/overrides`, {
      member: server.id('Ravi'),
      from: madrid('Wednesday', '12:00'),
      until: madrid('Thursday', '12:00'),
    })
    const changed = weekly(server, { name: 'Nights', handover: { weekday: null, time: '21:00' }, from: null })
    const schedule = onlyOne(await ada.post(`/schedules/${id}`, changed))
    expect(schedule).toMatchObject({ id, name: 'Nights', from, overrides: [{ member: { name: 'Ravi' } }] })
    expect(schedule.ahead.length).toBeGreaterThan(14)
  })
})

describe('What a workspace decides for itself', () => {
  test('each by its name, the rest stays; it counts from that moment on, and is on record', async () => {
    const { server } = there
    const ada = server.member('Ada')
    const before = await ada.get<WorkspaceAnswer>('/workspace')
    expect(before).toMatchObject({
      name: 'Litoral',
      inbox: 'support@litoral.example',
      policy: { answerMinutes: 240, rungMinutes: 15 },
      path: { name: 'Lighthouse', rungs: [], lastResort: null, inbox: null },
    })
    const after = await ada.post<WorkspaceAnswer>('/workspace', {
      policy: { answerMinutes: 60 },
      name: 'Litoral Telecom',
    })
    expect(after).toEqual({ ...before, name: 'Litoral Telecom', policy: { ...before.policy, answerMinutes: 60 } })
    const { number } = await anIssue(server, 'Ben')
    expect(running(await read(server, number))).toEqual([utc(madrid('Tuesday', '11:00'))])
    expect(await recordOf(server)).toMatchObject([
      { type: 'WorkspaceNamed', by: 'Ada', data: { name: 'Litoral Telecom', inbox: null } },
      { type: 'PolicySet', by: 'Ada', data: { answerMinutes: 60 } },
    ])
  })

  test('opening hours and holidays: what is promised from then on is counted in them', async () => {
    const { server } = there
    const ada = server.member('Ada')
    const nine = [{ from: '09:00', to: '11:00' }]
    const calendar = { zone: 'Europe/Madrid', hours: { 2: nine, 4: nine }, holidays: ['2026-11-26'] }
    await ada.post('/workspace', { calendar })
    const { number } = await anIssue(server, 'Ben')
    // An hour today, none on the holiday, two next Tuesday, one the Thursday after.
    expect(running(await read(server, number))).toEqual([utc(madrid('2026-12-03', '10:00'))])
  })

  test.each([
    ['hours that end before they begin', { hours: { 1: [{ from: '17:00', to: '09:00' }] } }, 'end before they begin'],
    ['no hours at all', { hours: {} }, 'no opening hours'],
    [
      'hours that overlap',
      {
        hours: {
          1: [
            { from: '09:00', to: '12:00' },
            { from: '11:00', to: '13:00' },
          ],
        },
      },
      'overlap',
    ],
    [
      'a zone that is none',
      { zone: 'Europe/Atlantis', hours: { 1: [{ from: '09:00', to: '17:00' }] } },
      'Write a zone',
    ],
  ])('%s are refused in a sentence', async (_, given, sentence) => {
    const calendar = { zone: 'Europe/Madrid', ...given }
    const { status, text } = await there.server.member('Ada').send('POST', '/workspace', { calendar })
    expect([status, text]).toEqual([400, expect.stringContaining(sentence)])
  })

  test('Rule 24: the ladder calls only people with a seat, and schedules that there are; customers’ address is not the path’s', async () => {
    const { server } = there
    const ada = server.member('Ada')
    const rung = (who: object) => ({ path: { rungs: [{ who, minutes: 15 }] } })
    const nobody = '0d5e3a52-6c1f-4bb4-9d5c-3f3a4b1c2d3e'
    expect((await ada.refused('/workspace', rung({ member: server.id('Sam') }))).code).toBe('no_seat')
    expect((await ada.refused('/workspace', rung({ member: nobody }))).code).toBe('no_such_member')
    expect((await ada.refused('/workspace', rung({ schedule: nobody }))).code).toBe('no_such_schedule')
    expect((await ada.refused('/workspace', { path: { lastResort: server.id('Olu') } })).code).toBe('no_seat')
    expect((await ada.refused('/workspace', { policy: { duty: { rota: [server.id('Sam')], lead: null } } })).code).toBe(
      'no_seat',
    )
    expect((await ada.refused('/workspace', { path: { inbox: 'Support@Litoral.example' } })).code).toBe('same_address')
    expect(await recordOf(server)).toEqual([])
    const set = await ada.post<WorkspaceAnswer>('/workspace', {
      path: {
        meaning: 'Pick it up.',
        inbox: 'Lighthouse@Litoral.example',
        ...rung({ member: server.id('Priya') }).path,
        lastResort: server.id('Ada'),
      },
    })
    expect(set.path).toMatchObject({
      name: 'Lighthouse',
      meaning: 'Pick it up.',
      inbox: 'lighthouse@litoral.example',
      rungs: [{ who: { member: { name: 'Priya' } }, minutes: 15 }],
      lastResort: { name: 'Ada' },
    })
    // What it means is words that somebody wrote: the record names only what it calls.
    expect(JSON.stringify(await recordOf(server))).not.toContain('Pick it up')
  })

  test('is for admins', async () => {
    const { server } = there
    for (const name of ['Priya', 'Ben', 'Sam'] as const) {
      expect((await server.member(name).send('GET', '/workspace')).status).toBe(403)
      expect((await server.member(name).send('POST', '/workspace', { name: 'Mine' })).status).toBe(403)
    }
  })
})
