import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCustomer } from '../../src/desk/customer-record.ts'
import { findCustomers } from '../../src/desk/customers.ts'
import { findLookalikes } from '../../src/store/lookalikes.ts'
import { freshDatabase } from '../database.ts'
import { deskFor, openOne, type TestDesk } from '../desk.ts'
import { plansOf } from './plans-of.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let there: TestDesk

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const id = "('00000000-0000-4000-8000-' || lpad((1 + n % 20000)::text, 12, '0'))::uuid"

/** Many customers with many addresses and closed issues: a plan that reads them all shows itself. */
const manyRows = [
  `insert into customer (workspace_id, customer_id, name)
  select 1, ${id}, substr(md5(n::text), 1, 6) || ' ' || substr(md5('x' || n), 1, 7) from generate_series(1, 20000) as n`,
  `insert into customer_address (workspace_id, kind, address, customer_id)
  select 1, 'phone', '+34' || (600000000 + n * 1797), ${id} from generate_series(1, 100000) as n`,
  `insert into customer_address (workspace_id, kind, address, customer_id)
  select 1, 'email', substr(md5(n::text), 1, 8) || '@x' || n % 500 || '.example', ${id} from generate_series(1, 20000) as n`,
  `insert into issue (workspace_id, number, version, phase, outcome, owner_id, customer_id, channel, opened_at, rank,
    rank_at, next_deadline_at, claimable, state)
  select 1, 100000 + n, 1, 'closed', 'confirmed', owner_id, ${id}, channel, opened_at, 3, opened_at, null, false, state
  from issue, generate_series(1, 20000) as n where number < 100000`,
  `insert into story (workspace_id, number, subject, story)
  select 1, 100000 + n, 'A subject ' || n, repeat('A story of some length. ', 20) from generate_series(1, 20000) as n`,
  `insert into words (workspace_id, words_id, number, body)
  select 1, gen_random_uuid(), 100000 + n, 'A text' from generate_series(1, 20000) as n`,
  `insert into message (workspace_id, message_id, number, at, direction, channel, author_kind, body)
  select 1, gen_random_uuid(), 100000 + n, now(), 'in', 'email', 'customer', 'A text' from generate_series(1, 20000) as n`,
  `insert into promise (workspace_id, number, promise_id, kind, due_at, made_at, state)
  select 1, 100000 + n, 1, 'answer', now(), now(), 'kept' from generate_series(1, 20000) as n`,
  'analyze',
]

beforeAll(async () => {
  fresh = await freshDatabase()
  there = await deskFor(fresh.url)
  await openOne(there)
  for (const rows of manyRows) await there.desk.database.query(rows)
}, 120_000)
afterAll(async () => {
  await there.close()
  await fresh.drop()
})

const stranger = { name: 'Zoe Quist', email: 'zoe@x7.example', words: 'Call me at 600 118 204, about #100007.' }
type Ask = (desk: TestDesk['desk']) => Promise<unknown>

test.each<[string, string, Ask]>([
  ['customers by words of a name', 'customer_by_words', desk => findCustomers(desk, 'a71 b')],
  ['customers by the begin of an address', 'customer_address_begins', desk => findCustomers(desk, 'zz')],
  ['customers by digits of a number', 'customer_address_like', desk => findCustomers(desk, '600118')],
  ['a customer’s record', 'issue_of_customer', desk => readCustomer(desk, idOf(7771))],
  ['who a stranger may be', 'customer_like', desk => findLookalikes(desk.database, 1, stranger)],
])('Rule 3: %s: found through %s, and no table of customers or issues is read whole', async (_, index, ask) => {
  const plan = await plansOf(there.desk, ask)
  expect(plan).toContain(index)
  expect(plan).not.toMatch(/Seq Scan on (customer|customer_address|issue|story|event|message|words|promise)\b/)
})
