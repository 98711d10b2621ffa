import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../../src/contract/answers.ts'
import { allRoutes } from '../../src/server/routes/all.ts'
import type { Client, Reply } from '../client.ts'
import { startTestServer, type TestServer } from '../server.ts'
import {
  addressOf,
  exampleOf,
  type Operation,
  operationsOf,
  spotsOf,
  withAt,
  withoutAt,
  wrongsFor,
} from './examples.ts'
import { askOlu, assistantOf, customerOf, openIssue } from './people.ts'

let server: TestServer
let operations: Operation[]
let customer: Client
let assistant: Client

beforeAll(async () => {
  // Where the examples' times are: moving the clock there by an example moves nothing.
  server = await startTestServer({ at: '2026-12-24T12:00:00Z' })
  operations = await operationsOf(server.url)
  customer = await customerOf(server, await openIssue(server), '2026-12-24T12:00:00Z')
  const issue = await openIssue(server)
  await askOlu(server, issue, '2026-12-28T12:00:00Z')
  assistant = await assistantOf(server, issue, '2026-12-28T12:00:00Z')
})
afterAll(async () => {
  // Whatever came in, nothing of it was a fault of ours.
  expect(server.said).toEqual([])
  await server.stop()
})

/** Who may do most: what is refused to them is refused for what they sent. */
const askerOf = ({ who }: Operation): Client => {
  if (who === 'customer') return customer
  if (who === 'assistant') return assistant
  return who === 'anyone' ? server.stranger : server.member('Ada')
}

const operationOf = (name: string): Operation => {
  const found = operations.find(({ method, path }) => `${method} ${path}` === name)
  if (!found) throw new Error(`${name} is not in the document.`)
  return found
}

const json = { 'content-type': 'application/json' }

const send = (operation: Operation, body: unknown): Promise<Reply> =>
  askerOf(operation).raw(operation.method, addressOf(operation), JSON.stringify(body), json)

function expectInvalid({ status, body, text }: Reply, what: string, place?: string): void {
  expect(status, `${what}: ${text.slice(0, 300)}`).toBe(400)
  const problem = body as Problem
  expect(problem.code, what).toBe('invalid_input')
  expect(problem.errors?.length, what).toBeGreaterThan(0)
  if (place) expect(problem.errors?.map(({ path }) => path).join(' '), what).toContain(place)
}

const named = allRoutes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
const commands = named.filter(name => name.startsWith('POST'))

test('the document tells every route, and nothing else', () => {
  expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...named].sort())
})

describe.each(commands)('%s', name => {
  // Without it the tests below would show nothing: everything would be refused for the same reason.
  test('takes what the document says', async () => {
    const operation = operationOf(name)
    const { status, text } = await send(operation, exampleBody(operation))
    expect(status, text).not.toBe(400)
    expect(status).toBeLessThan(500)
  })

  test('refuses wrong values at each place, and says where', async () => {
    const operation = operationOf(name)
    if (!operation.body) return
    const good = exampleOf(operation.body)
    for (const { path, schema } of spotsOf(operation.body)) {
      for (const { what, value } of wrongsFor(schema)) {
        const reply = await send(operation, withAt(good, path, value))
        expectInvalid(reply, `${what} at ${path.join('.')}`, String(path[0] ?? 'body'))
      }
    }
  })

  test('refuses a body without what it needs', async () => {
    const operation = operationOf(name)
    for (const field of (operation.body?.required ?? []) as string[]) {
      const reply = await send(operation, withoutAt(exampleBody(operation), [field]))
      expectInvalid(reply, `without ${field}`, field)
    }
  })

  test('refuses fields that it does not know, also those of prototypes', async () => {
    const operation = operationOf(name)
    const good = JSON.stringify(exampleBody(operation))
    const asker = askerOf(operation)
    for (const field of ['surprise', '__proto__', 'constructor', 'toString', 'owner']) {
      const body = `${good.slice(0, -1)}${good === '{}' ? '' : ','}${JSON.stringify(field)}:{"isAdmin":true}}`
      const reply = await asker.raw('POST', addressOf(operation), body, json)
      expectInvalid(reply, field, field)
    }
  })

  test('refuses bodies that are no object', async () => {
    for (const body of ['[]', '"text"', '7', 'null', 'true', '[[[{}]]]', '1e999']) {
      const operation = operationOf(name)
      expectInvalid(await askerOf(operation).raw('POST', addressOf(operation), body, json), body)
    }
  })

  test('refuses what is no JSON in UTF-8', async () => {
    const operation = operationOf(name)
    const bodies = [
      '{',
      '{"a":1,}',
      "{'a':1}",
      '{"a":NaN}',
      '\u{feff}',
      Uint8Array.of(0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d),
    ]
    for (const body of [...bodies, Uint8Array.of(0xff, 0xfe, 0x7b, 0x00), '{"a":"\u0000"}', `{"a":"\n"}`]) {
      const { status, body: problem } = await askerOf(operation).raw('POST', addressOf(operation), body, json)
      expect([status, (problem as Problem).code], String(body)).toEqual([400, 'malformed_json'])
    }
  })

  test('refuses ten megabytes of JSON, and nesting without an end', async () => {
    const operation = operationOf(name)
    const large = JSON.stringify({ body: 'x'.repeat(10_000_000) })
    const asker = askerOf(operation)
    expect((await asker.raw('POST', addressOf(operation), large, json)).status).toBe(413)
    for (const deep of ['['.repeat(200_000), `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`]) {
      const { status } = await asker.raw('POST', addressOf(operation), deep, json)
      expect(status).toBe(400)
    }
  })

  test('refuses bodies of another kind', async () => {
    const operation = operationOf(name)
    const kinds = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'nonsense',
    ]
    for (const type of [...kinds, 'application/json; charset=iso-8859-1', '']) {
      const { status, body } = await askerOf(operation).raw('POST', addressOf(operation), Buffer.from('{}'), {
        'content-type': type,
      })
      expect([status, (body as Problem).code], type).toEqual([415, 'unsupported_media_type'])
    }
  })
})

