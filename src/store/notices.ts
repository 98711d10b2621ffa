import type { NoticeAnswer } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import type { Connection } from './database.ts'

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
        json_build_object('number', n.number, 'subject', s.subject) as issue
      from notice n
      join story s on s.workspace_id = n.workspace_id and s.number = n.number
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
