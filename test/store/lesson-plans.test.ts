import { afterAll, beforeAll, expect, test } from 'vitest'
import { nextDueAt } from '../../src/clock/settle.ts'
import { instant } from '../../src/core/time/instant.ts'
import { readKudos } from '../../src/desk/kudos.ts'
import { proposeLesson } from '../../src/desk/lessons.ts'
import { configurationOf } from '../../src/store/configuration.ts'
import { readCounts } from '../../src/store/effect-read.ts'
import { readExcuseRows } from '../../src/store/excuses.ts'
import { readLessonWaiting } from '../../src/store/lesson-waiting.ts'
import { freshDatabase } from '../database.ts'
import { deskFor, openOne, type TestDesk } from '../desk.ts'
import { plansOf } from './plans-of.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let there: TestDesk
const kind = '00000000-0000-4000-9000-000000000001'
const month = { from: instant('2026-10-01T00:00:00Z'), until: instant('2026-10-02T00:00:00Z') }

beforeAll(async () => {
  fresh = await freshDatabase()
  there = await deskFor(fresh.url)
  const number = await openOne(there)
  const { database } = there.desk
  const change = { type: 'macro', name: 'A', body: 'B' } as const
  await proposeLesson(there.desk, there.as(there.ben), { issue: null, what: 'W', whys: ['1', '2'], change })
  await database.query('insert into kind (workspace_id, kind_id, name) values (1, $1, $2)', [kind, 'Exchange'])
  // Many issues, most of no kind and long ago; many lessons, most of them decided; thanks for one call, many times.
  await database.query(
    `insert into issue (workspace_id, number, version, phase, outcome, owner_id, customer_id, channel, opened_at, rank,
      rank_at, next_deadline_at, claimable, state)
    select 1, 100000 + n, 1, 'closed', 'confirmed', owner_id, customer_id, channel, '2020-01-01'::timestamptz + n * interval '3 hours',
      3, opened_at, null, false, case when n % 10 = 0 then state || jsonb_build_object('kind', $2::text) else state end
    from issue, generate_series(1, 20000) as n where number = $1`,
    [number, kind],
  )
  await database.query(
    `insert into event (workspace_id, number, version, type, at, by_kind, source, data)
    select 1, 100000 + n, v, 'NoteWritten', now(), 'desk', 'api', '{}'
    from generate_series(1, 20000) as n, generate_series(1, 3) as v`,
  )
  await database.query(
    `insert into event (workspace_id, number, version, type, at, by_kind, by_id, source, data)
    select 1, 100000 + n, 4, 'ChecklistStepExcused', now(), 'member', $1::uuid, 'api',
      jsonb_build_object('lesson', 1000 + n, 'why', gen_random_uuid())
    from generate_series(1, 20000) as n`,
    [there.ben],
  )
  await database.query(
    `insert into lesson (workspace_id, lesson_id, version, standing, change_type, changes, proposer_id, proposed_at, state)
    select 1, 1000 + n, 1, 'declined', 'macro', 1, proposer_id, proposed_at, state
    from lesson, generate_series(1, 20000) as n`,
  )
  await database.query(
    `insert into lesson_words (workspace_id, words_id, lesson_id, body)
    select 1, gen_random_uuid(), 1000 + n, 'A text' from generate_series(1, 20000) as n`,
  )
  await database.query(
    `insert into story (workspace_id, number, subject, story)
    select 1, 100000 + n, 'A subject', 'A story' from generate_series(1, 20000) as n`,
  )
  await database.query(
    `insert into words (workspace_id, words_id, number, body)
    select 1, gen_random_uuid(), 100000 + n, 'A text' from generate_series(1, 20000) as n`,
  )
  await database.query(
    `insert into lesson_waiting (workspace_id, lesson_id, kind, for_kind, for_id, since)
    select 1, 1000 + n, 'lesson_request', 'member', $1, now() from generate_series(1, 20000) as n`,
    [there.carla],
  )
  await database.query(
    `insert into kudos (workspace_id, number, kudos_id, for_id, moment_id, by_kind, by_id, at)
    select 1, $1, n, $2, (select message_id from message limit 1), 'member', $2, now() + n * interval '1 second'
    from generate_series(1, 20000) as n`,
    [number, there.ben],
  )
  await database.query('analyze')
})
afterAll(async () => {
  await there.close()
  await fresh.drop()
})

const big = /Seq Scan on (issue|event|lesson|lesson_words|lesson_waiting|kudos|story|words)\b/

test.each([
  ['what is due next', 'lesson_due', () => nextDueAt],
  ['kudos, the newest first', 'kudos_in_order', () => (desk: TestDesk['desk']) => readKudos(desk, { limit: 50 })],
  [
    'what waits on lessons',
    'lesson_waiting_for',
    () => (desk: TestDesk['desk']) =>
      readLessonWaiting(desk.database, 1, { member: there.ben, supervised: [there.dana], gone: [] }),
  ],
  [
    'what was excused from a lesson',
    'event_excused',
    () => (desk: TestDesk['desk']) => readExcuseRows(desk.database, 1, 1007, 100),
  ],
  [
    'the figures of a kind',
    'issue_of_kind',
    () => (desk: TestDesk['desk']) => readCounts(desk.database, 1, kind, month),
  ],
  [
    'the figures of all issues',
    'issue_by_opening',
    () => (desk: TestDesk['desk']) => readCounts(desk.database, 1, null, month),
  ],
  ['the rules in force', 'lesson_in_force', () => (desk: TestDesk['desk']) => configurationOf(desk.database, 1)],
])('%s is found through %s, and no large table is read whole', async (_, index, ask) => {
  const plan = await plansOf(there.desk, ask())
  expect(plan).toContain(index)
  expect(plan).not.toMatch(big)
})
