import { buffer } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { dial, type Talk } from '../../../../test/mail-servers/talk.ts'
import { type ReceiverLimits, receiveSmtp } from './smtp-receiver.ts'

type Kept = { from: string; to: readonly string[]; raw: string }

/** A receiver for support@litoral.example, in whose place the test keeps the mails. */
async function start({
  limits = {},
  keep = async () => {},
  isOurs = address => address.endsWith('@litoral.example'),
}: {
  limits?: Partial<ReceiverLimits>
  keep?: (mail: Kept) => Promise<void>
  isOurs?: (address: string) => boolean | Promise<boolean>
} = {}) {
  const kept: Kept[] = []
  const said: string[] = []
  const receiver = await receiveSmtp({
    host: '127.0.0.1',
    port: 0,
    limits: { stopMs: 50, ...limits },
    isOurs,
    say: line => said.push(line),
    keep: async mail => {
      const raw = mail.raw instanceof Uint8Array ? Buffer.from(mail.raw) : await buffer(mail.raw)
      const one = { from: mail.envelopeFrom, to: mail.envelopeTo, raw: raw.toString('latin1') }
      await keep(one)
      kept.push(one)
    },
  })
  stops.push(receiver.stop)
  return { ...receiver, kept, said }
}

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(stops.splice(0).map(stop => stop()))
})

async function greet(port: number): Promise<Talk> {
  const client = await dial(port)
  await client.hear(/^220 /)
  client.say('EHLO client.example')
  await client.hear(/^250 /)
  return client
}

async function address(client: Talk, to = 'support@litoral.example'): Promise<void> {
  client.say('MAIL FROM:<ana@ruiz.example>')
  await client.hear(/^250 /)
  client.say(`RCPT TO:<${to}>`)
  await client.hear(/^250 /)
  client.say('DATA')
  await client.hear(/^354 /)
}

test('a mail is kept byte for byte before it is acknowledged', async () => {
  const order: string[] = []
  const { port, kept } = await start({
    keep: async () => {
      await new Promise(resolve => setImmediate(resolve))
      order.push('kept')
    },
  })
  const client = await greet(port)
  await address(client)
  client.say('Subject: Charged twice', '', 'It has happened again.', '..two dots are one', '.')
  expect(await client.hear(/^\d/)).toMatch(/^250 /)
  order.push('acknowledged')
  expect(order).toEqual(['kept', 'acknowledged'])
  expect(kept).toEqual([
    {
      from: 'ana@ruiz.example',
      to: ['support@litoral.example'],
      raw: 'Subject: Charged twice\r\n\r\nIt has happened again.\r\n.two dots are one\r\n',
    },
  ])
})

test('a mail that could not be kept is asked for again, and the next try is taken', async () => {
  let tries = 0
  const { port, kept, said } = await start({
    keep: async () => {
      tries += 1
      if (tries === 1) throw new Error('The database is not there.')
    },
  })
  const client = await greet(port)
  await address(client)
  client.say('Subject: One', '', 'words', '.')
  expect(await client.hear(/^\d/)).toMatch(/^451 4/)
  expect(said).toEqual([expect.stringContaining('The database is not there.')])
  await address(client)
  client.say('Subject: One', '', 'words', '.')
  expect(await client.hear(/^\d/)).toMatch(/^250 /)
  expect(kept).toHaveLength(1)
})

test('a recipient who is not ours is refused for good, and the others get the mail', async () => {
  const { port, kept } = await start()
  const client = await greet(port)
  client.say('MAIL FROM:<ana@ruiz.example>')
  await client.hear(/^250 /)
  client.say('RCPT TO:<sales@elsewhere.example>')
  expect(await client.hear(/^\d/)).toMatch(/^550 .*no desk at sales@elsewhere\.example/)
  client.say('DATA')
  expect(await client.hear(/^\d/)).toMatch(/^503 /)
  client.say('RCPT TO:<support+1042.abc@litoral.example>')
  await client.hear(/^250 /)
  client.say('DATA')
  await client.hear(/^354 /)
  client.say('Subject: x', '', 'y', '.')
  await client.hear(/^250 /)
  expect(kept.map(({ to }) => to)).toEqual([['support+1042.abc@litoral.example']])
})

