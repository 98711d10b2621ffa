import type pg from 'pg'
import type { MemberId } from '../../core/context.ts'
import { type Instant, instant } from '../../core/time/instant.ts'
import { nudge } from '../../desk/act.ts'
import { assistLinkFor } from '../../desk/assist-links.ts'
import type { Desk } from '../../desk/desk.ts'
import { linkFor } from '../../desk/links.ts'
import { addressFor, assistAddressFor } from '../../desk/signed.ts'
import { configurationOf } from '../../store/configuration.ts'
import { type Connection, inTransaction } from '../../store/database.ts'
import { readNow } from '../../store/now.ts'
import { compose } from './outgoing/compose.ts'
import { reportBounce } from './take-machine.ts'
import type { Sender, Sent } from './transport/smtp-sender.ts'

/** The assist that a mail is about, and who may answer it by the mail's link. */
type OfAssist = { assist: number; member: MemberId; due: Instant }

type Row = {
  number: number | null
  kind: 'message' | 'acknowledgement' | 'cover' | 'met' | 'refusal' | 'link' | 'notice'
  mailId: string
  inReplyTo: string | null
  references: string[]
  fromName: string
  to: string
  subject: string
  body: string
  promiseLine: string | null
  createdAt: string
  customer: string | null
  contact: number | null
  assist: OfAssist | null
}

// Held until it is sent: whoever else was given it, after a crash, finds it sent.
const query = `
select o.number, o.kind, o.mail_id as "mailId", o.in_reply_to as "inReplyTo", o.reference_ids as references,
  o.from_name as "fromName", o.to_address as to, o.subject, o.body, o.promise_line as "promiseLine",
  o.created_at as "createdAt", i.customer_id as customer, m.contact,
  case when a.assist_id is not null then json_build_object(
    'assist', a.assist_id, 'member', o.assistant_id, 'due', instant(a.due_at)
  ) end as assist
from outbound_mail o
left join issue i on i.workspace_id = o.workspace_id and i.number = o.number
left join message m on m.workspace_id = o.workspace_id and m.message_id = o.message_id
left join assist a on a.workspace_id = o.workspace_id and a.number = o.number and a.assist_id = o.assist_id
where o.workspace_id = $1 and o.outbound_id = $2 and o.state = 'queued'
for update of o`

/**
 * Sends a mail that waits. It goes out at least once: a repeat after a crash carries the same Message-ID. Throws when the
 * server can't take it now, so that the job comes back later; what can't ever be delivered becomes an event on its issue.
 */
export async function sendMail(desk: Desk, sender: Sender, id: string, isLastTry: boolean): Promise<void> {
  const became = await inTransaction(desk.database, async connection => {
    await connection.query(`set local lock_timeout = '10s'`)
    const { rows } = await connection.query<Row>(query, [desk.workspace, id])
    const [row] = rows
    if (!row) return { state: 'sent' } as const
    const sent = await sendOnce(id, async () => sender.send(await letter(desk, row)))
    if (sent.state === 'sent') {
      await markSent(desk, connection, id)
      return sent
    }
    await connection.query(
      'update outbound_mail set tries = tries + 1, why = $3 where workspace_id = $1 and outbound_id = $2',
      [desk.workspace, id, sent.why],
    )
    if (sent.state === 'failed_for_now' && !isLastTry) return sent
    await giveUp(desk, connection, id, row)
    return { state: 'given_up' } as const
  })
  unwritten.delete(id)
  if (became.state === 'given_up') nudge(desk.database)
  if (became.state === 'failed_for_now') throw new Error(became.why)
}

/** What became of mails, or will, that the database does not know yet. */
const unwritten = new Map<string, Promise<Sent>>()

/** The database may die while a mail is on its way: as long as this process lives, it is not sent again for that. */
async function sendOnce(id: string, send: () => Promise<Sent>): Promise<Sent> {
  const sending = unwritten.get(id) ?? send()
  unwritten.set(id, sending)
  const sent = await sending.catch(error => {
    unwritten.delete(id)
    throw error
  })
  if (sent.state !== 'sent') unwritten.delete(id)
  return sent
}

async function letter(desk: Desk, { number, customer, createdAt, assist, ...mail }: Row) {
  const isForCustomer = mail.kind !== 'notice'
  const { inbox, name } = await configurationOf(desk.database, desk.workspace)
  const { addresses } = desk.secrets
  return compose({
    ...mail,
    body:
      assist && number !== null
        ? `${mail.body}\n\n${assistLinkFor(desk, { number, ...assist }, assist.due)}`
        : mail.body,
    inbox,
    companyName: name,
    replyTo: replyTo(addresses, inbox, number, assist),
    link:
      !isForCustomer || number === null || customer === null
        ? null
        : linkFor(desk, customer, number, instant(createdAt)),
  })
}

/** Answers to a customer's mail continue the issue; answers to a mail about an assist are words on that assist. */
function replyTo(secret: Buffer, inbox: string, number: number | null, assist: OfAssist | null): string {
  if (number === null) return inbox
  return assist ? assistAddressFor(secret, inbox, { number, ...assist }) : addressFor(secret, inbox, number)
}

async function markSent(desk: Desk, connection: Connection, id: string): Promise<void> {
  await connection.query(
    `update outbound_mail o
    set state = 'sent', tries = tries + 1, why = null, sent_at = coalesce(w.time_stands_at, clock_timestamp())
    from workspace w
    where w.workspace_id = $1 and o.workspace_id = $1 and o.outbound_id = $2`,
    [desk.workspace, id],
  )
}

/** Rule 13: the word did not arrive. What a member should have been told is in the desk all the same. */
async function giveUp(desk: Desk, connection: pg.PoolClient, id: string, row: Row): Promise<void> {
  const { number, contact, to, kind, assist } = row
  if (number === null || (kind === 'notice' && assist === null)) {
    await connection.query(`update outbound_mail set state = 'refused' where workspace_id = $1 and outbound_id = $2`, [
      desk.workspace,
      id,
    ])
    return
  }
  const now = await readNow(connection, desk.workspace)
  const what = assist ? { assist: assist.assist, assistant: assist.member } : { assist: null, contact, address: to }
  await reportBounce({ desk, connection, now }, { id, number, ...what }, 'refused')
}
