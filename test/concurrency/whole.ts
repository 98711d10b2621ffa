import { expect } from 'vitest'
import type { Recorded } from '../../src/core/events.ts'
import { replay } from '../../src/core/evolve.ts'
import { type Issue, owner } from '../../src/core/issue/issue.ts'
import { running } from '../../src/core/promise/promise.ts'
import { waiting } from '../../src/core/waiting.ts'
import type { Database } from '../../src/store/database.ts'

/** The log has no gap and yields the stored state, and every table says the same as the state. */
export async function isWhole(database: Database, number: number): Promise<void> {
  const values = [number]
  const stored = await database.query<{ state: Issue; owner_id: string }>(
    'select state, owner_id from issue where number = $1',
    values,
  )
  const state = stored.rows[0]?.state
  if (!state) throw new Error(`#${number} is gone.`)
  const log = await database.query<{ version: number; recorded: Recorded }>(
    `select version, jsonb_build_object('at', instant(at), 'from', source,
      'by', jsonb_strip_nulls(jsonb_build_object('kind', by_kind, 'id', by_id)),
      'event', data || jsonb_build_object('type', type)) as recorded
    from event where number = $1 order by version`,
    values,
  )
  expect(log.rows.map(({ version }) => version)).toEqual(log.rows.map((_, index) => index + 1))
  expect(replay(log.rows.map(({ recorded }) => recorded))).toEqual(state)
  expect(stored.rows[0]?.owner_id).toBe(owner(state).member)
  if (state.lifecycle.phase === 'open' || state.lifecycle.phase === 'proposed') expect(running(state)).not.toEqual([])
  const promises = await database.query<{ id: number; state: string }>(
    'select promise_id as id, state from promise where number = $1 order by 1',
    values,
  )
  expect(promises.rows).toEqual(state.promises.map(({ id, fate }) => ({ id, state: fate.state })))
  const handoffs = await database.query<{ id: number; state: string }>(
    'select handoff_id as id, state from handoff where number = $1 order by 1 desc limit 1',
    values,
  )
  expect(handoffs.rows).toEqual(state.handoff ? [{ id: state.handoff.id, state: state.handoff.state }] : [])
  const waits = await database.query<{ kind: string; of: number; id: string }>(
    'select kind, of, for_id as id from waiting where number = $1',
    values,
  )
  const isOf = ({ kind, of, id }: { kind: string; of: number; id: string }): string => `${kind} ${of} ${id}`
  expect(waits.rows.map(isOf).sort()).toEqual(
    waiting(state)
      .map(({ kind, of, for: { id } }) => isOf({ kind, of, id }))
      .sort(),
  )
  const said = await database.query<{ said: number; heard: number }>(
    `select (select count(*)::integer from message where number = $1) as said,
      (select count(*)::integer from event where number = $1 and data ? 'message') as heard`,
    values,
  )
  expect(said.rows[0]?.said).toBe(said.rows[0]?.heard)
}
