import { describe, expect, test } from 'vitest'
import type { CompareAnswer, Problem } from '../../src/contract/answers.ts'
import { type AuditFigures, auditFigures } from '../../src/contract/audit.ts'
import { example } from '../../web/desk/pages/compare/example.ts'
import { bring, logged } from '../moving-in/log.ts'
import {
  anasPage,
  anIssue,
  anUnderstoodIssue,
  eachWithServer,
  handsOver,
  madrid,
  read,
  writes,
} from '../scenarios/desk-life.ts'
import { arrives } from '../scenarios/mails.ts'
import type { Name, TestServer } from '../server.ts'

const there = eachWithServer()

const ownOf = (server: TestServer, query = ''): Promise<AuditFigures> =>
  server.member('Priya').get(`/measures/compare${query}`)

/** What is answered instead. */
async function faultFor(server: TestServer, name: Name, audit?: unknown): Promise<Problem> {
  const { status, body } = await server
    .member(name)
    .send(audit === undefined ? 'GET' : 'POST', '/measures/compare', audit === undefined ? undefined : { audit })
  expect(status).toBeGreaterThanOrEqual(400)
  return body as Problem
}

/** What somebody's old desk was like. */
const oldPassing: AuditFigures['person'] = {
  distinct: 40,
  handoffs: { total: 900, mean: 2.25, max: 12, cases: 300 },
  pingPong: { cases: 80, share: 0.2, count: 120 },
  returns: { cases: 110 },
  perCase: { mean: 2.5, max: 9, one: 100 },
}
const oldDesk: AuditFigures = {
  cases: 400,
  events: 3200,
  person: oldPassing,
  group: oldPassing,
  silence: { medianHours: 50, p90Days: 12, maxDays: 90, overDays: 7, overCases: 80 },
  reopened: { cases: 60 },
  rejected: { rows: 0, reasons: {} },
}

const proposal = {
  wrong: 'An old bundle re-created the fee each month.',
  done: 'The bundle is gone.',
  holds: 'The November bill shows no second line.',
}

/** Ana is told what was done, and says that it is not solved. */
async function denied(server: TestServer, number: number): Promise<void> {
  await server.member('Ben').post(`/issues/${number}/resolution`, proposal)
  const { client } = await anasPage(server, number)
  await client.post('/portal/deny', { words: 'It is on the bill again.' })
}

