import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { fillLargeDesk } from '../../bench/large-desk.ts'
import { type Scene, setScene } from '../../bench/scene.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { addUpMeasures, readIssuesBehind, readMeasure, readMeasures } from '../../src/desk/measures/read.ts'
import { seeIssue } from '../../src/store/issue-read.ts'
import { withDatabase } from '../database.ts'
import { plansOf } from '../store/plans-of.ts'

/** Not the template itself: while somebody is connected to it nobody can copy it. */
const theServer = (): string => withDatabase(inject('template'), 'postgres')

let scene: Scene
let desk: Desk
let admin = ''
let agent = ''

beforeAll(async () => {
  scene = await setScene(theServer())
  await fillLargeDesk(scene, { issues: 30_000, eventsEach: 1 })
  desk = { database: scene.database, workspace: 1 } as Desk
  await addUpMeasures(desk, new AbortController().signal)
  await scene.database.query('analyze course_week, course_sum')
  const { rows } = await scene.database.query<{ email: string; id: string }>(
    `select email, member_id as id from member where email in ('admin@large.example', 'person7@large.example') order by 1`,
  )
  ;[admin = '', agent = ''] = rows.map(({ id }) => id)
}, 120_000)
afterAll(() => scene.drop())

const ever = { from: '2020-01-01', mine: false }

test('two years by week, team, kind and channel are made of their weeks: the courses are not read whole', async () => {
  for (const by of ['week', 'team', 'kind', 'channel'] as const) {
    const plan = await plansOf(desk, asked => readMeasure(asked, admin, 'champion', { ...ever, by }))
    expect(plan).toMatch(/Scan (using|on) course_by_week\b/)
    expect(plan).not.toContain('Seq Scan on course c')
  }
})

test('the last weeks are read by their place in time', async () => {
  const plan = await plansOf(desk, asked => readMeasure(asked, admin, 'circles', { mine: false, by: 'week' }))
  expect(plan).toMatch(/Scan (using|on) course_by_week\b/)
  expect(plan).not.toContain('Seq Scan on course c')
})

test('a person’s own are found by who had them', async () => {
  const plan = await plansOf(desk, asked => readMeasures(asked, agent, { ...ever, mine: true }))
  expect(plan).toContain('course_of_owner')
  expect(plan).not.toContain('Seq Scan on course c')
})

test('the issues behind a figure are found from the newest on', async () => {
  const page = { ...ever, side: 'rest', limit: 50 }
  const plan = await plansOf(desk, asked => readIssuesBehind(asked, admin, 'circles', page))
  expect(plan).toContain('Index Scan Backward using course_pkey on course c')
})

test('a median of what few issues have is drawn from those alone', async () => {
  const plan = await plansOf(desk, asked => readMeasure(asked, admin, 'alarm_answered', { ...ever, by: 'team' }))
  expect(plan).toContain('course_alarmed_drawn')
})

test('before anything is known of the tables, the course of an issue is found by its number', async () => {
  const fresh = await setScene(theServer())
  try {
    const plan = await plansOf({ database: fresh.database, workspace: 1 } as Desk, asked =>
      seeIssue(asked.database, 1, 1001, null),
    )
    expect(plan).toContain('course_pkey')
    expect(plan).not.toMatch(/course_(drawn|by_week|of_owner)/)
  } finally {
    await fresh.drop()
  }
})
