import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendMessage } from '../../src/desk/conversation.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { claim } from '../../src/desk/ownership.ts'
import { freshDatabase } from '../database.ts'
import { deskFor, openOne, promiseIn, type TestDesk } from '../desk.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let there: TestDesk
let desk: Desk
let database: pg.Pool

beforeAll(async () => {
  fresh = await freshDatabase()
  there = await deskFor(fresh.url)
  desk = there.desk
  database = desk.database
})
afterAll(async () => {
  await there.close()
  await fresh.drop()
})

test.each([
  ['update', "update event set type = 'Nothing'"],
  ['delete', 'delete from event'],
  ['truncate', 'truncate event cascade'],
])('Scenario 64: the database refuses to %s events, also to the owner of the table', async (_, statement) => {
  await openOne(there)
  await expect(database.query(statement)).rejects.toThrow('Rule 33')
})

test('Rule 1: the database refuses an open issue without an owner', async () => {
  const number = await openOne(there)
  const nobody = database.query('update issue set owner_id = null where workspace_id = 1 and number = $1', [number])
  await expect(nobody).rejects.toThrow('not-null')
})

test('Rule 1: the database refuses to deactivate a member who owns an open issue', async () => {
  await openOne(there)
  const gone = database.query('update member set active = false where workspace_id = 1 and member_id = $1', [there.ben])
  await expect(gone).rejects.toThrow('foreign key')
})

test('Rule 7: the database refuses a second open handoff of one issue', async () => {
  const number = await openOne(there)
  const offer = (id: number) =>
    database.query(
      `insert into handoff (workspace_id, number, handoff_id, state, giver_id, to_member_id, offered_at)
      values (1, $1, $2, 'offered', $3, $4, now())`,
      [number, id, there.ben, there.carla],
    )
  await offer(1)
  await expect(offer(2)).rejects.toThrow('handoff_open')
})

test('Rule 33: events name words and never carry them', async () => {
  const number = await openOne(there)
  const body = 'A sentence that only Ana could have written.'
  await sendMessage(desk, there.as(there.ben), number, {
    body,
    to: 'customer',
    promise: promiseIn(3),
    keeps: 'all',
    asks: [],
  })
  const { rows } = await database.query<{ data: string }>('select data::text from event where number = $1', [number])
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.filter(({ data }) => data.includes('only Ana'))).toEqual([])
})

test('Rule 33: a refused command leaves nothing behind', async () => {
  const number = await openOne(there)
  const before = await database.query('select count(*) from words')
  const refused = await claim(desk, there.as(there.carla), number)
  expect(refused).toMatchObject({ refusal: { code: 'claim_after_contact' } })
  expect((await database.query('select count(*) from words')).rows).toEqual(before.rows)
})