test('when nobody can say whose address it is, the sender is asked to try again', async () => {
  const { port, said } = await start({ isOurs: () => Promise.reject(new Error('The database is not there.')) })
  const client = await greet(port)
  client.say('MAIL FROM:<ana@ruiz.example>', 'RCPT TO:<support@litoral.example>')
  await client.hear(/^250 /)
  expect(await client.hear(/^\d/)).toMatch(/^451 /)
  expect(said[0]).toContain('The database is not there.')
})

test('a mail above the limit is refused for good, whether its size was said before or not', async () => {
  const { port, kept, said } = await start({ limits: { mailSize: 10_000 } })
  const client = await greet(port)
  client.say('MAIL FROM:<ana@ruiz.example> SIZE=10001')
  expect(await client.hear(/^\d/)).toMatch(/^552 /)
  await address(client)
  client.say('Subject: Large', '', ...Array<string>(200).fill('x'.repeat(70)), '.')
  expect(await client.hear(/^\d/)).toMatch(/^552 5\.3\.4 /)
  await address(client)
  client.say('Subject: Small', '', 'fits', '.')
  expect(await client.hear(/^\d/)).toMatch(/^250 /)
  expect(kept.map(({ raw }) => raw)).toEqual(['Subject: Small\r\n\r\nfits\r\n'])
  expect(said).toEqual([])
})

test('a client that dies in the middle of a mail leaves nothing, and the next one is served', async () => {
  const { port, kept, said } = await start()
  for (const leave of ['end', 'cut'] as const) {
    const dying = await greet(port)
    await address(dying)
    dying.say('Subject: Half', '', 'the first half')
    dying[leave]()
    await dying.gone
  }
  const client = await greet(port)
  await address(client)
  client.say('Subject: Whole', '', 'words', '.')
  await client.hear(/^250 /)
  expect(kept.map(({ raw }) => raw)).toEqual(['Subject: Whole\r\n\r\nwords\r\n'])
  expect(said).toEqual(Array(2).fill('Mail from 127.0.0.1 broke off before its end. Its sender has to send it again.'))
})

test('bare line feeds, NUL and 8-bit bytes come through as they are, and a lone dot between bare line feeds ends nothing', async () => {
  const { port, kept } = await start()
  const client = await greet(port)
  client.say('MAIL FROM:<ana@ruiz.example> BODY=8BITMIME')
  await client.hear(/^250 /)
  client.say('RCPT TO:<support@litoral.example>', 'DATA')
  await client.hear(/^354 /)
  const odd = 'Subject: Odd\n\nbare\n.\nMAIL FROM:<smuggled@x.example>\nNUL \0 high \xff\xe9\rcarriage\r\n'
  client.sayRaw(Buffer.from(`${odd}.\r\n`, 'latin1'))
  expect(await client.hear(/^\d/)).toMatch(/^250 /)
  expect(kept.map(({ raw }) => raw)).toEqual([odd])
})

test('an address beyond ASCII is taken with SMTPUTF8', async () => {
  const { port, kept } = await start()
  const client = await greet(port)
  client.sayRaw(
    Buffer.from('MAIL FROM:<josé@ruiz.example> SMTPUTF8\r\nRCPT TO:<soporte-ñ@litoral.example>\r\nDATA\r\n'),
  )
  await client.hear(/^354 /)
  client.say('Subject: x', '', 'y', '.')
  expect(await client.hear(/^\d/)).toMatch(/^250 /)
  expect(kept).toMatchObject([{ from: 'josé@ruiz.example', to: ['soporte-ñ@litoral.example'] }])
})

test('commands and whole mails may come all at once', async () => {
  const { port, kept } = await start()
  const client = await greet(port)
  const mail = (subject: string) => `Subject: ${subject}\r\n\r\nwords\r\n.\r\n`
  const commands = 'MAIL FROM:<ana@ruiz.example>\r\nRCPT TO:<support@litoral.example>\r\nDATA\r\n'
  client.sayRaw(`${commands}${mail('One')}${commands}${mail('Two')}QUIT\r\n`)
  await client.hear(/^221 /)
  await client.gone
  expect(kept.map(({ raw }) => raw.split('\r\n')[0])).toEqual(['Subject: One', 'Subject: Two'])
})

test('a null return path is an empty sender', async () => {
  const { port, kept } = await start()
  const client = await greet(port)
  client.say('MAIL FROM:<>', 'RCPT TO:<support@litoral.example>', 'DATA')
  await client.hear(/^354 /)
  client.say('Subject: Undelivered', '', 'x', '.')
  await client.hear(/^250 /)
  expect(kept).toMatchObject([{ from: '' }])
})

