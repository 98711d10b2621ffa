import { moveClock } from '../clock/move.ts'
import { explain } from '../core/refusals.ts'
import type { Instant } from '../core/time/instant.ts'
import { nudge } from '../desk/act.ts'
import type { Desk } from '../desk/desk.ts'
import { namingOf } from '../desk/naming.ts'
import { seeNotices } from '../desk/notices.ts'
import { configurationOf } from '../store/configuration.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { calendarAround, foundCompany, setPath } from './company.ts'
import { putCustomers } from './customers.ts'
import type { Step, Story, Thread } from './script.ts'
import type { Stage } from './stage.ts'
import { stories as allStories } from './stories/all.ts'
import { chargedTwice } from './stories/charged-twice.ts'
import { timesAround } from './when.ts'

/**
 * Fills an empty workspace with a company, its customers, and what has happened to some hundred of their issues until now. All of
 * it goes through the desk's own functions and the mail channel, in the order of time, with time moved as it goes; at the
 * end time runs as it did before. `say` hears how far it is.
 */
export async function fillDemo(
  desk: Desk,
  say: (line: string) => void,
  stories: readonly Story[] = allStories,
): Promise<void> {
  const { now, stands } = await timeOf(desk)
  const database = await unhurriedDisk(desk.database)
  try {
    await tellAll({ ...desk, database }, now, stories, say)
  } finally {
    if (database !== desk.database) await database.end()
  }
  // This commit waits for the disk, and with it all before.
  await standAt(desk, stands ? now : null)
  nudge(desk.database)
}

/** Connections whose commits do not wait for the disk: after a power cut a half-filled desk is begun anew all the same. */
async function unhurriedDisk(database: Database): Promise<Database> {
  const { connectionString: url } = database.options
  if (url === undefined) return database
  const option = `options=${encodeURIComponent('-c synchronous_commit=off')}`
  const unhurried = openDatabase(`${url}${url.includes('?') ? '&' : '?'}${option}`, 2)
  try {
    await unhurried.query('select 1')
    return unhurried
  } catch {
    // A connection pooler in between may know no options. Then it takes longer.
    await unhurried.end()
    return database
  }
}

async function tellAll(
  desk: Desk,
  now: Instant,
  stories: readonly Story[],
  say: (line: string) => void,
): Promise<void> {
  const calendar = calendarAround(now)
  const times = timesAround(now, calendar)
  say('Inventing a company …')
  const company = await foundCompany(desk, calendar)
  const customers = await putCustomers(desk)
  const stage: Stage = { desk, company, customers, times, lessons: new Map(), causes: new Map() }
  const told = stories.map(story => story.tell(times))
  const steps = inOrder(told)
  const [first] = steps
  if (first) await standAt(desk, first.step.at)
  await setPath(desk, company, times)
  await numberFrom(desk, 1042 - openedBefore(chargedTwice.tell(times)[0]?.at ?? now, steps))
  for (const [index, { step, thread }] of steps.entries()) {
    if (index % 100 === 0) say(`Telling what has happened so far: ${Math.floor((100 * index) / steps.length)} %`)
    await moveClock(desk, step.at)
    await play(stage, step, thread)
  }
  await moveClock(desk, now)
  await seeOldNotices(stage, times.ago('4h'))
}

/** A desk that is older than its demo has numbered others before: the one of Ana Ruiz is #1042. */
async function numberFrom({ database }: Desk, first: number): Promise<void> {
  await database.query(
    `select setval('issue_number', case when is_called then greatest($1, last_value) else $1 end, false)
    from issue_number`,
    [first],
  )
}

const openedBefore = (at: Instant, steps: readonly Placed[]): number =>
  steps.filter(({ step }) => step.opens && step.at < at).length

/** What people were told before this day's last hours they have seen. */
async function seeOldNotices({ desk, company }: Stage, until: Instant): Promise<void> {
  for (const member of Object.values(company.members)) {
    const { rows } = await desk.database.query<{ last: number }>(
      `select max(notice_id) as last from notice where workspace_id = $1 and member_id = $2 and at < $3`,
      [desk.workspace, member, until],
    )
    if (rows[0]?.last) await seeNotices(desk, member, rows[0].last)
  }
}

type Placed = { step: Step; thread: Thread }

/** All stories side by side; what happens in one story keeps its order. */
function inOrder(told: readonly Step[][]): Placed[] {
  const placed = told.flatMap(steps => {
    const thread: Thread = { number: null, before: [] }
    return steps.map(step => ({ step, thread }))
  })
  return placed.sort((one, other) => (one.step.at < other.step.at ? -1 : one.step.at > other.step.at ? 1 : 0))
}

/** A refusal here is a fault of the story: it says which line, and what the rulebook says. */
async function play(stage: Stage, { story, line, verb, at, play }: Step, thread: Thread): Promise<void> {
  const where = `"${story}" (${line}), ${at}, ${verb}`
  const outcome = await play(stage, thread).catch((cause: unknown) => {
    throw new Error(`${where}: ${cause instanceof Error ? cause.message : cause}`, { cause })
  })
  if ('answer' in outcome) return
  if (!('refusal' in outcome)) throw new Error(`${where}: ${JSON.stringify(outcome)}`)
  const { refusal } = outcome
  const { detail, remedy } = explain(
    refusal,
    namingOf(await configurationOf(stage.desk.database, stage.desk.workspace)),
  )
  throw new Error(`${where} is refused, ${refusal.code}: ${detail} ${remedy}`)
}

/** The desk's time, and whether it stands; also when the workspace is not founded yet. */
async function timeOf({ database, workspace }: Desk): Promise<{ now: Instant; stands: boolean }> {
  const { rows } = await database.query<{ real: Instant; stoodAt: Instant | null }>(
    `select clock_timestamp() as real, (
      select time_stands_at from workspace where workspace_id = $1
    ) as "stoodAt"`,
    [workspace],
  )
  const [row] = rows
  if (!row) throw new Error('The database did not say what time it is.')
  return { now: row.stoodAt ?? row.real, stands: row.stoodAt !== null }
}

const standAt = ({ database, workspace }: Desk, at: Instant | null) =>
  database.query('update workspace set time_stands_at = $2 where workspace_id = $1', [workspace, at])
