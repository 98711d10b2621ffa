import type { AssistRow, AssistView } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import type { ContactId } from '../core/issue/issue.ts'
import type { Connection } from './database.ts'
import { inTheOneOrder } from './order.ts'

const mostShown = 200

// Asked of them, asked of a team in which they work, or accepted by them; who owns the issue by now assists no more.
const query = `
select a.number, a.assist_id as id,
  json_build_object('id', c.customer_id, 'name', c.name, 'organization', o.name) as for,
  s.subject,
  i.rank = 0 as escalated,
  json_build_object('id', m.member_id, 'name', m.name, 'hue', m.hue) as owner,
  w.body as ask, a.state, t.name as team, a.asked_at as "askedAt", a.due_at as due
from (
  select * from assist where workspace_id = $1 and of_member_id = $2 and state = 'asked'
  union all
  select * from assist where workspace_id = $1 and state = 'asked' and of_team_id in (
    select team_id from team_member where workspace_id = $1 and member_id = $2 and works
  )
  union all
  select * from assist where workspace_id = $1 and assistant_id = $2 and state in ('accepted', 'introduced')
) as a
join issue i on i.workspace_id = a.workspace_id and i.number = a.number and i.owner_id <> $2
join story s on s.workspace_id = i.workspace_id and s.number = i.number
join member m on m.workspace_id = i.workspace_id and m.member_id = i.owner_id
join customer c on c.workspace_id = i.workspace_id and c.customer_id = i.customer_id
left join organization o on o.workspace_id = c.workspace_id and o.organization_id = c.organization_id
left join team t on t.workspace_id = a.workspace_id and t.team_id = a.of_team_id
join words w on w.workspace_id = a.workspace_id and w.words_id = a.ask
order by ${inTheOneOrder('i')}, a.due_at, a.assist_id
limit ${mostShown}`

/** Open assists that are asked of a member or their teams, in the one order of their issues (Rule 25). */
export async function readAssistRows(
  connection: Connection,
  workspace: number,
  member: MemberId,
): Promise<AssistRow[]> {
  const { rows } = await connection.query<AssistRow>({ name: 'assists', text: query, values: [workspace, member] })
  return rows
}

// What a third person sent, and the team's notes, are not the customer's and stay where they are.
const files = `
from attachment a
join message m on m.workspace_id = a.workspace_id and m.message_id = a.message_id
where m.workspace_id = $1 and m.number = $2 and m.direction <> 'note' and not m.flagged
  and m.author_kind <> 'machine'`

/** The files that customer and company sent each other on an issue. */
export async function readAssistFiles(
  connection: Connection,
  workspace: number,
  number: number,
): Promise<AssistView['files']> {
  const { rows } = await connection.query<AssistView['files'][number]>({
    name: 'assist_files',
    text: `select a.attachment_id as id, a.name, a.content_type as "contentType", a.size, m.at
      ${files}
      order by m.at, a.name
      limit ${mostShown}`,
    values: [workspace, number],
  })
  return rows
}

/** One of them, with the hash under which its content is kept; null when it is none of them. */
export async function readAssistFile(
  connection: Connection,
  workspace: number,
  number: number,
  id: string,
): Promise<{ hash: string; name: string; contentType: string; size: number } | null> {
  const { rows } = await connection.query<{ hash: string; name: string; contentType: string; size: number }>({
    name: 'assist_file',
    text: `select a.hash, a.name, a.content_type as "contentType", a.size
      ${files} and a.attachment_id = $3`,
    values: [workspace, number, id],
  })
  return rows[0] ?? null
}

/** What customer and company have said to each other from one contact of the issue on, oldest first. */
export async function readTalkSince(
  connection: Connection,
  workspace: number,
  number: number,
  contact: ContactId,
): Promise<AssistView['conversation']> {
  const { rows } = await connection.query<AssistView['conversation'][number]>({
    name: 'talk_since',
    text: `select m.message_id as id, m.at, m.body, coalesce(w.name, c.name) as name,
        case when m.author_kind = 'member' then 'us' else 'customer' end as from
      from message m
      join issue i on i.workspace_id = m.workspace_id and i.number = m.number
      join customer c on c.workspace_id = i.workspace_id and c.customer_id = i.customer_id
      left join member w on m.author_kind = 'member' and w.workspace_id = m.workspace_id and w.member_id = m.author_id
      where m.workspace_id = $1 and m.number = $2 and m.contact >= $3 and not m.flagged
      order by m.at, m.contact
      limit ${mostShown}`,
    values: [workspace, number, contact],
  })
  return rows
}
