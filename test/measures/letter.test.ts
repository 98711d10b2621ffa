import { describe, expect, test } from 'vitest'
import { settleAll } from '../../src/clock/settle.ts'
import type { IssueAnswer, LetterAnswer, OutboundAnswer, Page, WorkspaceAnswer } from '../../src/contract/answers.ts'
import { openDatabase } from '../../src/store/database.ts'
import {
  anasPage,
  anIssue,
  anUnderstoodIssue,
  eachWithServer,
  madrid,
  offers,
  utc,
  writes,
} from '../scenarios/desk-life.ts'
import { adopts, proposes } from '../scenarios/lesson-life.ts'
import type { Name, TestServer } from '../server.ts'

const there = eachWithServer()

const lettersOf = async (name: Name, query = ''): Promise<LetterAnswer[]> =>
  (await there.server.member(name).get<Page<LetterAnswer>>(`/letters${query}`)).items

/** The letters that came to somebody by mail, as their own outbox shows them. */
async function mailsOf(name: Name): Promise<OutboundAnswer[]> {
  const { items } = await there.server.member(name).get<Page<OutboundAnswer>>('/outbox?limit=200')
  return items.filter(({ subject }) => subject.includes(': the week until'))
}

const whose = (letters: readonly LetterAnswer[]): (string | null)[] => letters.map(({ team }) => team?.name ?? null)

/** Time passes without a clock that looks: the server is down. */
const standAt = (server: TestServer, at: string) =>
  server.desk.database.query('update workspace set time_stands_at = $1', [at])

/** What is dropped raises no alarm, which would call somebody every hour of the weeks that pass. */
const withoutAlarms = (server: TestServer) =>
  server.member('Ada').post('/workspace', { policy: { brokenEscalatesMinutes: 525_600 } })

/** A week of Plans: one promise kept and thanked for, one broken, an offer that nobody answered, a lesson adopted. */
async function aWeek(server: TestServer): Promise<{ dropped: IssueAnswer; well: IssueAnswer; offered: IssueAnswer }> {
  const dropped = await anIssue(server, 'Carla')
  const well = await anIssue(server, 'Dana')
  await writes(server, 'Dana', well.number, madrid('Tuesday after', '12:00'))
  await server.member('Priya').post('/kudos', { issue: well.number, for: server.id('Dana'), words: 'Said so plainly.' })
  const offered = await anUnderstoodIssue(server, 'Carla')
  await writes(server, 'Carla', offered.number, madrid('Tuesday after', '12:00'))
  await offers(server, 'Carla', offered.number, 'Ben')
  const { id } = await proposes(server, 'Carla')
  await adopts(server, id)
  return { dropped, well, offered }
}

