import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { deskFor, type TestDesk } from '../../test/desk.ts'
import { type Typed, type } from './testing/typed.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let there: TestDesk | null = null
let folder = ''

beforeEach(async () => {
  fresh = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'baton-import-'))
})
afterEach(async () => {
  await there?.close()
  there = null
  await fresh.drop()
  await rm(folder, { recursive: true, force: true })
})

const moveInto = (file: string, ...options: string[]): Typed =>
  type(['import', file, '--from', 'csv', ...options], { DATABASE_URL: fresh.url, BATON_DATA: join(folder, 'data') })

/** Writes a log of another desk: of each case two events, and all but the last are over. */
async function writeLog(cases: number, more = ''): Promise<string> {
  const rows = Array.from({ length: cases }, (_, index) => {
    const end = index < cases - 1 ? 'Closed' : 'Open'
    const about = `ana${index}@ruiz.example,About ${index}`
    return `C${index},2026-10-01 08:00,Ben,Line 1,Open,${about}\nC${index},2026-10-02 08:00,Carla,Line 2,${end},${about}\n`
  })
  const file = join(folder, 'log.csv')
  await writeFile(file, `Ticket,When,Who,Team,Status,Mail,Subject\n${rows.join('')}${more}`)
  return file
}
const columns = ['--case', 'Ticket', '--time', 'When', '--person', 'Who', '--group', 'Team', '--status', 'Status']
const further = ['--email', 'Mail', '--subject', 'Subject']

async function counted(): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: fresh.url })
  await client.connect()
  try {
    const { rows } = await client.query(`select
      (select count(*)::integer from issue) as issues, (select count(distinct case_id)::integer from foreign_case) as cases,
      (select count(*)::integer from foreign_event) as events, (select count(*)::integer from customer) as customers`)
    return rows[0]
  } finally {
    await client.end()
  }
}

test('without --apply nothing is changed, and what would be is said; with it, it is so', async () => {
  there = await deskFor(fresh.url)
  const log = await writeLog(3)
  const before = await counted()
  const dry = await moveInto(log, ...columns, ...further, '--dry-run').ends
  expect(dry).toMatchObject({ code: 0, out: expect.stringMatching(/Nothing was changed.*--apply/) })
  expect(dry.out).toMatch(/3 new/)
  expect(await counted()).toEqual(before)
  const done = await moveInto(log, ...columns, ...further, '--source', 'Zendesk', '--apply', '--json').ends
  expect(done.code).toBe(0)
  expect(JSON.parse(done.out)).toMatchObject({
    source: 'Zendesk',
    applied: true,
    stopped: false,
    cases: { read: 3, new: 3, open: 1, over: 2, known: 0, changed: 0 },
    events: { read: 6, brought: 6 },
    customers: { known: 0, new: 3 },
    persons: {
      matched: [
        { person: 'Ben', member: 'Ben' },
        { person: 'Carla', member: 'Carla' },
      ],
      unmatched: [],
    },
    owners: { members: [{ member: 'Carla', open: 1 }], intake: 0 },
    rejected: { rows: 0 },
  })
  expect(await counted()).toEqual({ issues: 3, cases: 3, events: 6, customers: 3 })
})

test('a longer log brings only what is new, and says what now differs', async () => {
  there = await deskFor(fresh.url)
  await moveInto(await writeLog(3), ...columns, '--apply').ends
  const longer = await writeLog(4, 'C0,2026-10-03 08:00,Ben,Line 1,Open,,\n')
  const { out, code } = await moveInto(longer, ...columns, '--apply', '--json').ends
  expect(code).toBe(0)
  // The former last one is over in the longer log.
  expect(JSON.parse(out)).toMatchObject({
    cases: { read: 4, new: 1, known: 1, changed: 2 },
    goOn: [1001],
    differ: { openThere: [], overThere: [1003] },
  })
  const words = await moveInto(longer, ...columns).ends
  expect(words.out).toMatch(/0 new, 0 with more events than before, 4 known as they are/)
})

test('killed at any moment it goes on where it was: each case comes once, whole', async () => {
  there = await deskFor(fresh.url)
  const log = await writeLog(3000)
  const first = moveInto(log, ...columns, ...further, '--apply')
  while ((await counted()).cases === 0) await wait(5)
  const inner = execFileSync('pgrep', ['-P', String(first.child.pid)], { encoding: 'utf8' }).trim()
  process.kill(Number(inner), 'SIGKILL')
  expect(await first.ends).toMatchObject({ code: 137 })
  const half = await counted()
  expect(half.cases).toBeLessThan(3000)
  expect(half).toMatchObject({ issues: half.cases, events: (half.cases ?? 0) * 2 })
  const second = await moveInto(log, ...columns, ...further, '--apply', '--json').ends
  expect(JSON.parse(second.out)).toMatchObject({ cases: { read: 3000, new: 3000 - (half.cases ?? 0) } })
  expect(await counted()).toEqual({ issues: 3000, cases: 3000, events: 6000, customers: 3000 })
})

