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
export const chooseToldByMail = (
  desk: Desk,
  caller: Caller,
  { told }: z.output<typeof asked.chooseToldByMail>,
): Promise<void> => choose(desk, caller, 'told_by_mail', told, { type: 'ToldByMailChosen', data: { told } })

/** Chooses whether the letter about the week comes by mail, too. */
export const chooseWeeklyLetter = (
  desk: Desk,
  caller: Caller,
  { wanted }: z.output<typeof asked.chooseWeeklyLetter>,
): Promise<void> => choose(desk, caller, 'weekly_letter', wanted, { type: 'WeeklyLetterChosen', data: { wanted } })

/** A choice of a member's own; on record. */
async function choose(
  desk: Desk,
  { by, from }: Caller,
  column: 'told_by_mail' | 'weekly_letter',
  value: string | boolean,
  chosen: { type: string; data: object },
): Promise<void> {
  const id = memberOf(by)
  await inTransaction(desk.database, async connection => {
    await connection.query(`update member set ${column} = $3 where workspace_id = $1 and member_id = $2`, [
      desk.workspace,
      id,
      value,
    ])
    const at = await readNow(connection, desk.workspace)
    await logDeskEvent(connection, desk.workspace, { about: 'member', id, ...chosen, at, by, from })
  })
}

export const seeNotices = (desk: Desk, member: MemberId, upTo: number): Promise<void> =>
  markNoticesSeen(desk.database, desk.workspace, member, upTo)
