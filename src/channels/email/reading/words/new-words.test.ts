import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readMail } from '../read.ts'
import { foreignMails, legible } from '../testing.ts'

/** What the parsers that the mails come from say of each: see the data's own README. */
type Truth = {
  is?: string
  is_without_whitespace?: string
  starts?: string
  first_line?: string
  has?: string[]
  not?: string[]
  lines_not_starting?: string[]
  within_seconds?: number
}

const folder = foreignMails()

if (folder === null) {
  test('NO TEST DATA: the new words of real replies are not checked (set BATON_TEST_DATA)', () => {
    expect(folder).toBeNull()
  })
} else {
  test('finds the new words of at least 95 % of real replies', async () => {
    const truths: Record<string, Truth> = JSON.parse(readFileSync(path.join(folder, 'new-words.json'), 'utf8'))
    const misses: string[] = []
    for (const [file, truth] of Object.entries(truths)) {
      const begun = performance.now()
      const { words, quoted, text } = legible(await readMail(asReply(file, readFileSync(path.join(folder, file)))))
      const seconds = (performance.now() - begun) / 1000
      const faults = [
        ...faultsOf(words.trim(), truth),
        ...(isAllThere(text, words, quoted) ? [] : ['something is lost']),
      ]
      if (seconds > (truth.within_seconds ?? 1)) faults.push(`took ${seconds.toFixed(1)} s`)
      if (faults.length > 0) misses.push(`${file}: ${faults.join('; ')}`)
    }
    const total = Object.keys(truths).length
    console.info(
      `New words: ${total - misses.length} of ${total} right.${misses.map(miss => `\n  missed ${miss}`).join('')}`,
    )
    expect(total).toBeGreaterThan(40)
    expect(misses.length / total).toBeLessThanOrEqual(0.05)
  })
}

/** The files that are no mails but their bodies get the header of a reply. */
function asReply(file: string, content: Buffer): Buffer {
  if (file.endsWith('.eml')) return content
  const type = file.endsWith('.html') ? 'text/html' : 'text/plain'
  const header = [
    'From: ana@example.org',
    'To: support@desk.example',
    'Subject: Re: Help',
    'In-Reply-To: <1@desk.example>',
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
  ]
  return Buffer.concat([Buffer.from(`${header.join('\r\n')}\r\n\r\n`), content])
}

function faultsOf(words: string, truth: Truth): string[] {
  const faults: string[] = []
  const expectThat = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault)
  }
  const bare = words.replace(/\s+/g, '')
  if (truth.is !== undefined) expectThat(words === truth.is, `is ${JSON.stringify(words.slice(0, 200))}`)
  if (truth.is_without_whitespace !== undefined) {
    expectThat(bare === truth.is_without_whitespace, `is ${JSON.stringify(words.slice(0, 200))}`)
  }
  if (truth.starts !== undefined)
    expectThat(words.startsWith(truth.starts), `starts ${JSON.stringify(words.slice(0, 60))}`)
  if (truth.first_line !== undefined)
    expectThat(words.split('\n')[0]?.trim() === truth.first_line, 'another first line')
  for (const part of truth.has ?? []) expectThat(words.includes(part), `has not ${JSON.stringify(part)}`)
  for (const part of truth.not ?? []) expectThat(!words.includes(part), `has ${JSON.stringify(part)}`)
  for (const start of truth.lines_not_starting ?? []) {
    expectThat(
      !words.split('\n').some(line => line.startsWith(start)),
      `has a line that starts ${JSON.stringify(start)}`,
    )
  }
  return faults
}

/** Every word of the text is in one of the two, unless they were made from the HTML. */
function isAllThere(text: string, words: string, quoted: string | null): boolean {
  const letters = (...texts: readonly string[]): string => [...texts.join('').replace(/\s+/g, '')].sort().join('')
  return letters(text) === letters(words, quoted ?? '')
}
