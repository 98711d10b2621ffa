import type { NoticeAnswer } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import type { Connection } from './database.ts'

// A look-back and its notice are of the same moment. What is said of it can change no more, and is read where it stands.
const sawOf = `
  select json_build_object(
    'at', e.data->'moved'->>'at',
    'by', json_build_object('id', m.member_id, 'name', m.name, 'hue', m.hue),
    'promise', w.body
  )
  from event e
  join member m on m.workspace_id = e.workspace_id and m.member_id = (e.data->'moved'->>'by')::uuid
  left join promise p on p.workspace_id = e.workspace_id and p.number = e.number
    and p.promise_id = (e.data->'moved'->>'promise')::integer
  left join words w on w.workspace_id = p.workspace_id and w.words_id = p.what
  where e.workspace_id = n.workspace_id and e.number = n.number and e.type = 'LookedBack' and e.at = n.at
    and e.data->>'giver' = n.member_id::text
  limit 1`

/** What a member was told, newest first, before a notice. */
export async function readNoticeRows(
  connection: Connection,
  workspace: number,
  member: MemberId,
  before: number | null,
  limit: number,
): Promise<NoticeAnswer[]> {
  const { rows } = await connection.query<NoticeAnswer>({
    name: 'notices',
    text: `select n.notice_id as id, n.word, n.at, n.seen_at is not null as seen,
        case when n.number is not null then json_build_object('number', n.number, 'subject', s.subject) end as issue,
        case when n.lesson_id is not null then json_build_object('id', n.lesson_id, 'what', w.body) end as lesson,
        case when n.word = 'look_back_moved' then (${sawOf}) end as moved
      from notice n
      left join story s on s.workspace_id = n.workspace_id and s.number = n.number
      left join lesson l on l.workspace_id = n.workspace_id and l.lesson_id = n.lesson_id
      left join lesson_words w on w.workspace_id = l.workspace_id and w.words_id = (l.state->>'what')::uuid
      where n.workspace_id = $1 and n.member_id = $2 and ($3::bigint is null or n.notice_id < $3)
      order by n.notice_id desc
      limit $4`,
    values: [workspace, member, before, limit],
  })
  return rows
}

/** Marks what a member was told as seen, up to and with one notice. */
export async function markNoticesSeen(
  connection: Connection,
  workspace: number,
  member: MemberId,
  upTo: number,
): Promise<void> {
  await connection.query(
    `update notice set seen_at = now()
    where workspace_id = $1 and member_id = $2 and notice_id <= $3 and seen_at is null`,
    [workspace, member, upTo],
  )
}
