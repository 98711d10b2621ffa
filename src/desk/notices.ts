import type { z } from 'zod'
import type { NoticeAnswer, Page } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import type { MemberId } from '../core/context.ts'
import { markNoticesSeen, readNoticeRows } from '../store/notices.ts'
import { isKey, readCursor, writeCursor } from './cursor.ts'
import type { Desk } from './desk.ts'

/** What a member was told, newest first. */
export async function readNotices(
  desk: Desk,
  member: MemberId,
  { cursor, limit }: z.output<typeof asked.page>,
): Promise<Page<NoticeAnswer>> {
  const items = await readNoticeRows(desk.database, desk.workspace, member, readCursor(cursor, isKey), limit)
  const last = items.at(-1)
  return { items, next: last && items.length === limit ? writeCursor(last.id) : null }
}

export const seeNotices = (desk: Desk, member: MemberId, upTo: number): Promise<void> =>
  markNoticesSeen(desk.database, desk.workspace, member, upTo)
