import { expect, test } from 'vitest'
import type { ScheduleAnswer, WorkspaceAnswer } from '../../src/contract/answers.ts'
import { act, ask, demoDesk, field, isAccessible, link, see, views } from './demo-desk.ts'

const desk = demoDesk()
const dark = { ...views.desktop, colorScheme: 'dark' } as const

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
