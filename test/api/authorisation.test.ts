import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  IssueAnswer,
  IssueRow,
  MeasureByAnswer,
  MeasuresAnswer,
  Page,
  PortalAnswer,
  Problem,
} from '../../src/contract/answers.ts'
import { linkFor } from '../../src/desk/links.ts'
import { signAssistLink, signLink } from '../../src/desk/signed.ts'
import { allRoutes } from '../../src/server/routes/all.ts'
import { Client, type Reply } from '../client.ts'
import { startTestServer, type TestServer } from '../server.ts'
import { addressOf, exampleOf, type Operation, operationsOf } from './examples.ts'
import { askOlu, assistantOf, browser, customerOf, openIssue } from './people.ts'

let server: TestServer
let operations: Operation[]
let customer: Client
let assistant: Client
/** Ben's, with a handoff that Dana has accepted, and an assist that is asked of Olu. */
let issue: IssueAnswer

beforeAll(async () => {
  server = await startTestServer({ at: '2026-11-24T09:00:00Z' })
  operations = await operationsOf(server.url)
  issue = await openIssue(server, 'Ben')
  const path = `/issues/${issue.number}`
  await server.member('Ben').post(`${path}/diagnoses`, { text: 'The tariff is wrong.' })
  const words = {
    problem: 'Charged twice',
    tried: 'A credit',
    why: 'Plans',
    asked: 'Mend it',
    told: 'Soon',
    callback: '+34600',
  }
  await server.member('Ben').post(`${path}/handoffs`, { to: { member: server.id('Dana') }, brief: words })
  await server.member('Dana').post(`${path}/handoffs/1/accept`, {
    readBack: 'A wrong tariff',
    nextStep: 'I correct it',
    due: '2026-11-25T12:00:00Z',
  })
  await askOlu(server, issue, '2026-11-26T12:00:00Z')
  assistant = await assistantOf(server, issue, '2026-11-26T12:00:00Z')
  customer = await customerOf(server, issue, '2026-11-24T09:00:00Z')
})
afterAll(async () => {
  expect(server.said).toEqual([])
  await server.stop()
})

const named = allRoutes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
const routesFor = (...who: string[]): string[] => named.filter((_, index) => who.includes(allRoutes[index]?.who ?? ''))

/** Does what an operation is for, on Ben's issue, rightly in every way but for who asks. */
function attempt(name: string, asker: Client): Promise<Reply> {
  const operation = operations.find(({ method, path }) => `${method} ${path}` === name)
  if (!operation) throw new Error(`${name} is not in the document.`)
  const isOfIssue = operation.parameters.some(one => one.name === 'number')
  const address = addressOf(operation, isOfIssue ? { number: String(issue.number), id: '1' } : {})
  if (operation.method === 'GET') return asker.raw('GET', address)
  const body = JSON.stringify(operation.body ? exampleOf(operation.body) : {})
  return asker.raw('POST', address, body, { 'content-type': 'application/json' })
}

const codeOf = ({ status, body }: Reply): [number, string] => [status, (body as Problem | null)?.code ?? '']

describe.each(routesFor('member', 'seat', 'supervisor', 'admin', 'customer', 'assistant'))('%s', name => {
  test('is not for a stranger', async () => {
    expect(codeOf(await attempt(name, server.stranger))).toEqual([401, 'not_signed_in'])
  })

  test('is not for keys that nobody has', async () => {
    for (const authorization of [
      'Bearer',
      'Bearer baton_',
      'Bearer baton_wrong',
      'Basic YTpi',
      "Bearer baton_' or 1=1",
      'x'.repeat(9000),
    ])
      expect(codeOf(await attempt(name, server.stranger.with({ authorization })))).toEqual([401, 'not_signed_in'])
  })
})

describe.each(routesFor('member', 'seat', 'supervisor', 'admin'))('%s', name => {
  test("is not for a customer's link, nor for that of an assist", async () => {
    for (const linked of [customer, assistant])
      expect(codeOf(await attempt(name, linked))).toEqual([401, 'not_signed_in'])
  })
})

describe.each(routesFor('assistant'))('%s', name => {
  test('is only for who opened the link of an assist', async () => {
    for (const other of [customer, server.member('Ada')])
      expect(codeOf(await attempt(name, other))).toEqual([401, 'not_signed_in'])
  })

  test('is not for cookies that we did not sign, that have ended, or that are a link', async () => {
    const genuine = assistCookie(server, issue, 7200)
    for (const cookie of [
      `${genuine}x`,
      genuine.replace(/\.(\d+)\.([a-z2-7]{26})$/, (_, until, mac) => `.${Number(until) + 60}.${mac}`),
      genuine.replace(server.id('Olu'), server.id('Ada')),
      assistCookie(server, issue, -1),
      assistCookie(server, issue, 7200, 'assist link'),
    ]) {
      const forged = new Client(() => server.url, { cookie, origin: server.url })
      expect(codeOf(await attempt(name, forged)), cookie).toEqual([401, 'not_signed_in'])
    }
  })
})