describe('our own log by the definitions of the audit, counted by hand', () => {
  test('hand-offs, silences and reopenings are those of the same code that reads another desk’s log', async () => {
    const { server } = there
    // From Ben of Support to Carla of Plans, and to Priya, who is in no team; then nobody does anything for nine days, and
    // what was promised is broken.
    const passed = await anUnderstoodIssue(server, 'Ben')
    await handsOver(server, 'Ben', 'Carla', passed.number, madrid('Friday', '12:00'))
    await server.member('Priya').post(`/issues/${passed.number}/takeover`, { reason: 'Carla is ill.' })
    await writes(server, 'Priya', passed.number, '2026-12-02T15:00:00+01:00')
    // Ben's, who answers after a day, and is told that it is not solved.
    const reopened = await anIssue(server, 'Ben')
    await server.moveClock(madrid('Wednesday', '10:00'))
    await denied(server, reopened.number)
    await writes(server, 'Ben', reopened.number, '2026-12-04T12:00:00+01:00')
    // Ben's, in one go; and what is no problem of a customer's.
    const quick = await anIssue(server, 'Ben')
    await writes(server, 'Ben', quick.number, '2026-12-04T12:00:00+01:00')
    const spam = await anIssue(server, 'Ben')
    await server.member('Ben').post(`/issues/${spam.number}/spam`, { why: 'An advertisement.' })
    await server.moveClock('2026-12-03T10:00:00+01:00')
    await writes(server, 'Priya', passed.number, '2026-12-04T12:00:00+01:00')

    const found = await ownOf(server)
    expect(auditFigures.safeParse(found).error).toBeUndefined()
    expect(found).toEqual({
      cases: 3,
      events: expect.any(Number),
      person: {
        distinct: 3,
        handoffs: { total: 2, mean: 2 / 3, max: 2, cases: 1 },
        pingPong: { cases: 0, share: 0, count: 0 },
        returns: { cases: 0 },
        perCase: { mean: 5 / 3, max: 3, one: 2 },
      },
      group: {
        distinct: 2,
        handoffs: { total: 1, mean: 1 / 3, max: 1, cases: 1 },
        pingPong: { cases: 0, share: 0, count: 0 },
        returns: { cases: 0 },
        perCase: { mean: 4 / 3, max: 2, one: 2 },
      },
      // 0, 1 and 9 days: that a promise broke is nobody's word.
      silence: { medianHours: 24, p90Days: 9, maxDays: 9, overDays: 7, overCases: 1 },
      reopened: { cases: 1 },
      rejected: { rows: 0, reasons: {} },
    })
  })

  test('a claim is a hand-off, too: at the desk of before it was one', async () => {
    const { server } = there
    const { issue } = await arrives(server, { from: 'Ana Ruiz <ana@ruiz.example>', subject: 'Twice', text: 'Again.' })
    const { owner } = await read(server, issue ?? 0)
    await server.member(owner.name === 'Dana' ? 'Carla' : 'Dana').post(`/issues/${issue}/claim`)
    expect((await ownOf(server)).person.handoffs).toMatchObject({ total: 1, cases: 1 })
  })

  test('whoever is in several teams is of the first by name', async () => {
    const { server } = there
    await server.desk.database.query(
      `insert into team_member (workspace_id, team_id, member_id, works)
      select 1, team_id, $1, true from team where name = 'Activations'`,
      [server.id('Ben')],
    )
    await server.desk.database.query('update workspace set config_version = config_version + 1')
    const { number } = await anUnderstoodIssue(server, 'Ben')
    await handsOver(server, 'Ben', 'Ravi', number, madrid('Friday', '12:00'))
    const { person, group } = await ownOf(server)
    expect([person.handoffs.total, group.handoffs.total, group.distinct]).toEqual([1, 0, 1])
  })

  test('what another desk did to a case that came over is not ours', async () => {
    const { server } = there
    const [zoe, tom] = [
      { person: 'Zoe', group: 'Line 1' },
      { person: 'Tom', group: 'Line 2' },
    ]
    await bring(server.desk, [
      logged('2026-10-01 08:00', 'INC1', { ...zoe, status: 'New' }),
      logged('2026-11-09 08:00', 'INC1', { ...tom, status: 'Active' }),
      logged('2026-10-01 08:00', 'INC2', { ...zoe, status: 'New' }),
      logged('2026-10-02 08:00', 'INC2', { ...tom, status: 'Closed' }),
    ])
    const { cases, person, silence } = await ownOf(server)
    expect([cases, person.distinct, person.handoffs.total, silence.maxDays]).toEqual([1, 1, 0, 0])
  })

  test('it is told of the issues that were opened in a time, of the last twelve months where none is said', async () => {
    const { server } = there
    const first = await anIssue(server, 'Ben')
    await server.moveClock(madrid('Thursday', '10:00'))
    await anIssue(server, 'Ben')
    expect((await ownOf(server)).cases).toBe(2)
    expect((await ownOf(server, '?to=2026-11-25')).cases).toBe(1)
    expect((await ownOf(server, '?from=2026-11-25')).cases).toBe(1)
    expect((await ownOf(server, '?from=2026-11-25&to=2026-11-25')).cases).toBe(0)
    await server.desk.database.query("update course set opened_at = '2025-11-25' where number = $1", [first.number])
    expect((await ownOf(server)).cases).toBe(1)
    expect((await ownOf(server, '?from=2025-11-01')).cases).toBe(2)
  })

  test('more issues than a moment allows are asked for in parts', async () => {
    const { server } = there
    await anIssue(server, 'Ben')
    const { rows } = await server.desk.database.query<{ name: string }>(
      "select column_name as name from information_schema.columns where table_name = 'course'",
    )
    const columns = rows.map(({ name }) => name).filter(name => name !== 'number')
    // One course a hundred thousand times: that no issues stand behind them does not matter here.
    await server.desk.database.query(`
      set session_replication_role = replica;
      insert into course (number, ${columns}) select number + n, ${columns} from course, generate_series(1, 100000) as n;
      set session_replication_role = origin`)
    expect(await faultFor(server, 'Priya')).toMatchObject({
      code: 'invalid_input',
      detail: expect.stringContaining('100001 issues'),
    })
    expect((await ownOf(server, '?to=2026-11-01')).cases).toBe(0)
  })
})

