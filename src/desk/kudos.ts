import type { z } from 'zod'
import type { IssueAnswer, KudosRow, Page } from '../contract/answers.ts'
import type * as asked from '../contract/commands.ts'
import { findLastWord, findMoment, type KudosPlace, type Moment, readKudosRows } from '../store/kudos.ts'
import { act, memberOf } from './act.ts'
import { isKey, readCursor, writeCursor } from './cursor.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { writeIfAny } from './draft.ts'

/** The answer to whoever names a moment that is not one of the issue. */
export const noMoment = { missing: 'There is no such message or call on this issue.' }

/** Rule 30: a member thanks somebody for a moment in an issue; everybody sees it. */
export async function giveKudos(
  desk: Desk,
  caller: Caller,
  given: z.output<typeof asked.giveKudos>,
): Promise<Outcome<KudosRow>> {
  const { issue: number, for: whom, words } = given
  const moment = await momentOf(desk, given)
  if (!moment) return noMoment
  const done = await act(desk, caller, number, ({ draft }) => ({
    type: 'GiveKudos',
    for: whom,
    moment: moment.id,
    words: writeIfAny(draft, words),
  }))
  return 'answer' in done ? { answer: mine(done.answer, caller, moment.id, whom) } : done
}

function momentOf({ database, workspace }: Desk, given: z.output<typeof asked.giveKudos>): Promise<Moment | null> {
  if ('message' in given) return findMoment(database, workspace, given.issue, { message: given.message, contact: null })
  if ('contact' in given) return findMoment(database, workspace, given.issue, { message: null, contact: given.contact })
  return findLastWord(database, workspace, given.issue, given.for)
}

/** The thanks that a member just gave, as all see them. */
function mine({ number, subject, kudos }: IssueAnswer, caller: Caller, moment: string, whom: string): KudosRow {
  const me = memberOf(caller.by)
  const given = kudos.find(
    ({ by, moment: when, for: thanked }) =>
      by.kind === 'member' && by.id === me && when === moment && thanked.id === whom,
  )
  if (!given) throw new Error(`Issue #${number} has no thanks that were just given.`)
  return { ...given, issue: { number, subject } }
}

/** Rule 30: one's own thanks, taken back within a day. */
export const takeBackKudos = async (
  desk: Desk,
  caller: Caller,
  number: number,
  kudos: number,
): Promise<Outcome<null>> => {
  const done = await act(desk, caller, number, () => ({ type: 'TakeBackKudos', kudos }))
  return 'answer' in done ? { answer: null } : done
}

/** Rule 30: kudos as everybody sees them, newest first. There is no list by person: nobody is counted (Rule 32). */
export async function readKudos(
  desk: Desk,
  { cursor, limit }: z.output<typeof asked.listKudos>,
): Promise<Page<KudosRow>> {
  const items = await readKudosRows(desk.database, desk.workspace, readCursor(cursor, isPlace), limit)
  const last = items.at(-1)
  const next =
    last && items.length === limit ? writeCursor({ at: last.at, number: last.issue.number, id: last.id }) : null
  return { items, next }
}

const isPlace = (value: unknown): value is KudosPlace =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'string' &&
  !Number.isNaN(Date.parse(value.at)) &&
  'number' in value &&
  isKey(value.number) &&
  'id' in value &&
  isKey(value.id)
