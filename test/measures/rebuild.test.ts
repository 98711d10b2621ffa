import { afterEach, expect, test } from 'vitest'
import type { MemberId } from '../../src/core/context.ts'
import { sendMessage } from '../../src/desk/conversation.ts'
import { takeOver } from '../../src/desk/ownership.ts'
import { closeIssue, confirmResolution, proposeResolution } from '../../src/desk/resolution.ts'
import { rebuildCourses } from '../../src/store/course-rebuild.ts'
import { migrate } from '../../src/store/migrate.ts'
import { isWhole } from '../concurrency/whole.ts'
import { freshDatabase } from '../database.ts'
import { deskFor, openOne, promiseIn, type TestDesk } from '../desk.ts'
import { demoDesk, everyFigure } from './every-figure.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const falsified = `
update course
set counted = true, circular = not circular, kept = kept + 3, silence_minutes = silence_minutes + 9000,
  standing = 'open', told_again = 1, kind_id = null, week = '2026-01-05', lot = 17, opened_at = opened_at + interval '1 day',
  tally = jsonb_set(tally, '{denials}', '7')
where number % 3 = 1`

test('counted anew from the logs, every figure is the same as it was kept command by command', {
  timeout: 240_000,
}, async () => {
  const { desk, url, close } = await demoDesk()
  closing.push(close)
  const kept = await everyFigure(desk)
  const rows = async () => (await desk.database.query('select * from course order by number')).rows
  const courses = await rows()
  await desk.database.query(falsified)
  await desk.database.query('delete from course where number % 3 = 2')
  expect(await everyFigure(desk)).not.toEqual(kept)
  const { made, wrong } = await rebuildCourses(desk.database, { all: true })
  expect(made).toBe(courses.length)
  expect(wrong).toBeGreaterThan(made / 2)
  expect(await everyFigure(desk)).toEqual(kept)
  expect(await rows()).toEqual(courses)
  // A desk of before, that has no courses yet, gets them when it starts.
  await desk.database.query('delete from course')
  await migrate(url)
  expect(await everyFigure(desk)).toEqual(kept)
  expect(await rebuildCourses(desk.database, { all: true })).toEqual({ made, wrong: 0 })
})

const missing = 'delete from course'

test.each([
  ['wrong ones are made right', falsified, true],
  ['missing ones are made', missing, false],
])('beside eight writers nothing is lost: %s', { timeout: 120_000 }, async (_, spoil, all) => {
  const { url, drop } = await freshDatabase()
  const there = await deskFor(url)
  closing.push(drop, there.close)
  const { database } = there.desk
  const numbers: number[] = []
  for (let issue = 0; issue < 24; issue += 1) numbers.push(await openOne(there))
  await database.query(spoil)
  const begun = Promise.withResolvers<void>()
  let isDone = false
  let acts = 0
  const writer = async (lane: number): Promise<void> => {
    for (let round = 0; !isDone; round += 1) {
      // Each issue has several writers, and some have none for a while.
      await act(there, numbers[(lane * 5 + round) % (numbers.length / 2)] ?? 0, (lane + round) % 6)
      acts += 1
      if (acts > 40) begun.resolve()
    }
  }
  const writers = Promise.all(Array.from({ length: 8 }, (_lane, lane) => writer(lane)))
  await Promise.race([begun.promise, writers])
  const before = acts
  await rebuildCourses(database, { all })
  expect(acts).toBeGreaterThan(before)
  isDone = true
  await writers
  for (const number of numbers) await isWhole(database, number)
})

/** One of the things that people do; whether the rules take it does not matter. */
function act({ desk, as, ben, carla, priya }: TestDesk, number: number, which: number): Promise<unknown> {
  const write = (member: MemberId) =>
    sendMessage(desk, as(member), number, {
      body: 'b',
      to: 'customer',
      promise: promiseIn(1 + which),
      keeps: 'all',
      asks: [],
    })
  const acts = [
    () => write(ben),
    () => write(carla),
    () => takeOver(desk, as(priya), number, { reason: 'r' }),
    () =>
      proposeResolution(desk, as(ben), number, {
        wrong: 'w',
        done: 'd',
        holds: 'h',
        watch: [],
        channel: 'email',
        message: null,
        keeps: 'all',
        promise: promiseIn(3),
      }),
    () => confirmResolution(desk, as(ben), number, { heard: { how: 'phone', words: 'yes' } }),
    () => closeIssue(desk, as(ben), number),
  ]
  return acts[which]?.() ?? Promise.resolve()
}
