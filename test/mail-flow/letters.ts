import type { SendMailOptions } from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type { ArrivedMail } from '../mail-servers/smtp-sink.ts'

/** A mail as somebody's program sends it; to the desk's inbox unless it says otherwise. */
export type Letter = {
  from: string
  to?: string
  subject?: string
  text?: string
  html?: string
  messageId?: string | undefined
  inReplyTo?: string | undefined
  references?: string | undefined
  headers?: Record<string, string>
  attachments?: SendMailOptions['attachments']
}

/** Puts a mail into its bytes. */
export const written = (letter: Letter): Promise<Buffer> =>
  new MailComposer({ to: 'support@litoral.example', subject: 'Help', text: 'Hello.', ...letter }).compile().build()

/** One field of a mail as it stands in its header, unfolded; null when it is not there. */
export function field({ raw }: Pick<ArrivedMail, 'raw'>, name: string): string | null {
  const head = raw.toString('latin1').split('\r\n\r\n', 1)[0] ?? ''
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ')
  return new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? null
}

/** What a customer answers with their mail program to a mail of the desk. */
export type Answer = { text: string; from: string }

/** An answer as Gmail writes it: to the Reply-To, with both threads' headers, and the mail quoted below. */
export function answerByGmail(mail: ArrivedMail, { text, from }: Answer): Promise<Buffer> {
  const quoted = (mail.mail.text ?? '').split('\n').map(line => `> ${line}`)
  return written({
    from,
    to: field(mail, 'reply-to') ?? '',
    subject: reSubject(mail),
    messageId: `<CAF=${crypto.randomUUID().slice(0, 8)}@mail.gmail.com>`,
    inReplyTo: field(mail, 'message-id') ?? '',
    references: [field(mail, 'references'), field(mail, 'message-id')].filter(Boolean).join(' '),
    text: `${text}\n\nOn Tue, Nov 24, 2026 at 10:04 AM ${field(mail, 'from')} wrote:\n\n${quoted.join('\n')}\n`,
  })
}

/** As Outlook does it whose server rewrote the ids of the thread: of ours only the one in In-Reply-To is left. */
export function answerByOutlook(mail: ArrivedMail, { text, from }: Answer): Promise<Buffer> {
  return written({
    from,
    // Some address books complete an answer to the address that they know.
    to: 'support@litoral.example',
    subject: `AW: ${reSubject(mail).replace(/^Re: /, '')}`,
    messageId: `<AM0PR04MB${Date.now()}@EURPRD04.PROD.OUTLOOK.COM>`,
    inReplyTo: field(mail, 'message-id') ?? '',
    headers: { 'Thread-Index': 'AQHb0m8xQ1lYq0rXkEi9dW7oG0mVvA==', 'Thread-Topic': mail.mail.subject ?? '' },
    text: `${text}\n\n________________________________\nVon: Litoral <support@litoral.example>\nGesendet: Dienstag, 24. November 2026 10:04\nAn: Ana Ruiz\nBetreff: ${mail.mail.subject}\n\n${mail.mail.text}\n`,
  })
}

/** As Apple Mail does it on a mail further down in the thread: ours is only among the References. */
export function answerByAppleMail(mail: ArrivedMail, { text, from }: Answer): Promise<Buffer> {
  const own = `<${crypto.randomUUID().toUpperCase()}@ruiz.example>`
  const quoted = (mail.mail.text ?? '').split('\n').map(line => `> ${line}`)
  return written({
    from,
    to: 'support@litoral.example',
    subject: reSubject(mail),
    messageId: `<${crypto.randomUUID().toUpperCase()}@ruiz.example>`,
    inReplyTo: own,
    references: `${field(mail, 'references') ?? ''} ${field(mail, 'message-id')} ${own}`,
    text: `${text}\n\n> On 24 Nov 2026, at 10:04, ${field(mail, 'from')} wrote:\n> \n${quoted.join('\n')}\n`,
  })
}

const reSubject = ({ mail: { subject = '' } }: ArrivedMail): string => `Re: ${subject.replace(/^Re: /, '')}`

/** An automatic answer to a mail of the desk: somebody is away. */
export const outOfOffice = (mail: ArrivedMail, from: string): Promise<Buffer> =>
  written({
    from,
    to: field(mail, 'reply-to') ?? '',
    subject: `Automatic reply: ${mail.mail.subject}`,
    inReplyTo: field(mail, 'message-id') ?? '',
    references: field(mail, 'message-id') ?? '',
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
    text: 'I am away until Monday.',
  })

/** A delivery report (RFC 3464) of a mail of the desk, as a mail server that could not deliver it sends it back. */
export function bounceOf({ raw, to }: ArrivedMail): Buffer {
  const boundary = 'report-of-mx'
  const head = raw.toString('latin1').split('\r\n\r\n', 1)[0] ?? ''
  const lines = [
    'From: MAILER-DAEMON@mx.ruiz.example (Mail Delivery System)',
    'To: support@litoral.example',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <${crypto.randomUUID()}@mx.ruiz.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `<${to[0]}>: host mx.ruiz.example said: 550 5.1.1 User unknown`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.ruiz.example',
    '',
    `Final-Recipient: rfc822; ${to[0]}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    head,
    '',
    `--${boundary}--`,
    '',
  ]
  return Buffer.from(lines.join('\r\n'), 'latin1')
}
