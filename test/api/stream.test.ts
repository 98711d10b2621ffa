import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { IssueAnswer, LessonAnswer } from '../../src/contract/answers.ts'
import { listen } from '../../src/server/listen.ts'
import { Screen } from '../../src/server/live/screen.ts'
import type { StreamFrame, StreamReader } from '../client.ts'
import { Client } from '../client.ts'
import { startTestServer, type TestServer } from '../server.ts'
import { openIssue } from './people.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.stop())

/** A stream that has begun. */
async function listening(client: Client, lastEventId?: string): Promise<{ stream: StreamReader; resumed: unknown }> {
  const stream = await client.stream(lastEventId)
  const start = await stream.next()
  expect(start?.event.kind).toBe('start')
  return { stream, resumed: start?.event.resumed }
}

const isIssue = (number: number, version?: number) => (frame: StreamFrame) =>
  frame.event.kind === 'issue' &&
  frame.event.number === number &&
  (version === undefined || frame.event.version === version)

const note = (issue: IssueAnswer, body = 'A note'): Promise<IssueAnswer> =>
  server.member('Ben').post(`/issues/${issue.number}/messages`, { body, to: 'team' })

test('tells a change to everybody with a seat, as it happens', async () => {
  const { stream } = await listening(server.member('Carla'))
  const issue = await openIssue(server)
  const [told] = await stream.until(isIssue(issue.number))
  expect(told?.event).toEqual({
    kind: 'issue',
    number: issue.number,
    version: 3,
    types: ['IssueOpened', 'CustomerContacted', 'PromiseMade'],
  })
  stream.close()
})

test('tells a lesson to everybody, also without a seat, and its notices to whom they are for; a reader resumes', async () => {
  const [olu, priya] = await Promise.all([listening(server.member('Olu')), listening(server.member('Priya'))])
  const { id } = await server.member('Ben').post<LessonAnswer>('/lessons', {
    what: 'The box named another phone.',
    whys: ['The number was read off the box.', 'Nothing says otherwise.'],
    change: { type: 'macro', name: 'Which phone?', body: 'Read it off the phone itself, please.' },
  })
  const proposed = { kind: 'lesson', lesson: id, version: 1, types: ['LessonProposed'] }
  expect((await olu.stream.next())?.event).toEqual(proposed)
  expect((await priya.stream.next())?.event).toEqual(proposed)
  expect((await priya.stream.next())?.event).toMatchObject({
    kind: 'notice',
    word: 'lesson_proposed',
    lesson: id,
    number: null,
  })
  olu.stream.close()
  await server.member('Carla').post(`/lessons/${id}/support`)
  const again = await listening(server.member('Olu'), olu.stream.lastEventId)
  expect(again.resumed).toBe(true)
  expect((await again.stream.next())?.event).toMatchObject({ lesson: id, types: ['LessonSupported'] })
  again.stream.close()
  priya.stream.close()
})

test('tells a notice to whom it is for, and to nobody else', async () => {
  const issue = await openIssue(server, 'Ben')
  const [ben, priya, olu] = await Promise.all(
    ['Ben', 'Priya', 'Olu'].map(name => listening(server.member(name as 'Ben'))),
  )
  const taken = await server
    .member('Priya')
    .post<IssueAnswer>(`/issues/${issue.number}/takeover`, { reason: 'Ben is ill' })
  await note(taken)
  const benSaw = await ben?.stream.until(isIssue(issue.number, taken.version + 1))
  const priyaSaw = await priya?.stream.until(isIssue(issue.number, taken.version + 1))
  expect(benSaw?.map(({ event }) => event.word ?? event.kind)).toEqual(['issue', 'taken_over', 'issue'])
  expect(priyaSaw?.map(({ event }) => event.kind)).toEqual(['issue', 'issue'])
  // A colleague without a seat hears of no issue: the next thing on their stream is the moved time.
  await server.moveClock('10:01')
  expect((await olu?.stream.next())?.event.kind).toBe('clock')
  for (const one of [ben, priya, olu]) one?.stream.close()
})

test('tells that time was moved', async () => {
  const { stream } = await listening(server.member('Olu'))
  await server.moveClock('11:30')
  expect((await stream.next())?.event).toEqual({ kind: 'clock', now: '2026-11-24T10:30:00.000Z' })
  stream.close()
})

