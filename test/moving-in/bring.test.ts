import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ForeignEventAnswer, IssueAnswer, IssueRow, NoticeAnswer, Page } from '../../src/contract/answers.ts'
import { readKnownOwner } from '../../src/store/candidates.ts'
import { isWhole } from '../concurrency/whole.ts'
import { startTestServer, type TestServer } from '../server.ts'
import { bring, logged } from './log.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

let run = 0
/** Names of cases that no other test has. */
let id: (name: string) => string
beforeEach(() => {
  run += 1
  const mine = run
  id = name => `${name}-${mine}`
})

const numberOf = async (name: string): Promise<number> => {
  const { rows } = await server.desk.database.query<{ number: number }>(
    'select number from foreign_case where workspace_id = 1 and case_id = $1',
    [id(name)],
  )
  return rows[0]?.number ?? 0
}
const issueOf = async (name: string) => server.member('Priya').get<IssueAnswer>(`/issues/${await numberOf(name)}`)
const historyOf = async (name: string) =>
  (await server.member('Priya').get<Page<ForeignEventAnswer>>(`/issues/${await numberOf(name)}/foreign`)).items
const count = async (table: string): Promise<number> =>
  (await server.desk.database.query<{ many: number }>(`select count(*)::integer as many from ${table}`)).rows[0]
    ?.many ?? 0

const over = () => [
  logged('2026-11-02 09:00', id('INC'), { person: 'Ben', group: 'Line 1', status: 'New', activity: 'Opened' }),
  logged('2026-11-03 09:00', id('INC'), { person: 'Zoe', group: 'Line 2', status: 'Closed', activity: 'Closed' }),
]
const open = (person = 'Carla') => [
  logged('2026-11-20 09:00', id('OPEN'), { person: 'Zoe', status: 'New' }),
  logged('2026-11-21 09:00', id('OPEN'), { person, status: 'Active' }),
]

test('what is over comes over closed, with its history beside our own log', async () => {
  const tally = await bring(server.desk, over())
  expect(tally).toMatchObject({ brought: { open: 0, closed: 1 }, events: 2, customers: { created: 1 } })
  expect(await issueOf('INC')).toMatchObject({
    phase: 'closed',
    outcome: 'elsewhere',
    subject: `Case ${id('INC')}`,
    openedAt: '2026-11-02T09:00:00.000Z',
    closedAt: '2026-11-03T09:00:00.000Z',
    imported: { source: 'ServiceNow', case: id('INC'), closedAt: '2026-11-03T09:00:00.000Z' },
    customer: { name: `Customer of ${id('INC')}`, email: null },
    promises: [],
    waits: [],
  })
  expect(await historyOf('INC')).toEqual([
    { place: 1, at: '2026-11-02T09:00:00.000Z', person: 'Ben', group: 'Line 1', status: 'New', activity: 'Opened' },
    { place: 2, at: '2026-11-03T09:00:00.000Z', person: 'Zoe', group: 'Line 2', status: 'Closed', activity: 'Closed' },
  ])
  const own = await server.member('Ben').get(`/issues/${await numberOf('INC')}/events`)
  expect(own).toMatchObject({ items: [{ type: 'IssueOpened', from: 'import', by: { kind: 'desk' } }] })
})

test('Rules 1 and 12: what is open has a named owner who is told, and a promise from now on', async () => {
  const mails = await count('outbound_mail')
  await bring(server.desk, open())
  const issue = await issueOf('OPEN')
  expect(issue).toMatchObject({
    phase: 'open',
    owner: { name: 'Carla' },
    owners: [{ way: 'contact' }],
    promises: [{ kind: 'answer', state: 'open', due: '2026-11-24T13:00:00.000Z' }],
  })
  const told = await server.member('Carla').get<Page<NoticeAnswer>>('/notices')
  expect(told.items.filter(({ issue: about }) => about?.number === issue.number)).toMatchObject([{ word: 'new_issue' }])
  expect(await count('outbound_mail')).toBe(mails)
})

test.each([
  ['by e-mail', 'DANA@litoral.example'],
  ['by name, however it is written', '  dana '],
])('Rule 2: who had it there and works here has it here: %s', async (_, person) => {
  await bring(server.desk, open(person))
  expect(await issueOf('OPEN')).toMatchObject({ owner: { name: 'Dana' } })
})

