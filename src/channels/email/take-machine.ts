import { act } from '../../desk/act.ts'
import { storedEmail } from '../../desk/addresses.ts'
import type { Caller } from '../../desk/desk.ts'
import { goesOnIn } from '../../store/merged.ts'
import { findThread } from './find-issue.ts'
import { sayMail, storeFiles } from './incoming.ts'
import type { Bounce, LegibleMail, Machine } from './reading/read.ts'
import type { Taken, Taking } from './taking.ts'

const byMail: Caller = { by: { kind: 'desk' }, from: 'email', once: null }

/** Automatic mail is on record where it belongs; it opens, keeps, reopens and starts nothing (Scenario 7). */
export async function takeMachineMail(taking: Taking, mail: LegibleMail, machine: Machine): Promise<Taken> {
  const { desk, connection, recipients } = taking
  const sent = mail.bounce ? await findBounced(taking, mail.bounce) : null
  const answers = [...mail.inReplyTo, ...mail.references.toReversed()]
  const number = sent
    ? await goesOnIn(connection, desk.workspace, sent.number)
    : await findThread(desk, connection, { recipients, answers })
  if (number === null) return { state: 'machine', number: null, why: machine.reason }
  const files = await storeFiles(desk, mail)
  const noted = await act(
    desk,
    byMail,
    number,
    ({ draft }) => {
      const who = { direction: 'in', authorKind: 'machine', author: null, flagged: false, address: null } as const
      return { type: 'ReceiveMachineMail', message: sayMail(draft, mail, files, who) }
    },
    connection,
  )
  if (!('answer' in noted)) return { state: 'machine', number: null, why: machine.reason }
  if (sent && mail.bounce?.permanent) await reportBounce(taking, sent)
  return { state: 'machine', number, why: machine.reason }
}

/** A mail of ours that came back: to a customer, or about an assist to whom it was asked of. */
type Bounced = { id: string; number: number } & (
  | { assist: null; contact: number | null; address: string }
  | { assist: number; assistant: string }
)

async function findBounced({ desk, connection }: Taking, bounce: Bounce): Promise<Bounced | null> {
  const { rows } = await connection.query<Bounced>(
    `select o.outbound_id as id, o.number, m.contact, o.to_address as address, o.assist_id as assist,
      o.assistant_id as assistant
    from outbound_mail o
    left join message m on m.workspace_id = o.workspace_id and m.message_id = o.message_id
    where o.workspace_id = $1 and o.number is not null and (o.kind <> 'notice' or o.assist_id is not null)
      and (o.mail_id = $2 or ($2::text is null and o.to_address = $3))
    order by o.created_at desc
    limit 1`,
    [desk.workspace, bounce.originalMailId, bounce.recipient === null ? null : storedEmail(bounce.recipient)],
  )
  return rows[0] ?? null
}

/** Rule 13: the word that came back did not arrive, and the owner hears of it. */
export async function reportBounce(
  { desk, connection, now }: Pick<Taking, 'desk' | 'connection' | 'now'>,
  bounced: Bounced,
  state: 'bounced' | 'refused' = 'bounced',
): Promise<void> {
  const { id, number } = bounced
  await connection.query('update outbound_mail set state = $3 where workspace_id = $1 and outbound_id = $2', [
    desk.workspace,
    id,
    state,
  ])
  if (bounced.assist !== null) {
    const { assist, assistant: to } = bounced
    await act(desk, byMail, number, () => ({ type: 'ReportAssistBounce', assist, to }), connection)
    return
  }
  const { contact, address } = bounced
  // The address is known to fail from now on.
  await connection.query(
    `update customer_address set failed_at = $3 where workspace_id = $1 and kind = 'email' and address = $2`,
    [desk.workspace, address, now],
  )
  await act(desk, byMail, number, () => ({ type: 'ReportBounce', contact, permanent: true }), connection)
  const into = await goesOnIn(connection, desk.workspace, number)
  // Rule 22: of a word that was written before a merge, whoever goes on with it hears.
  if (into === number) return
  await act(desk, byMail, into, () => ({ type: 'ReportBounce', contact: null, permanent: true }), connection)
}
