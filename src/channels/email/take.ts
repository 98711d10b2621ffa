import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { nudge } from '../../desk/act.ts'
import { ourAddresses, storedEmail } from '../../desk/addresses.ts'
import type { Desk } from '../../desk/desk.ts'
import { configurationOf } from '../../store/configuration.ts'
import { inTransaction } from '../../store/database.ts'
import { readNow } from '../../store/now.ts'
import { type LegibleMail, type ReadMail, readMail } from './reading/read.ts'
import { recognize } from './recognize.ts'
import { takeMachineMail } from './take-machine.ts'
import { takeWords } from './take-words.ts'
import type { Taken, Taking } from './taking.ts'

type Row = { hash: string; envelope_from: string; envelope_to: string[] }

/**
 * Reads a mail that waits, and acts on it: all in one transaction, so that it counts once however often the job runs. A
 * mail that nobody can understand is kept for a person.
 */
export async function takeMail(desk: Desk, id: string): Promise<void> {
  const row = await waiting(desk, id)
  if (!row) return
  const configuration = await configurationOf(desk.database, desk.workspace)
  const raw = await desk.files.read(row.hash)
  const mail = await readMail(raw, { envelopeFrom: row.envelope_from, ourAddresses: ourAddresses(configuration) })
  const taken = await inTransaction(desk.database, async connection => {
    // Another process may have been faster.
    if (!(await lock(desk, connection, id))) return false
    if (!('unreadable' in mail)) await takeTurns(desk, connection, mail)
    const now = await readNow(connection, desk.workspace)
    const recipients = recipientsOf(mail, row)
    await write(desk, connection, id, mail, await takeOnce({ desk, connection, configuration, now, recipients }, mail))
    return true
  })
  if (taken) nudge(desk.database)
}

/** Keeps a mail for a person that can't be read through a fault of ours, which may be mended. */
export async function setAside(desk: Desk, id: string): Promise<void> {
  await desk.database.query(
    `update inbound_mail set state = 'kept', why = $3
    where workspace_id = $1 and inbound_id = $2 and state = 'waiting'`,
    [desk.workspace, id, 'It could not be read, through a fault of ours that the log names. Have it read again then.'],
  )
  nudge(desk.database)
}

async function waiting(desk: Desk, id: string): Promise<Row | null> {
  const { rows } = await desk.database.query<Row>(
    `select hash, envelope_from, envelope_to from inbound_mail
    where workspace_id = $1 and inbound_id = $2 and state = 'waiting'`,
    [desk.workspace, id],
  )
  return rows[0] ?? null
}

async function lock(desk: Desk, connection: pg.PoolClient, id: string): Promise<boolean> {
  const { rows } = await connection.query(
    `select 1 from inbound_mail where workspace_id = $1 and inbound_id = $2 and state = 'waiting' for update`,
    [desk.workspace, id],
  )
  return rows.length > 0
}

/**
 * Mails of one person, and copies of one mail, are taken one after another: of two at once neither would see what the other
 * begins, and somebody would have two issues for what they wrote in two mails.
 */
async function takeTurns(desk: Desk, connection: pg.PoolClient, { from, mailId }: LegibleMail): Promise<void> {
  await connection.query('select pg_advisory_xact_lock($1, hashtext($2)), pg_advisory_xact_lock($1, hashtext($3))', [
    desk.workspace,
    `from ${from === null ? '' : storedEmail(from.address)}`,
    `mail ${mailId ?? randomUUID()}`,
  ])
}

const recipientsOf = (mail: ReadMail, { envelope_to: envelope }: Row): string[] => {
  const named = 'unreadable' in mail ? [] : [...mail.to, ...mail.cc, ...mail.deliveredTo]
  return [...new Set([...envelope, ...named].map(storedEmail))]
}

async function takeOnce(taking: Taking, mail: ReadMail): Promise<Taken & { mailId: string | null }> {
  if ('unreadable' in mail) return { state: 'kept', number: null, why: mail.unreadable, mailId: null }
  const { mailId, before } = await recognize(taking, mail)
  if (before) return { state: 'duplicate', number: before.number, why: 'The same mail has come before.', mailId }
  const { sender } = mail
  const taken = await (sender.kind === 'machine' ? takeMachineMail(taking, mail, sender) : takeWords(taking, mail))
  return { ...taken, mailId }
}

async function write(
  desk: Desk,
  connection: pg.PoolClient,
  id: string,
  mail: ReadMail,
  { state, number, why, mailId }: Taken & { mailId: string | null },
): Promise<void> {
  const known = 'unreadable' in mail ? null : mail
  await connection.query(
    `update inbound_mail set state = $3, number = $4, why = $5, mail_id = $6, hint_from = $7, hint_subject = $8
    where workspace_id = $1 and inbound_id = $2`,
    [desk.workspace, id, state, number, why, mailId, known?.from?.address ?? null, known?.subject ?? null],
  )
}