describe.each(routesFor('customer'))('%s', name => {
  test('is not for members, only for the customer', async () => {
    expect(codeOf(await attempt(name, server.member('Ada')))).toEqual([401, 'not_signed_in'])
  })

  test('is not for cookies that we did not sign, or that have ended', async () => {
    const genuine = signedCookie(server, issue, 7200)
    for (const cookie of [
      `${genuine}x`,
      genuine.replace(/\.(\d+)\./, (_, until) => `.${Number(until) + 60}.`),
      'baton_customer=',
      signedCookie(server, issue, -1),
    ]) {
      const forged = new Client(() => server.url, { cookie, origin: server.url })
      expect(codeOf(await attempt(name, forged)), cookie).toEqual([401, 'not_signed_in'])
    }
  })
})

describe.each(routesFor('seat', 'supervisor', 'admin'))('%s', name => {
  test('is not for a colleague without a seat', async () => {
    expect(codeOf(await attempt(name, server.member('Olu')))).toEqual([403, 'not_allowed'])
  })
})

describe.each(routesFor('supervisor', 'admin'))('%s', name => {
  test('is not for an agent', async () => {
    const reply = await attempt(name, server.member('Ben'))
    expect(codeOf(reply)).toEqual([403, 'not_allowed'])
    expect((reply.body as Problem).detail).toMatch(/This is for (supervisors and )?admins/)
  })
})

describe.each(routesFor('admin'))('%s', name => {
  test('is not for a supervisor', async () => {
    const reply = await attempt(name, server.member('Priya'))
    expect(codeOf(reply)).toEqual([403, 'not_allowed'])
    expect((reply.body as Problem).detail).toContain('This is for admins')
  })
})

const ofOwner = named.filter((name, index) => {
  const isOfIssue = name.includes('{number}') && allRoutes[index]?.who !== 'assistant'
  return isOfIssue && allRoutes[index]?.refusals.includes('not_owner')
})

describe.each(ofOwner)('Rules 3 to 5: %s', name => {
  test('is not for a member who does not own the issue', async () => {
    const reply = await attempt(name, server.member('Carla'))
    expect(codeOf(reply)).toEqual([409, 'not_owner'])
    expect((reply.body as Problem).detail).toContain('Ben')
    expect((reply.body as Problem).data).toEqual({ owner: server.id('Ben') })
  })
})

test('Rule 4: only a supervisor of the owner takes over', async () => {
  const takeover = `/issues/${(await openIssue(server, 'Ravi')).number}/takeover`
  expect((await server.member('Carla').refused(takeover, { reason: 'I want it' })).code).toBe('not_supervisor')
  expect((await server.member('Priya').refused(takeover, { reason: 'I want it' })).code).toBe('not_supervisor')
  const taken = await server.member('Ada').post<IssueAnswer>(takeover, { reason: 'Ravi is ill' })
  expect(taken.owner.name).toBe('Ada')
})

describe('Rule 32: figures are for whom they concern', () => {
  const paths = ['/measures', '/measures/champion', '/measures/champion/issues', '/measures.csv']
  const asks = async (name: 'Carla' | 'Ben' | 'Priya' | 'Ada' | 'Ravi', query: string) =>
    Promise.all(paths.map(async path => (await server.member(name).send('GET', `${path}?${query}`)).status))
  const all = (status: number): number[] => paths.map(() => status)

  test("a team's are for who works in it, its supervisors and admins; to others it is as if it were not there", async () => {
    const plans = `team=${server.team('Plans')}`
    for (const name of ['Carla', 'Priya', 'Ada'] as const) expect(await asks(name, plans), name).toEqual(all(200))
    for (const name of ['Ben', 'Ravi'] as const) expect(await asks(name, plans), name).toEqual(all(404))
  })

  test('a team in which one person has a seat has none: they would be that person’s, also for its supervisor', async () => {
    // Ben is alone in Support; a colleague beside him owns nothing, so that all of its figures would still be his.
    const { rows } = await server.desk.database.query<{ team: string }>(
      `insert into team_member (workspace_id, team_id, member_id, works) values (1, $1, $2, true) returning team_id as team`,
      [server.team('Support'), server.id('Sam')],
    )
    for (const name of ['Ben', 'Priya', 'Ada'] as const)
      expect(await asks(name, `team=${rows[0]?.team}`), name).toEqual(all(404))
    const byTeam = await server.member('Ada').get<MeasureByAnswer>('/measures/champion?by=team')
    expect(byTeam.rows.map(({ says }) => says)).not.toContain('Support')
    await server.desk.database.query('delete from team_member where member_id = $1 and team_id = $2', [
      server.id('Sam'),
      server.team('Support'),
    ])
  })

  test('one’s own are one’s own: nobody else is behind them', async () => {
    expect((await server.member('Ben').get<MeasuresAnswer>('/measures?mine=true')).period.issues).toBeGreaterThan(0)
    expect((await server.member('Olu').send('GET', '/measures?mine=true')).status).toBe(403)
    const carla = await server.member('Carla').get<MeasuresAnswer>('/measures?mine=true')
    expect(carla.period.issues).toBe(0)
    const behind = await server.member('Carla').get<Page<IssueRow>>('/measures/circles/issues?side=rest&mine=true')
    expect(behind.items).toEqual([])
  })

  test('a team that is not there, or is no id, is told from neither', async () => {
    expect(await asks('Ada', 'team=0d5e3a52-6c1f-4bb4-9d5c-3f3a4b1c2d3e')).toEqual(all(404))
    expect(await asks('Ada', 'team=Plans')).toEqual(all(400))
  })
})

