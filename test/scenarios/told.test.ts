import { expect, test } from 'vitest'
import type { MeAnswer, OutboundAnswer, Page } from '../../src/contract/answers.ts'
import { anIssue, eachWithServer, madrid, workOnIssues, writes } from './desk-life.ts'
import { bounceOf } from './mails.ts'

const there = eachWithServer()

const mailsTo = async (address: string): Promise<OutboundAnswer[]> => {
  const { items } = await there.server.member('Priya').get<Page<OutboundAnswer>>('/outbox?limit=200')
  return items.filter(({ to }) => to === address)
}

test('Told: what somebody chose goes by mail, too; it is no part of the customer’s thread and opens no customer’s page', async () => {
  const { server } = there
  const priya = server.member('Priya')
  const { email } = (await priya.get<MeAnswer>('/me')).member
  await priya.post('/me/told-by-mail', { told: 'everything' })
  const { number, promises } = await anIssue(server, 'Ben')
  await server.moveClock(promises[0]?.due ?? '')
  const [mail] = await mailsTo(email)
  expect(mail).toMatchObject({ kind: 'notice', issue: number })
  expect(mail?.body).toContain('A promise was broken')
  expect(mail?.body).toContain(`/desk/issues/${number}`)
  expect(mail?.body).not.toContain('/c/')
  await priya.post('/me/told-by-mail', { told: 'nothing' })
  await server.moveClock(madrid('Wednesday', '12:00'))
  expect(await mailsTo(email)).toHaveLength(1)
})

test('Told: a word that came back is work for the owner, and for nobody else, until another one reaches the customer', async () => {
  const { server } = there
  const { number } = await anIssue(server, 'Ben')
  await writes(server, 'Ben', number, madrid('Wednesday', '12:00'))
  await bounceOf(server, number)
  const workOf = (name: 'Ben' | 'Carla') => workOnIssues(server, name)
  expect(await workOf('Ben')).toEqual([['undelivered', number]])
  expect(await workOf('Carla')).toEqual([])
  expect((await server.member('Ben').get<MeAnswer>('/me')).counts.work).toBe(1)
  await server.member('Ben').post(`/issues/${number}/contacts`, {
    channel: 'phone',
    direction: 'out',
    outcome: 'reached',
    summary: 'Ana is told now.',
    promise: { what: null, due: madrid('Thursday', '12:00') },
  })
  expect(await workOf('Ben')).toEqual([])
})
