import { expect, test } from 'vitest'
import type {
  CauseAnswer,
  IssueAnswer,
  LessonAnswer,
  ScheduleAnswer,
  WorkspaceAnswer,
} from '../../src/contract/answers.ts'
import { act, ask, demoDesk, field, isAccessible, link, type Person, see, views } from './demo-desk.ts'

const desk = demoDesk()
const dark = { ...views.desktop, colorScheme: 'dark' } as const

/** A new issue of whoever is signed in, of a customer of its own. */
async function issueOf({ page }: Person, customer: string): Promise<number> {
  const { number } = await ask<IssueAnswer>(page, '/issues', {
    customer: { name: customer, email: `${customer.split(' ')[0]?.toLowerCase()}@example.org` },
    subject: `The bill of ${customer}`,
    story: 'The second line is on it twice.',
    channel: 'phone',
  })
  return number
}

test('an admin names the path, sets policies, and reads what has changed; the name stands on every screen', async () => {
  const { page, faults } = await desk.signIn(/Ada Moreau/, views.desktop)
  await page.goto('/desk/settings')
  await isAccessible(page)
  await link(page, /^Lighthouse/).click()
  await field(page, /^What is it called/).fill('Beacon')
  await act(page, /^Add a rung/).click()
  await page.getByLabel('Calls').last().selectOption({ label: 'Ada Moreau' })
  await isAccessible(page)
  await act(page, /^Save/).click()
  await see(page, 'Rung 3')
  await see(page, 'before: Lighthouse')
  await page.getByRole('heading', { level: 1, name: 'Beacon' }).waitFor()
  const { path } = await ask<WorkspaceAnswer>(page, '/workspace')
  expect(path.rungs.at(-1)).toMatchObject({ who: { member: { name: 'Ada Moreau' } }, minutes: 15 })

  await link(page, /^Policies/).click()
  await see(page, 'A broken promise raises the Beacon by itself after')
  await field(page, /^Answer a customer within/).fill('soon')
  await act(page, /^Save/).click()
  await see(page, /can’t be read as a length/)
  await field(page, /^Answer a customer within/).fill('2 hours')
  await act(page, /^Save/).click()
  await see(page, 'before: 4 hours')
  expect((await ask<WorkspaceAnswer>(page, '/workspace')).policy.answerMinutes).toBe(120)
  for (const section of ['limits', 'workspace', 'learning']) {
    await page.goto(`/desk/settings/${section}`)
    await isAccessible(page)
  }
  expect(faults).toEqual([])
})

test('a supervisor sees who is on call, and gives a turn to somebody else', async () => {
  const { page, faults } = await desk.signIn(/Priya Raman/, dark)
  await page.goto('/desk/settings/path')
  await see(page, 'This is for admins to decide.')
  await page.goto('/desk/settings/schedules')
  await page.getByText('Somebody else takes a turn').first().click()
  await page.getByLabel('Who?').first().selectOption({ label: 'Ben Okafor' })
  await field(page, /^from/).fill('tomorrow 10:00')
  await field(page, /^until/).fill('tomorrow 18:00')
  await isAccessible(page)
  await act(page, /^Give them the turn/).click()
  await act(page, /^Take it back/).waitFor()
  const all = await ask<ScheduleAnswer[]>(page, '/schedules')
  expect(all.flatMap(({ overrides }) => overrides.map(({ member }) => member.name))).toEqual(['Ben Okafor'])
  expect(faults).toEqual([])
})