test('a customer sees their own issue, and no other', async () => {
  const other = await customerOf(server, await openIssue(server, 'Ben'), '2026-11-24T09:00:00Z')
  const mine = await customer.get<PortalAnswer>('/portal/issue')
  const theirs = await other.get<PortalAnswer>('/portal/issue')
  expect(mine.number).toBe(issue.number)
  expect(theirs.number).not.toBe(issue.number)
})

test("a link that names another customer's issue opens nothing", async () => {
  const another = await openIssue(server, 'Ben')
  const mixed = linkFor(server.desk, issue.customer.id, another.number, '2026-11-24T09:00:00Z' as never)
  const opened = await server.stranger.raw('GET', new URL(mixed).pathname)
  const { status } = await browser(server, opened.headers.getSetCookie()).send('GET', '/portal/issue')
  expect(status).toBe(404)
})

test('Scenario 45: following a link confirms nothing, and asks for nothing', async () => {
  const path = new URL(linkFor(server.desk, issue.customer.id, issue.number, '2026-11-24T09:00:00Z' as never)).pathname
  for (const method of ['HEAD', 'GET', 'GET']) expect((await server.stranger.raw(method, path)).status).toBe(302)
  const after = await server.member('Ben').get<IssueAnswer>(`/issues/${issue.number}`)
  expect(after.resolution).toBeNull()
})

test('a link that has ended leads to where a fresh one can be asked for; a wrong one says so', async () => {
  const old = linkFor(server.desk, issue.customer.id, issue.number, '2026-01-01T09:00:00Z' as never)
  const ended = await server.stranger.raw('GET', new URL(old).pathname)
  expect(ended.headers.get('location')).toMatch(/^\/c\?expired=/)
  expect(ended.headers.getSetCookie()).toEqual([])
  const wrong = await server.stranger.raw('GET', '/c/1001.nonsense')
  expect(wrong.headers.get('location')).toBe('/c?unknown')
})

test('who leaves the desk is outside at once, and so is a revoked key', async () => {
  const company = await startTestServer()
  const sam = company.member('Sam')
  await sam.get('/me')
  await company.desk.database.query('update member set active = false where member_id = $1', [company.id('Sam')])
  expect((await sam.send('GET', '/me')).status).toBe(401)
  const olu = company.member('Olu')
  await company.desk.database.query('update api_key set revoked_at = now() where member_id = $1', [company.id('Olu')])
  expect((await olu.send('GET', '/me')).status).toBe(401)
  await company.stop()
})

/** The session of an assist as the desk would sign it, ending in some seconds. */
function assistCookie(
  { desk, id }: TestServer,
  { number }: IssueAnswer,
  seconds: number,
  purpose: 'assist session' | 'assist link' = 'assist session',
): string {
  const until = Date.parse('2026-11-24T09:00:00Z') / 1000 + seconds
  return `baton_assist=${signAssistLink(desk.secrets.links, purpose, { number, assist: 1, member: id('Olu'), until })}`
}

/** A customer's session as the desk would sign it, ending in some seconds. */
function signedCookie({ desk }: TestServer, { customer, number }: IssueAnswer, seconds: number): string {
  const until = Date.parse('2026-11-24T09:00:00Z') / 1000 + seconds
  return `baton_customer=${signLink(desk.secrets.links, 'session', { number, customer: customer.id, until })}`
}
