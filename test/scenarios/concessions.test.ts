import { expect, test } from 'vitest'
import type { ConcessionRow, IssueAnswer, WorkAnswer, WorkspaceAnswer } from '../../src/contract/answers.ts'
import { anIssue, eachWithServer, madrid, read, toldOf, utc, writes } from './desk-life.ts'

const there = eachWithServer()

const grants = (name: 'Ben' | 'Priya', number: number, amount: number, more: object = {}) =>
  there.server
    .member(name)
    .post<IssueAnswer>(`/issues/${number}/concessions`, { kind: 'credit', amount, reason: 'Charged twice.', ...more })

const kindsFor = async (name: 'Ben' | 'Priya' | 'Ada') =>
  (await there.server.member(name).get<WorkAnswer[]>('/work')).map(({ kind }) => kind)

test('Scenario 58: 40 of 50 is granted at once, on record, and the review asks what we learn', async () => {
  const { server } = there
  const { number } = await anIssue(server, 'Ben')
  const { concessions } = await grants('Ben', number, 40)
  expect(concessions).toMatchObject([{ state: 'granted', worth: { amount: 40, currency: 'EUR' }, by: { name: 'Ben' } }])
  expect(await kindsFor('Priya')).toEqual(['concession_review'])
  const reviewed = await server.member('Priya').post<IssueAnswer>(`/issues/${number}/concessions/1/review`, {
    learned: 'The bundle must stop re-creating the fee.',
  })
  expect(reviewed.concessions[0]?.review).toMatchObject({ by: { name: 'Priya' } })
  expect(await kindsFor('Priya')).toEqual([])
})

test('Scenario 58: 60 goes to Priya; she approves; it waits for Ben until the customer knows', async () => {
  const { server } = there
  const { number } = await anIssue(server, 'Ben')
  const { concessions } = await grants('Ben', number, 60)
  expect(concessions).toMatchObject([
    { state: 'waiting', asked: [{ name: 'Priya' }], due: utc(madrid('Tuesday', '14:00')) },
  ])
  expect(await kindsFor('Priya')).toEqual(['approval'])
  expect(await toldOf(server, 'Priya', number)).toContain('approval_asked')
  const own = await server.member('Ben').send('POST', `/issues/${number}/concessions/1/approve`, {})
  expect(own.status).toBe(403)
  await server.member('Priya').post(`/issues/${number}/concessions/1/approve`, {})
  expect(await toldOf(server, 'Ben', number)).toContain('approval_granted')
  expect(await kindsFor('Ben')).toEqual(['approval_decided'])
  await writes(server, 'Ben', number, madrid('Wednesday', '12:00'))
  expect(await kindsFor('Ben')).toEqual([])
})

test('Scenario 58: unanswered by its due time it climbs the ladder to the admin', async () => {
  const { server } = there
  const { number } = await anIssue(server, 'Ben')
  await grants('Ben', number, 60)
  await server.moveClock(madrid('Tuesday', '14:00'))
  expect((await read(server, number)).concessions[0]).toMatchObject({
    state: 'waiting',
    asked: [{ name: 'Priya' }, { name: 'Ada' }],
  })
  expect(await kindsFor('Ada')).toContain('approval')
  expect(await toldOf(server, 'Ben', number)).toContain('approval_climbed')
  await server.member('Ada').post(`/issues/${number}/concessions/1/refuse`, { why: 'The cause first.' })
  expect((await read(server, number)).concessions[0]?.decided).toMatchObject({
    by: { name: 'Ada' },
    why: 'The cause first.',
  })
})

test('Scenario 58: two of 30 on one issue: the limit is for the issue, so the second asks for approval', async () => {
  const { server } = there
  const { number } = await anIssue(server, 'Ben')
  await grants('Ben', number, 30)
  const { concessions } = await grants('Ben', number, 30)
  expect(concessions.map(({ state }) => state)).toEqual(['granted', 'waiting'])
  const closing = await server.member('Ben').send('POST', `/issues/${number}/concessions`, {
    kind: 'credit',
    amount: 1,
    reason: 'One more.',
  })
  expect(closing).toMatchObject({ status: 409, body: { code: 'approval_open' } })
})

test('Rule 27: the accounting department gets every concession of a span, as JSON and as CSV in which words are only words', async () => {
  const { server } = there
  const { number } = await anIssue(server, 'Ben')
  await grants('Ben', number, 12.5, { reason: '=HYPERLINK("http://evil")' })
  const span = `from=${encodeURIComponent(madrid('Tuesday', '00:00'))}&until=${encodeURIComponent(madrid('Wednesday', '00:00'))}`
  const rows = await server.member('Priya').get<ConcessionRow[]>(`/concessions?${span}`)
  expect(rows).toMatchObject([{ issue: number, worth: { amount: 12.5, currency: 'EUR' }, grantedBy: 'Ben' }])
  const { text } = await server.member('Priya').send('GET', `/concessions.csv?${span}`)
  const [head, line] = text.split('\r\n')
  expect(head).toBe(
    'issue,concession,customer,organization,kind,amount,currency,state,reason,granted_by,at,decided_by,decided_at',
  )
  expect(line).toContain(`${number},1,Ana Ruiz,,credit,12.5,EUR,granted,"'=HYPERLINK(""http://evil"")",Ben,`)
  const before = `from=${encodeURIComponent(madrid('Monday before', '00:00'))}&until=${encodeURIComponent(madrid('Tuesday', '00:00'))}`
  expect(await server.member('Priya').get<ConcessionRow[]>(`/concessions?${before}`)).toEqual([])
})

test('Rule 26: who answers the alarm grants up to the limit of their rung, on that issue alone', async () => {
  const { server } = there
  const [carla, ada] = [server.member('Carla'), server.member('Ada')]
  const { policy } = await ada.get<WorkspaceAnswer>('/workspace')
  const ofFirstRung = { who: { rung: 1 }, kind: null, amount: 20_000, currency: 'EUR' }
  const changed = await ada.post<WorkspaceAnswer>('/workspace', {
    path: { rungs: [{ who: { member: server.id('Carla') }, minutes: 15 }] },
    policy: { limits: [...policy.limits, ofFirstRung] },
  })
  expect(changed.policy.limits).toContainEqual(ofFirstRung)

  const { number } = await anIssue(server, 'Ben')
  const replaces = { kind: 'replacement', amount: 200, reason: 'A mobile line until the cable is mended.' }
  expect((await carla.refused(`/issues/${number}/concessions`, replaces)).code).toBe('not_owner')
  await server.member('Sam').post(`/issues/${number}/escalations`, { impact: 'No line.', tried: 'A.', needed: 'B.' })
  await carla.post(`/issues/${number}/escalations/1/acknowledge`)
  const { grants: may } = await carla.get<IssueAnswer>(`/issues/${number}`)
  expect(may).toContainEqual({ kind: 'replacement', currency: 'EUR', left: 200 })
  const { concessions } = await carla.post<IssueAnswer>(`/issues/${number}/concessions`, replaces)
  expect(concessions).toMatchObject([{ state: 'granted', by: { name: 'Carla' }, worth: { amount: 200 } }])
})
