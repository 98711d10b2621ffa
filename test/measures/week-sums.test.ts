import { afterEach, expect, test } from 'vitest'
import { instant } from '../../src/core/time/instant.ts'
import { sendMessage } from '../../src/desk/conversation.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { addUpMeasures } from '../../src/desk/measures/read.ts'
import { takeOver } from '../../src/desk/ownership.ts'
import { recordDiagnosis } from '../../src/desk/story.ts'
import { freshDatabase } from '../database.ts'
import { deskFor, openOne, promiseIn } from '../desk.ts'
import { demoDesk, everyFigure } from './every-figure.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const going = new AbortController().signal
const addUp = (desk: Desk): Promise<void> => addUpMeasures(desk, going)

const summedWeeks = async ({ database }: Desk): Promise<number> =>
  (await database.query('select 1 from course_week where sums is not null')).rowCount ?? 0

/** The figures with what is added up are those of the courses themselves. */
async function expectSame(desk: Desk): Promise<void> {
  const withSums = await everyFigure(desk)
  await desk.database.query('delete from course_week')
  expect(withSums).toEqual(await everyFigure(desk))
}

test('figures are the same with weeks added up, also later and after changes', { timeout: 240_000 }, async () => {
  const { desk, close } = await demoDesk()
  closing.push(close)
  const kept = await everyFigure(desk)
  await addUp(desk)
  const weeks = await summedWeeks(desk)
  expect(weeks).toBeGreaterThan(3)
  expect(await everyFigure(desk)).toEqual(kept)
  // They are read, and not only kept.
  await desk.database.query('update course_sum set sums = (select array_agg(s + 1) from unnest(sums) as s)')
  expect(await everyFigure(desk)).not.toEqual(kept)
  await desk.database.query('delete from course_week')
  await addUp(desk)
  // Who waits in silence waits for longer: what is counted of them depends on the time.
  await desk.database.query(`update workspace set time_stands_at = time_stands_at + interval '40 days'`)
  await expectSame(desk)
  await addUp(desk)
  const changed = await desk.database.query<{ week: string }>(
    'update course set broken = broken + 1 where number = (select min(number) from course where counted) returning week::text',
  )
  expect(await desk.database.query('select 1 from course_week where week = $1', [changed.rows[0]?.week])).toMatchObject(
    { rowCount: 0 },
  )
  expect(await summedWeeks(desk)).toBeGreaterThan(weeks - 1)
  await expectSame(desk)
  // With another limit of silence, what was added up counts for nothing.
  await addUp(desk)
  await desk.database.query(`update workspace set policy = policy || '{"silenceMinutes": 60}'`)
  expect(await everyFigure(desk)).not.toEqual(kept)
  await expectSame(desk)
})

test('added up beside eight writers, nothing is missing from the sums', { timeout: 120_000 }, async () => {
  const { url, drop } = await freshDatabase()
  const there = await deskFor(url)
  closing.push(() => there.close().then(drop))
  const { desk, as, ben, priya } = there
  const { database } = desk
  const numbers: number[] = []
  // Opened in three weeks long ago, so that their weeks are added up.
  for (let issue = 0; issue < 8; issue += 1) {
    const at = new Date(Date.now() - (70 + 7 * (issue % 3)) * 86_400_000)
    await database.query('update workspace set time_stands_at = $1', [at.toISOString()])
    numbers.push(await openOne(there))
  }
  await database.query('update workspace set time_stands_at = null')
  let isDone = false
  let acts = 0
  const writer = async (lane: number): Promise<void> => {
    const number = numbers[lane] ?? 0
    for (let round = 0; !isDone; round += 1) {
      const which = (lane + round) % 3
      const word = {
        body: 'b',
        to: 'customer' as const,
        promise: promiseIn(1 + which),
        keeps: 'all' as const,
        asks: [],
      }
      if (which === 0) await sendMessage(desk, as(ben), number, word)
      else if (which === 1) await takeOver(desk, as(priya), number, { reason: 'r' })
      else await recordDiagnosis(desk, as(ben), number, { text: `${round}` })
      acts += 1
    }
  }
  const writers = Promise.all(Array.from({ length: 8 }, (_lane, lane) => writer(lane)))
  for (let round = 0; round < 15; round += 1) {
    const before = acts
    await addUp(desk)
    expect(acts).toBeGreaterThanOrEqual(before)
  }
  isDone = true
  await writers
  await database.query('update workspace set time_stands_at = $1', [instant(new Date().toISOString())])
  await expectSame(desk)
  await addUp(desk)
  expect(await summedWeeks(desk)).toBeGreaterThan(0)
  await expectSame(desk)
})
