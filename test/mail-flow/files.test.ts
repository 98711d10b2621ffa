import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MessageAnswer } from '../../src/contract/answers.ts'
import { type SmtpSink, startSmtpSink } from '../mail-servers/smtp-sink.ts'
import { field, written } from './letters.ts'
import { type RunningDesk, startDesk } from './running-desk.ts'
import { mailTo, messagesOf, outboxOf } from './talks.ts'

const megabyte = 1024 * 1024
let sink: SmtpSink
let desk: RunningDesk

beforeAll(async () => {
  sink = await startSmtpSink()
  desk = await startDesk({ BATON_SMTP: sink.url })
})
afterAll(async () => {
  await desk.stop()
  await sink.stop()
})

const rosa = { from: 'Rosa Vidal <rosa@vidal.example>', address: 'rosa@vidal.example' }

async function answerOf(path: string): Promise<Response> {
  return fetch(`${desk.url}/api/v1${path}`, { headers: desk.member('Ben').headers })
}

const filesOf = (messages: MessageAnswer[]) => messages.flatMap(({ files }) => files)

test('a file of 24 MB arrives whole: what is downloaded is what was sent', async () => {
  const content = randomBytes(24 * megabyte)
  const raw = await written({
    from: 'big@files.example',
    text: 'The plan of the house.',
    attachments: [{ filename: 'plan.bin', content }],
  })
  const taken = await desk.gets(raw, { from: 'big@files.example' })
  expect(taken).toMatchObject({ state: 'issue' })
  const [file] = filesOf(await messagesOf(desk, taken.issue ?? 0))
  expect(file).toMatchObject({ name: 'plan.bin', size: content.byteLength, inline: false })
  const answer = await answerOf(`/files/${file?.id}`)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment.*plan\.bin/)
  expect(answer.headers.get('content-length')).toBe(String(content.byteLength))
  expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
})

test('of a mail with a file of more than 25 MB the words arrive; the file is refused, and its sender hears so in the thread', async () => {
  const messageId = '<too-large@vidal.example>'
  const raw = await written({
    ...rosa,
    subject: 'My contract',
    messageId,
    text: 'Here is my contract, and a film of the damage.',
    attachments: [
      { filename: 'contract.pdf', content: Buffer.from('%PDF-1.7 contract') },
      { filename: 'film.mp4', content: randomBytes(26 * megabyte) },
    ],
  })
  const taken = await desk.gets(raw, { from: rosa.address })
  expect(taken.state).toBe('issue')
  const messages = await messagesOf(desk, taken.issue ?? 0)
  expect(messages[0]?.body).toBe('Here is my contract, and a film of the damage.')
  expect(filesOf(messages).map(({ name }) => name)).toEqual(['contract.pdf'])
  const refusal = await sink.next(({ to, mail }) => to.includes(rosa.address) && /too large/.test(mail.text ?? ''))
  expect(refusal.mail.text).toContain('film.mp4 (26.0 MB)')
  expect(refusal.mail.text).toContain('up to 25 MB')
  expect(refusal.mail.subject).toBe('Re: My contract')
  expect(field(refusal, 'in-reply-to')).toBe(messageId)
  expect(field(refusal, 'auto-submitted')).toBe('auto-replied')
  expect(field(refusal, 'reply-to')).toContain(`+${taken.issue}.`)
  // The acknowledgement goes out all the same.
  await sink.next(({ to, mail }) => to.includes(rosa.address) && /looks after it/.test(mail.text ?? ''))
  const raws = await answerOf(`/mail/${taken.id}/raw`)
  expect((await raws.arrayBuffer()).byteLength).toBe(taken.size)
})

test('who got five automatic mails within the hour gets no more of them, also not about files', async () => {
  const from = 'loop@files.example'
  await desk.database.query(
    `insert into outbound_mail (
      workspace_id, outbound_id, kind, mail_id, from_name, to_address, subject, body, state, created_at
    )
    select 1, gen_random_uuid(), 'refusal', gen_random_uuid()::text, 'Litoral', $1, 'Film', 'Too large', 'sent', now()
    from generate_series(1, 5)`,
    [from],
  )
  const film = { filename: 'film.mp4', content: randomBytes(26 * megabyte) }
  const taken = await desk.gets(await written({ from, text: 'Film', attachments: [film] }), { from })
  expect(taken.state).toBe('issue')
  expect(await outboxOf(desk, taken.issue ?? 0)).toEqual([])
})

test('pictures in the text are shown in their places, and nothing is fetched from elsewhere', async () => {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const raw = await written({
    from: 'pia@pictures.example',
    html: '<p>The light is <b>red</b>:</p><img src="cid:light@pictures.example"><img src="https://tracker.example/p.gif"><script>alert(1)</script>',
    text: 'The light is red:',
    attachments: [
      { filename: 'light.png', content: picture, cid: 'light@pictures.example', contentDisposition: 'inline' },
    ],
  })
  const taken = await desk.gets(raw, { from: 'pia@pictures.example' })
  const [message] = await messagesOf(desk, taken.issue ?? 0)
  expect(message).toMatchObject({ html: true, files: [{ name: 'light.png', inline: true }] })
  const page = await answerOf(`/messages/${message?.id}/html`)
  expect(page.headers.get('content-security-policy')).toMatch(/sandbox .*img-src 'self' data:;/)
  const html = await page.text()
  const shown = /<img[^>]* src="\/api\/v1(\/files\/[^"]+)"/.exec(html)?.[1] ?? 'none'
  expect(html).not.toMatch(/<script|alert/)
  expect(html).not.toMatch(/<img[^>]* src="https:/)
  const file = await answerOf(shown)
  expect(file.headers.get('content-type')).toBe('image/png')
  expect(Buffer.from(await file.arrayBuffer()).equals(picture)).toBe(true)
})

test('a mail whose file is too large is refused once by each way: no second refusal for its copy', async () => {
  const raw = await written({
    from: 'copy@files.example',
    messageId: '<copy@files.example>',
    attachments: [{ filename: 'film.mp4', content: randomBytes(26 * megabyte) }],
  })
  const first = await desk.gets(raw, { from: 'copy@files.example' })
  const again = await desk.gets(raw, { from: 'copy@files.example' })
  expect(again.state).toBe('duplicate')
  expect((await outboxOf(desk, first.issue ?? 0)).map(({ kind }) => kind).sort()).toEqual([
    'acknowledgement',
    'refusal',
  ])
  await mailTo(sink, 'copy@files.example', 'automatic')
})
