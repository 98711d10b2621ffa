import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { type SmtpSink, startSmtpSink } from '../../../../test/mail-servers/smtp-sink.ts'
import { startTalker, type Talk } from '../../../../test/mail-servers/talk.ts'
import { compose } from '../outgoing/compose.ts'
import { encryptionFor, type MailServer } from './mail-server.ts'
import { openSender, type Sender, type SenderPatience } from './smtp-sender.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

function senderFor(port: number, server: Partial<MailServer> = {}, patience: Partial<SenderPatience> = {}): Sender {
  const sender = openSender({ host: '127.0.0.1', port, tls: false, user: null, password: null, ...server }, patience)
  ends.push(sender.close)
  return sender
}

async function sink(options: SMTPServerOptions = {}): Promise<SmtpSink> {
  const started = await startSmtpSink(options)
  ends.push(started.stop)
  return started
}

async function talker(answer: (talk: Talk, caller: number) => Promise<unknown>) {
  const started = await startTalker(answer)
  ends.push(started.stop)
  return started
}

const mailTo = (to: string, mailId = 'one@litoral.example') =>
  compose({
    mailId,
    inReplyTo: null,
    references: [],
    fromName: 'Ben, Litoral',
    inbox: 'support@litoral.example',
    replyTo: 'support@litoral.example',
    to,
    subject: 'Charged twice',
    body: 'I have found it.',
    kind: 'message',
    promiseLine: null,
    link: null,
    companyName: 'Litoral',
  })

const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode })

test("a mail that is taken is sent, with the server's words", async () => {
  const server = await sink()
  const sent = await senderFor(server.port).send(mailTo('ana@ruiz.example'))
  expect(sent).toEqual({ state: 'sent', response: expect.stringContaining('250') })
  const { from, to, mail } = await server.next()
  expect({ from, to }).toEqual({ from: 'support@litoral.example', to: ['ana@ruiz.example'] })
  expect(mail.messageId).toBe('<one@litoral.example>')
})

test('many mails share a few connections', async () => {
  let connections = 0
  const server = await sink({
    onConnect: (_session, answer) => {
      connections += 1
      answer()
    },
  })
  const sender = senderFor(server.port)
  const sent = await Promise.all(
    Array.from({ length: 40 }, (_, n) => sender.send(mailTo('ana@ruiz.example', `${n}@x`))),
  )
  expect(sent.every(({ state }) => state === 'sent')).toBe(true)
  expect(new Set(server.mails.map(({ mail }) => mail.messageId)).size).toBe(40)
  expect(connections).toBeLessThanOrEqual(5)
})

const stages: [string, SMTPServerOptions][] = [
  ['the connection', { onConnect: (_session, answer) => answer(refusal(421, 'Busy.')) }],
  ['the sender', { onMailFrom: (_address, _session, answer) => answer(refusal(451, 'Busy.')) }],
  ['the recipient', { onRcptTo: (_address, _session, answer) => answer(refusal(450, 'Greylisted.')) }],
  [
    'the mail',
    { onData: (stream, _session, answer) => stream.on('end', () => answer(refusal(452, 'Full.'))).resume() },
  ],
]

test.each(stages)('a server that does not take %s now is tried again later', async (_stage, options) => {
  const server = await sink(options)
  const sent = await senderFor(server.port).send(mailTo('ana@ruiz.example'))
  expect(sent).toEqual({ state: 'failed_for_now', why: expect.stringMatching(/Busy|Greylisted|Full/) })
})

test.each<[string, SMTPServerOptions]>([
  ['the recipient', { onRcptTo: (_address, _session, answer) => answer(refusal(550, 'No such person.')) }],
  [
    'the mail',
    { onData: (stream, _session, answer) => stream.on('end', () => answer(refusal(554, 'No such person.'))).resume() },
  ],
])('a server that will never take %s is not tried again', async (_stage, options) => {
  const server = await sink(options)
  const sent = await senderFor(server.port).send(mailTo('gone@ruiz.example'))
  expect(sent).toEqual({ state: 'failed_for_good', why: expect.stringContaining('No such person.') })
})