test.each([
  ['who does not work here', 'Zoe'],
  ['who has no seat', 'Olu'],
])('Rule 2: what was with somebody %s goes to whom the import names', async (_, person) => {
  await bring(server.desk, open(person), { owner: server.id('Ravi') })
  expect(await issueOf('OPEN')).toMatchObject({ owner: { name: 'Ravi' }, owners: [{ way: 'intake' }] })
})

test('Rule 2: or by the intake’s policy: in turn, to whoever is on shift', async () => {
  const events = ['A', 'B', 'C'].map(name => logged('2026-11-20 09:00', id(name), { status: 'New' }))
  const tally = await bring(server.desk, events)
  const owners = await Promise.all(['A', 'B', 'C'].map(async name => (await issueOf(name)).owner.name))
  expect(new Set(owners).size).toBe(3)
  expect([...tally.owners.values()]).toEqual([1, 1, 1])
})

test('a dry run changes nothing, and tells what would be', async () => {
  const tables = ['issue', 'event', 'customer', 'foreign_log', 'foreign_case', 'foreign_event', 'notice']
  const before = await Promise.all(tables.map(count))
  const log = [...over(), ...open('Nobody')]
  const foreseen = await bring(server.desk, log, { apply: false, source: 'a dry one' })
  expect(await Promise.all(tables.map(count))).toEqual(before)
  expect(foreseen).toMatchObject({ brought: { open: 1, closed: 1 }, events: 4, byIntake: 1, first: null })
  const done = await bring(server.desk, log, { source: 'a dry one' })
  expect(done).toMatchObject({ brought: foreseen.brought, events: foreseen.events, customers: foreseen.customers })
})

test('the same log again brings nothing twice; a longer one only what is new', async () => {
  await bring(server.desk, over())
  expect(await bring(server.desk, over())).toMatchObject({ brought: { open: 0, closed: 0 }, unchanged: 1, events: 0 })
  const later = [logged('2026-11-23 09:00', id('INC'), { status: 'Reopened' }), logged('2026-11-23 10:00', id('INC'))]
  const grown = await bring(server.desk, [...over(), ...later])
  expect(grown).toMatchObject({ grown: 1, events: 2 })
  expect((await historyOf('INC')).map(({ at }) => at.slice(5, 13))).toEqual([
    '11-02T09',
    '11-03T09',
    '11-23T09',
    '11-23T10',
  ])
})

test('what they went on with after it had come over closed is open again here: nobody is dropped on the way', async () => {
  await bring(server.desk, over())
  const number = await numberOf('INC')
  const later = logged('2026-11-23 09:00', id('INC'), { person: 'Dana', status: 'Reopened' })
  expect(await bring(server.desk, [later], { apply: false })).toMatchObject({ goOn: [number] })
  expect(await issueOf('INC')).toMatchObject({ phase: 'closed' })
  expect(await bring(server.desk, [later])).toMatchObject({ goOn: [number], openThere: [] })
  expect(await issueOf('INC')).toMatchObject({
    phase: 'open',
    outcome: null,
    owner: { name: 'Dana' },
    recurrences: 0,
    promises: [{ kind: 'introduction' }, { kind: 'answer' }],
  })
  await isWhole(server.desk.database, number)
  expect(await bring(server.desk, [later])).toMatchObject({ goOn: [], unchanged: 1 })
})

test('an older export that comes after a newer one opens nothing', async () => {
  const [begin, end] = over()
  if (!begin || !end) throw new Error('two events')
  await bring(server.desk, [end])
  expect(await bring(server.desk, [begin])).toMatchObject({ grown: 1, goOn: [], openThere: [] })
  expect(await issueOf('INC')).toMatchObject({ phase: 'closed' })
})

test('what was closed here is not opened by a log; it is told of', async () => {
  await bring(server.desk, open('Ben'))
  const number = await numberOf('OPEN')
  await server.member('Ben').post(`/issues/${number}/spam`, { why: 'A test of theirs.' })
  const later = logged('2026-11-23 09:00', id('OPEN'), { status: 'Active' })
  expect(await bring(server.desk, [later])).toMatchObject({ goOn: [], openThere: [number] })
  expect(await issueOf('OPEN')).toMatchObject({ phase: 'closed', outcome: 'spam' })
})

