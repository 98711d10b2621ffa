import { afterAll, beforeAll, expect, test } from 'vitest'
import { nextDueAt, settleNext } from '../../src/clock/settle.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { readAway } from '../../src/desk/absences.ts'
import { readAssists } from '../../src/desk/assists-read.ts'
import { readCovers } from '../../src/desk/covers.ts'
import { raiseEscalation } from '../../src/desk/escalations.ts'
import { listIssues } from '../../src/desk/issues.ts'
import { readMe } from '../../src/desk/me.ts'
import { readNotices } from '../../src/desk/notices.ts'
import { readOffers } from '../../src/desk/offers.ts'
import { memberOfKey } from '../../src/desk/people.ts'
import { findIssues, readRaised } from '../../src/desk/raised.ts'
import { readSupervise } from '../../src/desk/supervise.ts'
import { readLoads } from '../../src/store/candidates.ts'
import { seeIssue } from '../../src/store/issue-read.ts'
import { readLikely } from '../../src/store/matches.ts'
import { goesOnIn } from '../../src/store/merged.ts'
import { readMessageRows } from '../../src/store/messages-read.ts'
import { freshDatabase } from '../database.ts'
import { deskFor, openOne, type TestDesk } from '../desk.ts'
import { plansOf } from './plans-of.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let there: TestDesk

beforeAll(async () => {
  fresh = await freshDatabase()
  there = await deskFor(fresh.url)
  const number = await openOne(there)
  await raiseEscalation(there.desk, there.as(there.ben), number, { impact: 'i', tried: 't', needed: 'n' })
  // Many closed issues of many customers: a plan that reads them all shows itself.
  await there.desk.database.query(
    `insert into customer (workspace_id, customer_id, name)
    select 1, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Customer ' || n
    from generate_series(1, 20000) as n`,
  )
  await there.desk.database.query(
    `insert into issue (workspace_id, number, version, phase, outcome, owner_id, customer_id, channel, opened_at, rank,
      rank_at, next_deadline_at, claimable, state)
    select 1, 100000 + n, 1, 'closed', 'confirmed', owner_id,
      ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, channel, opened_at, 3, opened_at, null, false, state
    from issue, generate_series(1, 20000) as n where number = $1`,
    [number],
  )
  await there.desk.database.query(
    `insert into story (workspace_id, number, subject, story)
    select 1, 100000 + n, 'A subject ' || n, repeat('A story of some length. ', 20) from generate_series(1, 20000) as n`,
  )
  for (const rows of manyRows) await there.desk.database.query(rows)
  await there.desk.database.query('analyze')
})
afterAll(async () => {
  await there.close()
  await fresh.drop()
})

const manyRows = [
  `insert into promise (workspace_id, number, promise_id, kind, due_at, made_at, state)
  select 1, 100000 + n, 1, 'answer', now(), now(), 'kept' from generate_series(1, 20000) as n`,
  `insert into words (workspace_id, words_id, number, body)
  select 1, gen_random_uuid(), 100000 + n, 'A text' from generate_series(1, 20000) as n`,
  `insert into event (workspace_id, number, version, type, at, by_kind, source, data)
  select 1, 100000 + n, 1, 'IssueOpened', now(), 'desk', 'api', '{}' from generate_series(1, 20000) as n`,
  `insert into message (workspace_id, message_id, number, at, direction, channel, author_kind, body)
  select 1, gen_random_uuid(), 100000 + n, now(), 'in', 'email', 'customer', 'A text' from generate_series(1, 20000) as n`,
  `insert into escalation (workspace_id, number, escalation_id, state, cause, raised_at, champion_id, answered_at, stood_down_at)
  select 1, 100000 + n, 1, 'stood_down', 'asked_for', now(), (select min(member_id::text)::uuid from member), now(), now()
  from generate_series(1, 20000) as n`,
  `insert into escalation_raise (workspace_id, number, escalation_id, raise_id, at, by_kind, member_id)
  select 1, 100000 + n, 1, 1, now(), 'member', (select member_id from member where name = 'Priya')
  from generate_series(1, 20000) as n`,
  `insert into notice (workspace_id, member_id, number, word, at, seen_at)
  select 1, (select member_id from member where name = 'Priya'), 100000 + n, 'called', now(), now()
  from generate_series(1, 20000) as n`,
]

const asked = { limit: 50 }

test.each([
  [
    'my issues',
    'issue_in_order',
    () => (desk: TestDesk['desk']) => listIssues(desk, there.ben, { ...asked, owner: 'me', phase: 'open' }),
  ],
  [
    'the intake',
    'issue_claimable',
    () => (desk: TestDesk['desk']) => listIssues(desk, there.ben, { ...asked, intake: true }),
  ],
  ['all issues', 'issue_all_in_order', () => (desk: TestDesk['desk']) => listIssues(desk, there.ben, asked)],
  [
    'a search',
    'story_search',
    () => (desk: TestDesk['desk']) => listIssues(desk, there.ben, { ...asked, q: 'subject 7771' }),
  ],
  ['one issue', 'issue_pkey', () => (desk: TestDesk['desk']) => seeIssue(desk.database, 1, 100_007, null)],
  [
    'the conversation of an issue',
    'message_of_issue',
    () => (desk: TestDesk['desk']) => readMessageRows(desk.database, 1, 100_007, null, 100),
  ],
  [
    'what merged into an issue',
    'issue_merged_into',
    () => (desk: TestDesk['desk']) => readMessageRows(desk.database, 1, 100_007, null, 100),
  ],
  ['where an issue goes on', 'issue_pkey', () => (desk: TestDesk['desk']) => goesOnIn(desk.database, 1, 100_007)],
  [
    'what may have come back',
    'issue_of_customer',
    () => (desk: TestDesk['desk']) =>
      readLikely(desk.database, 1, {
        customer: '00000000-0000-4000-8000-000000000007',
        subject: 'A subject',
        story: 'A story',
        since: '2026-01-01T00:00:00.000Z' as Instant,
      }),
  ],
  ['what is due next', 'issue_due', () => nextDueAt],
  ['who holds how much', 'issue_in_order', () => (desk: TestDesk['desk']) => readLoads(desk.database, 1)],
])('%s is found through %s, and no table of issues is read whole', async (_, index, ask) => {
  const plan = await plansOf(there.desk, ask())
  expect(plan).toContain(index)
  expect(plan).not.toMatch(/Seq Scan on (issue|story|event|message|words|promise)\b/)
})

test('what is settled, offers, assists, covers, keys, notices and what needs a supervisor are found without reading a table of issues whole', async () => {
  await settleNext(there.desk)
  const plan = await plansOf(there.desk, async desk => {
    await readOffers(desk, there.ben)
    await readAssists(desk, there.ben)
    await readCovers(desk, there.ben)
    await readMe(desk, there.ben)
    await readAway(desk, there.ben, there.ben, {})
    await memberOfKey(desk, 'baton_x')
    await readSupervise(desk, there.priya)
    await readRaised(desk, there.ben)
    await findIssues(desk, '100007')
    await findIssues(desk, 'Edda Holm')
    await readNotices(desk, there.priya, { limit: 50 })
  })
  expect(plan).not.toMatch(
    /Seq Scan on (issue|story|event|message|words|notice|customer|escalation|escalation_raise)\b/,
  )
})
