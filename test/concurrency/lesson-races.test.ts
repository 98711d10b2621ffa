import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleAll } from '../../src/clock/settle.ts'
import type { LessonAnswer } from '../../src/contract/answers.ts'
import type { LessonRecorded } from '../../src/core/learning/lesson.ts'
import { replayLesson } from '../../src/core/learning/lesson.ts'
import type { Outcome } from '../../src/desk/desk.ts'
import { adoptLesson, commentOnLesson, proposeLesson, supportLesson } from '../../src/desk/lessons.ts'
import { freshDatabase } from '../database.ts'
import { deskFor, type TestDesk } from '../desk.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let there: TestDesk

beforeAll(async () => {
  fresh = await freshDatabase()
  there = await deskFor(fresh.url)
})
afterAll(async () => {
  await there.close()
  await fresh.drop()
})

const terms = { trialDays: null, owner: null, due: null }

async function proposed(key: string): Promise<number> {
  const change = { type: 'fact_rule' as const, key, says: 'Off the phone.', allowed: ['off the phone'], refused: [] }
  const proposal = { issue: null, what: 'The box named another phone.', whys: ['Off the box.', 'Nothing forbids it.'] }
  const outcome = await proposeLesson(there.desk, there.as(there.ben), { ...proposal, change })
  if (!('answer' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.answer.id
}

const codeOf = (outcome: Outcome<LessonAnswer>): string => ('refusal' in outcome ? outcome.refusal.code : 'done')

test('Rule 28: of two lessons about one fact that are adopted at the same moment, one comes into force', async () => {
  for (let round = 0; round < 5; round += 1) {
    const key = `serial ${round}`
    const ids = await Promise.all([proposed(key), proposed(key.toUpperCase())])
    const outcomes = await Promise.all(ids.map(id => adoptLesson(there.desk, there.as(there.priya), id, terms)))
    expect(outcomes.map(codeOf).sort()).toEqual(['done', 'rule_exists'])
  }
})

test('Rule 33: many people at one lesson at the same moment: nothing is lost, and its log gives its state', async () => {
  const id = await proposed('account')
  const { desk, as, ben, carla, dana, priya } = there
  const people = [ben, carla, dana, priya]
  const outcomes = await Promise.all(
    people.flatMap(member => [
      commentOnLesson(desk, as(member), id, { text: 'We see it, too.' }),
      supportLesson(desk, as(member), id, { supports: true }),
    ]),
  )
  expect(outcomes.map(codeOf)).toEqual(outcomes.map(() => 'done'))
  const { rows } = await desk.database.query<{ state: object }>('select state from lesson where lesson_id = $1', [id])
  const { rows: log } = await desk.database.query<LessonRecorded>(
    `select instant(at) as at, json_build_object('kind', by_kind, 'id', by_id) as by, source as from,
      data || jsonb_build_object('type', type) as event
    from lesson_event where lesson_id = $1 order by version`,
    [id],
  )
  expect(log).toHaveLength(9)
  expect(replayLesson(log)).toEqual(rows[0]?.state)
})

test('Scenario 19: several clocks settle what is due of lessons once', async () => {
  const id = await proposed('imei')
  await adoptLesson(there.desk, there.as(there.priya), id, { ...terms, trialDays: 1 })
  const { database } = there.desk
  await database.query("update workspace set time_stands_at = now() + interval '2 days'")
  await Promise.all([1, 2, 3, 4].map(() => settleAll(there.desk)))
  const { rows } = await database.query(
    "select 1 from lesson_event where lesson_id = $1 and type = 'LessonTrialEnded'",
    [id],
  )
  expect(rows).toHaveLength(1)
  const { rows: told } = await database.query(
    "select 1 from notice where lesson_id = $1 and word = 'lesson_trial_over'",
    [id],
  )
  expect(told).toHaveLength(2)
})
