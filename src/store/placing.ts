import type { WordsId } from '../core/context.ts'
import type { Connection } from './database.ts'

/** A message that is about another issue than the one where it came in. */
export type Placed = { message: WordsId; from: number; into: number; contact: number }

/** Moves a message to the issue that it is about, with the thread of mails that it began and the mail that it came by. */
export async function moveMessage(
  connection: Connection,
  workspace: number,
  { message, from, into, contact }: Placed,
): Promise<void> {
  await connection.query(
    `with moved as (
      update message set number = $4, contact = $5
      where workspace_id = $1 and message_id = $2 and number = $3
      returning mail_id
    ),
    threaded as (
      update mail_thread t set number = $4
      from moved m
      where t.workspace_id = $1 and t.mail_id = m.mail_id
    )
    update inbound_mail i set number = $4
    from moved m
    where i.workspace_id = $1 and i.number = $3 and split_part(i.mail_id, ' ', 1) = m.mail_id`,
    [workspace, message, from, into, contact],
  )
}
