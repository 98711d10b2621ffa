import { request } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DeskAnswer, MeAnswer, Problem } from '../../src/contract/answers.ts'
import { createAccount } from '../../src/people/sign-in/accounts.ts'
import { Client, type Reply } from '../client.ts'
import { startTestServer, type TestServer, type Wishes } from '../server.ts'
import { browser, cookieHeader } from './people.ts'

let server: TestServer

/** One server for the tests of a group; each begins with nobody signed in, and everybody at work. */
function on(wishes: Wishes = {}): void {
  beforeAll(async () => {
    server = await startTestServer(wishes)
  })
  beforeEach(async () => {
    await server.desk.database.query('truncate identity.account_holder cascade; truncate identity.attempt')
    await server.desk.database.query('update member set active = true')
  })
  afterAll(async () => {
    expect(server.said).toEqual([])
    await server.stop()
  })
}

const password = 'correct horse battery'

/** Ben, at a browser, with a password. */
async function benSignsIn(): Promise<{ ben: Client; cookies: string[] }> {
  await createAccount(server.desk, server.id('Ben'), password)
  const { status, headers } = await trySignIn('ben@litoral.example', password)
  expect(status).toBe(204)
  const cookies = headers.getSetCookie()
  return { ben: browser(server, cookies), cookies }
}

const trySignIn = (email: string, given: string): Promise<Reply> =>
  server.stranger.send('POST', '/sign-in', { email, password: given })