test('Ctrl-C stops it between two batches and says how to go on', async () => {
  there = await deskFor(fresh.url)
  const log = await writeLog(3000)
  const first = moveInto(log, ...columns, '--apply')
  while ((await counted()).cases === 0) await wait(5)
  first.child.kill('SIGINT')
  expect(await first.ends).toMatchObject({ code: 130, out: expect.stringMatching(/^Stopped\. .*goes on/) })
  expect((await counted()).cases).toBeLessThan(3000)
})

test('screens that are open are woken once, at its end', async () => {
  there = await deskFor(fresh.url)
  const log = await writeLog(250)
  const client = new pg.Client({ connectionString: fresh.url })
  await client.connect()
  let woken = 0
  client.on('notification', () => {
    woken += 1
  })
  await client.query('listen baton')
  expect(await moveInto(log, ...columns, '--apply').ends).toMatchObject({ code: 0 })
  await client.query('select 1')
  await client.end()
  expect(woken).toBe(1)
})

test('nobody works here yet: it says so, and brings nothing', async () => {
  const { code, text } = await moveInto(await writeLog(2), ...columns, '--apply').ends
  expect(code).toBe(1)
  expect(text).toMatch(/^Nobody has a seat .*member add/)
})

test('a log that came over before is not read in another way', async () => {
  there = await deskFor(fresh.url)
  const log = await writeLog(2)
  await moveInto(log, ...columns, '--apply').ends
  const other = await moveInto(log, ...columns, '--zone', 'Europe/Madrid', '--apply').ends
  expect(other).toMatchObject({ code: 1, text: expect.stringMatching(/--zone "UTC".*--source/) })
  expect(await moveInto(log, ...columns, '--zone', 'Europe/Madrid', '--source', 'B').ends).toMatchObject({ code: 0 })
})

test.each([
  ['a status that the log has not', ['--final', 'Gone'], 1, /"Gone".*"Closed"/],
  ['an owner who is nobody', ['--owner', 'zoe@litoral.example'], 1, /Nobody at this desk has the address zoe/],
  ['a column that is not there', ['--email', 'E-Mail'], 1, /E-Mail.*"Mail"/],
  ['another make of log', ['--from', 'jira'], 2, /--from csv/],
  ['a dry run that is none', ['--dry-run', '--apply'], 2, /not both/],
  ['a desk without a name', ['--source', ' '], 2, /--source/],
])('%s is refused in a sentence', async (_, options, code, sentence) => {
  there = await deskFor(fresh.url)
  const ended = await moveInto(await writeLog(2), ...columns, ...options).ends
  expect(ended.code).toBe(code)
  expect(ended.text).toMatch(sentence)
})

test('statuses that nobody knows are asked about, before a whole past becomes open work', async () => {
  there = await deskFor(fresh.url)
  const file = join(folder, 'odd.csv')
  await writeFile(file, 'Ticket,When,Status\nA,2026-10-01 08:00,7\nB,2026-10-01 08:00,8\n')
  const odd = ['--case', 'Ticket', '--time', 'When', '--status', 'Status']
  expect(await moveInto(file, ...odd).ends).toMatchObject({ code: 1, text: expect.stringMatching(/"7", "8".*--final/) })
  const open = await moveInto(file, ...odd, '--final', '', '--json').ends
  expect(JSON.parse(open.out)).toMatchObject({ cases: { open: 2, over: 0 } })
  const some = await moveInto(file, ...odd, '--final', '8', '--json').ends
  expect(JSON.parse(some.out)).toMatchObject({ cases: { open: 1, over: 1 } })
})

test('damaged rows are told of, each with its line and reason', async () => {
  there = await deskFor(fresh.url)
  const long = 'x'.repeat(201)
  const more = `,2026-10-01 08:00,Ben,,Open,,\nC7,31/2/2026,Ben,,Open,,\n${long},2026-10-01 08:00,Ben,,Open,,\n`
  const { out } = await moveInto(await writeLog(2, more), ...columns, '--keep-going', '--json').ends
  expect(JSON.parse(out)).toMatchObject({
    cases: { read: 2 },
    rejected: {
      rows: 3,
      first: [{ line: 6 }, { line: 7 }, { line: 8, reason: expect.stringMatching(/longer than 200/) }],
    },
  })
})
