import { type FetchMessageObject, ImapFlow, type ImapFlowOptions } from 'imapflow'
import type { RawMail } from '../keep.ts'
import { encryptionFor, type MailServer } from './mail-server.ts'

export type Mailbox = MailServer & { mailbox: string }

export type SessionPatience = {
  /** Until the server has answered the call, and how long it may be silent when it is asked something. */
  connectMs: number
  silentMs: number
  /** For one question and its whole answer: a server that trickles is never silent. */
  answerMs: number
  /** The mailbox is looked through this often, whatever the server says: some forget to tell of new mail. */
  lookMs: number
  /** How long saying goodbye may take. */
  stopMs: number
}

/** The largest mail that is fetched, in bytes. */
const largestMail = 150 * 1024 * 1024

/** Mails asked for in one question. */
const atOnce = 200

/** With as many mails in a row that could not be kept, the trouble is not with the mails. */
const failuresInRow = 3

/** A mail could be fetched, but not be kept. */
export class NotKept extends Error {}

type Session = {
  mailbox: Mailbox
  keep: (mail: RawMail) => Promise<void>
  say: (line: string) => void
  patience: SessionPatience
  stopping: AbortSignal
  /** Source keys of mails that stay unread in the mailbox although nothing is left to do with them. */
  settled: Set<string>
}

/**
 * One connection to a mailbox: takes every unread mail, then waits for new ones until it is told to stop. A mail is marked
 * as read only once it is kept; until then it is fetched again.
 *
 * @param onReady called when the mailbox is open
 * @throws when the connection, the server or the keeping fails
 */
export async function fetchWhileConnected(session: Session, onReady: () => void): Promise<void> {
  const { mailbox, patience, stopping } = session
  const client = new ImapFlow(callOf(mailbox, patience))
  const lost = Promise.withResolvers<never>()
  lost.promise.catch(() => {})
  client.on('error', lost.reject)
  client.on('close', () => lost.reject(new Error(client.byeReason ?? 'The connection was closed.')))

  const ask: Ask = async question => {
    const late = setTimeout(() => lost.reject(new Error('It did not answer in time.')), patience.answerMs)
    try {
      return await Promise.race([question, lost.promise])
    } finally {
      clearTimeout(late)
    }
  }
  // A server that hangs must not keep the desk from stopping.
  const hangUp = (): void => {
    setTimeout(() => client.close(), patience.stopMs).unref()
  }
  stopping.addEventListener('abort', hangUp)

  try {
    await ask(client.connect())
    await ask(client.mailboxOpen(mailbox.mailbox))
    onReady()
    while (!stopping.aborted) {
      const news = Promise.withResolvers<void>()
      client.once('exists', () => news.resolve())
      await takeUnread(session, client, ask)
      client.idle().catch(lost.reject)
      await Promise.race([news.promise, passed(patience.lookMs, stopping), lost.promise])
    }
    await ask(client.logout())
  } finally {
    stopping.removeEventListener('abort', hangUp)
    client.close()
  }
}

/** Waits for an answer of the server, but not for ever, and not for one that has gone. */
type Ask = <T>(question: Promise<T>) => Promise<T>

function callOf(server: Mailbox, { connectMs, silentMs }: SessionPatience): ImapFlowOptions {
  const encryption = encryptionFor(server)
  return {
    host: server.host,
    port: server.port,
    secure: encryption === 'tls',
    ...(encryption !== 'tls' && { doSTARTTLS: encryption !== 'none' }),
    auth: { user: server.user ?? '', pass: server.password ?? '' },
    clientInfo: { name: 'Baton' },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silentMs,
    maxIdleTime: 9 * 60_000,
    maxLiteralSize: largestMail + 1,
  }
}

/** Takes the mails one after another, oldest first. One that can't be kept does not hold up the others. */
async function takeUnread(session: Session, client: ImapFlow, ask: Ask): Promise<void> {
  const unread = await ask(client.search({ seen: false }, { uid: true }))
  if (!unread) throw new Error('It does not let the mailbox be searched.')
  let failure: NotKept | null = null
  let inRow = 0
  for (let from = 0; from < unread.length; from += atOnce) {
    const range = unread.slice(from, from + atOnce).join(',')
    const found = await ask(client.fetchAll(range, { uid: true, size: true, envelope: true }, { uid: true }))
    for (const about of found.sort((one, other) => one.uid - other.uid)) {
      if (session.stopping.aborted) return
      try {
        await takeOne(session, client, ask, about)
        inRow = 0
      } catch (error) {
        if (!(error instanceof NotKept)) throw error
        failure = error
        inRow += 1
        if (inRow === failuresInRow) throw failure
      }
    }
  }
  if (failure) throw failure
}

async function takeOne(session: Session, client: ImapFlow, ask: Ask, about: FetchMessageObject): Promise<void> {
  const { mailbox, keep, say, settled } = session
  const { uid, size = 0 } = about
  const sourceKey = sourceKeyOf(mailbox, client, uid)
  if (settled.has(sourceKey)) return
  if (size > largestMail) {
    settled.add(sourceKey)
    const subject = about.envelope?.subject ?? 'without a subject'
    say(
      `A mail in ${mailbox.mailbox} is too large to fetch (${Math.ceil(size / 1024 / 1024)} MB, "${subject}"). It stays there, unread.`,
    )
    return
  }
  const message = await ask(client.fetchOne(String(uid), { source: true }, { uid: true }))
  const raw = message === false ? undefined : message.source
  // Somebody may have deleted it just now.
  if (!raw) return
  try {
    await keep({ via: 'imap', sourceKey, envelopeFrom: senderOf(raw, about), envelopeTo: [], raw })
  } catch (error) {
    throw new NotKept(error instanceof Error ? error.message : String(error), { cause: error })
  }
  const isMarked = await ask(client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true, silent: true }))
  if (isMarked) return
  settled.add(sourceKey)
  say(
    `Mails in ${mailbox.mailbox} can't be marked as read, so after a restart they are fetched again. Let its user change flags.`,
  )
}

/** Where a mail is: the same place is the same mail. When a server counts its mails anew, UIDVALIDITY says so. */
function sourceKeyOf({ host, user, mailbox }: Mailbox, client: ImapFlow, uid: number): string {
  if (!client.mailbox) throw new Error('The mailbox was closed.')
  return `${host}/${user}/${mailbox}/${client.mailbox.uidValidity}/${uid}`
}

/**
 * The sender on the envelope, which a server puts on top of the mail when it delivers it. An empty one means that a
 * machine wrote, so a mail that says nothing of it has the one of its letterhead.
 */
function senderOf(raw: Uint8Array, about: FetchMessageObject): string {
  const head = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, 65_536)).toString('latin1')
  const [, returnPath] = /^return-path:\s*<([^<>\r\n]*)>/im.exec(head.split(/\r?\n\r?\n/, 1)[0] ?? '') ?? []
  return returnPath ?? about.envelope?.from?.[0]?.address ?? ''
}

/** When a time has passed, or earlier when it is time to stop. */
export function passed(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const end = (): void => {
      clearTimeout(timer)
      stopping.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    stopping.addEventListener('abort', end)
    if (stopping.aborted) end()
  })
}