describe.each(named)('%s', name => {
  test('is not done by another method, and says which there are', async () => {
    const operation = operationOf(name)
    const [address = ''] = addressOf(operation).split('?', 1)
    const allowed = operations.filter(({ path }) => path === operation.path).map(({ method }) => method)
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'GET', 'POST'].filter(
      one => !allowed.includes(one),
    )) {
      const { status, headers } = await askerOf(operation).raw(method, address)
      expect(status, method).toBe(405)
      expect(headers.get('allow')?.split(', '), method).toEqual(expect.arrayContaining(allowed))
    }
  })

  test('refuses numbers and ids in the path that are none', async () => {
    const operation = operationOf(name)
    for (const parameter of operation.parameters.filter(one => one.in === 'path')) {
      const isLink = parameter.name === 'link'
      const isId = parameter.schema.format === 'uuid'
      const wrong = [
        'abc',
        '0',
        '-1',
        '1.5',
        '1e3',
        '0x10',
        '99999999999999999999',
        '\0',
        "1' or '1'='1",
        '%',
        '../../etc/passwd',
        '٣',
      ]
      for (const value of isLink ? ['\0', 'a\nb'] : isId ? [...wrong, '1'] : wrong) {
        const address = addressOf(operation, { [parameter.name]: value })
        const { status, text } = await askerOf(operation).raw(operation.method, address, ...bodyFor(operation))
        expect(status, `${JSON.stringify(value)}: ${text}`).toBe(400)
      }
      const long = await askerOf(operation).raw(
        operation.method,
        addressOf(operation, { [parameter.name]: '1'.repeat(5000) }),
        ...bodyFor(operation),
      )
      expect([400, 404]).toContain(long.status)
    }
  })

  test('refuses an address that is no UTF-8', async () => {
    const operation = operationOf(name)
    const first = operation.parameters.find(one => one.in === 'path')
    if (!first) return
    for (const broken of ['%ff', '%', '%zz', '%c3%28']) {
      const path = addressOf(operation).replace(encodeURIComponent(String(exampleOf(first.schema))), broken)
      const { status } = await askerOf(operation).raw(operation.method, path, ...bodyFor(operation))
      expect(status, broken).toBe(400)
    }
  })

  test('refuses a query that it does not know, and values that are wrong', async () => {
    const operation = operationOf(name)
    const address = addressOf(operation)
    const joint = address.includes('?') ? '&' : '?'
    const ask = (query: string): Promise<Reply> =>
      askerOf(operation).raw(operation.method, `${address}${joint}${query}`, ...bodyFor(operation))
    expectInvalid(await ask('surprise=1'), 'unknown', 'surprise')
    expectInvalid(await ask('__proto__=1'), '__proto__')
    for (const { name: field, schema } of operation.parameters.filter(one => one.in === 'query')) {
      expectInvalid(await ask(`${field}=${'x'.repeat(9000)}`), `long ${field}`, field)
      expectInvalid(await ask(`${field}=${encodeURIComponent('a\0b')}`), `NUL in ${field}`, field)
      expectInvalid(await ask(`${field}=a&${field}=b`), `${field} twice`, field)
      if (schema.type === 'integer')
        for (const number of ['0', '-1', String(Number(schema.maximum) + 1), '1.5', '1e2', '99999999999999999'])
          expectInvalid(await ask(`${field}=${number}`), `${field}=${number}`, field)
      if (field === 'cursor')
        for (const cursor of ['nonsense', '!!', 'e30=', Buffer.from('{"at":').toString('base64url')])
          expectInvalid(await ask(`cursor=${encodeURIComponent(cursor)}`), cursor, 'cursor')
    }
  })
})

test.each([
  { owner: { rank: 1 } },
  [1, 2],
  'text',
  { rank: 1, at: 'never', number: 1 },
  { at: 'x', id: "'" },
  1e308,
  -5,
])('a cursor of another make (%j) does no harm', async place => {
  const cursor = Buffer.from(JSON.stringify(place)).toString('base64url')
  const issue = await openIssue(server)
  const lists = [
    '/issues',
    `/issues/${issue.number}/messages`,
    `/issues/${issue.number}/events`,
    `/issues/${issue.number}/foreign`,
    '/notices',
    '/outbox',
    '/mail',
  ]
  for (const list of lists)
    expect((await server.member('Ben').send('GET', `${list}?cursor=${cursor}`)).status, list).toBe(200)
})

test.each(['', ' ', 'a b', 'x'.repeat(201), 'ä'])('an Idempotency-Key like %j is refused', async key => {
  const { status, body } = await server.member('Ben').with({ 'idempotency-key': key }).send('POST', '/issues', {})
  expect([status, (body as Problem).code]).toEqual([400, 'invalid_input'])
})

const exampleBody = ({ body }: Operation): unknown => (body ? exampleOf(body) : {})

const bodyFor = (operation: Operation): [string | undefined, Record<string, string>] =>
  operation.method === 'POST' ? [JSON.stringify(exampleBody(operation)), json] : [undefined, {}]