describe('a session', () => {
  on()

  test('begins with address and password, and is the member', async () => {
    const { ben } = await benSignsIn()
    const me = await ben.get<MeAnswer>('/me')
    expect(me.member).toMatchObject({ id: server.id('Ben'), name: 'Ben' })
  })

  test('is a cookie that scripts and other sites do not get', async () => {
    const { cookies } = await benSignsIn()
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(/^baton\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('takes commands from pages of ours only', async () => {
    const { cookies } = await benSignsIn()
    const seen = async (headers: Record<string, string>): Promise<number> => {
      const ben = new Client(() => server.url, { cookie: cookieHeader(cookies), ...headers })
      return (await ben.send('POST', '/notices/seen', { upTo: 0 })).status
    }
    expect(await seen({ origin: server.url })).toBe(204)
    expect(await seen({ 'sec-fetch-site': 'same-origin' })).toBe(204)
    expect(await seen({})).toBe(403)
    expect(await seen({ origin: 'https://evil.example' })).toBe(403)
    expect(await seen({ origin: 'null' })).toBe(403)
    expect(await seen({ origin: server.url, 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await seen({ origin: server.url.replace(/:\d+$/, ':1'), 'sec-fetch-site': 'same-site' })).toBe(403)
  })

  test('ends with signing out, also for whoever kept the cookie', async () => {
    const { ben } = await benSignsIn()
    const { status, headers } = await ben.send('POST', '/sign-out')
    expect(status).toBe(204)
    expect(headers.getSetCookie().join()).toMatch(/baton\.session_token=;.*Max-Age=0/)
    expect((await ben.send('GET', '/me')).status).toBe(401)
  })

  test('ends when the member leaves, and does not begin again', async () => {
    const { ben } = await benSignsIn()
    await server.desk.database.query('update member set active = false where member_id = $1', [server.id('Ben')])
    expect((await ben.send('GET', '/me')).status).toBe(401)
    expect((await trySignIn('ben@litoral.example', password)).status).toBe(401)
  })

  test('ends when its time is over', async () => {
    const { ben } = await benSignsIn()
    await server.desk.database.query(`update identity.session set expires_at = now() - interval '1 second'`)
    expect((await ben.send('GET', '/me')).status).toBe(401)
  })

  test('ends with a new password', async () => {
    const { ben } = await benSignsIn()
    await createAccount(server.desk, server.id('Ben'), 'another horse battery')
    expect((await ben.send('GET', '/me')).status).toBe(401)
    expect((await trySignIn('ben@litoral.example', password)).status).toBe(401)
    expect((await trySignIn('ben@litoral.example', 'another horse battery')).status).toBe(204)
  })

  test('is renewed while it is used', async () => {
    const { ben } = await benSignsIn()
    await server.desk.database.query(
      `update identity.session set updated_at = now() - interval '2 days', expires_at = now() + interval '1 day'`,
    )
    const { headers } = await ben.send('GET', '/me')
    expect(headers.getSetCookie().join()).toMatch(/baton\.session_token=.*Max-Age=2592000/)
    const { rows } = await server.desk.database.query(
      `select expires_at > now() + interval '29 days' as later from identity.session`,
    )
    expect(rows).toEqual([{ later: true }])
    expect((await ben.send('GET', '/me')).headers.getSetCookie()).toEqual([])
  })

  test('is none with a cookie that we did not sign', async () => {
    const { cookies } = await benSignsIn()
    const token = cookieHeader(cookies)
    const forged = [
      token.slice(0, -8),
      token.replace(/\.[^.]+$/, ''),
      `${token.slice(0, 30)}x${token.slice(31)}`,
      'baton.session_token=%ff.x',
    ]
    for (const cookie of forged)
      expect((await new Client(() => server.url, { cookie }).send('GET', '/me')).status, cookie).toBe(401)
  })

  test('survives a restart of the server', async () => {
    const { ben } = await benSignsIn()
    await server.restart()
    expect((await ben.send('GET', '/me')).status).toBe(200)
  })
})

describe('signing in', () => {
  on()

  test('says the same to a wrong password and to an address that nobody has', async () => {
    await createAccount(server.desk, server.id('Ben'), password)
    const wrong = await trySignIn('ben@litoral.example', 'wrong horse battery')
    const nobody = await trySignIn('nobody@litoral.example', 'wrong horse battery')
    const withoutPassword = await trySignIn('carla@litoral.example', 'wrong horse battery')
    expect([wrong.status, nobody.status, withoutPassword.status]).toEqual([401, 401, 401])
    expect(nobody.body).toEqual(wrong.body)
    expect(withoutPassword.body).toEqual(wrong.body)
  })

  test('has to wait after ten failures, also with the right password, and others do not', async () => {
    await createAccount(server.desk, server.id('Ben'), password)
    await createAccount(server.desk, server.id('Carla'), password)
    const tries = await Promise.all(Array.from({ length: 14 }, () => trySignIn('BEN@litoral.example', 'wrong')))
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(10)
    const blocked = await trySignIn('ben@litoral.example', password)
    expect(blocked.status).toBe(429)
    expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((blocked.body as Problem).remedy).toMatch(/Try again in 15 minutes/)
    expect((await trySignIn('carla@litoral.example', password)).status).toBe(204)
  })

  test('that went well uses no limit up', async () => {
    await createAccount(server.desk, server.id('Ben'), password)
    for (let time = 0; time < 12; time += 1) expect((await trySignIn('ben@litoral.example', password)).status).toBe(204)
  })

  test('from another site is refused', async () => {
    await createAccount(server.desk, server.id('Ben'), password)
    const foreign = server.stranger.with({ origin: 'https://evil.example' })
    const { status } = await foreign.send('POST', '/sign-in', { email: 'ben@litoral.example', password })
    expect(status).toBe(403)
  })
})

describe('behind https', () => {
  on({ publicUrl: 'https://desk.litoral.example' })

  test('cookies travel encrypted only, and commands come from that address', async () => {
    const { cookies } = await benSignsIn()
    expect(cookies[0]).toMatch(/^__Secure-baton\.session_token=.*; Secure/)
    const cookie = cookieHeader(cookies)
    const ben = new Client(() => server.url, { cookie, origin: 'https://desk.litoral.example' })
    expect((await ben.send('POST', '/notices/seen', { upTo: 0 })).status).toBe(204)
    expect((await ben.send('GET', '/me')).headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
  })
})

describe('the demo desk', () => {
  on({ demo: true })

  test('signs in as each of its people with one click', async () => {
    const { people } = await server.stranger.get<DeskAnswer>('/desk')
    expect(people.map(({ name }) => name).sort()).toEqual([
      'Ada',
      'Ben',
      'Carla',
      'Dana',
      'Olu',
      'Priya',
      'Ravi',
      'Sam',
    ])
    for (const { id } of people) {
      const { status, headers } = await server.stranger.send('POST', '/demo/sign-in', { member: id })
      expect(status).toBe(200)
      expect((await browser(server, headers.getSetCookie()).get<MeAnswer>('/me')).member.id).toBe(id)
    }
  })

  test('does so for nobody who comes through a proxy, and shows them no people', async () => {
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'x-forwarded-host']) {
      const passedOn = server.stranger.with({ [header]: '127.0.0.1' })
      expect((await passedOn.send('POST', '/demo/sign-in', { member: server.id('Ben') })).status).toBe(404)
      expect((await passedOn.get<DeskAnswer>('/desk')).people).toEqual([])
    }
  })

  test('does so for nobody without a place on the desk', async () => {
    await server.desk.database.query('update member set active = false where member_id = $1', [server.id('Sam')])
    for (const member of [server.id('Sam'), '0d5e3a52-6c1f-4bb4-9d5c-3f3a4b1c2d3e'])
      expect((await server.stranger.send('POST', '/demo/sign-in', { member })).status).toBe(404)
  })

  test('is the only one that does so', async () => {
    await server.stop()
    server = await startTestServer()
    expect((await server.stranger.get<DeskAnswer>('/desk')).people).toEqual([])
    expect((await server.stranger.send('POST', '/demo/sign-in', { member: server.id('Ben') })).status).toBe(404)
  })
})

describe('an empty desk', () => {
  const first = {
    company: 'Litoral',
    inbox: 'help@litoral.example',
    zone: 'Europe/Madrid',
    name: 'Ada Soler',
    email: 'ada@litoral.example',
    password,
  }
  beforeEach(async () => {
    server = await startTestServer({ empty: true, at: null })
  })
  afterEach(() => server.stop())

  test('gets its first admin, who is signed in, and can sign in again', async () => {
    expect((await server.stranger.get<DeskAnswer>('/desk')).needsSetup).toBe(true)
    const { status, headers, body } = await server.stranger.send('POST', '/setup', first)
    expect(status).toBe(201)
    expect((body as MeAnswer).member).toMatchObject({ name: 'Ada Soler', role: 'admin' })
    expect((await browser(server, headers.getSetCookie()).get<MeAnswer>('/me')).workspace.inbox).toBe(
      'help@litoral.example',
    )
    expect((await trySignIn('ada@litoral.example', password)).status).toBe(204)
    expect((await server.stranger.get<DeskAnswer>('/desk')).needsSetup).toBe(false)
  })

  test('gets only one, also when two come at once', async () => {
    const both = await Promise.all([
      server.stranger.send('POST', '/setup', first),
      server.stranger.send('POST', '/setup', { ...first, email: 'eve@litoral.example' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await server.stranger.send('POST', '/setup', { ...first, email: 'zoe@litoral.example' })).status).toBe(409)
  })

  test('takes no zone that is none, and no short password', async () => {
    for (const wrong of [{ zone: 'Mars/Olympus' }, { password: 'short' }, { email: 'ada' }]) {
      const { status, body } = await server.stranger.send('POST', '/setup', { ...first, ...wrong })
      expect([status, (body as Problem).errors?.[0]?.path]).toEqual([400, `body.${Object.keys(wrong)[0]}`])
    }
  })
})

describe('names', () => {
  on()

  test('a page that leads its own name here is refused', async () => {
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example:80',
      '10.0.0.1',
      '[::2]',
      'a b',
    ])
      expect(await statusWithHost(host), host).toBe(421)
    for (const host of ['localhost', 'LOCALHOST:80', '127.0.0.1', '[::1]:4000', 'demo.localhost'])
      expect(await statusWithHost(host), host).toBe(200)
  })
})

/** fetch sends the real host only. */
function statusWithHost(host: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const { hostname, port } = new URL(server.url)
  const asked = request({ hostname, port, path: '/api/v1/desk', headers: { host } }, response => {
    response.resume()
    resolve(response.statusCode)
  })
  asked.on('error', reject).end()
  return promise
}
