import type { MessageAnswer } from '../contract/answers.ts'
import type { Connection } from './database.ts'
import { family } from './merged.ts'

const query = `
with recursive ${family}
select m.message_id as id, m.number as issue, m.at, m.direction, m.channel, m.body, m.quoted, m.html is not null as html, m.flagged, m.call,
  m.asks, i.state->'unplaced' @> jsonb_build_array(jsonb_build_object('message', m.message_id)) as unplaced,
  case
    when m.author_kind = 'machine' then json_build_object('kind', 'machine', 'name', coalesce(m.author_name, 'a machine'))
    when m.author_kind = 'customer' and coalesce(c.merged_into, m.author_id) is distinct from i.customer_id then
      json_build_object('kind', 'participant', 'name', coalesce(c.name, m.author_name, m.address))
    when m.author_kind = 'customer' then json_build_object('kind', 'customer', 'id', c.customer_id, 'name', c.name)
    else json_build_object('kind', 'member', 'id', w.member_id, 'name', w.name)
  end as author,
  (
    select o.state from outbound_mail o
    where o.workspace_id = m.workspace_id and o.message_id = m.message_id
    limit 1
  ) as delivery,
  coalesce((
    select json_agg(json_build_object(
      'id', a.attachment_id, 'name', a.name, 'contentType', a.content_type, 'size', a.size, 'inline', a.inline
    ) order by a.name)
    from attachment a
    where a.workspace_id = m.workspace_id and a.message_id = m.message_id
  ), '[]') as files,
  coalesce((
    select json_agg(json_build_object(
      'id', coalesce((e.data->>'into')::integer, (e.data->>'promise')::integer),
      'became', case e.type
        when 'PromiseKept' then 'kept' when 'PromiseMadeGood' then 'made_good' when 'PromiseMoved' then 'moved' else 'made'
      end,
      'due', instant(p.due_at)
    ) order by e.version)
    from event e
    join promise p on p.workspace_id = e.workspace_id and p.number = e.number
      and p.promise_id = coalesce((e.data->>'into')::integer, (e.data->>'promise')::integer)
    where m.contact is not null and e.workspace_id = m.workspace_id and e.number = m.number
      and (
        (e.type in ('PromiseKept', 'PromiseMadeGood', 'PromiseMoved') and (e.data->>'contact')::integer = m.contact)
        or (e.type = 'PromiseMade' and e.by_kind = 'member' and e.xid = said.xid)
      )
  ), '[]') as promises
from message m
join issue i on i.workspace_id = m.workspace_id and i.number = m.number
left join event said on said.workspace_id = m.workspace_id and said.number = m.number
  and said.type = 'CustomerContacted' and (said.data->>'contact')::integer = m.contact
left join member w on m.author_kind = 'member' and w.workspace_id = m.workspace_id and w.member_id = m.author_id
left join customer c on m.author_kind = 'customer' and c.workspace_id = m.workspace_id and c.customer_id = m.author_id
where m.workspace_id = $1 and m.number in (select number from family)
  and ($3::timestamptz is null or (m.at, m.message_id) > ($3, $4::uuid))
order by m.at, m.message_id
limit $5`

/** Entries of an issue's conversation after a moment, oldest first: its own, and those of what merged into it (Rule 22). */
export async function readMessageRows(
  connection: Connection,
  workspace: number,
  number: number,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<MessageAnswer[]> {
  const values = [workspace, number, after?.at ?? null, after?.id ?? null, limit]
  const { rows } = await connection.query<MessageAnswer>({ name: 'messages', text: query, values })
  return rows
}