test('begins again when everybody had left, however many had come', async () => {
  const carla = server.member('Carla')
  const first = await listening(carla)
  const second = await listening(carla)
  first.stream.close()
  second.stream.close()
  for (let time = 0; time < 3; time += 1) {
    const { stream } = await listening(carla)
    stream.close()
    // An answer that comes after the end of the stream was seen by the server.
    await carla.get('/me')
  }
})

test('is none for a stranger', async () => {
  expect((await server.stranger.send('GET', '/stream')).status).toBe(401)
})

test('goes on where its reader was', async () => {
  const issue = await openIssue(server)
  const { stream } = await listening(server.member('Ben'))
  await note(issue)
  await stream.until(isIssue(issue.number, issue.version + 1))
  stream.close()
  await note(issue)
  await note(issue)
  const { stream: again, resumed } = await listening(server.member('Ben'), stream.lastEventId)
  expect(resumed).toBe(true)
  await note(issue)
  const seen = await again.until(isIssue(issue.number, issue.version + 4))
  expect(seen.map(({ event }) => event.version)).toEqual([2, 3, 4].map(more => issue.version + more))
  again.close()
})

test('goes on from its very begin, when nothing was said on it', async () => {
  const issue = await openIssue(server)
  const { stream } = await listening(server.member('Ben'))
  stream.close()
  await note(issue)
  const { stream: again, resumed } = await listening(server.member('Ben'), stream.lastEventId)
  expect(resumed).toBe(true)
  expect((await again.next())?.event.version).toBe(issue.version + 1)
  again.close()
})

test('goes on in the middle of what happened at once', async () => {
  const issue = await openIssue(server, 'Ben')
  const { stream } = await listening(server.member('Ben'))
  await server.member('Priya').post(`/issues/${issue.number}/takeover`, { reason: 'Ben is ill' })
  const first = await stream.next()
  expect(first?.event.kind).toBe('issue')
  stream.close()
  const { stream: again } = await listening(server.member('Ben'), first?.id ?? '')
  expect((await again.next())?.event).toMatchObject({ kind: 'notice', word: 'taken_over' })
  again.close()
})

test.each([
  '',
  'nonsense',
  '999999:9999999:',
  '9:5:',
  '5:9:8,7',
  '5:9:11',
  '0:1:',
  '1:2:>1:2:',
  '1:2:>1:2:>x',
  '1:2:>1:2:>1>1',
])('with an id like %j it begins anew, and says so', async lastEventId => {
  const { stream, resumed } = await listening(server.member('Ben'), lastEventId)
  expect(resumed).toBe(false)
  const issue = await openIssue(server)
  expect((await stream.next())?.event).toMatchObject({ kind: 'issue', number: issue.number })
  stream.close()
})

test('begins anew for whoever missed more than can be told, and says so', async () => {
  const { stream } = await listening(server.member('Ben'))
  stream.close()
  const { number } = await openIssue(server)
  await server.desk.database.query(`do $$ begin
    for n in 1..1100 loop
      insert into event (workspace_id, number, version, type, at, by_kind, source, data)
      values (1, ${number}, 1000 + n, 'NoteWritten', now(), 'desk', 'clock', '{}');
      commit;
    end loop;
  end $$`)
  const { stream: again, resumed } = await listening(server.member('Ben'), stream.lastEventId)
  expect(resumed).toBe(false)
  again.close()
})

test('says everything once and leaves nothing out, however often it breaks while many write', async () => {
  const issues = await Promise.all(Array.from({ length: 5 }, () => openIssue(server)))
  const { stream: first } = await listening(server.member('Ben'))
  const writing = Promise.all(issues.map(issue => writeNotes(issue, 40)))
  const seen: string[] = []
  let stream = first
  const all = new Set(
    issues.flatMap(({ number, version }) => Array.from({ length: 40 }, (_, n) => `${number}.${version + n + 1}`)),
  )
  for (let frames = 0; seen.length < all.size; frames += 1) {
    const frame = await stream.next()
    if (frame?.event.kind === 'issue') seen.push(`${frame.event.number}.${frame.event.version}`)
    if (frames % 7 !== 6) continue
    stream.close()
    const { stream: next, resumed } = await listening(server.member('Ben'), stream.lastEventId)
    expect(resumed).toBe(true)
    stream = next
  }
  await writing
  stream.close()
  expect(seen).toHaveLength(all.size)
  expect(new Set(seen)).toEqual(all)
  for (const { number } of issues) {
    const versions = seen.filter(one => one.startsWith(`${number}.`)).map(one => Number(one.split('.')[1]))
    expect(versions).toEqual([...versions].sort((one, other) => one - other))
  }
})