test('an export of the last weeks alone brings what is new in it, in its place; what a log says twice stays twice', async () => {
  const twice = () => logged('2026-11-03 08:00', id('INC'), { activity: 'Called' })
  await bring(server.desk, [...over(), twice()])
  await bring(server.desk, [twice(), twice(), ...over().slice(1)])
  expect((await historyOf('INC')).map(({ activity }) => activity)).toEqual(['Opened', 'Called', 'Called', 'Closed'])
})

test('who knows what a case was called there finds it by that', async () => {
  const extra = { subject: 'The router drops the line' }
  await bring(server.desk, [logged('2026-11-02 09:00', id('INC'), { status: 'Closed', extra })])
  const found = await server.member('Ben').get<Page<IssueRow>>(`/issues?q=${id('inc')}`)
  expect(found.items).toMatchObject([{ number: await numberOf('INC'), subject: 'The router drops the line' }])
})

test('Rule 33: what came over is whole: its log makes its state, and every table says the same', async () => {
  await bring(server.desk, [...over(), ...open('Zoe')])
  for (const name of ['INC', 'OPEN']) await isWhole(server.desk.database, await numberOf(name))
})

test('the same case of another log is another issue', async () => {
  await bring(server.desk, over())
  expect(await bring(server.desk, over(), { source: 'Zendesk' })).toMatchObject({ brought: { closed: 1 } })
})

test('a customer is known by their e-mail address; without one each case has a record of its own', async () => {
  const by = (name: string, customer: string, email: string | null) =>
    logged('2026-11-02 09:00', id(name), { status: 'Closed', extra: { customer, email, subject: `About ${name}` } })
  const mail = `${id('ana')}@ruiz.example`
  const tally = await bring(server.desk, [
    by('A', 'Ana Ruiz', mail.toUpperCase()),
    by('B', 'A. Ruiz', mail),
    by('C', 'Ana Ruiz', null),
    by('D', 'Tom', 'not an address'),
  ])
  expect(tally.customers).toEqual({ known: 1, created: 3 })
  const [a, b, c, d] = await Promise.all(['A', 'B', 'C', 'D'].map(issueOf))
  expect(a).toMatchObject({ subject: 'About A', customer: { name: 'Ana Ruiz', email: mail } })
  expect(b?.customer.id).toBe(a?.customer.id)
  expect(c?.customer.id).not.toBe(a?.customer.id)
  expect(d?.customer).toMatchObject({ name: 'Tom', email: null })
})

test('Rule 21: a known customer’s case that was over there is asked about, and opens again with their word', async () => {
  const mail = `${id('ana')}@ruiz.example`
  const extra = { customer: 'Ana Ruiz', email: mail, subject: 'The router drops the line each evening' }
  await bring(server.desk, [logged('2026-11-02 09:00', id('INC'), { person: 'Ben', status: 'Closed', extra })])
  const again = await server.member('Ben').post<IssueAnswer>('/issues', {
    customer: { name: 'Ana Ruiz', email: mail },
    subject: 'Router drops the line again',
    story: 'It is back.',
    channel: 'phone',
  })
  expect(again.matches).toMatchObject([{ number: await numberOf('INC'), within: true }])
  await server.member('Ben').post(`/issues/${again.number}/matches/${await numberOf('INC')}/accept`, {})
  expect(await issueOf('INC')).toMatchObject({ phase: 'open', recurrences: 1, owner: { name: 'Ben' } })
})

test('Rule 2: what was over there and had nobody of ours gives nobody a customer', async () => {
  const mail = `${id('ana')}@ruiz.example`
  const extra = { email: mail }
  const log = (person: string) => [logged('2026-11-02 09:00', id(person), { person, status: 'Closed', extra })]
  const known = async () => {
    const { rows } = await server.desk.database.query<{ id: string }>(
      'select customer_id as id from customer_address where address = $1',
      [mail],
    )
    return readKnownOwner(server.desk.database, 1, rows[0]?.id ?? '')
  }
  await bring(server.desk, log('Zoe'), { owner: server.id('Ravi') })
  expect(await known()).toBeNull()
  await bring(server.desk, log('Carla'))
  expect(await known()).toBe(server.id('Carla'))
})

