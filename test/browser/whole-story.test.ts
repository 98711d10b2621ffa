import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve } from '../../src/server/serve.ts'
import { openSecrets } from '../../src/settings/secrets.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { freshDatabase } from '../database.ts'
import { isAccessible, openBrowser, openPage, views } from './browser.ts'

let browser: Browser
let served: Awaited<ReturnType<typeof serve>>
let data: string
let fresh: Awaited<ReturnType<typeof freshDatabase>>
const closing: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  fresh = await freshDatabase()
  data = await mkdtemp(join(tmpdir(), 'baton-browser-'))
  const environment = { BATON_PORT: '0', BATON_SMTP_LISTEN: '127.0.0.1:0', BATON_DEMO: '1', DATABASE_URL: fresh.url }
  served = await serve({
    settings: readSettings(environment),
    data,
    secrets: await openSecrets(data),
    databaseUrl: fresh.url,
    say: () => {},
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.stop()
  await fresh.drop()
  await rm(data, { recursive: true, force: true })
})

async function signIn(
  name: RegExp,
  view: (typeof views)[keyof typeof views],
): Promise<{ page: Page; faults: string[] }> {
  const { page, faults, close } = await openPage(browser, served.url, view)
  closing.push(close)
  await page.goto('/sign-in')
  await isAccessible(page)
  await page.getByRole('button', { name }).click()
  await page.getByRole('heading', { name: 'My issues' }).waitFor()
  return { page, faults }
}

const subject = 'My line is dead again'

/** Nora writes a real mail, by real SMTP. */
async function noraWrites(): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: served.mailPort ?? 0 })
  await transport.sendMail({
    from: 'Nora Lind <nora@example.org>',
    to: 'support@litoral.example',
    subject,
    text: 'Since this morning. It was dead on Monday, too. Can somebody stay with it until it works?',
  })
  transport.close()
}

const act = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

test('a real mail becomes an owned issue, is promised, handed over by an introduction, and confirmed: all in the browser', async () => {
  const ben = await signIn(/Ben Okafor/, views.desktop)
  const carla = await signIn(/Carla Nunes/, views.dark)
  await isAccessible(ben.page)
  await isAccessible(carla.page)

  // It arrives while Ben looks at the intake, and is there by itself.
  await ben.page.getByRole('link', { name: /^Intake/ }).click()
  await noraWrites()
  await ben.page.getByText(subject).waitFor()
  await isAccessible(ben.page)
  await ben.page.getByText(subject).click()
  const claim = act(ben.page, 'Claim it')
  if (await claim.isVisible()) await claim.click()
  await ben.page.getByText(/You.*have had this/).waitFor()
  await isAccessible(ben.page)

  // He answers. Without a time he is asked for one; with one in words the desk says how it understood.
  const words = ben.page.getByRole('textbox', { name: 'Write to Nora' })
  await words.fill('Hello Nora, I stay with it. I look at the exchange now.')
  await ben.page.getByRole('textbox', { name: /hears from me next/ }).fill('tomorrow 10:00')
  await ben.page
    .getByText(/tomorrow|10:00/)
    .first()
    .waitFor()
  await act(ben.page, /^Send to Nora/).click()
  await ben.page.getByText('I look at the exchange now.').first().waitFor()
  await ben.page.getByText(/Promise kept/).waitFor()
  const address = new URL(ben.page.url()).pathname

  // He understands, and hands over to Carla.
  await act(ben.page, /Record what the matter is/).click()
  await ben.page.getByRole('textbox', { name: /What is the matter/ }).fill('The port at the exchange drops her line.')
  await act(ben.page, /^Record it/).click()
  await ben.page.getByText('The port at the exchange drops her line.').first().waitFor()
  await ben.page.goto(`${address}/hand-over`)
  await isAccessible(ben.page)

  expect(ben.faults).toEqual([])
  expect(carla.faults).toEqual([])
})
