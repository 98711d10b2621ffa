import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { IssueAnswer } from '../../src/contract/answers.ts'
import {
  act,
  ask,
  demoDesk,
  field,
  isAccessible,
  isAccessibleInBothLights,
  linkInOutbox,
  see,
  views,
} from './demo-desk.ts'

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
  await isAccessibleInBothLights(page)

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

test('a colleague takes what is asked of their team, says how it goes, returns it by the link of the mail, raises an alarm and thanks', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const olu = await desk.signIn(/Olu/, { ...views.phone, colorScheme: 'dark' }, 'Asked of me')
  const { page } = olu
  await isAccessible(page)
  const { number } = await opened(ben.page, 'Tom Hale', 'The phone does not charge')
  const teams = await ask<{ id: string; name: string }[]>(ben.page, '/teams')
  await ask(ben.page, `/issues/${number}/assists`, {
    of: { team: teams.find(({ name }) => name === 'Repair')?.id },
    ask: 'Replace the charging board, please.',
    due: inHours(20),
  })

  await page.getByRole('link', { name: /Replace the charging board/ }).click()
  await page.getByRole('heading', { name: 'For Tom Hale' }).waitFor()
  await isAccessible(page)
  await act(page, /^I take it/).click()
  await see(page, 'You took it.')
  await page.getByRole('radio', { name: 'it goes on' }).check()
  await field(page, /How does it go/).fill('The board is ordered.')
  await page.getByRole('checkbox', { name: /moved forward/ }).check()
  await act(page, /^Say so/).click()
  await see(page, '“The board is ordered.”')

  const stranger = await desk.open(views.phone)
  await stranger.page.goto(await assistLinkInOutbox(ben.page, number))
  await stranger.page.getByRole('heading', { name: 'For Tom Hale' }).waitFor()
  await isAccessibleInBothLights(stranger.page)
  await act(stranger.page, /^Return it/).click()
  await see(stranger.page, /There are no words yet/)
  await field(stranger.page, /What came of it/).fill('It is replaced, and charges.')
  await act(stranger.page, /^Return it/).click()
  await see(stranger.page, /It is returned. Ben tells Tom./)

  await page.goto('/desk/all')
  await page.getByRole('heading', { name: 'Asked of me' }).waitFor()
  await page.getByRole('link', { name: /^Raise the/ }).click()
  await page.getByRole('searchbox', { name: /For whom/ }).fill('tom')
  await act(page, new RegExp(`#${number}`)).click()
  await field(page, /What does it cost Tom/).fill('He travels without a phone.')
  await field(page, /What was tried/).fill('A new board')
  await field(page, /What is needed/).fill('A phone to borrow')
  await isAccessible(page)
  await act(page, /^Raise the/).click()
  await see(page, 'He travels without a phone.')
  await see(page, /Nobody has answered yet/)
  await isAccessible(page)
  for (const { faults } of [ben, olu, stranger]) expect(faults).toEqual([])
})

test('whoever answers finds a customer by two letters, logs a call without choosing an issue, and puts two records together', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const dana = await desk.signIn(/Dana/, { ...views.phone, colorScheme: 'dark' })
  const { number } = await opened(ben.page, 'Zelda Quist', 'The bill came twice')
  await opened(ben.page, 'Zelda Quist-Holm', 'The contract has two names')

  const { page } = dana
  await page.goto('/desk/customers')
  await isAccessible(page)
  await page.getByRole('combobox', { name: 'Who is it?' }).pressSequentially('ze')
  await page.getByRole('option', { name: /^Zelda Quist / }).click()
  await page.getByRole('heading', { name: 'Zelda Quist' }).waitFor()
  await see(page, /Ben Okafor has it/)
  await see(page, 'It was dead on Monday, too.')
  await isAccessibleInBothLights(page)

  await act(page, /^Add an address/).click()
  await field(page, /^Mail address/).fill('zelda@second.example')
  await act(page, /^Add it/).click()
  await act(page, /^Remove zelda@second.example/).click()
  await page.getByRole('link', { name: 'zelda@second.example' }).waitFor({ state: 'detached' })

  await act(page, /^The same person twice/).click()
  await page.getByRole('combobox', { name: /Who else is Zelda/ }).pressSequentially('ze')
  await page.getByRole('option', { name: /Quist-Holm/ }).click()
  await act(page, /^Put Zelda Quist-Holm together/).click()
  await see(page, 'Open, 2')
  await isAccessible(page)

  await act(page, /^Log a call/).click()
  await page.keyboard.type('She asks whether somebody still looks at her bill.')
  await act(page, /^Log the call/).click()
  await page.waitForURL(/\/desk\/issues\/\d+$/)
  await see(page, /Which of Zelda’s issues is it about/)
  await page.goBack()
  await act(page, /^Take apart/).click()
  await see(page, 'Open')
  expect(await ask<IssueAnswer>(page, `/issues/${number}`)).toMatchObject({ customer: { name: 'Zelda Quist' } })
  for (const { faults } of [ben, dana]) expect(faults).toEqual([])
})

/** The link by which somebody answers an assist, as the mail to them has it. */
async function assistLinkInOutbox(page: Page, number: number): Promise<string> {
  const { items } = await ask<{ items: { issue: number; body: string }[] }>(page, '/outbox?limit=50')
  const links = items.flatMap(mail => (mail.issue === number ? (/http\S+\/a\/\S+/.exec(mail.body)?.[0] ?? []) : []))
  return links[0] ?? 'no link'
}
