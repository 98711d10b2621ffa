import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { IssueAnswer } from '../../src/contract/answers.ts'
import { act, ask, demoDesk, field, isAccessible, linkInOutbox, see, views } from './demo-desk.ts'

const desk = demoDesk()

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()

/** Ben takes it up for a new customer and writes to them, who then has a link to it. */
async function opened(page: Page, name: string, subject: string): Promise<{ number: number; link: string }> {
  const email = `${name.toLowerCase().replace(' ', '.')}@example.org`
  const { number } = await ask<IssueAnswer>(page, '/issues', {
    customer: { name, email },
    subject,
    story: 'It was dead on Monday, too.',
    channel: 'email',
    facts: [{ key: 'callback', value: '+34 600 100 200', how: null }],
  })
  await ask(page, `/issues/${number}/messages`, {
    to: 'customer',
    body: 'I look at the exchange now.',
    promise: { what: 'What I found', due: inHours(30) },
    keeps: 'all',
  })
  return { number, link: await linkInOutbox(page, email) }
}

const presence = (page: Page) => page.waitForResponse(response => response.url().endsWith('/portal/present'))

test('a customer thanks with one click, raises the alarm, sees who answers, and is brought together live', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const priya = await desk.signIn(/Priya/, views.desktop)
  const carla = await desk.signIn(/Carla/, views.desktop)
  const { number, link } = await opened(ben.page, 'Nadia Berg', 'The shop has no line')
  const nadia = await desk.open(views.phone)
  const { page } = nadia
  await page.goto(link)
  await see(page, /has your issue, and stays with it/)
  await isAccessible(page)

  await act(page, /^Thank Ben/).click()
  await see(page, /You thanked Ben/)
  await act(page, /^Raise the/).click()
  await field(page, /What went wrong/).fill('No card can be paid with since Monday.')
  await isAccessible(page)
  await page.getByRole('button', { name: /^Raise the/ }).click()
  await see(page, /People are called until one of them answers/)
  const { escalation } = await ask<IssueAnswer>(priya.page, `/issues/${number}/escalations/1/acknowledge`, {})
  expect(escalation?.champion?.name).toMatch(/^Priya/)
  await page.reload()
  await see(page, /Priya.*has answered, and sees this through/)

  // Rule 9: the page says that she is there; with the three of them together, she has met Carla.
  await ask(ben.page, `/issues/${number}/diagnoses`, { text: 'The port at the exchange drops the line.' })
  const { handoff } = await ask<IssueAnswer>(ben.page, `/issues/${number}/handoffs`, {
    to: { member: (await ask<{ member: { id: string } }>(carla.page, '/me')).member.id },
    brief: {
      problem: 'No line',
      tried: 'Two resets',
      why: 'Plans can move ports',
      asked: 'Move it',
      told: 'All of it',
    },
  })
  const path = `/issues/${number}/handoffs/${handoff?.id}`
  await ask(carla.page, `${path}/accept`, { readBack: 'No line.', nextStep: 'Another port', due: inHours(40) })
  await ask(ben.page, `${path}/introduce`, { live: true, channel: 'chat' })
  await page.reload()
  await see(page, /Ben is here with you. Carla is on the way/)
  await presence(page)
  await isAccessible(page)
  await ask(carla.page, `${path}/greet`, { live: true })
  await see(page, /Carla Nunes.*has your issue/)

  for (const { faults } of [ben, priya, carla, nadia]) expect(faults).toEqual([])
})