test('a lesson is proposed from an issue, adopted, commented on, and its text stands ready for answers', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const number = await issueOf(ben, 'Leonor Vidal')
  await ben.page.goto(`/desk/issues/${number}`)
  await ben.page.getByText('More that you can do').click()
  await link(ben.page, /^Propose a lesson/).click()
  await field(ben.page, /^What happened/).fill('Each of us explains the second line differently.')
  await field(ben.page, /^Why did it happen/).fill('We write each answer by hand.')
  await act(ben.page, /^Propose it/).click()
  await see(ben.page, 'There is no cause yet.')
  await field(ben.page, /^And why that/).fill('There is no text.')
  await ben.page.getByRole('radio', { name: 'A text for answers' }).check()
  await field(ben.page, /^What is it called/).fill('The second line')
  await field(ben.page, /^Its words/).fill('It stands on page 2 of your bill.')
  await isAccessible(ben.page)
  await act(ben.page, /^Propose it/).click()
  await ben.page.getByRole('heading', { level: 1, name: /^Lesson \d+ proposed/ }).waitFor()

  const priya = await desk.signIn(/Priya Raman/, views.phone)
  await priya.page.goto('/desk/work')
  await link(priya.page, /^A lesson is proposed.*explains the second line/).click()
  await act(priya.page, /^Adopt it/).click()
  await act(priya.page, /^Adopt it/).click()
  await see(priya.page, /^Adopted by Priya Raman/)
  await act(priya.page, /^I support it/).click()
  await field(priya.page, /^Say something/).fill('At last.')
  await act(priya.page, /^Add it/).click()
  await see(priya.page, 'At last.')
  await isAccessible(priya.page)
  const id = new URL(priya.page.url()).pathname.split('/').at(-1)
  expect(await ask<LessonAnswer>(priya.page, `/lessons/${id}`)).toMatchObject({
    state: 'trial',
    supporters: [{ member: { name: 'Priya Raman' } }],
    comments: [{ text: 'At last.' }],
  })
  await priya.page.goto('/desk/lessons')
  await isAccessible(priya.page)

  await ben.page.goto(`/desk/issues/${number}?write=customer`)
  await ben.page.getByLabel('Put in').selectOption({ label: 'The second line' })
  expect(await field(ben.page, /^Write to /).inputValue()).toBe('It stands on page 2 of your bill.')
  await isAccessible(ben.page)
  for (const { faults } of [ben, priya]) expect(faults).toEqual([])
})

test('a cause is named for several customers, its word given to all, solved, and opened again', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const { page, faults } = ben
  const [one, other, third] = [
    await issueOf(ben, 'Aina Pons'),
    await issueOf(ben, 'Bruno Sala'),
    await issueOf(ben, 'Clara Roig'),
  ]
  await page.goto('/desk/causes')
  await act(page, /^Name a cause/).click()
  await field(page, /^What is it called/).fill('Old bundles charge twice')
  await field(page, /^What do they have/).fill('Each month since June.')
  await field(page, /^Issues that have it/).fill(`#${one}, ${other}`)
  await isAccessible(page)
  await act(page, /^Name it/).click()
  await page.getByRole('heading', { level: 1, name: 'Old bundles charge twice' }).waitFor()
  await field(page, /^Link an issue/).fill(`#${third}`)
  await act(page, /^Link it/).click()
  await see(page, '3 issues have it')
  await act(page, /^Give a word to all/).click()
  await field(page, /^What all of them/).fill('We end the old bundles this week.')
  await isAccessible(page)
  await act(page, /^Give it to all/).click()
  await see(page, /^Waits for/)
  await link(page, new RegExp(`^#${third}$`)).waitFor()
  await act(page, /^It is solved/).click()
  await field(page, /^What was wrong/).fill('A template.')
  await field(page, /^What was done/).fill('It is gone.')
  await field(page, /^How does it show/).fill('The next bill.')
  await act(page, /^Say that it is solved/).click()
  await act(page, /^It was not solved/).click()
  await act(page, /^It is solved/).waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1)
  expect(await ask<CauseAnswer>(page, `/causes/${id}`)).toMatchObject({ state: 'open', lead: { name: 'Ben Okafor' } })
  await page.goto('/desk/kudos')
  await isAccessible(page)
  expect(faults).toEqual([])
})
