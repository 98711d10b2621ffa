import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditFigures } from '../contract/audit.ts'
import { clone } from './database.ts'
import { type Typed, type } from './testing/typed.ts'

let folder = ''
let log = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-audit-'))
  log = join(folder, 'incidents.csv')
  await writeFile(
    log,
    [
      'Number,Updated,Assigned to,Assignment group,State',
      'INC1,2026-03-02T09:00:00Z,Anna,First line,New',
      'INC2,2026-03-02T09:05:00Z,Anna,First line,New',
      'INC1,2026-03-02T10:00:00Z,Ben,Second line,In Progress',
      'INC1,2026-03-02T11:00:00Z,Anna,First line,Resolved',
      'INC1,2026-03-12T11:00:00Z,Carl,Second line,In Progress',
      '',
    ].join('\n'),
  )
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const mapped = [
  ...['--case', 'Number', '--time', 'Updated', '--person', 'Assigned to'],
  ...['--group', 'Assignment group', '--status', 'State'],
]
const audit = (...line: string[]): Typed => type(['audit', ...line], {})

test('it tells people how cases were treated, and needs neither database nor settings', async () => {
  const { code, out } = await audit(log, ...mapped).ends
  expect(code).toBe(0)
  expect(out).toContain('incidents.csv: 2 cases, 5 events')
  expect(out).toMatch(/cases with ping-pong \(A, B, A\) +1 \(50 %\) +1 \(50 %\)/)
  expect(out).toContain('A case counts as over with the status "Resolved"')
})

test('--json is figures and nothing else; what was said goes beside it', async () => {
  const { code, out, text } = await audit(log, ...mapped, '--json').ends
  expect(code).toBe(0)
  expect(auditFigures.parse(JSON.parse(out))).toEqual({
    cases: 2,
    events: 5,
    person: {
      distinct: 3,
      handoffs: { total: 3, mean: 1.5, max: 3, cases: 1 },
      pingPong: { cases: 1, share: 0.5, count: 1 },
      returns: { cases: 1 },
      perCase: { mean: 2, max: 3, one: 1 },
    },
    group: {
      distinct: 2,
      handoffs: { total: 3, mean: 1.5, max: 3, cases: 1 },
      pingPong: { cases: 1, share: 0.5, count: 2 },
      returns: { cases: 1 },
      perCase: { mean: 1.5, max: 2, one: 1 },
    },
    silence: { medianHours: 120, p90Days: 10, maxDays: 10, overDays: 7, overCases: 1 },
    reopened: { cases: 1 },
    rejected: { rows: 0, reasons: {} },
  })
  expect(text).toContain('A case counts as over')
})

test('--final and --over-days say otherwise', async () => {
  const { out } = await audit(log, ...mapped, '--final', 'in progress', '--over-days', '12.5', '--json').ends
  expect(JSON.parse(out)).toMatchObject({ reopened: { cases: 1 }, silence: { overDays: 12.5, overCases: 0 } })
})

test('--html writes one page, whole, and nothing beside it', async () => {
  const page = join(folder, 'page.html')
  const { code, out } = await audit(log, ...mapped, '--html', page).ends
  expect(code).toBe(0)
  expect(out).toContain(`The page is ${page}`)
  const text = await readFile(page, 'utf8')
  expect(text).toMatch(/^<!doctype html>.*<\/html>\n$/s)
  expect(text).not.toMatch(/Anna|Carl/)
  expect(await readdir(folder)).toEqual(['incidents.csv', 'page.html'])
  expect(await audit(log, ...mapped, '--html', page, '--persons').ends).toMatchObject({ code: 0 })
  expect(await readFile(page, 'utf8')).toContain('Anna')
})

