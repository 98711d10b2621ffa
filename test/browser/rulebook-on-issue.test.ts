import { expect, test } from 'vitest'
import type { IssueAnswer } from '../../src/contract/answers.ts'
import { act, ask, demoDesk, field, isAccessible, link, type Person, see, views } from './demo-desk.ts'

const desk = demoDesk()
const dark = { ...views.desktop, colorScheme: 'dark' } as const

const idOf = async ({ page }: Person, name: string): Promise<string> =>
  (await ask<{ id: string; name: string }[]>(page, '/members')).find(member => member.name === name)?.id ?? ''

/** An issue of whoever is signed in, understood and ready to be worked. */
async function issueOf({ page }: Person, customer: string): Promise<number> {
  const { number } = await ask<IssueAnswer>(page, '/issues', {
    customer: {
      name: customer,
      email: `${customer.split(' ')[0]?.toLowerCase()}@example.org`,
      phone: `+34 611 000 ${200 + customer.charCodeAt(0)}`,
    },
    subject: `The line of ${customer}`,
    story: 'It crackles when it rains.',
    channel: 'phone',
    facts: [{ key: 'callback', value: '+34 611 000 111', how: 'said on the phone' }],
  })
  await ask(page, `/issues/${number}/diagnoses`, { text: 'The junction box takes water.' })
  return number
}

const more = ({ page }: Person) => page.getByText('More that you can do').click()
const radio = ({ page }: Person, name: string | RegExp) => page.getByRole('radio', { name }).check()
const read = ({ page }: Person, number: number) => ask<IssueAnswer>(page, `/issues/${number}`)

test('help is asked for a customer, comes back at once, and the owner tells them what came of it', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const carla = await desk.signIn(/Carla Nunes/, views.phone)
  const number = await issueOf(ben, 'Ilse Marten')
  await ben.page.goto(`/desk/issues/${number}`)
  await act(ben.page, /^Ask for help/).waitFor()
  await ben.page.keyboard.press('a')
  await ben.page.getByLabel('Whom?').selectOption({ label: 'Carla Nunes' })
  await field(ben.page, /What do you need/).fill('Is the box on her plan?')
  await isAccessible(ben.page)
  await act(ben.page, /^Ask Carla/).click()
  await see(ben.page, 'Asked of Carla. The issue stays yours.')

  await carla.page.goto(`/desk/issues/${number}`)
  await act(carla.page, /^Answer/).click()
  await field(carla.page, /What came of it/).fill('It is, since March.')
  await isAccessible(carla.page)
  await act(carla.page, /^Return it/).click()

  await act(ben.page, /^Tell Ilse/).click()
  await see(ben.page, 'It is, since March.')
  await field(ben.page, /^To Ilse/).fill('Hello Ilse, the box is on your plan.')
  await field(ben.page, /hears from me next/).fill('tomorrow 10:00')
  await act(ben.page, /^Send to Ilse/).click()
  await see(ben.page, 'Sent to Ilse.')
  expect(await read(ben, number)).toMatchObject({ assists: [{ state: 'returned', toTell: false }], waits: [] })
  for (const { faults } of [ben, carla]) expect(faults).toEqual([])
})

test('what is above the limit is approved by a supervisor, and what can’t be fixed is agreed and told honestly', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const priya = await desk.signIn(/Priya Raman/, dark)
  const number = await issueOf(ben, 'Jonas Wendt')
  await ben.page.goto(`/desk/issues/${number}`)
  await more(ben)
  await act(ben.page, /^Concede something/).click()
  await field(ben.page, /^Worth/).fill('60')
  await see(ben.page, /more than the €50/)
  await field(ben.page, /^Why/).fill('Three months of crackling.')
  await act(ben.page, /^Ask for approval/).click()
  await act(ben.page, /^It can’t be fixed/).click()
  await field(ben.page, /Why not, honestly/).fill('The box is not ours.')
  await field(ben.page, /instead/).fill('A line by radio, for the same price.')
  await isAccessible(ben.page)
  await act(ben.page, /^Ask a supervisor/).click()

  await priya.page.goto(`/desk/issues/${number}`)
  await isAccessible(priya.page)
  await act(priya.page, /^Approve it/).click()
  await act(priya.page, /^I agree/).click()

  await ben.page
    .getByRole('listitem')
    .filter({ hasText: 'can’t be fixed' })
    .getByRole('button', { name: 'Tell Jonas' })
    .click()
  await field(ben.page, /hears from me next/).fill('tomorrow 10:00')
  await act(ben.page, /^Send to Jonas/).click()
  await see(ben.page, /told Jonas why it can’t be fixed/)
  expect(await read(ben, number)).toMatchObject({
    concessions: [{ state: 'approved' }],
    cannotFix: { state: 'told' },
  })
  for (const { faults } of [ben, priya]) expect(faults).toEqual([])
})

