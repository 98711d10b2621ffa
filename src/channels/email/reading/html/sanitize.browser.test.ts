import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import chromium from '@sparticuz/chromium'
import { chromium as browsers } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sanitizeMail } from './sanitize.ts'
import { hostileHtml } from './testing.ts'

/*
 * A browser reads HTML by other rules than sanitizers do, so it has the last word: each piece is put into a page of its own,
 * without any sandbox or policy, by the parser and once more by innerHTML.
 */

let server: Server
let home: string
let pages: readonly string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = pages[Number(request.url?.slice(1))] ?? ''
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><link rel="icon" href="data:,"><title>Mail</title><body>${page}<div id="again"></div></body>`,
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  home = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
})

afterAll(() => {
  server.close()
})

/** What the pages do when they are opened and touched. */
async function harmOf(all: readonly string[]): Promise<string[]> {
  pages = all
  const harm: string[] = []
  const executablePath = await chromium.executablePath()
  const browser = await browsers.launch({ executablePath, args: chromium.args, headless: true })
  const page = await browser.newPage()
  await page.addInitScript('window.ran = []; window.alert = what => window.ran.push(what)')
  page.on('request', request => {
    const isOurs = /^\d*$/.test(request.url().replace(home, ''))
    if (!isOurs && !/^(?:data|cid):/.test(request.url())) harm.push(`fetched ${request.url()}`)
  })
  for (const [at, html] of all.entries()) {
    await page.goto(`${home}${at}`)
    await page.evaluate(`document.getElementById('again').innerHTML = ${JSON.stringify(html)}`)
    await page.evaluate(
      `document.querySelectorAll('a, b, p, img').forEach(e => e.dispatchEvent(new Event('mouseover')))`,
    )
    const ran = await page.evaluate('new Promise(done => requestAnimationFrame(() => done(window.ran.length)))')
    if (ran !== 0) harm.push(`ran ${html}`)
  }
  await browser.close()
  return harm
}

test('hostile HTML runs nothing and fetches nothing in a real browser', async () => {
  expect(await harmOf(hostileHtml.map(html => sanitizeMail(html) ?? ''))).toEqual([])
})

test('the same browser would notice', async () => {
  const hostile = ['<svg onload=alert(1)>', '<p style="background:url(/evil.gif)">x</p>']
  expect(await harmOf(hostile)).toEqual(['ran <svg onload=alert(1)>', `fetched ${home}evil.gif`])
})
