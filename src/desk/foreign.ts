import type { z } from 'zod'
import type { ForeignEventAnswer, Page } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { isInstantText } from '../core/time/instant.ts'
import { type ForeignPlace, readForeign } from '../store/foreign.ts'
import { isKey, readCursor, writeCursor } from './cursor.ts'

import { type Desk, noSuchIssue, type Outcome } from './desk.ts'
import { exists } from './issues.ts'

/** The history of an issue at another desk, oldest first; empty for one that began here. */
export async function readForeignEvents(
  desk: Desk,
  number: number,
  { cursor, limit }: z.output<typeof asked.page>,
): Promise<Outcome<Page<ForeignEventAnswer>>> {
  const items = await readForeign(desk.database, desk.workspace, number, readCursor(cursor, isPlace), limit)
  if (items.length === 0 && !(await exists(desk, number))) return noSuchIssue(number)
  const last = items.at(-1)
  const next = last && items.length === limit ? writeCursor({ at: last.at, place: last.place }) : null
  return { answer: { items, next } }
}

const isPlace = (value: unknown): value is ForeignPlace =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'string' &&
  isInstantText(value.at) &&
  'place' in value &&
  isKey(value.place) &&
  value.place <= 2_147_483_647
