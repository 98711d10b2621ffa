import chromium from '@sparticuz/chromium'
import axe, { type AxeResults } from 'axe-core'
import { type Browser, chromium as browsers, type Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * A real Chromium, without a window. Not with the flags that its package suggests for tiny machines: they put everything
 * into one process, where people who should be strangers share their cookies, and switch the same-origin policy off.
 */
export async function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync']
  return browsers.launch({ executablePath: await chromium.executablePath(), args, headless: true })
}

/** How somebody looks at it: what they have in their hand, and the light. */
export type View = { width: number; height: number; colorScheme: 'light' | 'dark' }

export const views = {
  desktop: { width: 1440, height: 900, colorScheme: 'light' },
  dark: { width: 1440, height: 900, colorScheme: 'dark' },
  phone: { width: 390, height: 844, colorScheme: 'light' },
} as const satisfies Record<string, View>

/** A page of somebody's own: with their cookies, and none of anybody else's. Faults of the page are collected. */
export async function openPage(browser: Browser, url: string, { colorScheme, ...viewport }: View) {
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') faults.push(`${message.text()} (${page.url()})`)
  })
  return { page, faults, close: () => context.close() }
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** WCAG 2.2 AA, as far as a machine can tell. */
export async function isAccessible(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // Evaluated, not added as a script: the page's policy rightly allows none.
  await page.evaluate(axe.source)
  const found = await page.evaluate<AxeResults>(`axe.run(document, { runOnly: ${JSON.stringify(rules)} })`)
  const violations = found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  )
  expect(violations, page.url()).toEqual([])
}

/** Accessible by day and by night. */
export async function isAccessibleInBothLights(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await isAccessible(page)
  }
}
