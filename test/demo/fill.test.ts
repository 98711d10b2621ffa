import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Recorded } from '../../src/core/events.ts'
import { replay } from '../../src/core/evolve.ts'
import { type Issue, isClosed, owner } from '../../src/core/issue/issue.ts'
import { running } from '../../src/core/promise/promise.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { instant } from '../../src/core/time/instant.ts'
import { customers } from '../../src/demo/customers.ts'
import { fillDemo } from '../../src/demo/fill.ts'
import { story } from '../../src/demo/script.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { listIssues } from '../../src/desk/issues.ts'
import { readInbox, readOutbox } from '../../src/desk/mail.ts'
import { readMe } from '../../src/desk/me.ts'
import { readNotices } from '../../src/desk/notices.ts'
import { readOffers } from '../../src/desk/offers.ts'
import { foundDesk } from '../../src/desk/setup.ts'
import { readSupervise } from '../../src/desk/supervise.ts'
import { type Configuration, configurationOf } from '../../src/store/configuration.ts'
import { openDatabase } from '../../src/store/database.ts'
import { openFiles } from '../../src/store/files.ts'
import { readNow } from '../../src/store/now.ts'
import { freshDatabase } from '../database.ts'
import { stages } from './stages.ts'

const closing: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

/** A demo desk as it is filled at that moment; without one, now. */
async function demoAt(now: Instant | null): Promise<Desk> {
  const desk = await emptyDesk()
  if (now) await desk.database.query('update workspace set time_stands_at = $1', [now])
  await fillDemo(desk, () => {})
  return desk
}

async function emptyDesk(): Promise<Desk> {
  const fresh = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'baton-demo-'))
  const database = openDatabase(fresh.url, 5)
  closing.push(
    () => fresh.drop(),
    () => rm(folder, { recursive: true }),
    () => database.end(),
  )
  const secrets = { links: Buffer.from('for tests only'), addresses: Buffer.from('for tests only') }
  const files = await openFiles(folder)
  const url = 'http://localhost:4000'
  const desk: Desk = { database, workspace: 1, files, url, secrets, demo: true, testClock: false, mail: 'local' }
  await foundDesk(database, 1, 'support@litoral.example', 'Europe/Madrid')
  return desk
}

type Row = { number: number; state: Issue; messages: number; flagged: number; machines: number }

async function issuesOf({ database }: Desk): Promise<Row[]> {
  const { rows } = await database.query<Row>(`
    select i.number, i.state, count(m)::integer as messages, count(m) filter (where m.flagged)::integer as flagged,
      count(m) filter (where m.author_kind = 'machine')::integer as machines
    from issue i
    join message m on m.workspace_id = i.workspace_id and m.number = i.number
    group by i.workspace_id, i.number
    order by i.number`)
  return rows
}

async function logOf({ database }: Desk, number: number): Promise<Recorded[]> {
  const { rows } = await database.query(
    'select type, at, by_kind, by_id, source, data from event where number = $1 order by version',
    [number],
  )
  return rows.map(({ type, at, by_kind: kind, by_id: id, source: from, data }) => {
    const by = kind === 'desk' ? { kind } : { kind, id }
    return { at, by, from, event: { type, ...data } }
  })
}

const moments: [string, string][] = [
  ['Tuesday 11:00', '2026-11-24T11:00:00+01:00'],
  ['Sunday 03:00', '2026-11-29T03:00:00+01:00'],
  ['Monday 09:05', '2026-11-30T09:05:00+01:00'],
  ['31 December, in the afternoon', '2026-12-31T16:40:00+01:00'],
  ['a holiday', '2027-01-06T12:00:00+01:00'],
  ['the night to summer time', '2026-03-29T03:30:00+02:00'],
  ['the night to winter time', '2026-10-25T02:30:00+02:00'],
]

