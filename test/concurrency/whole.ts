import { expect } from 'vitest'
import { courseFromLog } from '../../src/core/course/course.ts'
import type { Recorded } from '../../src/core/events.ts'
import { replay } from '../../src/core/evolve.ts'
import { type Issue, owner } from '../../src/core/issue/issue.ts'
import { running } from '../../src/core/promise/promise.ts'
import type { Calendar } from '../../src/core/time/calendar.ts'
import { waiting } from '../../src/core/waiting.ts'
import { courseRow } from '../../src/store/course.ts'
import type { Database } from '../../src/store/database.ts'

/**
 * The log has no gap and yields the stored state, every table says the same as the state, and nothing was sent twice.
 * Answers the log.
 */
export async function isWhole(database: Database, number: number): Promise<Recorded[]> {
  const stored = await database.query<{ state: Issue; owner_id: string }>(
    'select state, owner_id from issue where number = $1',
    [number],
  )
  const state = stored.rows[0]?.state
  if (!state) throw new Error(`#${number} is gone.`)
  const log = await readLog(database, number)
  expect(replay(log)).toEqual(state)
  expect(stored.rows[0]?.owner_id).toBe(owner(state).member)
  if (state.lifecycle.phase === 'open' || state.lifecycle.phase === 'proposed') expect(running(state)).not.toEqual([])
  const rows = async (query: string): Promise<unknown[]> => (await database.query(query, [number])).rows
  expect(await rows('select promise_id as id, state from promise where number = $1 order by 1')).toEqual(
    state.promises.map(({ id, fate }) => ({ id, state: fate.state })),
  )
  expect(await rows('select handoff_id as id, state from handoff where number = $1 order by 1 desc limit 1')).toEqual(
    state.handoff ? [{ id: state.handoff.id, state: state.handoff.state }] : [],
  )
  expect(await rows('select assist_id as id, state from assist where number = $1 order by 1')).toEqual(
    state.assists.map(({ id, state: its }) => ({ id, state: its })),
  )
  expect(await rows('select concession_id as id, state from concession where number = $1 order by 1')).toEqual(
    state.concessions.map(({ id, state: its }) => ({ id, state: its })),
  )
  expect(
    await rows('select escalation_id as id, state from escalation where number = $1 order by 1 desc limit 1'),
  ).toEqual(state.escalation ? [{ id: state.escalation.id, state: state.escalation.state }] : [])
  expect(await rows('select cover_id as id, state from cover where number = $1 order by 1')).toEqual(
    state.covers
      .map(({ id, state: its }) => ({ id, state: its }))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  )
  const waits = await database.query<{ kind: string; of: number; id: string }>(
    'select kind, of, for_id as id from waiting where number = $1',
    [number],
  )
  const isOf = ({ kind, of, id }: { kind: string; of: number; id: string }): string => `${kind} ${of} ${id}`
  expect(waits.rows.map(isOf).sort()).toEqual(
    waiting(state)
      .map(({ kind, of, for: { id } }) => isOf({ kind, of, id }))
      .sort(),
  )
  const { rows: courses } = await database.query('select *, week::text from course where number = $1', [number])
  expect(courses).toEqual([await courseAnew(database, number, log)])
  expect(await rows(lostWords)).toEqual([])
  expect(await rows(strayWords)).toEqual([])
  expect(await rows(sentTwice)).toEqual([])
  return log
}

/** The course that the log makes: what the desk wrote command by command must be the same. */
async function courseAnew(database: Database, number: number, log: readonly Recorded[]): Promise<object> {
  const { rows } = await database.query<{ workspace_id: number; calendar: Calendar }>(
    'select workspace_id, calendar from workspace natural join issue where number = $1',
    [number],
  )
  const [workspace] = rows
  if (!workspace) throw new Error(`#${number} is in no workspace.`)
  const { workspace_id, calendar } = workspace
  const { course, tally } = courseFromLog(log, calendar)
  return { workspace_id, number, ...courseRow(course, tally, number, calendar) }
}

/** Everything that has happened to an issue, in its order and without a gap. */
async function readLog(database: Database, number: number): Promise<Recorded[]> {
  const { rows } = await database.query<{ version: number; recorded: Recorded }>(
    `select version, jsonb_build_object('at', instant(at), 'from', source,
      'by', jsonb_strip_nulls(jsonb_build_object('kind', by_kind, 'id', by_id)),
      'event', data || jsonb_build_object('type', type)) as recorded
    from event where number = $1 order by version`,
    [number],
  )
  expect(rows.map(({ version }) => version)).toEqual(rows.map((_, index) => index + 1))
  return rows.map(({ recorded }) => recorded)
}

/** What the log says was said, and is nowhere to be read. */
const lostWords = `
select e.type, e.data->>'message' as message
from event e
where e.number = $1 and e.data->>'message' is not null
  and not exists (select 1 from message m where m.message_id = (e.data->>'message')::uuid)
  and not exists (select 1 from words w where w.words_id = (e.data->>'message')::uuid)`

/** What is in the conversation, and never happened. */
const strayWords = `
select m.direction, m.body
from message m
where m.number = $1 and not exists (
  select 1 from event e where e.number = $1 and position(m.message_id::text in e.data::text) > 0
)`

/** One word in two mails to one address. */
const sentTwice = `
select message_id, to_address from outbound_mail
where number = $1 and message_id is not null
group by message_id, to_address
having count(*) > 1`