test('a client that falls silent is sent away', async () => {
  const { port, kept } = await start({ limits: { idleMs: 300 } })
  const silent = await greet(port)
  await address(silent)
  silent.say('Subject: Half')
  expect(await silent.hear(/^\d/)).toMatch(/^421 /)
  await silent.gone
  expect(kept).toEqual([])
})

test('a client that trickles for ever is cut off', async () => {
  const { port, kept } = await start({ limits: { idleMs: 300, sessionMs: 1000 } })
  const client = await greet(port)
  await address(client)
  const trickle = setInterval(() => client.sayRaw('x'), 20)
  await client.gone
  clearInterval(trickle)
  expect(kept).toEqual([])
})

test('a client that waits for a slow keeping is not sent away', async () => {
  const keeping = Promise.withResolvers<void>()
  const { port } = await start({ limits: { idleMs: 300 }, keep: () => keeping.promise })
  const client = await greet(port)
  await address(client)
  client.say('Subject: x', '', 'y', '.')
  // Who came later and is silent is sent away first: then the patience for this one would be over, too.
  const silent = await greet(port)
  expect(await silent.hear(/^\d/)).toMatch(/^421 /)
  keeping.resolve()
  expect(await client.hear(/^\d/)).toMatch(/^250 /)
})

test('too many clients, recipients and letters in a command are refused', async () => {
  const { port } = await start({ limits: { clients: 2, recipients: 2 } })
  const client = await greet(port)
  const second = await greet(port)
  const third = await dial(port)
  expect(await third.hear(/^\d/)).toMatch(/^421 /)
  client.say('MAIL FROM:<ana@ruiz.example>')
  await client.hear(/^250 /)
  client.say(...['a', 'b', 'c'].map(name => `RCPT TO:<${name}@litoral.example>`))
  const answers = [await client.hear(/^\d/), await client.hear(/^\d/), await client.hear(/^\d/)]
  expect(answers.map(line => line.slice(0, 3))).toEqual(['250', '250', '452'])
  second.say(`NOOP ${'x'.repeat(5000)}`)
  expect(await second.hear(/^\d/)).toMatch(/^421 /)
})

test('signing in, encryption and what speaks HTTP are not for here', async () => {
  const { port } = await start()
  const client = await dial(port)
  await client.hear(/^220 /)
  client.say('EHLO client.example')
  const offers: string[] = []
  do offers.push(await client.hear(/^250/))
  while (!offers.at(-1)?.startsWith('250 '))
  expect(offers.join('\n')).not.toMatch(/AUTH|STARTTLS/)
  expect(offers.join('\n')).toMatch(/SIZE 157286400/)
  client.say('AUTH PLAIN AGFuYQBzZWNyZXQ=')
  expect(await client.hear(/^\d/)).toMatch(/^500 /)
  const browser = await dial(port)
  await browser.hear(/^220 /)
  browser.say('POST / HTTP/1.1')
  expect(await browser.hear(/^\d/)).toMatch(/^421 /)
})

test('when it stops, a mail that is being kept is acknowledged, and idle clients are sent away', async () => {
  let finish = (): void => {}
  const isKeeping = Promise.withResolvers<void>()
  const { port, stop, kept } = await start({
    limits: { stopMs: 5_000 },
    keep: () =>
      new Promise(resolve => {
        finish = resolve
        isKeeping.resolve()
      }),
  })
  const idle = await greet(port)
  const client = await greet(port)
  await address(client)
  client.say('Subject: x', '', 'y', '.')
  await isKeeping.promise
  const stopped = stop()
  expect(await idle.hear(/^\d/)).toMatch(/^421 /)
  finish()
  expect(await client.hear(/^\d/)).toMatch(/^250 /)
  client.say('QUIT')
  await client.gone
  await stopped
  expect(kept).toHaveLength(1)
  await expect(dial(port)).rejects.toThrow('ECONNREFUSED')
})

test('a port that is taken is said with the remedy', async () => {
  const { port } = await start()
  const second = receiveSmtp({ host: '127.0.0.1', port, keep: async () => {}, isOurs: () => true, say: () => {} })
  await expect(second).rejects.toThrow(
    `Mail can't be received on 127.0.0.1:${port}: another program listens there. Stop it, or set BATON_SMTP_LISTEN.`,
  )
})
