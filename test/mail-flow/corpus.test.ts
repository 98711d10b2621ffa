import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesIn, foreignMails, ownMails } from '../../src/channels/email/reading/testing.ts'
import type { InboundAnswer, MessageAnswer, Page } from '../../src/contract/answers.ts'
import { asLines, openPost } from './post.ts'
import { type RunningDesk, startDesk } from './running-desk.ts'

const foreign = foreignMails()

if (foreign === null) {
  test('NO TEST DATA: real and broken mails are not sent through the server (set BATON_TEST_DATA)', () => {
    expect(foreign).toBeNull()
  })
}

describe.each([
  { kind: 'our own mails, one of each kind', folder: ownMails },
  ...(foreign === null ? [] : [{ kind: 'real and broken mails', folder: join(foreign, 'mikel-mail') }]),
])('$kind', ({ folder }) => {
  const files = filesIn(folder)
  const became = new Map<string, InboundAnswer>()
  let desk: RunningDesk

  beforeAll(async () => {
    // The inbox to which our own mails are written.
    desk = await startDesk({ BATON_INBOX: 'support@desk.example' })
    const post = await openPost(desk.mailPort)
    // One after another, so that the table is the same each time.
    for (const file of files) {
      const raw = await readFile(join(folder, file))
      became.set(file, await desk.gets(raw, { from: 'somebody@corpus.example' }, post.hand))
    }
    post.end()
    console.info(tableOf(became))
  })
  afterAll(() => desk.stop())

  test('each ends as an issue, a reply, a machine mail, a duplicate or kept: none waits, none is lost', async () => {
    const { rows } = await desk.database.query<{ state: string; count: number }>(
      'select state, count(*)::integer as count from inbound_mail group by state order by state',
    )
    console.info(rows.map(({ state, count }) => `${count} ${state}`).join(', '))
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(files.length)
    expect(rows.map(({ state }) => state)).not.toContain('waiting')
    expect(new Set([...became.values()].map(({ id }) => id)).size).toBe(files.length)
    expect(desk.said).toEqual([])
  })

  test('the source of each can be had back, byte for byte as it came over the wire', async () => {
    for (const [file, { id, size }] of became) {
      const raw = await bytesOf(desk, `/mail/${id}/raw`)
      expect(raw.equals(asLines(await readFile(join(folder, file)))), file).toBe(true)
      expect(raw.byteLength, file).toBe(size)
    }
  })

  test('whatever became an issue or a reply is one word of somebody in its conversation', async () => {
    const words = [...became.values()].filter(({ state }) => state === 'issue' || state === 'reply')
    let heard = 0
    for (const number of new Set(words.map(({ issue }) => issue))) {
      heard += (await messagesOf(desk, number)).filter(({ author }) => author.kind !== 'machine').length
    }
    expect(heard).toBe(words.length)
  })

  if (folder !== ownMails) spotChecks(() => ({ desk, became }))
})

/** What is known of some of the real mails. */
function spotChecks(there: () => { desk: RunningDesk; became: ReadonlyMap<string, InboundAnswer> }): void {
  const mailOf = (file: string): InboundAnswer => {
    const mail = there().became.get(file)
    if (!mail) throw new Error(`There is no ${file}.`)
    return mail
  }
  const conversationOf = (file: string): Promise<MessageAnswer[]> => messagesOf(there().desk, mailOf(file).issue)

  test.each([
    ['multi_charset/japanese.eml', 'かきくえこ'],
    ['multi_charset/japanese_iso_2022.eml', 'すみません。'],
    ['multi_charset/japanese_shift_jis.eml', 'このメールはテスト用のメールです。'],
    ['multi_charset/ks_c_5601-1987.eml', '스티해'],
    ['plain_emails/raw_email.eml', '대부분의 마찬가지로, 우리는 하나님을 믿습니다.'],
  ])('%s is read in its charset', async (file, words) => {
    expect((await conversationOf(file)).map(({ body }) => body).join('\n')).toContain(words)
  })

  test.each([
    ['attachment_emails/attachment_pdf.eml', 'broken.pdf', 1026],
    ['attachment_emails/attachment_with_quoted_filename.eml', 'Eelanalüüsi päring.jpg', 1952],
    ['attachment_emails/attachment_message_rfc822.eml', 'ForwardedMessage.eml', 3781],
    ['mime_emails/raw_email_with_nested_attachment.eml', 'truncated.png', 1902],
    ['multi_charset/japanese_attachment.eml', 'てすと.txt', 33],
  ])('%s brings %s of %d bytes, and they can be had', async (file, name, size) => {
    const files = (await conversationOf(file)).flatMap(message => message.files)
    const found = files.find(one => one.name === name)
    expect(found).toMatchObject({ size })
    expect((await bytesOf(there().desk, `/files/${found?.id}`)).byteLength).toBe(size)
  })

  test('delivery reports are machine mail, and mail that says not who wrote it is kept for a person', () => {
    const reports = [...there().became].filter(([file]) => file.startsWith('multipart_report_emails/'))
    expect(reports).toHaveLength(5)
    for (const [, { state }] of reports) expect(['machine', 'duplicate']).toContain(state)
    expect(mailOf('error_emails/bad_encoded_subject.eml')).toMatchObject({ state: 'kept', issue: null })
    expect(mailOf('sample_output_multipart')).toMatchObject({ state: 'kept', issue: null })
  })

  test('the examples of RFC 2822 and RFC 6532 become the conversation that they show', async () => {
    const first = mailOf('rfc2822/example01.eml')
    for (const answer of ['06', '07']) {
      expect(mailOf(`rfc2822/example${answer}.eml`)).toMatchObject({ state: 'reply', issue: first.issue })
    }
    const bodies = (await conversationOf('rfc2822/example01.eml')).map(({ body }) => body)
    expect(bodies.slice(0, 3)).toEqual([
      'This is a message just to say hello.\nSo, "Hello".',
      'This is a reply to your hello.',
      'This is a reply to your reply.',
    ])
    expect(mailOf('rfc6532/utf8_headers.eml')).toMatchObject({
      state: 'issue',
      from: 'jdöe@mächine.example',
      subject: 'Säying Hello',
    })
  })
}

async function bytesOf(desk: RunningDesk, path: string): Promise<Buffer> {
  const response = await fetch(`${desk.url}/api/v1${path}`, { headers: desk.member('Ben').headers })
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

const messagesOf = async (desk: RunningDesk, number: number | null): Promise<MessageAnswer[]> =>
  (await desk.member('Ben').get<Page<MessageAnswer>>(`/issues/${number}/messages?limit=200`)).items

/** One line for each mail: what became of it, of which issue, who wrote, and what about. */
function tableOf(became: ReadonlyMap<string, InboundAnswer>): string {
  const cell = (text: string, width: number): string => text.replace(/\s+/g, ' ').slice(0, width).padEnd(width)
  const rows = [...became].map(([file, { state, issue, from, subject, why }]) =>
    [
      cell(file, 62),
      cell(state, 9),
      cell(issue === null ? '' : `#${issue}`, 5),
      cell(from, 32),
      cell(subject ?? '', 50),
      why ?? '',
    ].join(' '),
  )
  return `\n${rows.join('\n')}\n`
}
