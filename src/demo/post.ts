import { randomUUID } from 'node:crypto'
import { keepMail } from '../channels/email/keep.ts'
import { takeMail } from '../channels/email/take.ts'
import { epochMs, type Instant } from '../core/time/instant.ts'
import { addressFor } from '../desk/signed.ts'
import { configurationOf } from '../store/configuration.ts'
import { readNow } from '../store/now.ts'
import type { Person } from './customers.ts'
import { type Letter, type Mail, namelessMail, rawMail, undelivered } from './letter.ts'
import type { Stage } from './stage.ts'

export type { Letter } from './letter.ts'

/** What the desk made of a mail. */
type Made = { state: string; number: number | null; why: string | null }

/** Writes a first mail to the desk; the number of the issue that it opens. */
export async function postLetter(
  stage: Stage,
  from: Person,
  subject: string,
  text: string,
  letter: Letter = {},
): Promise<number> {
  const { inbox } = await configurationOf(stage.desk.database, stage.desk.workspace)
  const { state, number, why } = await post(stage, { from, to: inbox, subject, text, letter, answers: [] })
  if (state !== 'issue' || number === null)
    throw new Error(`The mail opened no issue: it is "${state}"${why ? `, since ${why}` : '.'}`)
  return number
}

/** Writes another mail to the desk that opens nothing, since something of theirs is open; the number of the issue it lands on. */
export async function postAgain(stage: Stage, from: Person, subject: string, text: string): Promise<number> {
  const { inbox } = await configurationOf(stage.desk.database, stage.desk.workspace)
  const { state, number } = await post(stage, { from, to: inbox, subject, text, letter: {}, answers: [] })
  if (state !== 'reply' || number === null)
    throw new Error(`The mail should land on an open issue of theirs, but it is "${state}".`)
  return number
}

/** Answers the last mail of ours on an issue, with it quoted below as mail programs do. */
export async function postReply(
  stage: Stage,
  from: Person,
  number: number,
  text: string,
  letter: Letter = {},
): Promise<void> {
  const { desk } = stage
  const { inbox } = await configurationOf(desk.database, desk.workspace)
  const last = await lastMailOut(stage, number)
  const quoted = last && !letter.automatic ? `\n\n${quote(last)}` : ''
  const made = await post(stage, {
    from,
    to: addressFor(desk.secrets.addresses, inbox, number),
    subject: last ? `Re: ${last.subject.replace(/^Re: /, '')}` : 'Re: your call',
    text: text + quoted,
    letter,
    answers: last ? [...last.references, last.mailId] : [],
  })
  const wanted = letter.automatic ? 'machine' : 'reply'
  if (made.state !== wanted || made.number !== number)
    throw new Error(`The mail should be a ${wanted} on #${number}, but it is "${made.state}" on #${made.number}.`)
}

/** The last mail of ours comes back: nobody lives at that address. */
export async function postBounce(stage: Stage, to: Person, number: number): Promise<void> {
  const last = await lastMailOut(stage, number)
  if (!last) throw new Error(`Nothing was mailed about #${number} that could come back.`)
  const now = await readNow(stage.desk.database, stage.desk.workspace)
  const made = await postRaw(stage, '', undelivered(to.email, last.mailId, last.subject, now))
  if (made.state !== 'machine' || made.number !== number)
    throw new Error(`The bounce is "${made.state}" on #${made.number}, not on #${number}.`)
}

/** Mail that opens no issue: a machine's, or (without a sender) one that is kept for a person. */
export async function postOdd(
  stage: Stage,
  from: Person | null,
  subject: string,
  text: string,
  becomes: 'machine' | 'kept',
): Promise<void> {
  const { inbox } = await configurationOf(stage.desk.database, stage.desk.workspace)
  const now = await readNow(stage.desk.database, stage.desk.workspace)
  const letter = { automatic: true }
  const raw = from
    ? await rawMail({ from, to: inbox, subject, text, letter, answers: [] }, now)
    : namelessMail(subject, text, now)
  const made = await postRaw(stage, from?.email ?? '', raw)
  if (made.state !== becomes || made.number !== null)
    throw new Error(`The mail should be "${becomes}", but is "${made.state}".`)
}

type MailOut = { mailId: string; references: string[]; subject: string; body: string; from: string; at: Instant }

async function lastMailOut({ desk }: Stage, number: number): Promise<MailOut | null> {
  const { rows } = await desk.database.query<MailOut>(
    `select mail_id as "mailId", reference_ids as references, subject, body, from_name as from, created_at as at
    from outbound_mail
    where workspace_id = $1 and number = $2
    order by created_at desc
    limit 1`,
    [desk.workspace, number],
  )
  return rows[0] ?? null
}

function quote({ from, at, body }: MailOut): string {
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Madrid' })
  const lines = body.split('\n').map(line => `> ${line}`)
  return [`On ${when.format(epochMs(at))}, ${from} wrote:`, ...lines].join('\n')
}

async function post(stage: Stage, mail: Mail): Promise<Made> {
  const now = await readNow(stage.desk.database, stage.desk.workspace)
  return postRaw(stage, mail.letter.automatic ? '' : mail.from.email, await rawMail(mail, now), mail.to)
}

/** A mail as it comes over the wire: kept first, then read, as the mail channel does. */
async function postRaw({ desk }: Stage, envelopeFrom: string, raw: Uint8Array, to?: string): Promise<Made> {
  const { inbox } = await configurationOf(desk.database, desk.workspace)
  const sourceKey = `demo:${randomUUID()}`
  await keepMail(desk, { via: 'smtp', sourceKey, envelopeFrom, envelopeTo: [to ?? inbox], raw })
  const kept = await desk.database.query<{ id: string }>(
    'select inbound_id as id from inbound_mail where workspace_id = $1 and source_key = $2',
    [desk.workspace, sourceKey],
  )
  const id = kept.rows[0]?.id ?? ''
  await takeMail(desk, id)
  const { rows } = await desk.database.query<Made>(
    'select state, number, why from inbound_mail where workspace_id = $1 and inbound_id = $2',
    [desk.workspace, id],
  )
  const [made] = rows
  if (!made) throw new Error('A mail was kept and is not there.')
  return made
}
