import type { AddressInfo, Socket } from 'node:net'
import { type Readable, Transform } from 'node:stream'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { RawMail } from '../keep.ts'

export type ReceiverLimits = {
  /** A whole mail, in bytes. */
  mailSize: number
  /** Clients at the same time, and recipients of one mail. */
  clients: number
  recipients: number
  /** How long a client may be silent, and how long it may stay at all: one that trickles is never silent. */
  idleMs: number
  sessionMs: number
  /** How long a mail that is on its way may go on when the receiver stops. */
  stopMs: number
}

const usualLimits: ReceiverLimits = {
  mailSize: 150 * 1024 * 1024,
  clients: 50,
  recipients: 100,
  idleMs: 60_000,
  sessionMs: 30 * 60_000,
  stopMs: 5_000,
}

/**
 * Receives mail by SMTP. Each mail is kept before it is acknowledged: a sender that got its 250 can forget it. There is
 * no encryption and no sign-in, since it is meant for loopback, behind one's own mail server.
 *
 * @param options.port 0 for any that is free
 * @param options.keep stores a mail durably; when it throws, the sender is asked to try again later
 * @param options.isOurs whether an address is one of this desk's; all others are refused
 * @throws with a sentence for the person who chose the port, when it can't be listened on
 */
export async function receiveSmtp({
  host,
  port,
  keep,
  isOurs,
  limits: chosen = {},
  say,
}: {
  host: string
  port: number
  keep: (mail: RawMail) => Promise<void>
  isOurs: (address: string) => boolean | Promise<boolean>
  limits?: Partial<ReceiverLimits>
  say: (line: string) => void
}): Promise<{ port: number; stop(): Promise<void> }> {
  const limits = { ...usualLimits, ...chosen }
  /** What becomes of the mails that are coming in, by session. */
  const arriving = new Map<string, Promise<void>>()

  const server = new SMTPServer({
    // By this word "baton doctor" knows that it is us who receive here.
    banner: 'Baton',
    disabledCommands: ['AUTH', 'STARTTLS', 'WIZ', 'SHELL', 'KILL'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    size: limits.mailSize,
    rejectOversized: true,
    maxClients: limits.clients,
    maxRecipients: limits.recipients,
    maxCommandLength: 4096,
    socketTimeout: limits.idleMs,
    closeTimeout: limits.stopMs,
    onRcptTo: ({ address }, _session, answer) => {
      refusalOf(address).then(answer)
    },
    onData: (stream, session, answer) => {
      const arrived = take(stream, session).then(refused => answer(refused, 'The desk has your mail.'))
      arriving.set(session.id, arrived)
      arrived.finally(() => arriving.delete(session.id))
    },
  })

  async function refusalOf(address: string): Promise<Error | null> {
    try {
      return (await isOurs(address)) ? null : reply(550, `There is no desk at ${address} here. Check the address.`)
    } catch (error) {
      say(`Mail for ${address} has to wait, since its desk could not be looked up: ${messageOf(error)}`)
      return reply(451, 'The desk can not look up its addresses now. Try again later.')
    }
  }

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
    const raw = upTo(limits.mailSize, stream)
    try {
      await keep({ via: 'smtp', sourceKey: null, ...envelopeOf(session), raw })
      return null
    } catch (error) {
      // The server answers this one by itself, with 552, when all of the mail has come.
      if (stream.sizeExceeded) return null
      const isCut = stream.destroyed && !stream.readableEnded
      say(
        isCut
          ? `Mail from ${session.remoteAddress} broke off before its end. Its sender has to send it again.`
          : `Mail from ${session.remoteAddress} could not be kept: ${messageOf(error)} Its sender is asked to try again.`,
      )
      return reply(451, 'The desk can not keep mail now. Try again later.')
    } finally {
      raw.destroy()
    }
  }

  server.on('error', error => {
    // That a client went away is no news; that nobody can come any more is.
    if (!('remoteAddress' in error)) say(`Mail can't be received: ${error.message}`)
  })
  server.server.on('connection', (socket: Socket) => {
    const end = setTimeout(() => socket.destroy(), limits.sessionMs)
    socket.once('close', () => clearTimeout(end))
  })

  await listen(server, host, port)
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: async () => {
      const closed = new Promise<void>(resolve => server.close(resolve))
      for (const connection of server.connections) {
        if (!arriving.has(connection.session.id)) connection.send(421, 'The desk is closing. Try again later.')
      }
      await closed
      await Promise.all(arriving.values())
    },
  }
}

/** The bytes of a mail, failing when there are too many or when the client goes away in the middle. */
function upTo(limit: number, stream: SMTPServerDataStream): Readable {
  let size = 0
  const raw = new Transform({
    transform(chunk: Uint8Array, _encoding, next) {
      size += chunk.byteLength
      if (size > limit) next(new Error('The mail is too large.'))
      else next(null, chunk)
    },
  })
  stream.pipe(raw)
  raw.on('error', () => {})
  // What nobody wants has to be read all the same, or the client would never come to its end and hear why.
  raw.once('close', () => stream.resume())
  // Half a mail must not look like a whole one.
  stream.once('error', error => raw.destroy(error))
  stream.once('close', () => stream.readableEnded || raw.destroy(new Error('The client went away.')))
  return raw
}

function envelopeOf({ envelope }: SMTPServerSession): Pick<RawMail, 'envelopeFrom' | 'envelopeTo'> {
  const envelopeFrom = envelope.mailFrom === false ? '' : envelope.mailFrom.address
  return { envelopeFrom, envelopeTo: envelope.rcptTo.map(({ address }) => address) }
}

const reply = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode })

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function listen(server: SMTPServer, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error): void => reject(new Error(listenFault(error, host, port), { cause: error }))
    server.once('error', refuse)
    server.listen(port, host, () => {
      server.off('error', refuse)
      resolve()
    })
  })
}

function listenFault(error: Error, host: string, port: number): string {
  const code = 'code' in error ? error.code : ''
  const where = `Mail can't be received on ${host}:${port}`
  if (code === 'EADDRINUSE') return `${where}: another program listens there. Stop it, or set BATON_SMTP_LISTEN.`
  if (code === 'EACCES') return `${where}: this user may not open that port. Set BATON_SMTP_LISTEN to one above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${where}: this machine has no such address. Set BATON_SMTP_LISTEN to host:port, like 127.0.0.1:2525.`
  return `${where}: ${error.message}`
}
