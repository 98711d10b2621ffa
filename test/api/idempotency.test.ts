import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IssueAnswer } from '../../src/contract/answers.ts'
import { anIssue, madrid, messagesOf } from '../scenarios/desk-life.ts'
import { startTestServer, type TestServer } from '../server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const hello = { body: 'Hello Ana.', to: 'customer', promise: { due: madrid('Friday', '11:00') } }

test('the same command sent again, also after a restart, acts once and is answered byte for byte the same', async () => {
  const { number } = await anIssue(server, 'Ben')
  const ben = server.member('Ben').with({ 'idempotency-key': 'reply-1' })
  const first = await ben.send('POST', `/issues/${number}/messages`, hello)
  const again = await ben.send('POST', `/issues/${number}/messages`, hello)
  await server.restart()
  const afterRestart = await ben.send('POST', `/issues/${number}/messages`, hello)
  expect([again.text, afterRestart.text]).toEqual([first.text, first.text])
  expect((await messagesOf(server, number)).filter(({ direction }) => direction === 'out')).toHaveLength(1)
})

test('sent many times at the same moment over HTTP, it acts once', async () => {
  const { number } = await anIssue(server, 'Ben')
  const ben = server.member('Ben').with({ 'idempotency-key': 'reply-2' })
  const replies = await Promise.all(
    Array.from({ length: 12 }, () => ben.send('POST', `/issues/${number}/messages`, hello)),
  )
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
  expect((await messagesOf(server, number)).filter(({ direction }) => direction === 'out')).toHaveLength(1)
})

test('a key that was used for something else is refused; another person may use the same key', async () => {
  const { number } = await anIssue(server, 'Ben')
  await server.member('Ben').post(`/issues/${number}/messages`, hello, 'reply-3')
  const other = await server
    .member('Ben')
    .with({ 'idempotency-key': 'reply-3' })
    .send('POST', `/issues/${number}/messages`, { ...hello, body: 'Something else.' })
  expect(other.status).toBe(422)
  const carlas = await anIssue(server, 'Carla')
  const issue = await server.member('Carla').post<IssueAnswer>(`/issues/${carlas.number}/messages`, hello, 'reply-3')
  expect(issue.number).toBe(carlas.number)
})
