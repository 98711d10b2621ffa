import { createTransport } from 'nodemailer'
import PostalMime, { type Email } from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { compose, type Letter } from './compose.ts'

const letter: Letter = {
  mailId: '1042.0f1e.abc@litoral.example',
  inReplyTo: 'first@ruiz.example',
  references: [],
  fromName: 'Ben, Litoral',
  inbox: 'support@litoral.example',
  replyTo: 'support+1042.x7kabcdefghi@litoral.example',
  to: 'ana@ruiz.example',
  subject: 'Charged twice',
  body: 'Dear Ana,\n\nI have found it.',
  kind: 'message',
  promiseLine: 'You will hear from us by Friday 11:00.',
  link: 'https://desk.litoral.example/c/abc',
  companyName: 'Litoral',
}

/** The mail as it goes over the wire, and as its reader's program understands it. */
async function onTheWire(changes: Partial<Letter> = {}): Promise<{ raw: string; read: Email }> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail(compose({ ...letter, ...changes }))
  if (!Buffer.isBuffer(message)) throw new TypeError('The mail was not built at once.')
  return { raw: message.toString(), read: await PostalMime.parse(message) }
}

const headerNames = (raw: string): string[] =>
  (raw.split('\r\n\r\n')[0] ?? '')
    .split('\r\n')
    .flatMap(line => (/^\s/.test(line) ? [] : [line.slice(0, line.indexOf(':')).toLowerCase()]))
    .sort()

const header = (read: Email, name: string): string | undefined => read.headers.find(({ key }) => key === name)?.value

const usualHeaders = [
  'content-type',
  'date',
  'from',
  'in-reply-to',
  'message-id',
  'mime-version',
  'references',
  'reply-to',
  'subject',
  'to',
]

test('a mail names its writer, answers to the issue, and goes to one address', async () => {
  const { read } = await onTheWire()
  expect(read.from).toEqual({ name: 'Ben, Litoral', address: 'support@litoral.example' })
  expect(read.replyTo).toEqual([{ name: 'Ben, Litoral', address: letter.replyTo }])
  expect(read.to).toEqual([{ name: '', address: 'ana@ruiz.example' }])
  expect(compose(letter).envelope).toEqual({ from: 'support@litoral.example', to: ['ana@ruiz.example'] })
})

test('text and page both carry the words, the promise, and the way to the page', async () => {
  const { read } = await onTheWire()
  for (const part of ['Dear Ana,', 'I have found it.', 'You will hear from us by Friday 11:00.', 'Litoral']) {
    expect(read.text).toContain(part)
    expect(read.html).toContain(part)
  }
  expect(read.text).toContain('what happens next: https://desk.litoral.example/c/abc')
  expect(read.html).toContain('<a href="https://desk.litoral.example/c/abc">See who has your request')
})

test('without a promise and a page there is no trace of them', async () => {
  const { read } = await onTheWire({ promiseLine: null, link: null })
  expect(read.text?.trimEnd()).toBe('Dear Ana,\n\nI have found it.\n\n-- \nLitoral')
  expect(read.html).not.toContain('href')
})

describe('threads', () => {
  test('the Message-ID is the one that was given, on every try', async () => {
    const [one, two] = [await onTheWire(), await onTheWire({ mailId: `<${letter.mailId}>` })]
    expect([one.read.messageId, two.read.messageId]).toEqual(Array(2).fill('<1042.0f1e.abc@litoral.example>'))
  })

  test('it answers a mail, and refers to the thread with that mail last', async () => {
    const { read } = await onTheWire({
      inReplyTo: '<c@x>',
      references: ['a@x', '<c@x>', '<b@x>'],
    })
    expect(read.inReplyTo).toBe('<c@x>')
    expect(read.references).toBe('<a@x> <b@x> <c@x>')
  })

  test('of a long thread the first and the last ten are named', async () => {
    const references = Array.from({ length: 50 }, (_, index) => `m${index}@x`)
    const { read } = await onTheWire({ references, inReplyTo: 'm49@x' })
    expect(read.references).toBe(
      ['<m0@x>', ...Array.from({ length: 10 }, (_, index) => `<m${index + 40}@x>`)].join(' '),
    )
  })

  test('what is no Message-ID is left out', async () => {
    const references = ['a b@x', 'x\r\nBcc: evil@x', '', `${'x'.repeat(600)}@x`, 'good@x']
    const { read, raw } = await onTheWire({ references, inReplyTo: 'not <one> at all' })
    expect(read.references).toBe('<good@x>')
    expect(headerNames(raw)).toEqual(usualHeaders.filter(name => name !== 'in-reply-to'))
  })

  test('the first mail of a thread answers nothing', async () => {
    const { read } = await onTheWire({ inReplyTo: null })
    expect(read.subject).toBe('Charged twice')
    expect([read.inReplyTo, read.references]).toEqual([undefined, undefined])
  })

  test.each([
    ['Charged twice', 'Re: Charged twice'],
    ['Re: Charged twice', 'Re: Charged twice'],
    ['RE: AW: re[2]: Re (3):Charged twice', 'Re: Charged twice'],
    ['回复：多收了一次', 'Re: 多收了一次'],
    ['Return: Charged twice', 'Re: Return: Charged twice'],
    ['', 'Re:'],
  ])('the subject %j is answered as %j', async (subject, answer) => {
    expect((await onTheWire({ subject })).read.subject).toBe(answer)
  })
})