describe.each(moments)('a demo desk filled on %s', (_, at) => {
  const now = instant(at)
  let desk: Desk
  let issues: Row[]
  let configuration: Configuration
  beforeAll(async () => {
    desk = await demoAt(now)
    issues = await issuesOf(desk)
    configuration = await configurationOf(desk.database, 1)
  })

  test('has a hundred and five issues, the one of Ana Ruiz with the number of the design', async () => {
    expect(issues).toHaveLength(105)
    const { rows } = await desk.database.query('select number from story where subject ilike $1', [
      'charged twice for%',
    ])
    expect(rows).toEqual([{ number: 1042 }])
  })

  test.each(stages)('shows at least $least $name', ({ least, is }) => {
    expect(issues.filter(({ state, ...rest }) => is(state, rest, now)).length).toBeGreaterThanOrEqual(least)
  })

  test('Rules 1 and 12: every open issue has an active owner and a running promise, or is confirmed', () => {
    const open = issues.filter(({ state }) => !isClosed(state))
    expect(open.length).toBeGreaterThan(40)
    for (const { number, state } of open) {
      expect(configuration.members.get(owner(state).member), `#${number}`).toMatchObject({ active: true })
      if (state.lifecycle.phase !== 'confirmed') expect(running(state).length, `#${number}`).toBeGreaterThan(0)
    }
  })

  test('Rule 33: every log makes the state that is stored', async () => {
    for (const { number, state } of issues) expect(replay(await logOf(desk, number)), `#${number}`).toEqual(state)
  })

  test('nothing is ahead of now, and what fell due is settled', async () => {
    const { rows } = await desk.database.query(
      `select
        (select count(*)::integer from event where at > $1) as ahead,
        (select count(*)::integer from message where at > $1) as said,
        (select count(*)::integer from issue where next_deadline_at <= $1) as due`,
      [now],
    )
    expect(rows).toEqual([{ ahead: 0, said: 0, due: 0 }])
    expect(await readNow(desk.database, 1)).toBe(now)
  })

  test('no list is empty for those whom it concerns', async () => {
    const id = (name: string): string =>
      [...configuration.members.values()].find(one => one.name.startsWith(name))?.id ?? ''
    for (const name of ['Ben', 'Carla', 'Dana', 'Ravi', 'Priya']) {
      const me = await readMe(desk, id(name))
      expect(me?.counts.mine, name).toBeGreaterThan(0)
      expect(me?.counts.notices, name).toBeGreaterThan(0)
    }
    for (const name of ['Ben', 'Carla', 'Ravi'])
      expect((await readOffers(desk, id(name))).length, name).toBeGreaterThan(0)
    const intake = JSON.parse(await listIssues(desk, id('Ben'), { intake: true, limit: 50 }))
    expect(intake.items.length).toBeGreaterThanOrEqual(5)
    expect(Object.entries(await readSupervise(desk, id('Priya'))).filter(([, list]) => list.length === 0)).toEqual([])
    expect((await readNotices(desk, id('Priya'), { limit: 50 })).items.length).toBeGreaterThan(5)
    expect((await readOutbox(desk, id('Ben'), { limit: 200 })).items.length).toBeGreaterThan(100)
    for (const state of ['issue', 'reply', 'machine', 'kept'] as const)
      expect((await readInbox(desk, { state, limit: 10 })).items.length, state).toBeGreaterThan(0)
  })

  test('people work when the desk is open, and nobody who is away', async () => {
    const { rows } = await desk.database.query<{ at: Instant; member: string; type: string; number: number }>(
      `select at, by_id as member, type, number from event where by_kind = 'member'`,
    )
    expect(rows.length).toBeGreaterThan(300)
    for (const { at, member, type, number } of rows) {
      const local = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Madrid')
      const said = `#${number} ${type} at ${local}`
      expect(local.hour, said).toBeGreaterThanOrEqual(9)
      expect(local.hour, said).toBeLessThan(18)
      expect(local.dayOfWeek, said).toBeLessThan(6)
      expect(configuration.calendar.holidays, said).not.toContain(local.toPlainDate().toString())
      const absences = configuration.members.get(member)?.absences ?? []
      expect(
        absences.filter(({ from, until }) => from <= at && at < until),
        said,
      ).toEqual([])
    }
  })

  test('no sentence is said in two stories', async () => {
    const { rows } = await desk.database.query<{ number: number; body: string }>(
      'select number, body from message union select number, body from words',
    )
    const said = new Map<string, Set<number>>()
    for (const { number, body } of rows)
      for (const sentence of body.split(/(?<=[.!?])\s+|\n+/))
        if (sentence.length > 25) said.set(sentence, (said.get(sentence) ?? new Set()).add(number))
    expect(said.size).toBeGreaterThan(500)
    expect([...said].filter(([, numbers]) => numbers.size > 1).map(([sentence]) => sentence)).toEqual([])
  })
})

test('filled now, time runs again at the end; and what is filled is not filled again', async () => {
  const desk = await demoAt(null)
  const { rows } = await desk.database.query('select time_stands_at from workspace')
  expect(rows).toEqual([{ time_stands_at: null }])
  await expect(fillDemo(desk, () => {})).rejects.toThrow('works here already')
})

test('a story that the rulebook refuses stops the filling, and says what was refused', async () => {
  const tooSoon = story('Too soon', customers.ana, ({ at, day, customer: ana, ben }) => {
    at(day(-2, '10:00'))
    ana.mails('Hello', 'It does not work.')
    ben.takes()
    ben.closes()
  })
  const filling = fillDemo(await emptyDesk(), () => {}, [tooSoon])
  await expect(filling).rejects.toThrow(/"Too soon".*ben closes is refused, nothing_proposed: No resolution/)
})