describe('an audit beside our own figures', () => {
  const compare = (server: TestServer, audit: unknown, query = ''): Promise<CompareAnswer> =>
    server.member('Priya').post(`/measures/compare${query}`, { audit })
  const readsOf = ({ shares }: CompareAnswer): Record<string, string | undefined> =>
    Object.fromEntries(shares.map(({ name, difference }) => [name, difference?.reads]))

  test('the audit comes back as it was, with what differs by more than chance', async () => {
    const { server } = there
    for (let issue = 0; issue < 20; issue += 1) await anIssue(server, 'Ben')
    const answer = await compare(server, oldDesk)
    expect(answer.before).toEqual(oldDesk)
    expect(answer.since).toEqual(await ownOf(server))
    expect(answer.period).toMatchObject({ underWay: 20 })
    const handoffs = answer.shares.find(({ name }) => name === 'person_handoffs')
    expect(handoffs?.before).toMatchObject({ count: 300, of: 400, value: 0.75, small: false })
    expect(handoffs?.since).toMatchObject({ count: 0, of: 20, value: 0, low: 0, small: true })
    expect(readsOf(answer)).toEqual({
      person_handoffs: 'less',
      person_ping_pong: 'better',
      person_returns: 'better',
      group_handoffs: 'less',
      group_ping_pong: 'better',
      group_returns: 'better',
      silent: 'better',
      // 15 % of 400 and none of 20 may be chance.
      reopened: 'unclear',
    })
  })

  test('the example of the page is an audit as `baton audit --json` writes it', async () => {
    expect((await compare(there.server, example)).before).toEqual(example)
  })

  test('ours are counted by what the audit calls a long silence', async () => {
    const { server } = there
    const { number } = await anIssue(server, 'Ben')
    await server.moveClock(madrid('Thursday', '10:00'))
    await writes(server, 'Ben', number, madrid('Friday', '12:00'))
    const overDays = (days: number) => ({ ...oldDesk, silence: { ...oldDesk.silence, overDays: days } })
    expect((await compare(server, overDays(7))).since.silence).toMatchObject({ overDays: 7, overCases: 0 })
    expect((await compare(server, overDays(1.5))).since.silence).toMatchObject({ overDays: 1.5, overCases: 1 })
  })

  test('what one of the two does not say is not compared', async () => {
    const { server } = there
    const nobody = { ...oldPassing, distinct: 0 }
    const answer = await compare(server, { ...oldDesk, group: nobody })
    // Nothing was opened here yet.
    expect(new Set(Object.values(readsOf(answer)))).toEqual(new Set([undefined]))
    expect(answer.shares.map(({ before }) => before !== null)).toEqual([
      ...[true, true, true],
      ...[false, false, false],
      ...[true, true],
    ])
  })

  test('what is no audit is refused with what is wrong with it', async () => {
    const { server } = there
    const refusedFor = async (audit: unknown) => {
      const { code, errors } = await faultFor(server, 'Priya', audit)
      expect(code).toBe('invalid_input')
      return errors
    }
    const { reopened: _, ...older } = oldDesk
    expect(await refusedFor(older)).toEqual([{ path: 'body.audit.reopened', message: 'This is missing.' }])
    expect(await refusedFor({ ...oldDesk, closings: 3 })).toMatchObject([{ path: 'body.audit.closings' }])
    expect(await refusedFor({ ...oldDesk, cases: 299 })).toMatchObject([
      { path: 'body.audit.person.handoffs.cases', message: expect.stringContaining('299') },
      { path: 'body.audit.group.handoffs.cases' },
    ])
    expect(await refusedFor([])).not.toHaveLength(0)
    expect(await refusedFor('cases')).not.toHaveLength(0)
  })
})

test('our figures are for who leads: they are not for agents and colleagues', async () => {
  const { server } = there
  await anIssue(server, 'Ben')
  for (const name of ['Ben', 'Olu'] as const) {
    expect((await faultFor(server, name)).code).toBe('not_allowed')
    expect((await faultFor(server, name, oldDesk)).code).toBe('not_allowed')
  }
  expect((await server.member('Ada').get<AuditFigures>('/measures/compare')).cases).toBe(1)
  expect((await ownOf(server)).cases).toBe(1)
})