test.each([
  [['--over-days', 'many'], 2, /"many" is no number of days/],
  [['--colour', 'red'], 2, /--colour/],
  [['--html', 'FOLDER'], 1, /is a folder\. Name a file in it/],
  [['--html', 'FOLDER/not/there.html'], 1, /its folder does not exist/],
  [['--html', 'FOLDER/incidents.csv'], 1, /is the log itself/],
  [['--html', 'FOLDER/link.csv'], 1, /is the log itself/],
  [['--html', '/dev/null'], 1, /is no file that could be written anew/],
  [['--final', 'Slut'], 1, /No event has the status "Slut"\. The log has "New", "In Progress" or "Resolved"\./],
  [['--status', '', '--final', 'Slut'], 1, /name it with --status/],
])('what is wrong is said with what to do: %j', async (typed, exit, words) => {
  await symlink(log, join(folder, 'link.csv'))
  const line = [...mapped, ...typed].map(word => word.replace('FOLDER', folder))
  const { code, text } = await audit(log, ...line).ends
  expect(text).toMatch(words)
  expect(text).not.toContain('    at ')
  expect(code).toBe(exit)
  expect(await readdir(folder)).toEqual(['incidents.csv', 'link.csv'])
})

test('a column that does not exist is a fault that names those that do, as data for a machine', async () => {
  const { code, out } = await audit(log, '--case', 'Ticket', '--time', 'Updated', '--json').ends
  expect(code).toBe(1)
  expect(JSON.parse(out).fault).toMatch(/Ticket.*Number/s)
})

test('damaged rows are counted, the first shown, and too many are refused unless somebody says to go on', async () => {
  const good = await readFile(log, 'utf8')
  await writeFile(log, `${good}INC3,yesterday,Anna,First line,New\nINC3,2026-03-02T09:00:00Z,Anna\n`)
  const refused = await audit(log, ...mapped).ends
  expect(refused).toMatchObject({ code: 1, out: '', text: expect.stringContaining('--keep-going') })
  const { code, out } = await audit(log, ...mapped, '--keep-going').ends
  expect(code).toBe(0)
  expect(out).toMatch(/2 rows could not be read and are left out:.* {2}line 7: .*yesterday.* {2}line 8: /s)
  const { out: json } = await audit(log, ...mapped, '--keep-going', '--json').ends
  const { rejected } = auditFigures.parse(JSON.parse(json))
  expect(rejected.rows).toBe(2)
  expect(Object.values(rejected.reasons)).toEqual([1, 1])
})

test('a terminal takes no orders from a log', async () => {
  await writeFile(log, 'Number,Updated,\u001B]0;owned\u0007\u202E\n1,2026-03-02T09:00:00Z,x\n')
  const { text } = await audit(log, '--case', 'Ticket', '--time', 'Updated').ends
  expect(text).toContain('\uFFFD]0;owned\uFFFD\uFFFD')
  const { text: typed } = await audit(log, '--over-days', '\u001B[2J').ends
  expect(typed).toContain('"\uFFFD[2J" is no number of days')
})

test('Ctrl-C leaves nothing behind, and the page that was there as it was', async () => {
  const page = join(folder, 'page.html')
  await writeFile(page, 'yesterday')
  const rows = Array.from({ length: 400_000 }, (_, one) => `INC${one % 999},2026-03-02T09:00:00Z,Anna,First line,New`)
  await writeFile(log, `Number,Updated,Assigned to,Assignment group,State\n${rows.join('\n')}\n`)
  const running = audit(log, ...mapped, '--html', page)
  while ((await readdir(folder)).length < 3) await new Promise(setImmediate)
  running.child.kill('SIGINT')
  const { code, text } = await running.ends
  expect(text).toBe('Stopped. Nothing was written.\n')
  expect(code).toBe(130)
  expect(await readdir(folder)).toEqual(['incidents.csv', 'page.html'])
  expect(await readFile(page, 'utf8')).toBe('yesterday')
})

/** The incidents of Volvo IT (BPI Challenge 2013), which are not ours to pass on. */
const volvo = resolve(clone, process.env.BATON_TEST_DATA ?? '../shared/data', 'logs/bpic2013-incidents.csv.gz')

test.skipIf(!existsSync(volvo))('the known sizes of a real log come out, mapped and guessed', async () => {
  const columns = ['--case', 'SR Number', '--time', 'Change Date+Time', '--person', 'Owner First Name']
  for (const line of [[...columns, '--group', 'Involved ST'], []]) {
    const { out } = await audit(volvo, ...line, '--json').ends
    expect(JSON.parse(out)).toMatchObject({
      cases: 7554,
      events: 65_533,
      person: { distinct: 1440, handoffs: { cases: 5602 } },
      group: { distinct: 649, pingPong: { cases: 1177 } },
      rejected: { rows: 0, reasons: {} },
    })
  }
})