test.each<[string, SMTPServerOptions]>([
  ['us at all', { onConnect: (_session, answer) => answer(refusal(554, 'Blocked.')) }],
  ['our address', { onMailFrom: (_address, _session, answer) => answer(refusal(550, 'Blocked.')) }],
  ['us without a password', { onRcptTo: (_address, _session, answer) => answer(refusal(530, 'Blocked.')) }],
])('a server that does not want %s says nothing about the customer: it is tried again', async (_what, options) => {
  const server = await sink(options)
  const sent = await senderFor(server.port).send(mailTo('ana@ruiz.example'))
  expect(sent).toEqual({ state: 'failed_for_now', why: expect.stringContaining('Blocked.') })
})

test('a refused mail does not harm the next one', async () => {
  const server = await sink({
    onRcptTo: ({ address }, _session, answer) => answer(address.startsWith('gone@') ? refusal(550, 'Gone.') : null),
  })
  const sender = senderFor(server.port)
  expect((await sender.send(mailTo('gone@ruiz.example'))).state).toBe('failed_for_good')
  expect((await sender.send(mailTo('ana@ruiz.example'))).state).toBe('sent')
})

test.each([
  'no address',
  'a@x.example, b@x.example',
  'a@x.example> SIZE=1',
  'a@x\r\nRSET',
  '',
  `${'a'.repeat(250)}@x.example`,
])('%j is no address, for good, and no server is asked', async to => {
  const server = await talker(async () => {})
  const sent = await senderFor(server.port).send(mailTo(to))
  expect(sent).toEqual({ state: 'failed_for_good', why: expect.stringContaining('is no address') })
  expect(server.callers()).toBe(0)
})

/** The server's side of a mail, up to where the mail begins. */
async function untilData(talk: Talk): Promise<void> {
  talk.say('220 talker')
  await talk.hear(/^EHLO/)
  talk.say('250 talker')
  await talk.hear(/^MAIL/)
  talk.say('250 ok')
  await talk.hear(/^RCPT/)
  talk.say('250 ok')
  await talk.hear(/^DATA/)
}

test('a server that dies after it had the mail, before it said so, is tried again with the same Message-ID', async () => {
  const ids: string[] = []
  const server = await talker(async (talk, caller) => {
    await untilData(talk)
    talk.say('354 go on')
    ids.push(await talk.hear(/^Message-ID:/i))
    await talk.hear(/^\.$/)
    if (caller === 1) talk.cut()
    else talk.say('250 ok')
  })
  const sender = senderFor(server.port)
  expect(await sender.send(mailTo('ana@ruiz.example'))).toEqual({
    state: 'failed_for_now',
    why: expect.stringContaining(`127.0.0.1:${server.port}`),
  })
  expect(server.callers()).toBe(1)
  expect((await sender.send(mailTo('ana@ruiz.example'))).state).toBe('sent')
  expect(ids).toEqual(Array(2).fill('Message-ID: <one@litoral.example>'))
})

test.each<[string, (talk: Talk) => Promise<unknown>]>([
  ['before it greets', async talk => talk.cut()],
  [
    'after its greeting',
    async talk => {
      talk.say('220 talker')
      await talk.hear(/^EHLO/)
      talk.end()
    },
  ],
  [
    'when it should take the mail',
    async talk => {
      await untilData(talk)
      talk.end()
    },
  ],
  [
    'in the middle of the mail',
    async talk => {
      await untilData(talk)
      talk.say('354 go on')
      await talk.hear(/^Subject/)
      talk.cut()
    },
  ],
])('a server that hangs up %s is tried again later', async (_moment, answer) => {
  const server = await talker(answer)
  const sent = await senderFor(server.port).send(mailTo('ana@ruiz.example'))
  expect(sent).toEqual({ state: 'failed_for_now', why: expect.stringContaining(`127.0.0.1:${server.port}`) })
})

test.each<[string, (talk: Talk) => Promise<unknown>]>([
  ['before it greets', talk => talk.gone],
  [
    'after its greeting',
    async talk => {
      talk.say('220 talker')
      await talk.gone
    },
  ],
  [
    'when it should take the mail',
    async talk => {
      await untilData(talk)
      await talk.gone
    },
  ],
  [
    'when it has the mail',
    async talk => {
      await untilData(talk)
      talk.say('354 go on')
      await talk.gone
    },
  ],
])('a server that falls silent %s is given up, and tried again later', async (_moment, answer) => {
  const server = await talker(answer)
  const sent = await senderFor(server.port, {}, { connectMs: 200, silentMs: 200 }).send(mailTo('ana@ruiz.example'))
  expect(sent).toEqual({ state: 'failed_for_now', why: expect.stringContaining('did not answer in time') })
})