describe('DESIGN section 8: the letter about the week', () => {
  test('tells what went well, what was dropped, what was learned, and one thing to look at', async () => {
    const { server } = there
    const { dropped, well, offered } = await aWeek(server)
    await server.moveClock(madrid('Monday', '07:59'))
    expect(await lettersOf('Carla')).toEqual([])
    await server.moveClock(madrid('Monday', '08:00'))
    const letters = await lettersOf('Carla')
    expect(whose(letters).toSorted()).toEqual([null, 'Plans'].toSorted())
    const letter = letters.find(({ team }) => team)
    expect(letter).toMatchObject({
      from: utc(madrid('Monday before', '08:00')),
      until: utc(madrid('Monday', '08:00')),
      kept: 2,
      thanks: [
        { for: { name: 'Dana' }, by: { name: 'Priya' }, words: 'Said so plainly.', issue: { number: well.number } },
      ],
      broken: [
        {
          customer: { name: 'Ana Ruiz' },
          issue: { number: dropped.number },
          what: 'An answer',
          due: dropped.promises[0]?.due,
          owed: true,
        },
      ],
      unanswered: [{ customer: { name: 'Ana Ruiz' }, issue: { number: offered.number } }],
      lessons: [{ became: 'adopted', says: 'serial number: Off the phone itself, not off its box.' }],
      silent: [dropped, well, offered].map(({ number }) => ({ customer: { name: 'Ana Ruiz' }, issue: { number } })),
      suggestion: { failing: 'silent', group: null, now: { count: 3, of: 3 }, before: { count: 0, of: 0 } },
    })
    const [mail, ...more] = await mailsOf('Carla')
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      to: server.email('Carla'),
      subject: 'Plans: the week until Monday 30 November',
      issue: null,
    })
    const { body = '' } = mail ?? {}
    expect(body).toContain('2 promises to customers were kept.')
    expect(body).toContain('Priya thanks Dana: “Said so plainly.”')
    expect(body).toContain('Ana Ruiz was to hear by Tuesday 24 November, 14:00 (Madrid time) and did not: “An answer”.')
    expect(body).toContain(`/desk/issues/${dropped.number}`)
    expect(body).toContain('Ana Ruiz has heard nothing from us since Tuesday 24 November, 10:00 (Madrid time).')
    expect(body).toContain('These are few: 3 say little.')
    // Who broke what is nobody's business (Rule 32).
    expect(body).not.toContain('Carla')
  })

  test('comes to who works in a team and leads it; to who is in none, that of the workspace; never one about a person', async () => {
    const { server } = there
    await aWeek(server)
    await server.moveClock(madrid('Monday', '12:00'))
    const subjects = async (name: Name) => (await mailsOf(name)).map(({ subject }) => subject.split(':')[0])
    for (const name of ['Carla', 'Dana', 'Priya'] as const) expect(await subjects(name), name).toEqual(['Plans'])
    // Support is Ben alone, and so is Activations Ravi: its letter would be about them.
    for (const name of ['Ben', 'Ravi', 'Ada'] as const) expect(await subjects(name), name).toEqual(['Litoral'])
    expect(whose(await lettersOf('Ben'))).toEqual([null])
    expect(whose(await lettersOf('Ada')).toSorted()).toEqual([null, 'Plans'].toSorted())
    // The mail of a team's letter is nobody else's to read, either.
    const [forPlans] = await mailsOf('Carla')
    expect((await server.member('Ben').send('GET', `/outbox/${forPlans?.id}`)).status).toBe(404)
    expect((await server.member('Olu').send('GET', '/letters')).status).toBe(403)
    const { rows } = await server.desk.database.query('select 1 from outbound_mail where to_address = $1', [
      server.email('Olu'),
    ])
    expect(rows).toEqual([])
  })

  test('a week in which nothing happened needs no letter', async () => {
    const { server } = there
    await server.moveClock(madrid('Monday', '12:00'))
    expect(await lettersOf('Ada')).toEqual([])
    expect(await mailsOf('Ada')).toEqual([])
  })

  test('who does not want it by mail finds it in the desk', async () => {
    const { server } = there
    await aWeek(server)
    await server.member('Carla').post('/me/weekly-letter', { wanted: false })
    await server.member('Priya').post('/me/told-by-mail', { told: 'nothing' })
    await server.moveClock(madrid('Monday', '12:00'))
    for (const name of ['Carla', 'Priya'] as const) {
      expect(await mailsOf(name)).toEqual([])
      expect(whose(await lettersOf(name))).toContain('Plans')
    }
    expect(await mailsOf('Dana')).toHaveLength(1)
  })

  test('comes when the workspace wants it, or not at all', async () => {
    const { server } = there
    await withoutAlarms(server)
    await aWeek(server)
    const ada = server.member('Ada')
    const { policy } = await ada.get<WorkspaceAnswer>('/workspace')
    expect(policy.letter).toEqual({ weekday: 1, time: '08:00' })
    // This week's has come on Monday, when there was nothing to say.
    await ada.post('/workspace', { policy: { letter: { weekday: 2, time: '09:30' } } })
    await server.moveClock('2026-12-01T09:29:00+01:00')
    expect(await lettersOf('Ada')).toEqual([])
    await server.moveClock('2026-12-01T09:30:00+01:00')
    expect(whose(await lettersOf('Carla'))).toHaveLength(2)
    await ada.post('/workspace', { policy: { letter: null } })
    await anIssue(server, 'Carla')
    await server.moveClock('2026-12-09T12:00:00+01:00')
    expect(await lettersOf('Carla')).toHaveLength(2)
  })

  test('comes once, also when several servers look at the same moment', async () => {
    const { server } = there
    await aWeek(server)
    await standAt(server, madrid('Monday', '08:00'))
    const others = [1, 2, 3].map(() => ({ ...server.desk, database: openDatabase(server.databaseUrl, 5) }))
    await Promise.all([server.desk, ...others].map(desk => settleAll(desk)))
    for (const { database } of others) await database.end()
    await server.moveClock(madrid('Monday', '18:00'))
    for (const name of ['Carla', 'Dana', 'Priya', 'Ben', 'Ravi', 'Ada'] as const)
      expect(await mailsOf(name), name).toHaveLength(1)
    expect(await lettersOf('Ada')).toHaveLength(2)
  })

  test('comes late in its week when the server was down, and not at all for weeks long past', async () => {
    const { server } = there
    await withoutAlarms(server)
    await aWeek(server)
    await standAt(server, '2026-12-02T17:00:00+01:00')
    await settleAll(server.desk)
    const [late] = (await lettersOf('Carla')).filter(({ team }) => team)
    expect(late?.until).toBe(utc(madrid('Monday', '08:00')))
    await anIssue(server, 'Carla')
    // Three weeks without any server.
    await standAt(server, '2026-12-24T17:00:00+01:00')
    await settleAll(server.desk)
    const weeks = (await lettersOf('Carla')).filter(({ team }) => team).map(({ until }) => until)
    expect(weeks).toEqual([utc('2026-12-21T08:00:00+01:00'), utc(madrid('Monday', '08:00'))])
  })

  test('Rule 33: of an erased customer no letter tells any more', async () => {
    const { server } = there
    await withoutAlarms(server)
    const { number, customer } = await anIssue(server, 'Carla', {
      customer: { name: 'Eva Sol', email: 'eva@sol.example' },
    })
    await server.moveClock(madrid('Monday', '12:00'))
    expect((await mailsOf('Dana'))[0]?.body).toContain('Eva Sol')
    await server
      .member('Carla')
      .post(`/issues/${number}/resolution`, { wrong: 'An old bundle.', done: 'Gone.', holds: 'See.' })
    await (await anasPage(server, number)).client.post('/portal/confirm')
    await server.member('Carla').post(`/issues/${number}/close`)
    await server.member('Ada').post(`/customers/${customer.id}/erase`, { why: 'She asked for it.' })
    expect((await mailsOf('Dana'))[0]?.body).not.toContain('Eva Sol')
    const letters = await lettersOf('Dana')
    expect(JSON.stringify(letters)).not.toContain('Eva Sol')
    expect(letters[0]?.broken).toHaveLength(1)
  })
})
