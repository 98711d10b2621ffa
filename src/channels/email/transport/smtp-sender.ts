import { createTransport, type NodemailerError, type SendMailOptions, type SMTPPoolOptions } from 'nodemailer'
import { encryptionFor, isAddress, type MailServer } from './mail-server.ts'

/**
 * What became of a mail. `failed_for_now`: trying again later may help, also when nobody can say whether it arrived, since a
 * repeat has the same Message-ID. `failed_for_good`: this mail will never be taken for this address.
 */
export type Sent =
  | { state: 'sent'; response: string }
  | { state: 'failed_for_now'; why: string }
  | { state: 'failed_for_good'; why: string }

export type Sender = {
  send(mail: SendMailOptions): Promise<Sent>
  /** Lets what is on its way finish for some seconds, then hangs up. */
  close(): Promise<void>
}

export type SenderPatience = {
  /** Until the server has answered the call, and until it has said anything at all. */
  connectMs: number
  silentMs: number
  /** For a whole mail: a server that trickles is never silent. */
  mailMs: number
  closeMs: number
}

const usualPatience: SenderPatience = { connectMs: 20_000, silentMs: 60_000, mailMs: 180_000, closeMs: 5_000 }

/** Opens the way out for mail: some connections at a time, each used for many mails. Nothing is called before the first. */
export function openSender(server: MailServer, patience: Partial<SenderPatience> = {}): Sender {
  const { connectMs, silentMs, mailMs, closeMs } = { ...usualPatience, ...patience }
  const transport = createTransport({
    ...callOf(server),
    pool: true,
    maxConnections: 5,
    // Only for a connection that was hung up before anything of the mail was said: no mail goes out twice by this.
    maxRequeues: 1,
    // Shorter than servers wait before they hang up, so that a mail rarely meets a connection that is just ending.
    idleTimeout: 30_000,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: silentMs,
  })
  const sending = new Set<Promise<Sent>>()

  async function send(mail: SendMailOptions): Promise<Sent> {
    const odd = recipientsOf(mail).find(to => !isAddress(to))
    if (odd !== undefined) return { state: 'failed_for_good', why: `"${odd}" is no address that mail can be sent to.` }
    try {
      const { response } = await transport.sendMail({ ...mail, signal: AbortSignal.timeout(mailMs) })
      return { state: 'sent', response }
    } catch (error) {
      return failureOf(error, server)
    }
  }

  return {
    send: mail => {
      const result = send(mail)
      sending.add(result)
      return result.finally(() => sending.delete(result))
    },
    close: async () => {
      const patienceEnds = setTimeout(() => transport.close({ force: true }), closeMs)
      await Promise.all(sending)
      clearTimeout(patienceEnds)
      transport.close({ force: true })
    },
  }
}

function recipientsOf({ envelope }: SendMailOptions): string[] {
  const to = envelope && 'to' in envelope ? [envelope.to].flat() : []
  return to.flatMap(one => (typeof one === 'string' ? [one] : []))
}

function callOf(server: MailServer): SMTPPoolOptions {
  const { host, port, tls, user, password } = server
  const auth = user === null ? {} : { auth: { user, pass: password ?? '' } }
  const call = { host, port, secure: tls, ...auth }
  switch (encryptionFor(server)) {
    case 'tls':
      return call
    case 'required':
      return { ...call, requireTLS: true }
    // Encrypting for whom it may be is better than not encrypting, and nothing secret but the mail goes over it.
    case 'when_offered':
      return { ...call, tls: { rejectUnauthorized: false } }
    case 'none':
      return { ...call, ignoreTLS: true }
  }
}

function failureOf(error: unknown, server: MailServer): Sent {
  if (!isMailError(error)) throw error
  return { state: isForGood(error) ? 'failed_for_good' : 'failed_for_now', why: reasonOf(error, server) }
}

const isMailError = (error: unknown): error is NodemailerError => error instanceof Error

/**
 * Only an answer to this recipient or this mail is for good. A server that doesn't want us at all (wrong password, no
 * relaying without one) may want us tomorrow, when its owner has seen why.
 */
function isForGood({ code, command, responseCode, response = '' }: NodemailerError): boolean {
  if (responseCode === undefined) return code === 'EENVELOPE' || code === 'EMESSAGE'
  if (command !== 'RCPT TO' && command !== 'DATA') return false
  const wantsSignIn = responseCode === 530 || responseCode === 503 || /^\d{3}[ -]5\.7\.(0|3|57)\b/.test(response)
  return responseCode >= 500 && !wantsSignIn
}

function reasonOf(error: NodemailerError, { host, port, user }: MailServer): string {
  const place = `${host}:${port}`
  const said = error.response ? ` It said: ${error.response.replace(/\s+/g, ' ')}` : ''
  switch (error.code) {
    case 'EAUTH':
      return `The mail server ${place} does not let "${user}" sign in. Check the password in BATON_SMTP.${said}`
    case 'ENOAUTH':
      return `The mail server ${place} wants a user and a password. Add them to BATON_SMTP.${said}`
    case 'ETLS':
      return `The mail server ${place} could not be talked to encrypted: ${error.message}.`
    case 'EDNS':
      return `The mail server ${place} could not be found: ${error.message}. Check BATON_SMTP.`
    case 'ETIMEDOUT':
    case 'EABORT':
      return `The mail server ${place} did not answer in time.`
    case 'ECONNECTION':
      return `The mail server ${place} hung up before it had taken the mail.${said}`
    case 'ESOCKET':
      return `The mail server ${place} could not be reached: ${error.message}.`
    case 'EENVELOPE':
    case 'EMESSAGE':
      return error.response
        ? `The mail server ${place} did not take the mail.${said}`
        : `The mail could not be sent: ${error.message}.`
    default:
      return `The mail server ${place} failed: ${error.message}.`
  }
}