test('a server that trickles its answer is given up, too', async () => {
  const server = await talker(async talk => {
    await untilData(talk)
    talk.say('354 go on')
    await talk.hear(/^\.$/)
    const trickle = setInterval(() => talk.sayRaw('2'), 20)
    await talk.gone
    clearInterval(trickle)
  })
  const sender = senderFor(server.port, {}, { silentMs: 300, mailMs: 600 })
  expect(await sender.send(mailTo('ana@ruiz.example'))).toEqual({
    state: 'failed_for_now',
    why: expect.stringContaining('did not answer in time'),
  })
})

test('a server that is down is tried again, and found when it is back', async () => {
  const server = await sink()
  await server.stop()
  const sender = senderFor(server.port)
  expect(await sender.send(mailTo('ana@ruiz.example'))).toEqual({
    state: 'failed_for_now',
    why: expect.stringContaining('could not be reached'),
  })
  await server.start()
  expect((await sender.send(mailTo('ana@ruiz.example'))).state).toBe('sent')
})

test('a connection that the server ended between two mails costs nothing', async () => {
  const server = await talker(async (talk, caller) => {
    await untilData(talk)
    talk.say('354 go on')
    await talk.hear(/^\.$/)
    talk.say(`250 mail ${caller}`)
    talk.end()
  })
  const sender = senderFor(server.port)
  expect(await sender.send(mailTo('ana@ruiz.example'))).toEqual({ state: 'sent', response: '250 mail 1' })
  expect(await sender.send(mailTo('ana@ruiz.example'))).toEqual({ state: 'sent', response: '250 mail 2' })
})

test('signing in works, and a wrong password is said without showing it', async () => {
  const server = await sink({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, answer) =>
      username === 'desk' && password === 'right'
        ? answer(null, { user: 'desk' })
        : answer(refusal(535, 'Bad password.')),
  })
  const right = senderFor(server.port, { user: 'desk', password: 'right' })
  expect((await right.send(mailTo('ana@ruiz.example'))).state).toBe('sent')
  const wrong = await senderFor(server.port, { user: 'desk', password: 'hunter2' }).send(mailTo('ana@ruiz.example'))
  expect(wrong).toEqual({
    state: 'failed_for_now',
    why: expect.stringMatching(/"desk".*Check the password in BATON_SMTP/),
  })
  expect(JSON.stringify(wrong)).not.toContain('hunter2')
})

test('a password never goes out unencrypted, except on this machine', () => {
  const server: MailServer = { host: 'mail.example', port: 587, tls: false, user: 'desk', password: 'secret' }
  expect(encryptionFor(server)).toBe('required')
  expect(encryptionFor({ ...server, host: 'localhost' })).toBe('none')
  expect(encryptionFor({ ...server, host: '127.example' })).toBe('required')
  expect(encryptionFor({ ...server, user: null, password: null })).toBe('when_offered')
  expect(encryptionFor({ ...server, host: '127.0.0.1', tls: true })).toBe('tls')
})

test('closing lets a mail that is on its way arrive', async () => {
  const arriving = Promise.withResolvers<void>()
  const taken = Promise.withResolvers<void>()
  const server = await talker(async talk => {
    await untilData(talk)
    talk.say('354 go on')
    await talk.hear(/^\.$/)
    arriving.resolve()
    await taken.promise
    talk.say('250 ok')
  })
  const sender = senderFor(server.port)
  const sent = sender.send(mailTo('ana@ruiz.example'))
  await arriving.promise
  const closed = sender.close()
  taken.resolve()
  expect((await sent).state).toBe('sent')
  await closed
})

test('closing does not wait for ever for a server that has fallen silent', async () => {
  const arriving = Promise.withResolvers<void>()
  const server = await talker(async talk => {
    await untilData(talk)
    arriving.resolve()
    await talk.gone
  })
  const sender = senderFor(server.port, {}, { closeMs: 50 })
  const sent = sender.send(mailTo('ana@ruiz.example'))
  await arriving.promise
  await sender.close()
  expect((await sent).state).toBe('failed_for_now')
})
