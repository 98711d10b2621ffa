import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { MeasuresAnswer } from '../../src/contract/answers.ts'
import { ask, demoDesk, isAccessible, link, see, views } from './demo-desk.ts'

const desk = demoDesk()

const headline = (page: Page) => page.getByRole('heading', { name: /customers were treated as they should be/ })
const rowsOf = (page: Page) => page.locator('a.row')

/** The figure of a measure as the API has it. */
async function figureOf(page: Page, name: string, query = '') {
  const { measures } = await ask<MeasuresAnswer>(page, `/measures${query}`)
  return measures.find(measure => measure.name === name)?.figure
}

/** What a press of a button gives as a file. */
async function taken(page: Page, name: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name }).first().click()
  const download = await downloading
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** Down to the end, so that all of it has been asked for. */
async function readToTheEnd(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Lessons and their effect' }).scrollIntoViewIfNeeded()
  for (const name of await page.locator('.measure').evaluateAll(all => all.map(one => one.id)))
    await page.locator(`#${name}`).scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
}

test('a supervisor reads how customers were treated, and comes from each figure to its issues', async () => {
  const { page, faults } = await desk.signIn(/Priya/, views.desktop)
  await link(page, /^Measures/).click()
  const champion = await figureOf(page, 'champion')
  await page.getByRole('heading', { name: `${champion?.count} of ${champion?.of} customers were treated` }).waitFor()
  await see(page, /not known yet, and counted here once it is/)
  await readToTheEnd(page)
  await isAccessible(page)

  const broken = champion?.parts.find(({ name }) => name === 'broken')?.count ?? 0
  expect(broken).toBeGreaterThan(0)
  await page.getByRole('link', { name: new RegExp(`^${broken} of ${champion?.of} had a promise broken`) }).click()
  await rowsOf(page).first().waitFor()
  expect(page.url()).toMatch(/\/measures\/champion\/issues\?side=broken/)
  expect(await rowsOf(page).count()).toBe(broken)
  await isAccessible(page)
  await link(page, /^those that it counts/).click()
  await page.waitForURL(/side=part/)
  await expect.poll(() => rowsOf(page).count()).toBe(champion?.count)
  await link(page, /^Measures/).click()
  await headline(page).waitFor()
  expect(faults).toEqual([])
})

test('what is chosen stands in the address, and a difference is called one only if chance does not explain it', async () => {
  const { page, faults } = await desk.signIn(/Priya/, views.dark)
  await page.goto('/measures')
  await page.getByLabel('Came by').selectOption({ label: 'phone' })
  const byPhone = await figureOf(page, 'champion', '?channel=phone')
  await page.getByRole('heading', { name: `${byPhone?.count} of ${byPhone?.of} customers` }).waitFor()
  expect(page.url()).toMatch(/\?channel=phone$/)
  await page.getByLabel('Time', { exact: true }).selectOption({ label: 'From … to …' })
  await page.getByLabel('From', { exact: true }).fill('2020-01-01')
  await page.getByLabel('To', { exact: true }).fill('2020-01-31')
  await see(page, 'No customer brought an issue in this time.')
  await isAccessible(page)

  await page.goto('/measures?by=kind')
  await headline(page).waitFor()
  await page.getByLabel('Compared with').selectOption({ label: 'As long before' })
  await see(page, /nothing to compare with/)
  await readToTheEnd(page)
  await isAccessible(page)
  // The same time beside itself: nothing differs.
  const { period } = await ask<MeasuresAnswer>(page, '/measures')
  const [from, to] = [period.from, period.until].map(at => at.slice(0, 10))
  await page.goto(`/measures?againstFrom=${from}&againstTo=${to}`)
  await see(page, /too close to tell apart\. The true difference is anything between .* less and .* more/)
  await page.goto('/measures?team=00000000-0000-4000-8000-000000000000')
  await see(page, /none whose figures you see: yours, or one that you supervise/)
  // The server said so by a 404, which a browser always writes down.
  expect(faults.filter(fault => !fault.includes('404'))).toEqual([])
})

test('a picture is read by keys and as a table, and taken along as PNG, SVG and CSV', async () => {
  const { page, faults } = await desk.signIn(/Priya/, views.desktop)
  await page.goto('/measures')
  const week = page.getByRole('slider', { name: 'Week' }).first()
  await week.focus()
  const last = await week.getAttribute('aria-valuetext')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  const before = await week.getAttribute('aria-valuetext')
  expect(before).not.toBe(last)
  expect(before).toMatch(/^week of \d+ \w+: /)
  await see(page, before ?? '')

  await page.getByText('As a table').first().click()
  const table = page.getByRole('region', { name: 'Champion probability, by week' })
  const link = table.getByRole('link').first()
  const [, count] = /of (\d+)$/.exec((await link.getAttribute('aria-label')) ?? '') ?? []
  await isAccessible(page)

  const png = await taken(page, /“Champion probability, by week” as PNG/)
  expect(png.name).toBe('champion-probability-by-week.png')
  expect(png.bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  // Twice as fine as on the screen, where it is some 600 pixels wide.
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1000)
  const svg = await taken(page, /“Champion probability, by week” as SVG/)
  const drawn = svg.bytes.toString()
  expect(drawn).toMatch(/^<svg /)
  expect(drawn).toContain('<title>Champion probability, by week</title>')
  expect(drawn).toContain('url("data:font/woff2;base64,')
  expect(drawn).not.toMatch(/class=|var\(|light-dark/)
  const csv = await taken(page, /“Champion probability, by week” as CSV/)
  expect(csv.bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  const lines = csv.bytes.toString().trim().split('\r\n')
  expect(lines[0]).toBe('Week of,Figure (share),from,to,Count,Of how many,Not known yet')
  expect(lines.length - 1).toBe(await table.getByRole('rowheader').count())

  await link.click()
  await rowsOf(page).first().waitFor()
  expect(await rowsOf(page).count()).toBe(Number(count))
  expect(faults).toEqual([])
})

test('one’s own figures are shown to nobody else, and who has no seat finds none (Rule 32)', async () => {
  const ben = await desk.signIn(/Ben Okafor/, views.phone)
  await ben.page.goto('/measures')
  await headline(ben.page).waitFor()
  await ben.page.getByRole('link', { name: 'Mine', exact: true }).click()
  await see(ben.page, /Only you see this/)
  const own = await figureOf(ben.page, 'champion', '?mine=true')
  await ben.page.getByRole('heading', { name: `${own?.count} of ${own?.of} customers` }).waitFor()
  for (const speed of ['From offer to greeting', 'Longest silence', 'How far off promises are'])
    expect(await ben.page.getByRole('heading', { name: speed }).count()).toBe(0)
  await isAccessible(ben.page)
  expect(await ben.page.evaluate('document.documentElement.scrollWidth')).toBe(views.phone.width)

  // The same address shows somebody else their own.
  const carla = await desk.signIn(/Carla Nunes/, views.desktop)
  await carla.page.goto(new URL(ben.page.url()).pathname)
  const hers = await figureOf(carla.page, 'champion', '?mine=true')
  expect(hers).not.toEqual(own)
  await carla.page.getByRole('heading', { name: `${hers?.count} of ${hers?.of} customers` }).waitFor()
  const said = await carla.page.locator('main').textContent()
  expect(said).not.toMatch(/Ben|Okafor/)

  const sam = await desk.signIn(/Sam Castell/, views.desktop, 'Asked of me')
  await sam.page.goto('/measures')
  await sam.page.waitForURL(/\/help$/)
  for (const { faults } of [ben, carla, sam]) expect(faults).toEqual([])
})
