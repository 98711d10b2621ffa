import { setTimeout } from 'node:timers'
import pg from 'pg'
import type { IssueAnswer } from '../contract/answers.ts'
import type { Command } from '../core/commands.ts'
import type { Actor, Context, MemberId } from '../core/context.ts'
import { decide } from '../core/decide.ts'
import type { Recorded } from '../core/events.ts'
import type { Issue } from '../core/issue/issue.ts'
import type { Refusal } from '../core/refusals.ts'
import type { Change, Opening } from '../store/change.ts'
import { type Configuration, configurationOf } from '../store/configuration.ts'
import type { Connection, Database } from '../store/database.ts'
import { type Seen, type SeenIssue, seeIssue } from '../store/issue-read.ts'
import { writeChange } from '../store/issue-write.ts'
import { assistMails } from './assist-mails.ts'
import { describe } from './describe.ts'
import { type Caller, type Desk, noSuchIssue, type Outcome } from './desk.ts'
import { type Draft, newDraft } from './draft.ts'
import { effectsOf } from './effects.ts'
import { mailsOf } from './mails-out.ts'
import { memberMails } from './member-mails.ts'

/** What a command is made of: the issue as it is seen, who works here, and where new words are put down. */
export type Sight = { issue: SeenIssue; configuration: Configuration; draft: Draft; now: Context['now'] }

/** Makes the core's command; or says at once why not, where the reason lies outside of the issue. */
export type MakeCommand = (sight: Sight) => Command | { refusal: Refusal }

/** More people than this never wait for one issue at the same moment. */
const mostRaces = 200

/**
 * The way of every command on an issue: read it, decide, and write what follows in one statement. Who loses a race
 * decides anew on what the winner left, so that a refusal says what happened. `connection`: a transaction to be part of.
 */
export async function act(
  desk: Desk,
  caller: Caller,
  number: number,
  make: MakeCommand,
  connection: Connection = desk.database,
): Promise<Outcome<IssueAnswer>> {
  for (let race = 0; race < mostRaces; race += 1) {
    const seen = await seeIssue(connection, desk.workspace, number, onceOf(caller))
    const known = answeredBefore(seen, caller)
    if (known) return known
    if (!seen.issue) return noSuchIssue(number)
    const configuration = await configurationOf(desk.database, desk.workspace, seen.configVersion)
    const draft = newDraft()
    const command = make({ issue: seen.issue, configuration, draft, now: seen.now })
    if ('refusal' in command) return command
    const context = contextOf(caller, configuration, seen.now)
    const decision = decide(seen.issue.state, { ...command, asksAgain: draft.asksAgain }, context)
    if ('refusal' in decision) return decision
    const decided = { number, seen: seen.issue, opening: null, draft, context, configuration }
    const answer = await writeDecision(desk, caller, connection, decided, decision)
    if (answer) return { answer }
  }
  throw new Error(`Issue #${number} changed ${mostRaces} times while one command waited.`)
}

/** What a decision rests on: the issue before, or what it is called when the decision opens it, and its new words. */
export type Decided = {
  number: number
  seen: Omit<SeenIssue, 'state'> & { state: Issue | null }
  opening: Opening | null
  draft: Draft
  context: Context
  configuration: Configuration
}

/** Writes a decision with everything that follows from it; null when somebody else was faster. */
export async function writeDecision(
  desk: Desk,
  caller: Caller,
  connection: Connection,
  { number, seen, opening, draft, context, configuration }: Decided,
  { events, issue }: { events: readonly Recorded[]; issue: Issue },
): Promise<IssueAnswer | null> {
  const words = { ...seen.words, ...Object.fromEntries(draft.words.map(({ id, body }) => [id, body])) }
  const after: SeenIssue = { ...seen, state: issue, words }
  const answer = describe(number, after, configuration, readerOf(caller))
  if (events.length === 0) return answer
  const effects = effectsOf({ ...seen, number }, events, draft, context)
  const { mails: toAssistants, left } = assistMails(desk, {
    number,
    after,
    events,
    notices: effects.notices,
    configuration,
  })
  const mails = [
    ...mailsOf(desk, { number, before: seen.state, after, events, draft, configuration }),
    ...toAssistants,
    ...memberMails(desk, { number, after, notices: left, configuration }),
  ]
  const change: Change = {
    workspace: desk.workspace,
    number,
    base: seen.state?.version ?? 0,
    issue,
    now: context.now,
    opening,
    rows: { ...effects, words: draft.words, files: draft.files, mails },
    mailIn: draft.mailIn,
    once: caller.once && { ...caller.once, sender: senderOf(caller), answer },
  }
  if (!(await unlessRaced(connection, () => writeChange(connection, change)))) return null
  if (connection === desk.database) nudge(desk.database)
  return answer
}

/**
 * What only one of two at the same moment can write first; the other looks again, and finds it there: or finds that whom
 * it would belong to has left.
 */
const racedFor = new Set([
  'answered_pkey',
  'customer_address_pkey',
  'issue_workspace_id_open_owner_id_open_owner_active_fkey',
  'lesson_rule',
  'organization_by_name',
])

/** Two that wait for each other, or for one place: who is turned away looks again. */
export const wasRaced = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '40P01' || racedFor.has(error.constraint ?? ''))

/** Writes; false also where somebody else was faster at what only one of two can write. */
export async function unlessRaced(connection: Connection, write: () => Promise<boolean>): Promise<boolean> {
  try {
    return await write()
  } catch (error) {
    // Inside a transaction the error has ended it: whoever began it begins anew.
    if (connection instanceof pg.Pool && wasRaced(error)) return false
    throw error
  }
}

export const contextOf = (caller: Caller, configuration: Configuration, now: Context['now']): Context => ({
  now,
  by: caller.by,
  from: caller.from,
  policy: configuration.policy,
  calendar: configuration.calendar,
  path: configuration.path,
  members: configuration.members,
  teams: configuration.teams,
  kinds: configuration.kinds,
  rules: configuration.rules,
})

export const senderOf = ({ by }: Caller): string => (by.kind === 'desk' ? 'desk' : `${by.kind}:${by.id}`)

export const onceOf = (caller: Caller): { sender: string; key: string } | null =>
  caller.once && { sender: senderOf(caller), key: caller.once.key }

/** The answer that was given under this key before, if it was for the same. */
export function answeredBefore<Answer = IssueAnswer>(
  { answered }: Pick<Seen, 'answered'>,
  { once }: Caller,
): Outcome<Answer> | null {
  if (!answered || !once) return null
  return answered.request === once.request ? { answer: answered.answer as Answer } : { keyReused: true }
}

export const readerOf = ({ by }: Caller): MemberId | null => (by.kind === 'member' ? by.id : null)

/** The member who acts; what only members are let to by the routes. */
export function memberOf(by: Actor): MemberId {
  if (by.kind !== 'member') throw new Error('Only members come here.')
  return by.id
}

/** Wakes whoever shows live what happens, at once: for a process that is about to end. */
export const wake = (database: Database): Promise<unknown> => database.query("select pg_notify('baton', '')")

const nudging = new WeakSet<Database>()

/**
 * Wakes whoever shows live what happens. Not part of the command: a notification inside of transactions makes all commits
 * wait for each other. Many changes at once need one nudge.
 */
export function nudge(database: Database): void {
  if (nudging.has(database)) return
  nudging.add(database)
  setTimeout(async () => {
    nudging.delete(database)
    // Lost with the database; listeners look by themselves when they are back.
    await wake(database).catch(() => {})
  }, 15)
}
