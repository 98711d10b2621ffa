import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Desk } from '../../src/desk/desk.ts'
import { addMember } from '../../src/desk/people.ts'
import { readDesk } from '../../src/desk/setup.ts'
import { foundOrFill } from '../../src/server/found.ts'
import { openDatabase } from '../../src/store/database.ts'
import { openFiles } from '../../src/store/files.ts'
import { freshDatabase } from '../database.ts'

let database: Awaited<ReturnType<typeof freshDatabase>>
let folder: string
let desk: Desk

beforeEach(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'baton-found-'))
  desk = {
    database: openDatabase(database.url, 5),
    workspace: 1,
    files: await openFiles(folder),
    url: 'http://localhost',
    secrets: { links: Buffer.from('for tests only'), addresses: Buffer.from('for tests only') },
    demo: false,
    testClock: false,
    mail: 'local',
  }
})
afterEach(async () => {
  await desk.database.end()
  await database.drop()
  await rm(folder, { recursive: true })
})

const found = (demo: boolean): Promise<boolean> =>
  foundOrFill(desk, { demo, inbox: 'help@litoral.example', zone: 'Europe/Madrid' }, () => {})

const members = async (): Promise<number> =>
  (await desk.database.query<{ count: number }>('select count(*)::integer as count from member')).rows[0]?.count ?? 0

test('an empty desk without a demo waits for its first admin, at its address', async () => {
  expect(await found(false)).toBe(false)
  expect(await readDesk(desk, true)).toMatchObject({ inbox: 'help@litoral.example', needsSetup: true })
})

test('a desk with people in it never becomes a demo desk, on which anybody could sign in as them', async () => {
  await found(false)
  await addMember(desk, { email: 'ada@litoral.example', name: 'Ada', role: 'admin' })
  expect(await found(true)).toBe(false)
  expect(await members()).toBe(1)
})

test('a demo desk that was not filled to its end is begun anew, and then stays', async () => {
  await found(false)
  await addMember(desk, { email: 'half@litoral.example', name: 'Half', role: 'agent' })
  await desk.database.query(`update workspace set demo = 'filling', time_stands_at = '2020-01-01T00:00:00Z'`)
  expect(await found(true)).toBe(true)
  const people = await members()
  expect(people).toBeGreaterThanOrEqual(8)
  const half = await desk.database.query(`select from member where name = 'Half'`)
  expect(half.rows).toHaveLength(0)
  expect(await found(true)).toBe(true)
  expect(await found(false)).toBe(true)
  expect(await members()).toBe(people)
})
