import { randomUUID } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { epochMs, type Instant } from '../core/time/instant.ts'
import { domainOf } from '../desk/signed.ts'
import type { Person } from './customers.ts'

/** What a letter has beside its words. */
export type Letter = {
  html?: string
  files?: { name: string; content: string; type: string }[]
  /** Written by a mail program, not by a person. */
  automatic?: boolean
}

export type Mail = {
  from: Person
  to: string
  subject: string
  text: string
  letter: Letter
  /** Message-IDs that it answers, oldest first. */
  answers: readonly string[]
}

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

/** A mail as its writer's program makes it. */
export async function rawMail({ from, to, subject, text, letter, answers }: Mail, at: Instant): Promise<Uint8Array> {
  const last = answers.at(-1)
  const { message } = await composer.sendMail({
    from: { name: from.name, address: from.email },
    to,
    subject: letter.automatic ? `Automatic reply: ${subject}` : subject,
    text,
    ...(letter.html === undefined ? {} : { html: letter.html }),
    date: new Date(epochMs(at)),
    messageId: `<${randomUUID()}@${domainOf(from.email)}>`,
    ...(last === undefined ? {} : { inReplyTo: `<${last}>`, references: answers.map(id => `<${id}>`) }),
    headers: letter.automatic ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' } : {},
    attachments: (letter.files ?? []).map(({ name, content, type }) => ({
      filename: name,
      content,
      contentType: type,
    })),
  })
  if (!(message instanceof Uint8Array)) throw new Error('The letter was not written into memory.')
  return message
}

/** A mail that says not who wrote it, as a broken form on a page sends. */
export function namelessMail(subject: string, text: string, at: Instant): Uint8Array {
  const head = [
    `Subject: ${subject}`,
    `Date: ${dateOf(at)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ]
  return Buffer.from([...head, 'Content-Transfer-Encoding: 8bit', '', text, ''].join('\r\n'))
}

const dateOf = (at: Instant): string => new Date(epochMs(at)).toUTCString().replace('GMT', '+0000')

/** What a mail server writes back when nobody lives at an address (RFC 3464). */
export function undelivered(address: string, mailId: string, subject: string, at: Instant): Uint8Array {
  const server = `mx.${domainOf(address)}`
  const boundary = `report-${randomUUID()}`
  const lines = [
    `From: Mail Delivery System <mailer-daemon@${server}>`,
    'To: support@litoral.example',
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${dateOf(at)}`,
    `Message-ID: <${randomUUID()}@${server}>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `Your message could not be delivered to <${address}>: the mailbox does not exist.`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; ${server}`,
    '',
    `Final-Recipient: rfc822; ${address}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 No such user here',
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${mailId}>`,
    `To: ${address}`,
    `Subject: ${/^[ -~]*$/.test(subject) ? subject : 'Your issue'}`,
    '',
    `--${boundary}--`,
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}
