import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IssueAnswer, PortalAnswer, Problem } from '../../src/contract/answers.ts'
import { catalogue } from '../../src/core/refusals.ts'
import { listen } from '../../src/server/listen.ts'
import { registerPages } from '../../src/server/pages.ts'
import { faults } from '../../src/server/problems.ts'
import { startTestServer, type TestServer } from '../server.ts'
import { customerOf, openIssue } from './people.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => {
  expect(server.said).toEqual([])
  await server.stop()
})

describe('any address', () => {
  test('that nothing is served at is a problem document', async () => {
    for (const path of [
      '/api/v1/nothing',
      '/api/v2/issues',
      '/wp-login.php',
      '/api/v1/issues/1/owner',
      '/..%2f..%2fetc/passwd',
    ]) {
      const { status, body } = await server.stranger.raw('GET', path)
      expect([status, (body as Problem).code], path).toEqual([404, 'not_found'])
    }
  })

  test('is guarded by headers that let nothing run or be framed', async () => {
    const { headers } = await server.stranger.raw('GET', '/api/docs')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })

  test('is kept by nobody on the way when it tells what only its reader may know', async () => {
    const { headers } = await server.member('Ben').send('GET', '/issues')
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('the bare connection', () => {
  test('refuses headers that are too large', async () => {
    const said = await speak(`GET /api/v1/desk HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`)
    expect(said).toMatch(/^HTTP\/1.1 431 /)
    expect(problemIn(said).code).toBe('headers_too_large')
  })

  test.each([
    'HELO mail.example\r\n\r\n',
    'GET /\0 HTTP/1.1\r\n\r\n',
    'GET /api/v1/desk HTTP/1.1\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01',
  ])('refuses what is no request: %j', async text => {
    const said = await speak(text)
    expect(said).toMatch(/^HTTP\/1.1 400 /)
  })

  test('refuses two lengths, which two readers would read differently', async () => {
    const said = await speak(
      'POST /api/v1/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    )
    expect(said).toMatch(/^HTTP\/1.1 400 /)
  })
})

/** Says bytes to the server and answers with all that comes back. */
function speak(text: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const { hostname, port } = new URL(server.url)
  let said = ''
  const socket = connect(Number(port), hostname, () => socket.end(Buffer.from(text, 'latin1')))
  socket.on('data', chunk => {
    said += chunk.toString()
  })
  socket.on('close', () => resolve(said))
  socket.on('error', reject)
  return promise
}

const problemIn = (said: string): Problem => JSON.parse(said.slice(said.indexOf('\r\n\r\n') + 4)) as Problem

describe('the documents', () => {
  test('are OpenAPI 3.1 in which every reference leads somewhere', async () => {
    const { text } = await server.stranger.raw('GET', '/api/v1/openapi.json')
    const document = JSON.parse(text)
    expect(document.openapi).toBe('3.1.0')
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '')
    expect(references.length).toBeGreaterThan(50)
    for (const name of references) expect(document.components.schemas, name).toHaveProperty(name)
    const ids = Object.values(document.paths).flatMap(methods =>
      Object.values(methods as object).map((operation: { operationId: string }) => operation.operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('explain every code at the place that problem documents lead to', async () => {
    const { text, headers } = await server.stranger.raw('GET', '/api/docs')
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    for (const code of [...Object.keys(catalogue), ...Object.keys(faults)]) expect(text).toContain(`id="${code}"`)
    expect(text).not.toMatch(/<script|style=|\bundefined\b|\[object/)
    const { body } = await server.stranger.send('GET', '/me')
    expect((body as Problem).type).toBe('/api/docs#not_signed_in')
  })
})

describe('Idempotency-Key', () => {
  test('with the same command gives the same answer and acts once, also at the same moment', async () => {
    const ben = server.member('Ben').with({ 'idempotency-key': 'open-1' })
    const given = { customer: { name: 'Tom' }, subject: 'No line', story: 'It is dead.', channel: 'phone' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => ben.send('POST', '/issues', given)))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    const { items } = await ben.get<{ items: IssueAnswer[] }>('/issues?q=dead')
    expect(items).toHaveLength(1)
  })

  test('does not mind how the same is written', async () => {
    const ben = server.member('Ben').with({ 'idempotency-key': 'open-2', 'content-type': 'application/json' })
    const first = '{"subject":"S","story":"T","channel":"phone","customer":{"name":"Tom"}}'
    const again = '{ "customer": {"name":"\\u0054om"}, "channel":"phone",\n"story":"T","subject":"S", "facts": [] }'
    const one = await ben.raw('POST', '/api/v1/issues', first)
    expect((await ben.raw('POST', '/api/v1/issues', again)).text).toBe(one.text)
  })

  test('with something else is refused', async () => {
    const issue = await openIssue(server)
    const ben = server.member('Ben').with({ 'idempotency-key': 'note-1' })
    await ben.post(`/issues/${issue.number}/messages`, { to: 'team', body: 'One' })
    const other = await ben.send('POST', `/issues/${issue.number}/messages`, { to: 'team', body: 'Two' })
    expect([other.status, (other.body as Problem).code]).toEqual([422, 'key_reused'])
  })

  test('counts for what a customer says on their page, too', async () => {
    const issue = await openIssue(server)
    const customer = await customerOf(server, issue, '2026-11-24T09:00:00Z')
    const said = { body: 'It has happened again.' }
    await customer.post('/portal/messages', said, 'said-1')
    const after = await customer.post<PortalAnswer>('/portal/messages', said, 'said-1')
    expect(after.messages.filter(({ body }) => body === said.body)).toHaveLength(2)
    const other = await customer
      .with({ 'idempotency-key': 'said-1' })
      .send('POST', '/portal/messages', { body: 'Else' })
    expect(other.status).toBe(422)
  })

  test("is each member's own", async () => {
    const issue = await openIssue(server)
    const path = `/issues/${issue.number}/messages`
    await server.member('Ben').post(path, { to: 'team', body: 'One' }, 'note-2')
    const carla = await server.member('Carla').post<IssueAnswer>(path, { to: 'team', body: 'Two' }, 'note-2')
    expect(carla.version).toBe(issue.version + 2)
  })
})

describe('what came by mail', () => {
  test('is shown where it can run and load nothing', async () => {
    const message = await putHtml('<p>Look: <img src="cid:logo@x"> <img src="https://evil.example/pixel.png"></p>')
    const { headers, text } = await server.member('Ben').send('GET', `/messages/${message}/html`)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^sandbox /)
    expect(policy).not.toMatch(/allow-scripts|allow-forms|https:/)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'self'")
    expect(text).toMatch(/<img src="\/api\/v1\/files\/[\da-f-]{36}">/)
    const asked = await server.member('Ben').send('GET', `/messages/${message}/html?images=1`)
    expect(asked.headers.get('content-security-policy')).toContain("img-src 'self' data: https:")
  })

  test('leaves as a file to save, unless it is a picture', async () => {
    const files = [
      { name: 'logo.png', type: 'image/png', inline: true },
      { name: 'page.html', type: 'text/html', inline: false },
      { name: 'drawing.svg', type: 'image/svg+xml', inline: false },
      { name: 'a"b\r\nX: y/../señal.pdf', type: 'application/pdf', inline: false },
    ]
    for (const { name, type, inline } of files) {
      const id = await putFile(name, type)
      const { headers, text } = await server.member('Ben').send('GET', `/files/${id}`)
      expect(text).toBe('content')
      expect(headers.get('content-disposition')).toMatch(inline ? /^inline; / : /^attachment; /)
      expect(headers.get('content-type')).toBe(inline ? type : 'application/octet-stream')
      expect(headers.get('content-disposition')).toMatch(/^\w+; filename="[^"\r\n/]*"; filename\*=UTF-8''[\w%.~-]+$/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})

async function putHtml(html: string): Promise<string> {
  const issue = await openIssue(server)
  const { rows } = await server.desk.database.query<{ id: string }>(
    `update message set html = $2 where number = $1 returning message_id as id`,
    [issue.number, html],
  )
  const message = rows[0]?.id ?? ''
  await putFile('logo.png', 'image/png', message, 'logo@x')
  return message
}

async function putFile(
  name: string,
  type: string,
  message: string = crypto.randomUUID(),
  contentId: string | null = null,
): Promise<string> {
  const { hash, size } = await server.desk.files.put(Buffer.from('content'))
  const known = await server.desk.database.query<{ id: string }>('select message_id as id from message limit 1')
  const { rows } = await server.desk.database.query<{ id: string }>(
    `insert into attachment (workspace_id, attachment_id, message_id, name, content_type, size, hash, content_id, inline)
    values (1, gen_random_uuid(), coalesce((select message_id from message where message_id = $1), $7), $2, $3, $4, $5, $6, true)
    returning attachment_id as id`,
    [message, name, type, size, hash, contentId, known.rows[0]?.id],
  )
  return rows[0]?.id ?? ''
}

describe('the pages', () => {
  test('lead from the bare address to the desk', async () => {
    const { status, headers } = await server.stranger.raw('GET', '/')
    expect([status, headers.get('location')]).toEqual([302, '/desk'])
  })

  test('are one page for the desk and one for the customer; what is hashed is kept for a year, small', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'baton-pages-'))
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'index.html'), '<title>Desk</title>')
    await writeFile(join(folder, 'portal.html'), '<title>Portal</title>')
    await writeFile(join(folder, 'assets/desk-1a2b.js'), 'whole')
    await writeFile(join(folder, 'assets/desk-1a2b.js.gz'), gzipSync('packed'))
    const app = Fastify()
    await registerPages(app, `${folder}/`)
    for (const path of ['/desk', '/desk/issues/1001', '/supervise', '/sign-in', '/setup', '/mail', '/outbox']) {
      const { body, headers } = await app.inject(path)
      expect([body, headers['cache-control']], path).toEqual(['<title>Desk</title>', 'no-cache'])
    }
    expect((await app.inject('/c')).body).toBe('<title>Portal</title>')
    const script = await app.inject({ url: '/assets/desk-1a2b.js', headers: { 'accept-encoding': 'gzip' } })
    expect(script.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'application/javascript; charset=utf-8',
    })
    expect((await app.inject('/assets/nothing.js')).statusCode).toBe(404)
    expect((await app.inject('/assets/..%2findex.html')).statusCode).not.toBe(200)
    await app.close()
    await rm(folder, { recursive: true })
  })
})

describe('a port', () => {
  test('that is taken is said to be so', async () => {
    const port = Number(new URL(server.url).port)
    const secrets = { session: Buffer.from('another secret of tests, known to everybody') }
    const second = listen(server.desk, { host: '127.0.0.1', port }, secrets, server.databaseUrl, () => {})
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE', port })
  })
})
