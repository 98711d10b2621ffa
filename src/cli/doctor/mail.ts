import { connect } from 'node:net'
import { ImapFlow } from 'imapflow'
import { createTransport } from 'nodemailer'
import type { MailServer, Settings } from '../../settings/settings.ts'
import type { Finding } from './finding.ts'

const patienceMs = 10_000

/** Whether the mailbox can be opened. */
export async function checkImap(imap: Settings['imap']): Promise<Finding> {
  const about = 'IMAP'
  if (!imap) return { about, state: 'well', says: 'Not set (BATON_IMAP): no mailbox is read.' }
  const client = new ImapFlow({
    ...connectionTo(imap),
    auth: { user: imap.user ?? '', pass: imap.password ?? '' },
    logger: false,
    socketTimeout: patienceMs,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.mailboxOpen(imap.mailbox, { readOnly: true })
    return { about, state: 'well', says: `${imap.mailbox} on ${imap.host} opens.` }
  } catch (error) {
    const why = 'authenticationFailed' in Object(error) ? 'it refuses the user or the password' : reasonOf(error)
    return {
      about,
      state: 'fault',
      says: `${imap.mailbox} on ${imap.host}:${imap.port} does not open: ${why}. Check BATON_IMAP.`,
    }
  } finally {
    client.close()
  }
}

/** Whether the server takes mail from us. */
export async function checkSmtp(smtp: MailServer | null): Promise<Finding> {
  const about = 'SMTP'
  if (!smtp)
    return { about, state: 'well', says: 'Not set (BATON_SMTP): nothing is sent out, mail is kept in the outbox page.' }
  const transport = createTransport({
    ...connectionTo(smtp),
    ...(smtp.user !== null && { auth: { user: smtp.user, pass: smtp.password ?? '' } }),
  })
  try {
    await transport.verify()
    return { about, state: 'well', says: `${smtp.host} would take our mail.` }
  } catch (error) {
    return {
      about,
      state: 'fault',
      says: `${smtp.host}:${smtp.port} would not take our mail: ${reasonOf(error)}. Check BATON_SMTP.`,
    }
  } finally {
    transport.close()
  }
}

function connectionTo({ host, port, tls }: MailServer) {
  return { host, port, secure: tls, connectionTimeout: patienceMs, greetingTimeout: patienceMs }
}

/** Whether our own receiver answers where others' mail is to come in. */
export async function checkReceiving(listen: Settings['smtpListen']): Promise<Finding> {
  const about = 'receiving'
  if (!listen) return { about, state: 'well', says: 'Switched off (BATON_SMTP_LISTEN=off).' }
  const place = `${listen.host}:${listen.port}`
  const greeting = await greetingAt(listen)
  if (greeting === null)
    return { about, state: 'warning', says: `Nothing receives mail on ${place}: Baton is not running.` }
  if (/^220 .*baton/i.test(greeting)) return { about, state: 'well', says: `Baton receives mail on ${place}.` }
  return {
    about,
    state: 'fault',
    says: `Another program answers on ${place} ("${greeting.slice(0, 60)}"). Stop it, or set BATON_SMTP_LISTEN.`,
  }
}

/** The first line that a mail server says; null when nobody answers. */
function greetingAt({ host, port }: { host: string; port: number }): Promise<string | null> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: patienceMs })
    const answer = (text: string | null) => {
      socket.destroy()
      resolve(text)
    }
    socket.once('data', bytes => answer(bytes.toString('utf8').split('\r\n')[0] ?? ''))
    socket.once('timeout', () => answer('silence'))
    socket.once('error', () => answer(null))
    socket.once('close', () => answer(null))
  })
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error
    ? error.message || ('code' in error ? String(error.code) : error.name)
    : String(error)
  ).replace(/\.$/, '')
