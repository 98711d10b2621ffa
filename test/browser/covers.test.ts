import { expect, test } from 'vitest'
import type { AbsenceAnswer } from '../../src/contract/answers.ts'
import { act, ask, demoDesk, field, isAccessible, see, views } from './demo-desk.ts'

const desk = demoDesk()

test('Rule 15: Ben goes away, sees exactly what falls due, and Carla looks after it: both by the screens', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.desktop)
  const carla = await desk.signIn(/Carla/, { ...views.phone, colorScheme: 'dark' })
  const { number } = await ask<{ number: number }>(ben.page, '/issues', {
    customer: { name: 'Iris Lund', email: 'iris@example.org' },
    subject: 'The bill of Iris Lund',
    story: 'It came twice.',
    channel: 'email',
  })

  await ben.page.goto('/desk/away')
  await field(ben.page, /Away from/).fill('in 1 minute')
  await field(ben.page, /back by/).fill('in 12 days')
  await see(ben.page, /promises? falls? due in that time|promises fall due/)
  await see(ben.page, 'The bill of Iris Lund')
  await act(ben.page, /^Be away/).click()
  await see(ben.page, /Somebody has to keep these promises/)
  await isAccessible(ben.page)
  await ben.page.getByRole('radio', { name: /Carla/ }).first().check()
  await act(ben.page, /^Ask Carla/).click()
  await see(ben.page, 'waits for covers')
  await isAccessible(ben.page)

  await carla.page.goto('/desk/work')
  await see(carla.page, /You are asked to look after Iris/)
  await isAccessible(carla.page)
  await carla.page.goto('/desk/away')
  await see(carla.page, /While Ben is away/)
  await isAccessible(carla.page)
  await act(carla.page, /^Look after/).click()
  await see(carla.page, /you look after it|accepted/)

  await see(ben.page, 'agreed')
  const { page } = ben
  const path = `/members/${await idOf(page)}/absences`
  await expect
    .poll(() => ask<AbsenceAnswer[]>(page, path), { timeout: 15_000 })
    .toMatchObject([{ state: 'agreed', promises: [] }])
  const [absence] = await ask<AbsenceAnswer[]>(page, path)
  expect(absence?.covers.map(({ issue }) => issue.number)).toContain(number)
  for (const { faults } of [ben, carla]) expect(faults).toEqual([])
})

const idOf = async (page: Parameters<typeof ask>[0]): Promise<string> =>
  (await ask<{ member: { id: string } }>(page, '/me')).member.id
