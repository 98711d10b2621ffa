import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Dovecot, hasDovecot, startDovecot } from '../../../../test/mail-servers/dovecot.ts'
import { type KeptMails, keptMails, saidLines } from '../../../../test/mail-servers/kept-mails.ts'
import type { RawMail } from '../keep.ts'
import { type FetcherPatience, fetchImap } from './imap.ts'

const quick: Partial<FetcherPatience> = { firstPauseMs: 10, longestPauseMs: 50, stopMs: 500 }

const mailOf = (subject: string): string =>
  `Return-Path: <ana@ruiz.example>\r\nFrom: Ana <ana@ruiz.example>\r\nSubject: ${subject}\r\n\r\nIt is back.\r\n`

const subjectsOf = (mails: readonly RawMail[]): (string | undefined)[] =>
  mails.map(({ raw }) => /^Subject: (.*)\r$/m.exec(String(raw))?.[1])

if (!hasDovecot) {
  console.warn('NOT TESTED: fetching mail from a real IMAP server. Install it: apt-get install dovecot-imapd')
  test('NOT TESTED since dovecot is missing: fetching mail from a real IMAP server', () => {
    expect(hasDovecot).toBe(false)
  })
}

describe.runIf(hasDovecot)('with dovecot', () => {
  let server: Dovecot
  let stops: (() => Promise<void>)[] = []

  beforeEach(async () => {
    server = await startDovecot()
  })
  afterEach(async () => {
    await Promise.all(stops.map(stop => stop()))
    stops = []
    await server.remove()
  })

  function start(
    kept: KeptMails,
    {
      patience = {},
      login = {},
    }: { patience?: Partial<FetcherPatience>; login?: { password?: string; mailbox?: string } } = {},
  ) {
    const said = saidLines()
    const mailbox = { ...server.mailbox, ...login }
    const fetcher = fetchImap({ mailbox, keep: kept.keep, say: said.say, patience: { ...quick, ...patience } })
    stops.push(fetcher.stop)
    return { ...fetcher, said }
  }

  test('what is unread is taken at the start, in order, byte for byte, and then marked as read', async () => {
    const odd = Buffer.from('Return-Path: <>\r\nSubject: odd\r\n\r\nhigh \xff\xe9, long '.padEnd(5000, 'x'), 'latin1')
    await server.deliver(mailOf('one'))
    await server.deliver(Buffer.concat([odd, Buffer.from('\r\n')]))
    const kept = keptMails()
    const { stop, said } = start(kept)
    await kept.count(2)
    await stop()
    expect(subjectsOf(kept.all)).toEqual(['one', 'odd'])
    expect(Buffer.from(kept.all[1]?.raw as Uint8Array)).toEqual(Buffer.concat([odd, Buffer.from('\r\n')]))
    expect(kept.all.map(({ envelopeFrom }) => envelopeFrom)).toEqual(['ana@ruiz.example', ''])
    expect(kept.all[0]?.sourceKey).toMatch(/^127\.0\.0\.1\/desk\/INBOX\/\d+\/1$/)
    expect(await server.counts()).toEqual({ read: 2, all: 2 })
    expect(said.lines).toEqual([`Mail is fetched from INBOX of desk at 127.0.0.1:${server.mailbox.port}.`])
  })

  test('what comes later is taken when the server tells of it', async () => {
    const kept = keptMails()
    const { said } = start(kept)
    await said.heard(/^Mail is fetched/)
    for (const [index, subject] of ['one', 'two', 'three'].entries()) {
      await server.deliver(mailOf(subject))
      await kept.count(index + 1)
    }
    expect(subjectsOf(kept.all)).toEqual(['one', 'two', 'three'])
  })

  test('many at once are all taken, each once', async () => {
    for (let n = 0; n < 450; n += 1) await server.deliver(mailOf(`mail ${n}`))
    const kept = keptMails()
    const { stop } = start(kept)
    await kept.count(450)
    await stop()
    expect(subjectsOf(kept.all)).toEqual(Array.from({ length: 450 }, (_, n) => `mail ${n}`))
    expect(await server.counts()).toEqual({ read: 450, all: 450 })
  })

  test('a mail that could not be kept stays unread, is taken again, and does not hold up the others', async () => {
    await server.deliver(mailOf('one'))
    await server.deliver(mailOf('two'))
    const readAtFailure: number[] = []
    const kept = keptMails(async nth => {
      if (nth !== 1) return
      readAtFailure.push((await server.counts()).read)
      throw new Error('The database is not there.')
    })
    const { said, stop } = start(kept)
    await kept.count(2)
    await stop()
    expect(readAtFailure).toEqual([0])
    expect(subjectsOf(kept.all)).toEqual(['two', 'one'])
    expect(await server.counts()).toEqual({ read: 2, all: 2 })
    expect(said.lines).toContain(
      'A mail in INBOX could not be kept and stays unread: The database is not there. Trying again.',
    )
  })

  test('a server that crashes and comes back is found again, and nothing is left out', async () => {
    const kept = keptMails()
    const { said, stop } = start(kept)
    await server.deliver(mailOf('one'))
    await kept.count(1)
    await server.deliver(mailOf('two'))
    await kept.count(2)
    await server.crash()
    await said.heard(/Trying again/)
    await server.deliver(mailOf('three'))
    await server.start()
    await kept.found(({ raw }) => String(raw).includes('Subject: three'))
    await stop()
    // What was kept, but not marked before the crash, comes twice under the same key.
    const once = new Map(kept.all.map(mail => [mail.sourceKey, mail]))
    expect(subjectsOf([...once.values()])).toEqual(['one', 'two', 'three'])
    expect(said.lines.at(-1)).toMatch(/^Mail is fetched from/)
    expect(await server.counts()).toEqual({ read: 3, all: 3 })
  })

  test('a fetcher that starts again takes only what is new', async () => {
    await server.deliver(mailOf('one'))
    const kept = keptMails()
    const first = start(kept)
    await kept.count(1)
    await first.stop()
    await server.deliver(mailOf('two'))
    start(kept)
    await kept.count(2)
    expect(subjectsOf(kept.all)).toEqual(['one', 'two'])
  })

  test('when the server counts its mails anew, the old number is not mistaken for the old mail', async () => {
    await server.deliver(mailOf('one'))
    const kept = keptMails()
    const first = start(kept)
    await kept.count(1)
    await first.stop()
    await server.stop()
    await server.forgetUids()
    await server.deliver(mailOf('two'))
    await server.start()
    const second = start(kept)
    await kept.count(2)
    await second.stop()
    expect(subjectsOf(kept.all)).toEqual(['one', 'two'])
    const [one, two] = kept.all.map(({ sourceKey }) => sourceKey?.split('/')[3])
    expect(one).not.toBe(two)
  })

  test('a wrong password is said with the remedy, but never shown', async () => {
    const { said, stop } = start(keptMails(), { login: { password: 'hunter2' } })
    const line = await said.heard(/sign in/)
    await stop()
    expect(line).toContain('does not let "desk" sign in. Check the password in BATON_IMAP.')
    expect(said.lines.join('\n')).not.toContain('hunter2')
  })

  test('a mailbox that is not there is said with the remedy', async () => {
    const { said } = start(keptMails(), { login: { mailbox: 'Suport' } })
    expect(await said.heard(/Suport/)).toContain('has no mailbox "Suport". Check the end of BATON_IMAP.')
  })

  test('stopping waits for the mail that is being kept, and leaves the next one unread', async () => {
    await server.deliver(mailOf('one'))
    await server.deliver(mailOf('two'))
    const keeping = Promise.withResolvers<void>()
    const isKeeping = Promise.withResolvers<void>()
    const kept = keptMails(() => {
      isKeeping.resolve()
      return keeping.promise
    })
    const { stop } = start(kept, { patience: { stopMs: 5_000 } })
    await isKeeping.promise
    const stopped = stop()
    keeping.resolve()
    await stopped
    expect(subjectsOf(kept.all)).toEqual(['one'])
    expect(await server.counts()).toEqual({ read: 1, all: 2 })
  })
})
