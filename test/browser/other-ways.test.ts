import { expect, test } from 'vitest'
import type { IssueAnswer } from '../../src/contract/answers.ts'
import { openDatabase } from '../../src/store/database.ts'
import { bring, logged } from '../moving-in/log.ts'
import {
  act,
  ask,
  demoDesk,
  field,
  isAccessible,
  isAccessibleInBothLights,
  link,
  linkInOutbox,
  type Person,
  see,
  views,
} from './demo-desk.ts'

const desk = demoDesk()

const idOf = async ({ page }: Person, name: string): Promise<string> =>
  (await ask<{ id: string; name: string }[]>(page, '/members')).find(member => member.name === name)?.id ?? ''

/** An issue of whoever is signed in, understood and ready to be offered. */
async function understood({ page }: Person, customer: string): Promise<IssueAnswer> {
  const opened = await ask<IssueAnswer>(page, '/issues', {
    customer: { name: customer, email: `${customer.split(' ')[0]?.toLowerCase()}@example.org` },
    subject: `The bill of ${customer}`,
    story: 'It came twice.',
    channel: 'email',
  })
  return ask(page, `/issues/${opened.number}/diagnoses`, { text: 'It was printed twice.' })
}

const brief = { problem: 'p', tried: 't', why: 'w', asked: 'a', told: 't', callback: '+34 600 118 204' }

test('an offer is declined with a reason, and another withdrawn: it stays with its owner, and the screens say so', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const ravi = await desk.signIn(/Ravi Singh/, views.phone)
  const { number } = await understood(ben, 'Iris Lund')
  const offer = { to: { member: await idOf(ben, 'Ravi Singh') }, brief }
  await ask(ben.page, `/issues/${number}/handoffs`, offer)

  await ravi.page.goto(`/desk/issues/${number}`)
  await link(ravi.page, /^Answer the offer/).click()
  await act(ravi.page, /^Decline/).click()
  await ravi.page.getByRole('radio', { name: 'not mine' }).check()
  await field(ravi.page, /Whose is it/).fill('Plans')
  await isAccessible(ravi.page)
  await act(ravi.page, /^Decline/).click()
  await ben.page.goto(`/desk/issues/${number}/hand-over`)
  await see(ben.page, /Ravi Singh declined|Ravi declined/)
  await isAccessible(ben.page)

  const { number: other } = await understood(ben, 'Otto Falk')
  await ask(ben.page, `/issues/${other}/handoffs`, offer)
  await ben.page.goto(`/desk/issues/${other}/hand-over`)
  await act(ben.page, /^Withdraw the offer/).click()
  await see(ben.page, /was withdrawn/)
  const issue = await ask<IssueAnswer>(ben.page, `/issues/${other}`)
  expect(issue).toMatchObject({ owner: { name: 'Ben Okafor' }, handoff: { state: 'withdrawn' } })
  for (const { faults } of [ben, ravi]) expect(faults).toEqual([])
})

test('a customer says on a phone, in the dark, that it is not solved: it is open again with a fresh promise', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const { number } = await understood(ben, 'Edda Voss')
  await ask(ben.page, `/issues/${number}/resolution`, {
    wrong: 'Printed twice.',
    done: 'One is void.',
    holds: 'See your account.',
  })
  const edda = await desk.open({ ...views.phone, colorScheme: 'dark' })
  await edda.page.goto(await linkInOutbox(ben.page, 'edda@example.org'))
  await isAccessible(edda.page)
  await act(edda.page, 'No, not solved').click()
  await edda.page.getByRole('textbox').first().fill('My account still shows both.')
  await isAccessible(edda.page)
  const told = edda.page.waitForResponse(/portal\/deny/)
  await act(edda.page, /^Tell Ben/).click()
  expect((await told).ok()).toBe(true)
  await see(edda.page, /My account still shows both/)
  const issue = await ask<IssueAnswer>(ben.page, `/issues/${number}`)
  expect(issue.phase).toBe('open')
  expect(issue.promises.some(({ kind, state }) => kind === 'answer' && state === 'open')).toBe(true)
  for (const { faults } of [ben, edda]) expect(faults).toEqual([])
})

test('the alarm is answered and stood down once the customer has heard, by a supervisor in the dark', async () => {
  const priya = await desk.signIn(/Priya Raman/, views.dark)
  await priya.page.goto('/supervise')
  await isAccessible(priya.page)
  await act(priya.page, /^Answer the alarm/).click()
  const { items } = await ask<{ items: { number: number; escalation: { state: string } | null }[] }>(
    priya.page,
    '/issues?phase=open&limit=50',
  )
  const alarms = await Promise.all(
    items
      .filter(({ escalation }) => escalation?.state === 'answered')
      .map(({ number }) => ask<IssueAnswer>(priya.page, `/issues/${number}`)),
  )
  const alarm = alarms.find(({ escalation }) => escalation?.champion?.name === 'Priya Raman')
  expect(alarm).toBeDefined()
  await priya.page.goto(`/desk/issues/${alarm?.number}`)
  await field(priya.page, /^Write to/).fill('I am sorry. I see to it myself that you hear from us tomorrow.')
  await field(priya.page, /hears from .* next/).fill('in 3 business hours')
  await act(priya.page, /^Send to/).click()
  await see(priya.page, /I see to it myself/)
  await act(priya.page, /^Stand the Lighthouse down/).click()
  await field(priya.page, /How did it come out/).fill('They know when, and from whom.')
  await isAccessible(priya.page)
  await act(priya.page, /^Stand it down/).click()
  await see(priya.page, /The Lighthouse is down/)
  expect(priya.faults).toEqual([])
})

test('what another desk did before stands beside what is done here, marked, by day and by night', async () => {
  const database = openDatabase(desk.databaseUrl, 2)
  const events = [
    logged('2026-10-01 08:00', 'INC77', { person: 'Zoe', group: 'Line 1', status: 'New' }),
    logged('2026-10-09 08:00', 'INC77', { person: '<b>Tom</b>', group: 'Line 2', status: 'Active' }),
  ]
  await bring({ database, workspace: 1 }, events)
  await database.end()
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const found = await ask<{ items: IssueAnswer[] }>(ben.page, '/issues?q=INC77')
  const number = found.items[0]?.number
  for (const path of [`/desk/issues/${number}`, `/desk/issues/${number}/log`]) {
    await ben.page.goto(path)
    await see(ben.page, /Before Baton, at ServiceNow/)
    await see(ben.page, /<b>Tom<\/b>/)
    await isAccessibleInBothLights(ben.page)
  }
  await ben.page.setViewportSize(views.phone)
  await ben.page.goto(`/desk/issues/${number}`)
  await see(ben.page, /2 people in 2 groups. It changed hands 1 time\./)
  await isAccessible(ben.page)
  expect(ben.faults).toEqual([])
})
