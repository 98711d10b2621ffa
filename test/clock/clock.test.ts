import { afterAll, beforeAll, expect, test } from 'vitest'
import { startClock } from '../../src/clock/clock.ts'
import { moveClock } from '../../src/clock/move.ts'
import { settleAll } from '../../src/clock/settle.ts'
import { type Instant, instant, plusMinutes } from '../../src/core/time/instant.ts'
import { sendMessage } from '../../src/desk/conversation.ts'
import { openDatabase } from '../../src/store/database.ts'
import { freshDatabase } from '../database.ts'
import { deskFor, openOne, type TestDesk } from '../desk.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let there: TestDesk
// A Tuesday, 10:00 in Madrid.
const tuesday = instant('2026-11-24T09:00:00Z')

beforeAll(async () => {
  fresh = await freshDatabase()
  there = await deskFor(fresh.url)
  await standAt(tuesday)
})
afterAll(async () => {
  await there.close()
  await fresh.drop()
})

/** Time passes without a clock that looks: the server is down. */
const standAt = (at: Instant) => there.desk.database.query('update workspace set time_stands_at = $1', [at])

async function promisedAt(due: Instant): Promise<number> {
  const number = await openOne(there)
  const { desk, as, ben } = there
  const promise = { what: 'A word', due }
  await sendMessage(desk, as(ben), number, { body: 'Hello.', to: 'customer', promise, keeps: 'all', asks: [] })
  return number
}

const brokenEvents = async (numbers: readonly number[]) => {
  const { rows } = await there.desk.database.query<{ number: number; at: Instant; xid: string }>(
    `select number, at, xid::text as xid from event where type = 'PromiseBroken' and number = any($1) order by xid, at`,
    [numbers],
  )
  return rows
}

test('Scenario 19: after two hours down everything due is settled as of its own due time, in order, and told once', async () => {
  const dues = [50, 10, 30, 20, 40].map(minutes => plusMinutes(tuesday, minutes))
  const numbers: number[] = []
  for (const due of dues) numbers.push(await promisedAt(due))
  await standAt(plusMinutes(tuesday, 120))
  const second = { ...there.desk, database: openDatabase(fresh.url, 5) }
  await Promise.all([settleAll(there.desk), settleAll(second), settleAll(there.desk)])
  await second.database.end()
  const broken = await brokenEvents(numbers)
  expect(broken.map(({ at }) => at)).toEqual([...dues].sort())
  expect(new Set(broken.map(({ number }) => number)).size).toBe(5)
  const { rows } = await there.desk.database.query<{ count: number }>(
    `select count(*)::integer as count from notice where word = 'promise_broken' and number = any($1) and member_id = $2`,
    [numbers, there.ben],
  )
  expect(rows[0]?.count).toBe(5)
})

test('Rule 14: a promise broken for longer than the limit escalates by itself when time is moved past it', async () => {
  const now = plusMinutes(tuesday, 120)
  await standAt(now)
  const number = await promisedAt(plusMinutes(now, 30))
  expect(await moveClock(there.desk, plusMinutes(now, 29))).toBe(plusMinutes(now, 29))
  expect(await brokenEvents([number])).toEqual([])
  // Broken at 12:30 in Madrid, four business hours later is 16:30.
  await moveClock(there.desk, plusMinutes(now, 30 + 240))
  const { rows } = await there.desk.database.query<{ type: string; at: Instant }>(
    `select type, at from event where number = $1 and type in ('PromiseBroken', 'EscalationRaised') order by version`,
    [number],
  )
  expect(rows).toEqual([
    { type: 'PromiseBroken', at: plusMinutes(now, 30) },
    { type: 'EscalationRaised', at: plusMinutes(now, 270) },
  ])
})

test('time is moved forward only', async () => {
  expect(await moveClock(there.desk, tuesday)).toBeNull()
})

test('a running clock settles what falls due without being asked', async () => {
  await there.desk.database.query('update workspace set time_stands_at = null')
  const due = instant(new Date(Date.now() + 700).toISOString())
  const number = await promisedAt(due)
  const listening = await there.desk.database.connect()
  const woken = new Promise<void>(resolve => {
    listening.on('notification', async () => {
      if ((await brokenEvents([number])).length > 0) resolve()
    })
  })
  await listening.query('listen baton')
  const clock = startClock(there.desk, () => {})
  await woken
  await clock.stop()
  listening.release(true)
  expect((await brokenEvents([number]))[0]?.at).toBe(due)
})
