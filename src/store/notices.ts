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

const notice = `
  n.notice_id as id, n.word, n.at, n.seen_at is not null as seen,
  case when n.number is not null then json_build_object('number', n.number, 'subject', s.subject, 'rank', i.rank) end as issue,
  case when n.lesson_id is not null then json_build_object('id', n.lesson_id, 'what', w.body) end as lesson,
  case when n.word = 'look_back_moved' then (${sawOf}) end as moved`

const from = `
from notice n
left join issue i on i.workspace_id = n.workspace_id and i.number = n.number
left join story s on s.workspace_id = n.workspace_id and s.number = n.number
left join lesson l on l.workspace_id = n.workspace_id and l.lesson_id = n.lesson_id
left join lesson_words w on w.workspace_id = l.workspace_id and w.words_id = (l.state->>'what')::uuid`

/** Where a notice stands among those not seen: where its issue stands (Rule 25), and of one issue the newest first. */
export type NoticePlace = { rank: number; at: string; number: number; id: number }

// What is about no issue stands after those that are open, the newest first.
const placeAt = "coalesce(i.rank_at, '9999-01-01Z')"
const place = `coalesce(i.rank, 2), ${placeAt}, coalesce(n.number, 0), -n.notice_id`

/** What a member was told and has not seen, in the one order, after a place. */
export async function readUnseenRows(
  connection: Connection,
  workspace: number,
  member: MemberId,
  after: NoticePlace | null,
  limit: number,
): Promise<{ items: NoticeAnswer[]; last: NoticePlace | null }> {
  const { rows } = await connection.query<NoticeAnswer & { place: NoticePlace }>({
    name: 'notices_unseen',
    text: `select ${notice},
        json_build_object(
          'rank', coalesce(i.rank, 2), 'at', ${placeAt}, 'number', coalesce(n.number, 0), 'id', n.notice_id
        ) as place
      ${from}
      where n.workspace_id = $1 and n.member_id = $2 and n.seen_at is null
        and ($3::integer is null or (${place}) > ($3, $4::timestamptz, $5::bigint, -$6::bigint))
      order by ${place}
      limit $7`,
    values: [
      workspace,
      member,
      after?.rank ?? null,
      after?.at ?? null,
      after?.number ?? null,
      after?.id ?? null,
      limit,
    ],
  })
  return { items: rows.map(({ place: _, ...row }) => row), last: rows.at(-1)?.place ?? null }
}

/** What a member was told and has seen, newest first, before a notice. */
export async function readSeenRows(
  connection: Connection,
  workspace: number,
  member: MemberId,
  before: number | null,
  limit: number,
): Promise<NoticeAnswer[]> {
  const { rows } = await connection.query<NoticeAnswer>({
    name: 'notices_seen',
    text: `select ${notice}
      ${from}
      where n.workspace_id = $1 and n.member_id = $2 and n.seen_at is not null and ($3::bigint is null or n.notice_id < $3)
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
