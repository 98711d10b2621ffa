import type { CustomerId, MemberId } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** What stands where somebody's words were. */
const erased = { name: 'erased customer', words: 'Erased, as the law asks.', subject: 'Erased' } as const

/** Whose words: their records (their own, and those merged into it), and their issues. */
export type Erasing = { customers: readonly CustomerId[]; issues: readonly number[] }

/** Messages of theirs: all on their issues, also what was said to them and about them, and their own on others' issues. */
const theirMessages = `
select message_id from message
where workspace_id = $1
  and (number = any($3::bigint[]) or (author_kind = 'customer' and author_id = any($2::uuid[])))`

/** Mails from them: those that came to their issues, and those that came to none. */
const theirMails = `
select inbound_id from inbound_mail
where workspace_id = $1 and state <> 'waiting' and (number = any($3::bigint[]) or (number is null and lower(coalesce(hint_from, envelope_from)) in (
  select address from customer_address where workspace_id = $1 and customer_id = any($2::uuid[])
)))`

/** Rule 33: what people wrote with and about a customer is gone; events, promises and figures stay. */
export async function eraseWords(
  connection: Connection,
  workspace: number,
  { customers, issues }: Erasing,
  at: Instant,
): Promise<void> {
  const theirs = [workspace, customers, issues]
  const { words, subject, name } = erased
  const run = (text: string, values: unknown[]) => connection.query(text, values)
  // Contents that nothing of theirs names any more: they go when nobody else's does either.
  await run(
    `insert into file_to_forget (workspace_id, hash)
    select $1, hash from attachment where workspace_id = $1 and message_id in (${theirMessages})
    union
    select $1, hash from inbound_mail where workspace_id = $1 and hash is not null and inbound_id in (${theirMails})
    on conflict (workspace_id, hash) do nothing`,
    theirs,
  )
  await run(`delete from attachment where workspace_id = $1 and message_id in (${theirMessages})`, theirs)
  await run(
    `update message
    set body = $4, quoted = null, html = null, address = null, author_name = null, asks = '{}', mail_id = null
    where workspace_id = $1 and message_id in (${theirMessages})`,
    [...theirs, words],
  )
  await run(
    `update inbound_mail
    set hash = null, size = 0, mail_id = null, envelope_from = '', envelope_to = '{}', hint_from = null,
      hint_subject = null, why = $4, state = case state when 'kept' then 'refused' else state end
    where workspace_id = $1 and inbound_id in (${theirMails})`,
    [...theirs, words],
  )
  // What waits to be sent to them is sent no more. What members were told names them, too.
  await run(
    `update outbound_mail
    set subject = $4, body = $4, promise_line = null, in_reply_to = null, reference_ids = '{}', why = null,
      to_address = case when kind = 'notice' then to_address else '' end,
      state = case when state = 'queued' and kind <> 'notice' then 'refused' else state end
    where workspace_id = $1 and (number = any($3::bigint[]) or to_address in (
      select address from customer_address where workspace_id = $1 and customer_id = any($2::uuid[])
    ))`,
    [...theirs, words],
  )
  // A letter about a week names many: its mails are gone, and what stands in the desk tells of an erased customer.
  await run(
    `update outbound_mail
    set body = $3, why = null, state = case state when 'queued' then 'refused' else state end
    where workspace_id = $1 and letter_id in (
      select letter_id from letter where workspace_id = $1 and issues && $2::bigint[]
    )`,
    [workspace, issues, words],
  )
  await run('delete from mail_thread where workspace_id = $1 and number = any($2::bigint[])', [workspace, issues])
  await run('update words set body = $3 where workspace_id = $1 and number = any($2::bigint[])', [
    workspace,
    issues,
    words,
  ])
  await run('update story set subject = $4, story = $3 where workspace_id = $1 and number = any($2::bigint[])', [
    workspace,
    issues,
    words,
    subject,
  ])
  // What another desk wrote about them, too; which status it had there says nothing of them.
  await run('update foreign_event set activity = null where workspace_id = $1 and number = any($2::bigint[])', [
    workspace,
    issues,
  ])
  // Answers remembered for repeats hold whole issues, lists and records: whichever names the customer.
  await run(
    `delete from answered
    where workspace_id = $1 and exists (select 1 from unnest($2::text[]) as c (id) where position(c.id in answer::text) > 0)`,
    [workspace, customers],
  )
  await run(
    `update customer_merge set addresses = '[]'
    where workspace_id = $1 and (from_id = any($2::uuid[]) or into_id = any($2::uuid[]))`,
    [workspace, customers],
  )
  // Last, since addresses have told whose mails they are.
  await run('delete from customer_address where workspace_id = $1 and customer_id = any($2::uuid[])', [
    workspace,
    customers,
  ])
  await run(
    `update customer set name = $3, organization_id = null, erased_at = $4
    where workspace_id = $1 and customer_id = any($2::uuid[])`,
    [workspace, customers, name, at],
  )
}

/** Who asked for it, and why: the record that the law asks for. */
export async function insertErasure(
  connection: Connection,
  workspace: number,
  { customer, at, by, why }: { customer: CustomerId; at: Instant; by: MemberId; why: string },
): Promise<void> {
  await connection.query(
    'insert into customer_erasure (workspace_id, customer_id, at, by_id, why) values ($1, $2, $3, $4, $5)',
    [workspace, customer, at, by, why],
  )
}

/** The records of one person: their own, and those that were merged into it. */
export async function holdRecordsOf(
  connection: Connection,
  workspace: number,
  customer: CustomerId,
): Promise<CustomerId[]> {
  const { rows } = await connection.query<{ id: CustomerId }>(
    `select customer_id as id from customer
    where workspace_id = $1 and (customer_id = $2 or merged_into = $2)
    order by customer_id
    for no key update`,
    [workspace, customer],
  )
  return rows.map(({ id }) => id)
}
