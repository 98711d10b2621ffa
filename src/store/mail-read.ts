import type { InboundAnswer, OutboundAnswer } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Connection } from './database.ts'

/** Mail on its way out, as it was written with its issue. */
export type OutboundRow = OutboundAnswer & {
  customer: string | null
  promise_line: string | null
  of_assist: { assist: number; member: string; due: Instant } | null
}

const outbound = `
select o.outbound_id as id, o.number as issue, o.kind, o.from_name || ' <' || w.inbox || '>' as from, o.to_address as to,
  o.subject, o.body, o.state, o.created_at as "createdAt", o.sent_at as "sentAt", o.tries, o.why, o.promise_line,
  i.customer_id as customer,
  case when a.assist_id is not null then json_build_object(
    'assist', a.assist_id, 'member', o.assistant_id, 'due', instant(a.due_at)
  ) end as of_assist
from outbound_mail o
join workspace w on w.workspace_id = o.workspace_id
left join issue i on i.workspace_id = o.workspace_id and i.number = o.number
left join assist a on a.workspace_id = o.workspace_id and a.number = o.number and a.assist_id = o.assist_id`

/** The letter about a team's week is for whom it was written to (Rule 32). */
const isFor = (reader: '$3' | '$5'): string => `(o.letter_id is null or o.to_address = (
  select email from member where workspace_id = $1 and member_id = ${reader}
))`

/** Mail out as a member may see it, newest first, before a moment. */
export async function readOutboundRows(
  connection: Connection,
  workspace: number,
  reader: MemberId,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<OutboundRow[]> {
  const { rows } = await connection.query<OutboundRow>({
    name: 'outbound',
    text: `${outbound}
      where o.workspace_id = $1 and ${isFor('$5')}
        and ($2::timestamptz is null or (o.created_at, o.outbound_id) < ($2, $3::uuid))
      order by o.created_at desc, o.outbound_id desc
      limit $4`,
    values: [workspace, before?.at ?? null, before?.id ?? null, limit, reader],
  })
  return rows
}

export async function readOutboundRow(
  connection: Connection,
  workspace: number,
  reader: MemberId,
  id: string,
): Promise<OutboundRow | null> {
  const { rows } = await connection.query<OutboundRow>({
    name: 'outbound_one',
    text: `${outbound} where o.workspace_id = $1 and o.outbound_id = $2 and ${isFor('$3')}`,
    values: [workspace, id, reader],
  })
  return rows[0] ?? null
}

const inbound = `
select inbound_id as id, received_at as "receivedAt", via, coalesce(hint_from, envelope_from) as from, envelope_to as to,
  hint_subject as subject, size, state, why, number as issue
from inbound_mail`

/** Raw mail as it came, newest first, before a moment; of one state, or all. */
export async function readInboundRows(
  connection: Connection,
  workspace: number,
  state: InboundAnswer['state'] | null,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<InboundAnswer[]> {
  const { rows } = await connection.query<InboundAnswer>({
    name: 'inbound',
    text: `${inbound}
      where workspace_id = $1 and ($2::text is null or state = $2)
        and ($3::timestamptz is null or (received_at, inbound_id) < ($3, $4::uuid))
      order by received_at desc, inbound_id desc
      limit $5`,
    values: [workspace, state, before?.at ?? null, before?.id ?? null, limit],
  })
  return rows
}

export async function readInboundRow(
  connection: Connection,
  workspace: number,
  id: string,
): Promise<InboundAnswer | null> {
  const { rows } = await connection.query<InboundAnswer>({
    name: 'inbound_one',
    text: `${inbound} where workspace_id = $1 and inbound_id = $2`,
    values: [workspace, id],
  })
  return rows[0] ?? null
}
