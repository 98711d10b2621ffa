import type { z } from 'zod'
import type { NoticeAnswer, Page } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { MemberId } from '../core/context.ts'
import { inTransaction } from '../store/database.ts'
import { logDeskEvent } from '../store/desk-log.ts'
import { markNoticesSeen, type NoticePlace, readSeenRows, readUnseenRows } from '../store/notices.ts'
import { readNow } from '../store/now.ts'
import { memberOf } from './act.ts'
import { isKey, isPlace, readCursor, writeCursor } from './cursor.ts'
import type { Caller, Desk } from './desk.ts'

/** What a member was told: what they have not seen, in the one order (Rule 25), then what they have, newest first. */
export async function readNotices(
  desk: Desk,
  member: MemberId,
  { cursor, limit }: z.output<typeof asked.page>,
): Promise<Page<NoticeAnswer>> {
  const before = readCursor(cursor, isKey)
  const after = readCursor(cursor, isNoticePlace)
  const unseen =
    before === null
      ? await readUnseenRows(desk.database, desk.workspace, member, after, limit)
      : { items: [], last: null }
  if (unseen.last && unseen.items.length === limit) return { items: unseen.items, next: writeCursor(unseen.last) }
  const seen = await readSeenRows(desk.database, desk.workspace, member, before, limit - unseen.items.length)
  const items = [...unseen.items, ...seen]
  const last = seen.at(-1)
  return { items, next: last && items.length === limit ? writeCursor(last.id) : null }
}

const isNoticePlace = (value: unknown): value is NoticePlace => isPlace(value) && 'id' in value && isKey(value.id)

/** Chooses which of what a member is told goes by mail, too. */
export async function chooseToldByMail(
  desk: Desk,
  caller: Caller,
  { told }: z.output<typeof asked.chooseToldByMail>,
): Promise<void> {
  const member = memberOf(caller.by)
  await inTransaction(desk.database, async connection => {
    await connection.query('update member set told_by_mail = $3 where workspace_id = $1 and member_id = $2', [
      desk.workspace,
      member,
      told,
    ])
    const at = await readNow(connection, desk.workspace)
    const chosen = { about: 'member', id: member, type: 'ToldByMailChosen', data: { told } } as const
    await logDeskEvent(connection, desk.workspace, { ...chosen, at, by: caller.by, from: caller.from })
  })
}

export const seeNotices = (desk: Desk, member: MemberId, upTo: number): Promise<void> =>
  markNoticesSeen(desk.database, desk.workspace, member, upTo)
