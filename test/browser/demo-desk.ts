import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { serve } from '../../src/server/serve.ts'
import { openSecrets } from '../../src/settings/secrets.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { freshDatabase } from '../database.ts'
import { isAccessible, isAccessibleInBothLights, openBrowser, openPage, type View, views } from './browser.ts'

type Served = Awaited<ReturnType<typeof serve>>
export type Person = { page: Page; faults: string[] }

/** The demo desk, served as a whole, and a browser in front of it, for the tests of one file. */
export function demoDesk() {
  const there = {} as { served: Served; browser: Browser; databaseUrl: string }
  const ends: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    const fresh = await freshDatabase()
    const data = await mkdtemp(join(tmpdir(), 'baton-browser-'))
    there.databaseUrl = fresh.url
    ends.push(fresh.drop, () => rm(data, { recursive: true, force: true }))
    const environment = { BATON_PORT: '0', BATON_SMTP_LISTEN: '127.0.0.1:0', BATON_DEMO: '1', DATABASE_URL: fresh.url }
    there.served = await serve({
      settings: readSettings(environment),
      data,
      secrets: await openSecrets(data),
      databaseUrl: fresh.url,
      say: () => {},
    })
    there.browser = await openBrowser()
  })
  afterAll(async () => {
    await there.browser.close()
    await there.served.stop()
    for (const end of ends) await end()
  })
  return {
    get mailPort() {
      return there.served.mailPort ?? 0
    },
    get databaseUrl() {
      return there.databaseUrl
    },
    /** A page of a stranger. */
    open: (view: View): Promise<Person> => openPage(there.browser, there.served.url, view),
    /** Signs in with one click; a colleague without a seat comes to what is asked of them. */
    signIn: async (name: RegExp, view: View, lands = 'My issues'): Promise<Person> => {
      const person = await openPage(there.browser, there.served.url, view)
      await person.page.goto('/sign-in')
      await isAccessible(person.page)
      await person.page.getByRole('button', { name }).click()
      await person.page.getByRole('heading', { name: lands }).waitFor()
      return person
    },
  }
}

export const act = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
export const link = (page: Page, name: RegExp) => page.getByRole('link', { name }).first()
export const field = (page: Page, name: RegExp) => page.getByRole('textbox', { name }).first()
export const see = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor()

/** Asks the API as whoever is signed in on a page. */
export const ask = <T>(page: Page, path: string, body: object | null = null): Promise<T> =>
  page.evaluate<T>(
    `fetch('/api/v1${path}', ${JSON.stringify(
      body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    )} ?? undefined).then(response => response.json())`,
  )

/** The link to a customer's page, as the last mail to them in the outbox has it. */
export async function linkInOutbox(page: Page, to: string): Promise<string> {
  const { items } = await ask<{ items: { to: string; body: string }[] }>(page, '/outbox?limit=20')
  const mail = items.find(one => one.to === to)
  return /http\S+\/c\/\S+/.exec(mail?.body ?? '')?.[0] ?? 'no link'
}

export { isAccessible, isAccessibleInBothLights, views }
