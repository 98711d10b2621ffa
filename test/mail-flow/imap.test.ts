import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startServer } from '../crash/server-process.ts'
import { type Dovecot, hasDovecot, startDovecot } from '../mail-servers/dovecot.ts'
import { written } from './letters.ts'
import { type RunningDesk, startDesk } from './running-desk.ts'
import { messagesOf } from './talks.ts'

if (!hasDovecot) {
  test('NO IMAP SERVER: the desk is not tested against dovecot (apt-get install dovecot-imapd)', () => {
    expect(hasDovecot).toBe(false)
  })
}

describe.runIf(hasDovecot)('a whole desk at a real IMAP server', () => {
  let dovecot: Dovecot
  let desk: RunningDesk

  beforeEach(async () => {
    dovecot = await startDovecot()
    desk = await startDesk()
  })
  afterEach(async () => {
    await desk.stop()
    await dovecot.remove()
  })

  const imapAt = (port: number): string => `imap://desk:right@127.0.0.1:${port}/INBOX`

  /** A mail with a file, as a person writes it. */
  const letter = (nth: number): Promise<Buffer> =>
    written({
      from: `Reader ${nth} <reader${nth}@imap.example>`,
      messageId: `<${nth}@imap.example>`,
      subject: `Letter ${nth}`,
      text: `This is letter ${nth}.`,
    })

  /** The states of mails, by their subjects, when as many as wanted have been read. */
  const read = (many: number): Promise<Map<string, { state: string; issue: number }>> =>
    desk.until(`${many} mails are read`, async () => {
      const { rows } = await desk.database.query<{ subject: string; state: string; issue: number }>(
        `select hint_subject as subject, state, number as issue from inbound_mail where state <> 'waiting'`,
      )
      return rows.length >= many && new Map(rows.map(({ subject, ...mail }) => [subject, mail]))
    })

  test('what is in the mailbox becomes issues; what comes later does, when it comes; each is marked as read', async () => {
    for (const nth of [1, 2, 3]) await dovecot.deliver(await letter(nth))
    await desk.restart({ BATON_IMAP: imapAt(dovecot.mailbox.port) })
    const mails = await read(3)
    expect([...mails].map(([subject, { state }]) => [subject, state]).sort()).toEqual([
      ['Letter 1', 'issue'],
      ['Letter 2', 'issue'],
      ['Letter 3', 'issue'],
    ])
    expect((await messagesOf(desk, mails.get('Letter 2')?.issue ?? 0))[0]?.body).toBe('This is letter 2.')
    // The server tells of it by itself (IDLE): the next look would be minutes later.
    await dovecot.deliver(await letter(4))
    expect((await read(4)).get('Letter 4')?.state).toBe('issue')
    await dovecot.deliver(await letter(5))
    await read(5)
    // Whoever fetches the fifth has marked the fourth.
    expect((await dovecot.counts()).read).toBeGreaterThanOrEqual(4)
    expect(desk.said).toEqual([`Mail is fetched from INBOX of desk at 127.0.0.1:${dovecot.mailbox.port}.`])
  })

  test('a server that is killed after it kept a mail and before it could mark it: no mail is lost, none is there twice', async () => {
    for (const nth of [1, 2, 3]) await dovecot.deliver(await letter(nth))
    const line = await lineThatHoldsMarks(dovecot.mailbox.port)
    const environment = { DATABASE_URL: desk.databaseUrl, BATON_DATA: desk.data, BATON_SMTP_LISTEN: '127.0.0.1:0' }
    const server = await startServer({ ...environment, BATON_IMAP: imapAt(line.port) })
    await line.held
    await server.kill()
    await line.stop()
    // Kept, as it said by asking for the mark; and the mailbox knows nothing of it.
    expect((await desk.database.query('select 1 from inbound_mail')).rows).toHaveLength(1)
    expect(await dovecot.counts()).toEqual({ read: 0, all: 3 })
    const again = await startServer({ ...environment, BATON_IMAP: imapAt(dovecot.mailbox.port) })
    await read(3)
    await dovecot.deliver(await letter(4))
    await read(4)
    const { rows } = await desk.database.query<{ subject: string; state: string }>(
      `select hint_subject as subject, state from inbound_mail order by hint_subject`,
    )
    expect(rows).toEqual([1, 2, 3, 4].map(nth => ({ subject: `Letter ${nth}`, state: 'issue' })))
    await again.stop()
    expect((await dovecot.counts()).read).toBe(4)
  })

  test('when the IMAP server dies and comes back, the desk goes on', async () => {
    await dovecot.deliver(await letter(1))
    await desk.restart({ BATON_IMAP: imapAt(dovecot.mailbox.port) })
    await read(1)
    await dovecot.crash()
    await dovecot.start()
    await dovecot.deliver(await letter(2))
    await dovecot.deliver(await letter(3))
    const mails = await read(3)
    expect([...mails.values()].map(({ state }) => state)).toEqual(['issue', 'issue', 'issue'])
    expect(new Set([...mails.values()].map(({ issue }) => issue)).size).toBe(3)
  })
})

/** A line to a mail server that passes everything on, up to the first question to mark a mail: that one it holds back. */
async function lineThatHoldsMarks(
  port: number,
): Promise<{ port: number; held: Promise<void>; stop(): Promise<unknown> }> {
  const held = Promise.withResolvers<void>()
  const sockets = new Set<Socket>()
  const line = createServer(caller => {
    const server = connect(port, '127.0.0.1')
    for (const socket of [caller, server]) {
      sockets.add(socket)
      socket.on('error', () => {})
    }
    server.pipe(caller)
    caller.on('data', asked => {
      if (/ UID STORE /i.test(asked.toString('latin1'))) held.resolve()
      else server.write(asked)
    })
    caller.on('close', () => server.destroy())
  })
  line.listen(0, '127.0.0.1')
  await once(line, 'listening')
  return {
    port: (line.address() as AddressInfo).port,
    held: held.promise,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      line.close()
      return once(line, 'close')
    },
  }
}
