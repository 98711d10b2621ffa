import { expect, test } from 'vitest'
import { fileOf, volvoLog } from '../../src/audit/testing/log-file.ts'
import { type } from '../../src/cli/testing/typed.ts'
import type { CompareAnswer } from '../../src/contract/answers.ts'
import type { AuditFigures } from '../../src/contract/audit.ts'
import { act, ask, demoDesk, isAccessible, link, see, views } from './demo-desk.ts'

const desk = demoDesk()

/** A log of which half the cases go from Anna to Bert and back. */
const madeLog = (): string => {
  const rows = Array.from({ length: 60 }, (_, one) =>
    ['Anna', one % 2 === 0 ? 'Bert' : 'Anna', 'Anna'].map(
      (name, day) =>
        `INC${one},2026-03-0${day + 1}T09:00:00Z,${name},${name === 'Anna' ? 'First line' : 'Networks'},New`,
    ),
  )
  return fileOf(`Number,Updated,Assigned to,Assignment group,State\n${rows.flat().join('\n')}\n`)
}

/** What `baton audit --json` says of a real log, or of a made one in a clone without test data. */
async function audited(): Promise<{ file: string; figures: AuditFigures }> {
  const log = volvoLog()
  const columns = log
    ? ['--case', 'SR Number', '--time', 'Change Date+Time', '--person', 'Owner First Name', '--group', 'Involved ST']
    : []
  const { out } = await type(['audit', log ?? madeLog(), ...columns, '--json'], {}).ends
  return { file: fileOf(out, 'audit.json'), figures: JSON.parse(out) }
}

const field = 'The file that came out of it'

test('a supervisor lays the audit of another desk beside this one, and reads what differs', async () => {
  const { file, figures } = await audited()
  const { page, faults } = await desk.signIn(/Priya Raman/, views.desktop)
  await page.goto('/measures')
  await link(page, /^Before and after/).click()
  await isAccessible(page)
  await page.getByLabel(field).setInputFiles(file)
  await page.getByRole('heading', { name: 'From person to person' }).waitFor()
  const answer = await ask<CompareAnswer>(page, '/measures/compare', { audit: figures })
  await see(page, `${figures.cases.toLocaleString('en-GB')} cases, ${figures.events.toLocaleString('en-GB')} events`)
  const pingPong = page.getByRole('listitem').filter({ hasText: 'Went to a team and straight back' })
  await pingPong.getByText(`${figures.group.pingPong.cases.toLocaleString('en-GB')} cases of`).waitFor()
  await pingPong.getByText(`${answer.since.group.pingPong.cases} cases of ${answer.since.cases}`).waitFor()
  await pingPong.getByText('That is more than chance.').waitFor()
  await isAccessible(page)

  // Only what came in since a day: fewer, and said to be few.
  await page.getByLabel('Opened from').fill(answer.period.until.slice(0, 10))
  await see(page, 'So few that they say little yet.')
  await page.getByLabel('until, that day included').fill('2020-01-01')
  await see(page, 'That time ends before it begins.')
  await page.getByLabel('Opened from').fill('2019-01-01')
  await see(page, 'Nothing was opened here in that time.')
  await see(page, 'Nothing to tell yet.')
  await isAccessible(page)
  expect(faults).toEqual([])
})

test('a file that is none says what is wrong with it; by keys alone, in the dark and on a phone', async () => {
  const { page, faults } = await desk.signIn(/Ada Moreau/, { ...views.phone, colorScheme: 'dark' })
  await page.goto('/measures/compare')
  await page.getByLabel(field).setInputFiles(fileOf('Case,Time\n1,2026-03-02', 'tickets.csv'))
  await see(page, '“tickets.csv” is no JSON.')
  await page.getByLabel(field).setInputFiles(fileOf('{"name": "baton"}', 'package.json'))
  await see(page, /“package.json” is JSON, but of something else/)
  await isAccessible(page)
  const { figures } = await audited()
  const { reopened: _, ...older } = figures
  await page.getByLabel(field).setInputFiles(fileOf(JSON.stringify(older), 'older.json'))
  await see(page, 'reopened: This is missing.')
  await page.getByRole('button', { name: 'See how it looks with an example' }).focus()
  await page.keyboard.press('Enter')
  await see(page, /^This is an example/)
  await isAccessible(page)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(views.phone.width)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForFunction('document.activeElement?.getAttribute("type") === "file"')
  // The one answer that was a refusal, which the browser's own log says, too.
  expect(faults).toEqual([expect.stringContaining('400')])
})

test('a file can be dropped', async () => {
  const { figures } = await audited()
  const { page, faults } = await desk.signIn(/Priya Raman/, views.desktop)
  await page.goto('/measures/compare')
  const dropped = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([${JSON.stringify(JSON.stringify(figures))}], 'dropped.json'))
    return transfer
  })()`)
  await page
    .getByRole('region', { name: 'What did your old desk do?' })
    .dispatchEvent('drop', { dataTransfer: dropped })
  await see(page, 'dropped.json')
  expect(faults).toEqual([])
})

test('an agent reads that it is for who leads', async () => {
  const { page, faults } = await desk.signIn(/Ben Okafor/, views.desktop)
  await page.goto('/measures/compare')
  await see(page, 'This is for supervisors and admins.')
  expect(await act(page, /example/).count()).toBe(0)
  await isAccessible(page)
  expect(faults).toEqual([])
})
