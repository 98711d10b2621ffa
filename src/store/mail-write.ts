import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** A mail of the desk's own that is part of no decision on an issue. */
export type OwnMail = {
  id: string
  number: number | null
  kind: 'refusal' | 'notice'
  mailId: string
  inReplyTo: string | null
  fromName: string
  to: string
  subject: string
  body: string
  state: 'local' | 'queued'
  at: Instant
  /** The letter about a week that it carries. */
  letter?: string
}

/** Puts a mail into the outbox, in the transaction that causes it. */
export async function putMail(
  connection: Connection,
  workspace: number,
  { id, number, kind, mailId, inReplyTo, fromName, to, subject, body, state, at, letter }: OwnMail,
): Promise<void> {
  await connection.query(
    `insert into outbound_mail (
      workspace_id, outbound_id, number, kind, mail_id, in_reply_to, from_name, to_address, subject, body, state,
      created_at, letter_id
    )
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [workspace, id, number, kind, mailId, inReplyTo, fromName, to, subject, body, state, at, letter ?? null],
  )
}
