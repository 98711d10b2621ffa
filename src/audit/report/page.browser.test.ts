import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAccessible, openBrowser, openPage, views } from '../../../test/browser/browser.ts'
import { dayMs } from '../figures/figures.ts'
import { auditOf } from '../testing/audit-of.ts'
import { event } from '../testing/log-of.ts'
import { pageOf } from './page.ts'

const hostile = `"><img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`

/** Forty cases that go round among fifty groups, with silences, reopenings, and names that are long or hostile. */
const events = Array.from({ length: 40 }, (_, one) =>
  Array.from({ length: 3 + (one % 12) }, (_, step) =>
    event({
      case: one === 0 ? hostile : `INC${one}`,
      at: step * (one % 5) * 3 * dayMs,
      person: `${hostile} ${(one * step) % 7}`,
      group: step % 3 === 0 ? hostile : `Network Operations Europe, second line, team ${(one * step) % 50}`,
      status: step % 4 === 3 ? 'Resolved' : 'In Progress',
    }),
  ),
).flat()

let browser: Browser
let folder = ''

beforeAll(async () => {
  browser = await openBrowser()
  folder = await mkdtemp(join(tmpdir(), 'baton-audit-page-'))
  await writeFile(join(folder, 'page.html'), pageOf(auditOf(events, { persons: true, file: hostile })))
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

test.each(Object.keys(views) as (keyof typeof views)[])('anybody can read it: %s', async view => {
  const { page, faults, close } = await openPage(browser, 'about:blank', views[view])
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  const address = pathToFileURL(join(folder, 'page.html')).href
  await page.goto(address)
  await isAccessible(page)
  await page.getByText('Step by step').first().click()
  await isAccessible(page)
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  expect(await page.title()).toContain('How customers were treated')
  expect(asked.filter(url => !url.startsWith('data:'))).toEqual([address])
  expect(faults).toEqual([])
  await close()
})