test('an offer that would go in a circle becomes a huddle, which settles whose it is', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const ravi = await desk.signIn(/Ravi Singh/, views.desktop)
  const priya = await desk.signIn(/Priya Raman/, views.phone)
  const number = await issueOf(ben, 'Karl Oster')
  const brief = { problem: 'p', tried: 't', why: 'w', asked: 'a', told: 't', callback: '+34 600 118 204' }
  const offered = await ask<IssueAnswer>(ben.page, `/issues/${number}/handoffs`, {
    to: { member: await idOf(ben, 'Ravi Singh') },
    brief,
  })
  await ask(ravi.page, `/issues/${number}/handoffs/${offered.handoff?.id}/decline`, {
    reason: 'not_mine',
    suggestion: 'Support.',
  })
  await ben.page.goto(`/desk/issues/${number}/hand-over`)
  await act(ben.page, /Next: whom/).click()
  await act(ben.page, /^Call a huddle with Ravi/).click()
  await see(ben.page, /settle whose it is/)
  await isAccessible(ben.page)

  await priya.page.goto(`/desk/issues/${number}`)
  await act(priya.page, /^Record what it settled/).click()
  await radio(priya, 'Ravi Singh')
  await field(priya.page, /^Why/).fill('The box is in his area.')
  await isAccessible(priya.page)
  await act(priya.page, /^Record it/).click()
  await see(priya.page, /Ravi Singh owns it/)
  expect(await read(priya, number)).toMatchObject({ owner: { name: 'Ravi Singh' }, huddle: { state: 'settled' } })
  for (const { faults } of [ben, ravi, priya]) expect(faults).toEqual([])
})

test('on the phone giver and receiver say that all three are on the line, and in that moment they have met', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const carla = await desk.signIn(/Carla Nunes/, dark)
  const number = await issueOf(ben, 'Lena Brandt')
  const brief = { problem: 'p', tried: 't', why: 'w', asked: 'a', told: 't', callback: '+34 600 118 204' }
  const { handoff } = await ask<IssueAnswer>(ben.page, `/issues/${number}/handoffs`, {
    to: { member: await idOf(ben, 'Carla Nunes') },
    brief,
  })
  await ask(carla.page, `/issues/${number}/handoffs/${handoff?.id}/accept`, {
    readBack: 'The box takes water.',
    nextStep: 'Dry it',
    due: new Date(Date.now() + 86_400_000).toISOString(),
  })
  await ben.page.goto(`/desk/issues/${number}/hand-over`)
  await act(ben.page, /^Lena is on the phone/).click()
  await see(ben.page, /Lena is on the line/)
  await carla.page.goto(`/desk/issues/${number}`)
  await link(carla.page, /^To the introduction/).click()
  await isAccessible(carla.page)
  await act(carla.page, /^All three of us are on the line/).click()
  await see(ben.page, 'Carla is here')
  await isAccessible(ben.page)
  await act(ben.page, /^All three of us are on the line/).click()
  await see(ben.page, /Carla and Lena have met/)
  expect(await read(ben, number)).toMatchObject({
    owner: { name: 'Carla Nunes' },
    handoff: { state: 'met', how: 'phone' },
  })
  for (const { faults } of [ben, carla]) expect(faults).toEqual([])
})

test('the alarm is lit with what it costs, and thanks are given in one click', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const dana = await desk.signIn(/Dana Kim/, views.desktop)
  const number = await issueOf(ben, 'Mara Lind')
  await ask(ben.page, `/issues/${number}/messages`, {
    to: 'customer',
    body: 'Hello Mara, I drive to the box myself.',
    promise: { what: null, due: new Date(Date.now() + 86_400_000).toISOString() },
  })
  await dana.page.goto(`/desk/issues/${number}`)
  await dana.page.locator('.msg').filter({ hasText: 'I drive to the box myself' }).hover()
  await dana.page.getByRole('button', { name: 'Thank Ben for this' }).last().click()
  await see(dana.page, /Thanks from you/)
  await more(dana)
  await act(dana.page, /^Light the Lighthouse/).click()
  await field(dana.page, /What does it cost Mara/).fill('She can’t reach the doctor.')
  await field(dana.page, /^What was tried/).fill('Two visits.')
  await field(dana.page, /^What is needed/).fill('A decision on the box.')
  await isAccessible(dana.page)
  await act(dana.page, /^Light the Lighthouse/)
    .last()
    .waitFor()
  await dana.page
    .locator('form')
    .getByRole('button', { name: /^Light the Lighthouse/ })
    .click()
  await see(dana.page, 'Nobody has answered it yet.')
  await see(ben.page, 'My issues')
  expect(await read(ben, number)).toMatchObject({
    escalation: { state: 'raised', raises: [{ facts: { impact: 'She can’t reach the doctor.' } }] },
    kudos: [{ for: { name: 'Ben Okafor' } }],
  })
  for (const { faults } of [ben, dana]) expect(faults).toEqual([])
})
