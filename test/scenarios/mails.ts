import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { keepMail } from '../../src/channels/email/keep.ts'
import { takeMail } from '../../src/channels/email/take.ts'
import type { InboundAnswer, OutboundAnswer, Page } from '../../src/contract/answers.ts'
import type { TestServer } from '../server.ts'

/** A mail as somebody's program sends it; to the desk's inbox unless it says otherwise. */
export type Mail = {
  from: string
  to?: string
  subject?: string
  text?: string
  html?: string
  messageId?: string
  inReplyTo?: string
  references?: string[]
  headers?: Record<string, string>
  /** The envelope's return path, where it is another one. */
  returnPath?: string
}

/** A mail arrives: it is kept and read as one that came by SMTP. What became of it is answered. */
export async function arrives(server: TestServer, mail: Mail): Promise<InboundAnswer> {
  const { returnPath, ...fields } = mail
  const raw = await new MailComposer({ to: 'support@litoral.example', text: 'Hello.', ...fields }).compile().build()
  return arrivesRaw(server, raw, returnPath ?? addressOf(mail.from), mail.to ?? 'support@litoral.example')
}

export async function arrivesRaw(
  server: TestServer,
  raw: Uint8Array,
  from: string,
  to: string,
): Promise<InboundAnswer> {
  await keepMail(server.desk, { via: 'smtp', sourceKey: null, envelopeFrom: from, envelopeTo: [to], raw })
  const { rows } = await server.desk.database.query<{ id: string }>(
    "select inbound_id as id from inbound_mail where state = 'waiting'",
  )
  const [{ id } = { id: '' }] = rows
  await takeMail(server.desk, id)
  const { items } = await server.member('Ben').get<Page<InboundAnswer>>('/mail?limit=200')
  const taken = items.find(one => one.id === id)
  if (!taken) throw new Error('The mail is gone.')
  return taken
}

const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from

/** The mails that the desk has written about an issue, newest first, with their Message-IDs and addresses for answers. */
export async function writtenOf(server: TestServer, number: number): Promise<(OutboundAnswer & { mailId: string })[]> {
  const { items } = await server.member('Priya').get<Page<OutboundAnswer>>('/outbox?limit=200')
  const { rows } = await server.desk.database.query<{ id: string; mailId: string }>(
    'select outbound_id as id, mail_id as "mailId" from outbound_mail',
  )
  const ids = new Map(rows.map(({ id, mailId }) => [id, mailId]))
  return items.filter(({ issue }) => issue === number).map(mail => ({ ...mail, mailId: ids.get(mail.id) ?? '' }))
}

/** The last message of somebody about an issue comes back: its address does not exist. */
export async function bounceOf(server: TestServer, number: number): Promise<InboundAnswer> {
  const last = (await writtenOf(server, number)).find(({ kind }) => kind === 'message')
  if (!last) throw new Error(`Nothing was written about #${number}.`)
  const boundary = 'report-boundary'
  const raw = [
    'From: MAILER-DAEMON@mx.example',
    'To: support@litoral.example',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <${crypto.randomUUID()}@mx.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The address does not exist.',
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${last.to}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 No such user',
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${last.mailId}>`,
    'Subject: Re: Charged twice',
    '',
    `--${boundary}--`,
    '',
  ].join('\r\n')
  return arrivesRaw(server, Buffer.from(raw), '', 'support@litoral.example')
}