test('Rule 28: a kind that the desk tells apart is taken, others are told of', async () => {
  await server.member('Ada').post('/kinds', { name: 'Router' })
  const kind = (name: string, kind: string) =>
    logged('2026-11-02 09:00', id(name), { status: 'Closed', extra: { kind } })
  const tally = await bring(server.desk, [kind('A', 'router'), kind('B', 'Fax')])
  expect(await issueOf('A')).toMatchObject({ kind: { name: 'Router' } })
  expect(await issueOf('B')).toMatchObject({ kind: null })
  expect([...tally.kinds]).toEqual(['Fax'])
})

test('hostile and enormous values are kept as plain, short text', async () => {
  const nasty = '<img src=x onerror=alert(1)>\u0000\ud800 \u202e'
  const event = logged('2026-11-02 09:00', id('<b>&'), {
    person: nasty,
    group: 'x'.repeat(1_000_000),
    status: 'Closed',
    activity: '\u0000',
    extra: { customer: nasty, subject: 'y'.repeat(1_000_000), email: `${'a'.repeat(1000)}@b.c`, kind: nasty },
  })
  await bring(server.desk, [event])
  expect(await issueOf('<b>&')).toMatchObject({
    customer: { name: '<img src=x onerror=alert(1)> \ufffd \u202e', email: null },
    subject: expect.stringMatching(/^y{299}…$/),
  })
  expect(await historyOf('<b>&')).toMatchObject([
    { person: '<img src=x onerror=alert(1)> \ufffd \u202e', group: expect.stringMatching(/^x{199}…$/), activity: null },
  ])
})

test('a log that writes of the future opens and closes nothing in it', async () => {
  await bring(server.desk, [logged('2031-01-01 00:00', id('INC'), { status: 'Closed' })])
  expect(await issueOf('INC')).toMatchObject({ closedAt: '2026-11-24T09:00:00.000Z' })
})

test('Rule 33: what was erased by law stays so, whatever the log brings again', async () => {
  const mail = `${id('ana')}@ruiz.example`
  const event = { status: 'Closed', activity: 'Ana Ruiz called', extra: { email: mail } }
  await bring(server.desk, [logged('2026-11-02 09:00', id('INC'), event)])
  const { customer } = await issueOf('INC')
  await server.member('Ada').post(`/customers/${customer.id}/erase`, { why: 'She asked for it.' })
  const again = [logged('2026-11-02 09:00', id('INC'), event), logged('2026-11-04 09:00', id('INC'), event)]
  expect(await bring(server.desk, again)).toMatchObject({ unchanged: 1, events: 0 })
  expect(await historyOf('INC')).toMatchObject([{ activity: null }])
})

test('two that bring the same at once bring it once', async () => {
  const names = Array.from({ length: 150 }, (_, index) => `N${index}`)
  const log = names.map(name => logged('2026-11-02 09:00', id(name), { status: 'Closed' }))
  const both = await Promise.all([bring(server.desk, log), bring(server.desk, log)])
  expect(both.map(tally => tally.brought.closed).reduce((sum, some) => sum + some)).toBe(150)
  expect(both.map(tally => tally.unchanged).reduce((sum, some) => sum + some)).toBe(150)
})

test('only members with a seat read the history; an issue that is not there, and one that began here, say so', async () => {
  await bring(server.desk, over())
  const path = `/issues/${await numberOf('INC')}/foreign`
  expect((await server.stranger.send('GET', path)).status).toBe(401)
  expect((await server.member('Olu').send('GET', path)).status).toBe(403)
  expect((await server.member('Ben').send('GET', '/issues/999999/foreign')).status).toBe(404)
  const own = await server.member('Ben').post<IssueAnswer>('/issues', {
    customer: { name: 'Tom' },
    subject: 'No signal',
    story: 'None.',
    channel: 'phone',
  })
  expect(own.imported).toBeNull()
  expect(await server.member('Ben').get(`/issues/${own.number}/foreign`)).toEqual({ items: [], next: null })
})

test('a long history comes page by page, ties in order', async () => {
  const log = Array.from({ length: 25 }, (_, index) =>
    logged('2026-11-02 09:00', id('INC'), { activity: `step ${index}` }),
  )
  await bring(server.desk, log)
  const path = `/issues/${await numberOf('INC')}/foreign?limit=10`
  const seen: (string | null)[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page: Page<ForeignEventAnswer> = await server.member('Ben').get(`${path}${next && `&cursor=${next}`}`)
    seen.push(...page.items.map(({ activity }) => activity))
    next = page.next
  }
  expect(seen).toEqual(log.map(({ activity }) => activity))
})