describe('machines', () => {
  test('what a person wrote says nothing about machines', async () => {
    expect(headerNames((await onTheWire()).raw)).toEqual(usualHeaders)
  })

  test.each([
    ['acknowledgement', 'auto-replied'],
    ['refusal', 'auto-replied'],
    ['link', 'auto-generated'],
    ['met', 'auto-generated'],
  ] as const)('automatic mail (%s) stops the machines of others, but not their bounces', async (kind, submitted) => {
    const { read, raw } = await onTheWire({ kind })
    expect(header(read, 'auto-submitted')).toBe(submitted)
    expect(header(read, 'x-auto-response-suppress')).toBe('DR, RN, NRN, OOF, AutoReply')
    expect(headerNames(raw)).not.toContain('precedence')
  })
})

describe('hostile words', () => {
  const injected = 'x\r\nBcc: evil@x.example\r\n\r\n<b>body</b>\n\u2028\u0085y'

  test.each(['fromName', 'subject', 'companyName', 'body', 'promiseLine', 'to', 'inReplyTo', 'mailId'] as const)(
    'line ends in %s add no header',
    async field => {
      const { raw, read } = await onTheWire({ [field]: injected })
      expect(usualHeaders).toEqual(expect.arrayContaining(headerNames(raw)))
      expect(read.bcc).toBeUndefined()
      expect(compose({ ...letter, [field]: injected }).envelope).toMatchObject({ from: letter.inbox })
    },
  )

  test('a name can neither become an address nor turn the direction of reading', async () => {
    const { read } = await onTheWire({ fromName: '"Ben" <evil@x.example>, \u202eeve' })
    expect(read.from).toEqual({ name: '"Ben" <evil@x.example>, eve', address: 'support@litoral.example' })
  })

  test('one address is never read as two', async () => {
    expect(compose({ ...letter, to: 'a@x.example, b@x.example' }).envelope).toEqual({
      from: letter.inbox,
      to: ['a@x.example, b@x.example'],
    })
  })

  test('what looks like a page in the words is shown as it was written', async () => {
    const body = `<script>alert(1)</script> & "quotes" <img src=x onerror='x'>`
    const { read } = await onTheWire({ body, companyName: '<i>Litoral</i>', promiseLine: '<b>by</b> 11:00' })
    expect(read.html).not.toMatch(/<(script|img|i|b)\b/)
    expect(read.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;')
    expect(read.text).toContain(body)
  })
})

describe('words', () => {
  const htmlFor = async (body: string): Promise<string> => String((await onTheWire({ body, link: null })).read.html)

  test.each([
    [
      'See https://x.example/a?b=1&c=2.',
      '<a href="https://x.example/a?b=1&amp;c=2">https://x.example/a?b=1&amp;c=2</a>.',
    ],
    ['(https://x.example/a_(b))', '(<a href="https://x.example/a_(b)">https://x.example/a_(b)</a>)'],
    ['"http://x.example/"', '&quot;<a href="http://x.example/">http://x.example/</a>&quot;'],
    ['https://x.example/"onmouseover="y', '<a href="https://x.example/">https://x.example/</a>&quot;onmouseover='],
  ])('%s becomes clickable', async (body, html) => {
    expect(await htmlFor(body)).toContain(html)
  })

  test('only web addresses become clickable', async () => {
    expect(await htmlFor('javascript:alert(1) data:text/html,x ftp://x https://')).not.toContain('<a ')
  })

  test('paragraphs, line ends and blanks are kept', async () => {
    const html = await htmlFor('One\r\ntwo\r\n\r\n\r\n  three    four')
    expect(html).toContain('>One<br>\ntwo</p>')
    expect(html).toMatch(/>(&nbsp;| )+three (&nbsp;){3}four<\/p>/)
  })

  test('words of every script come through', async () => {
    const body = 'Grüße — 你好 — مرحبا — 🧡\n\nlong '.padEnd(3000, 'ä')
    const { read, raw } = await onTheWire({ body, fromName: 'Бен, Litoral', subject: 'Zweimal abgebucht – für 你好' })
    expect(read.text).toContain(body)
    expect(read.subject).toBe('Re: Zweimal abgebucht – für 你好')
    expect(read.from?.name).toBe('Бен, Litoral')
    expect(Math.max(...raw.split('\r\n').map(line => line.length))).toBeLessThanOrEqual(998)
    expect(raw).toMatch(/^[\t\r\n -~]*$/)
  })
})
