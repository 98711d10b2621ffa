import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail that arrived: its envelope, its bytes, and what a reader's program sees. */
export type ArrivedMail = { from: string; to: string[]; raw: Buffer; mail: Email }

export type SmtpSink = {
  port: number
  /** As BATON_SMTP names it. */
  url: string
  /** All that arrived, in order. */
  mails: readonly ArrivedMail[]
  /**
   * The first mail that matches and was not given out before; waits for it to arrive. Throws when it takes longer than
   * `withinMs`, listing what has arrived instead.
   */
  next(matches?: (arrived: ArrivedMail) => boolean, withinMs?: number): Promise<ArrivedMail>
  /** Nothing listens afterwards, until `start` is called on the same port. */
  stop(): Promise<void>
  start(): Promise<void>
}

/** A mail server that takes everything, for tests that wait for what Baton sends. `options` make it less kind. */
export async function startSmtpSink(options: SMTPServerOptions = {}): Promise<SmtpSink> {
  const mails: ArrivedMail[] = []
  const given = new Set<ArrivedMail>()
  const waiting = new Set<() => void>()
  let server: SMTPServer | null = null
  let port = 0

  const open = async (): Promise<void> => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 20,
      onData: async (stream, { envelope }, answer) => {
        const raw = await buffer(stream).catch(() => null)
        if (raw === null) return
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const to = envelope.rcptTo.map(({ address }) => address)
        mails.push({ from, to, raw, mail: await PostalMime.parse(raw) })
        answer(null)
        for (const look of waiting) look()
      },
      ...options,
    })
    // Clients that die are part of what is tested.
    server.on('error', () => {})
    server.listen(port, '127.0.0.1')
    await once(server.server, 'listening')
    port = (server.server.address() as AddressInfo).port
  }

  await open()
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails,
    start: open,
    stop: () => new Promise(resolve => (server ? server.close(resolve) : resolve())),
    next: (matches = () => true, withinMs = 20_000) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = mails.find(mail => !given.has(mail) && matches(mail))
          if (!found) return
          given.add(found)
          settle(() => resolve(found))
        }
        const settle = (end: () => void): void => {
          waiting.delete(look)
          clearTimeout(timer)
          end()
        }
        const timer = setTimeout(() => {
          const arrived = mails.map(({ to, mail }) => `${to}: ${mail.subject}`).join('; ') || 'nothing'
          settle(() => reject(new Error(`No such mail came within ${withinMs} ms. What came: ${arrived}.`)))
        }, withinMs)
        waiting.add(look)
        look()
      }),
  }
}