async function writeNotes(issue: IssueAnswer, count: number): Promise<void> {
  for (let time = 0; time < count; time += 1) await note(issue, `Note ${time}`)
}

test('waits for no transaction, and tells what one did that began long before, when it ends', async () => {
  const issue = await openIssue(server)
  const slow = await server.desk.database.connect()
  await slow.query('begin')
  await slow.query('select pg_current_xact_id()')
  const { stream } = await listening(server.member('Ben'))
  const first = await note(issue)
  await stream.until(isIssue(issue.number, first.version))
  await slow.query(
    `insert into event (workspace_id, number, version, type, at, by_kind, source, data)
    values (1, $1, 999, 'NoteWritten', now(), 'desk', 'clock', '{}')`,
    [issue.number],
  )
  await slow.query('commit')
  slow.release()
  const later = await note(issue)
  const seen = await stream.until(isIssue(issue.number, later.version))
  expect(seen.map(({ event }) => event.version)).toEqual([999, later.version])
  stream.close()
  const { stream: again, resumed } = await listening(server.member('Ben'), stream.lastEventId)
  expect(resumed).toBe(true)
  await note(issue)
  expect((await again.next())?.event.version).toBe(later.version + 1)
  again.close()
})

test('goes on when the database was away', async () => {
  const issue = await openIssue(server)
  const { stream } = await listening(server.member('Ben'))
  await server.desk.database.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await noteAtLast(issue)
  await stream.until(isIssue(issue.number, issue.version + 1))
  stream.close()
})

/** While the database is away commands are answered 503, and nothing has happened: they may be sent again. */
async function noteAtLast(issue: IssueAnswer): Promise<void> {
  for (;;) {
    const { status } = await server
      .member('Ben')
      .send('POST', `/issues/${issue.number}/messages`, { body: 'A note', to: 'team' })
    if (status === 200) return
    expect(status).toBe(503)
  }
}

test('tells what another process did', async () => {
  const secrets = { session: Buffer.from('another secret of tests, known to everybody') }
  const other = await listen(server.desk, { host: '127.0.0.1', port: 0 }, secrets, server.databaseUrl, line =>
    server.said.push(line),
  )
  const issue = await openIssue(server)
  const { stream } = await listening(new Client(() => other.url, server.member('Ben').headers))
  await note(issue)
  await stream.until(isIssue(issue.number, issue.version + 1))
  await other.stop()
  expect(await stream.next()).toBeNull()
})

test('ends with the server, and goes on with the next one', async () => {
  const issue = await openIssue(server)
  const { stream } = await listening(server.member('Ben'))
  await server.restart()
  expect(await stream.next()).toBeNull()
  await note(issue)
  const { stream: again } = await listening(server.member('Ben'), stream.lastEventId)
  expect((await again.next())?.event.version).toBe(issue.version + 1)
  again.close()
})

test('reaches a thousand screens', async () => {
  const names = ['Ben', 'Carla', 'Dana', 'Priya', 'Ravi', 'Ada'] as const
  const screens = await Promise.all(
    Array.from({ length: 1000 }, (_, n) => listening(server.member(names[n % names.length] ?? 'Ben'))),
  )
  const issue = await openIssue(server)
  const seen = await Promise.all(screens.map(({ stream }) => stream.next()))
  expect(seen.every(frame => frame?.event.number === issue.number)).toBe(true)
  for (const { stream } of screens) stream.close()
})

test('drops a screen that does not read', async () => {
  const { promise: dropped, resolve } = Promise.withResolvers<void>()
  const slow = createServer((_request, response) => {
    const screen = new Screen(response, 'somebody', true)
    response.on('close', resolve)
    const flood = (): void => {
      if (screen.isGone) return
      screen.write('x'.repeat(100_000))
      setImmediate(flood)
    }
    flood()
  })
  await new Promise<void>(listen => slow.listen(0, '127.0.0.1', listen))
  const asked = get(`http://127.0.0.1:${(slow.address() as AddressInfo).port}`, response => response.pause())
  asked.on('error', () => {})
  await dropped
  slow.close()
})
