import { randomUUIDv7 } from 'node:crypto'
import { z } from 'zod'
import type { LetterAnswer, Page } from '../../contract/answers.ts'
import type * as asked from '../../contract/commands.ts'
import type { MemberId } from '../../core/context.ts'
import type { Instant } from '../../core/time/instant.ts'
import { findSuggestion } from '../../measures/suggestion.ts'
import { findWeek, isQuiet } from '../../measures/week.ts'
import { type Configuration, configurationOf } from '../../store/configuration.ts'
import { type Connection, inTransaction } from '../../store/database.ts'
import {
  insertLetter,
  type LetterPlace,
  type LetterRow,
  readLetterClock,
  readLetterRows,
  readWritten,
} from '../../store/letters.ts'
import { putMail } from '../../store/mail-write.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import type { Desk } from '../desk.ts'
import { teamsSeenBy } from '../measures/teams-seen.ts'
import { mailIdFor } from '../signed.ts'
import { issuesIn, type LetterContent } from './content.ts'
import { describeLetter } from './describe.ts'
import { type DueLetters, dueLetters, lettersDueAt } from './due.ts'
import { letterText } from './mail.ts'
import { byMail, type Readers, readersOf } from './readers.ts'

/**
 * Writes one letter that is due and nobody has written yet, with its mails, in one transaction: so it comes once, however
 * many servers there are and whenever they die. False: none is due.
 */
export async function settleLetter(desk: Desk): Promise<boolean> {
  const clock = await readLetterClock(desk.database, desk.workspace)
  if (!clock) return false
  const configuration = await configurationOf(desk.database, desk.workspace, clock.configVersion)
  const due = dueLetters(configuration, clock)
  if (!due) return false
  const written = await readWritten(desk.database, desk.workspace, due.week)
  const readers = readersOf(configuration).find(({ team }) => !written.has(team))
  if (!readers) return false
  await inTransaction(desk.database, connection =>
    writeLetter(desk, connection, { configuration, due, readers, now: clock.now }),
  )
  return true
}

/** When a letter is to be written next; null: none is. */
export async function nextLetterAt(desk: Desk): Promise<Instant | null> {
  const clock = await readLetterClock(desk.database, desk.workspace)
  return clock && lettersDueAt(await configurationOf(desk.database, desk.workspace, clock.configVersion), clock)
}

type Writing = { configuration: Configuration; due: DueLetters; readers: Readers; now: Instant }

async function writeLetter(
  desk: Desk,
  connection: Connection,
  { configuration, due, readers, now }: Writing,
): Promise<void> {
  const { week, from, until } = due
  const content = await contentOf(desk, connection, configuration, due, readers)
  const letter = { id: randomUUIDv7(), team: readers.team, week, from, until, content }
  const isOurs = await insertLetter(connection, desk.workspace, { ...letter, issues: content ? issuesIn(content) : [] })
  if (!isOurs || !content) return
  const answer = await describeLetter(desk, connection, { ...letter, content }, configuration)
  const { name, inbox, calendar } = configuration
  for (const person of readers.to.filter(byMail)) {
    const id = randomUUIDv7()
    await putMail(connection, desk.workspace, {
      id,
      number: null,
      kind: 'notice',
      mailId: mailIdFor(desk.secrets.addresses, inbox, 0, id),
      inReplyTo: null,
      fromName: name,
      to: person.email,
      ...letterText(answer, { company: name, zone: calendar.zone, url: desk.url, reader: person.id }),
      state: desk.mail === 'local' ? 'local' : 'queued',
      at: now,
      letter: letter.id,
    })
  }
}

/** Null: a week in which nothing happened needs no letter. */
async function contentOf(
  { workspace }: Desk,
  connection: Connection,
  { calendar, policy: { silenceMinutes } }: Configuration,
  { from, until }: DueLetters,
  { team, people }: Readers,
): Promise<LetterContent | null> {
  const week = await findWeek(connection, { workspace, team, people, from, until, calendar, silenceMinutes })
  if (isQuiet(week)) return null
  const scope = { from, until, team, kind: null, channel: null, owner: null }
  const suggestion = await findSuggestion(connection, { workspace, scope, now: until, calendar, silenceMinutes })
  return { ...week, suggestion }
}

/** The letters that somebody may see, newest first: the workspace's, and those of teams whose figures they see. */
export async function readLetters(
  desk: Desk,
  member: MemberId,
  { cursor, limit }: z.output<typeof asked.listLetters>,
): Promise<Page<LetterAnswer>> {
  const configuration = await configurationOf(desk.database, desk.workspace)
  const reader = configuration.members.get(member)
  if (!reader) throw new Error('Only members come here.')
  const teams = teamsSeenBy(reader, configuration)
  const before = readCursor(cursor, isPlace)
  const rows: LetterRow<LetterContent>[] = await readLetterRows(desk.database, desk.workspace, teams, before, limit)
  const items: LetterAnswer[] = []
  for (const row of rows) items.push(await describeLetter(desk, desk.database, row, configuration))
  const last = rows.at(-1)
  return {
    items,
    next: last && rows.length === limit ? writeCursor({ week: last.week, id: last.id } satisfies LetterPlace) : null,
  }
}

const isPlace = (value: unknown): value is LetterPlace => place.safeParse(value).success
const place = z.strictObject({ week: z.iso.date(), id: z.uuid() })
