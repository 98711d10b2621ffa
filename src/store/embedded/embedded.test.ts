import { once } from 'node:events'
import { existsSync, watch } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findRunning, noteIn } from './place.ts'
import { findPostmaster } from './postmaster.ts'
import { ask, type Holder, hold } from './testing/holder.ts'

let folder = ''
const holders: Holder[] = []

/** Starts one that ends with the test, whatever the test does. */
function start(...wishes: Parameters<typeof hold>): Holder {
  const holder = hold(...wishes)
  holders.push(holder)
  return holder
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-embedded-'))
  await chmod(folder, 0o755)
})
afterEach(async () => {
  await Promise.all(holders.splice(0).map(holder => holder.stop()))
  await rm(folder, { recursive: true, force: true })
})

const cluster = () => join(folder, 'postgres')

test('what was written is there after a stop and another start', async () => {
  const first = start(folder)
  await ask(await first.url, `create table word (text text); insert into word values ('kept')`)
  await first.stop()
  expect(findPostmaster(cluster())).toBeNull()
  const second = start(folder)
  expect(await ask(await second.url, 'select text from word')).toEqual([{ text: 'kept' }])
})

test('it is durable, speaks UTF-8 and UTC, and nothing listens on the network', async () => {
  const names = ['fsync', 'synchronous_commit', 'server_encoding', 'TimeZone', 'listen_addresses', 'full_page_writes']
  const rows = await ask<{ value: string }>(
    await start(folder).url,
    names.map(name => `select current_setting('${name}') as value`).join(' union all '),
  )
  expect(rows.map(({ value }) => value)).toEqual(['on', 'on', 'UTF8', 'UTC', '', 'on'])
})

test('a command beside the server finds its database, and none once it has stopped', async () => {
  const holder = start(folder)
  const url = await holder.url
  expect(await findRunning(folder)).toBe(url)
  expect((await stat(noteIn(folder))).mode & 0o777).toBe(0o600)
  await holder.stop()
  expect(await findRunning(folder)).toBeNull()
})

test('two servers never share one data folder: the second is told whose it is', async () => {
  const first = start(folder)
  await first.url
  await expect(start(folder).url).rejects.toThrow(`EmbeddedFault: Another Baton server (process ${first.pid})`)
  expect(await ask(await first.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('of two servers that start at once on an empty folder exactly one has it', async () => {
  const outcomes = await Promise.allSettled([start(folder).url, start(folder).url])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('after kill -9 of the server the next one takes over, and nothing acknowledged is lost', async () => {
  const killed = start(folder)
  await ask(await killed.url, `create table word (text text); insert into word values ('kept')`)
  const orphan = findPostmaster(cluster())
  await killed.kill()
  expect(findPostmaster(cluster())).toEqual(orphan)
  const next = start(folder)
  expect(await ask(await next.url, 'select text from word')).toEqual([{ text: 'kept' }])
  expect(next.said).toEqual([expect.stringContaining(`process ${orphan?.pid}`)])
  expect(findPostmaster(cluster())?.pid).not.toBe(orphan?.pid)
})

test('after kill -9 of PostgreSQL the server starts it again at the same address, and tells', async () => {
  const holder = start(folder)
  const url = await holder.url
  await ask(url, `create table word (text text); insert into word values ('kept')`)
  process.kill(findPostmaster(cluster())?.pid ?? 0, 'SIGKILL')
  await holder.hears(/runs again/)
  expect(holder.said.slice(-2)).toEqual([
    expect.stringContaining('died (SIGKILL)'),
    expect.stringContaining('runs again'),
  ])
  expect(await ask(url, 'select text from word')).toEqual([{ text: 'kept' }])
})

test('after kill -9 of both at once everything is there', async () => {
  const killed = start(folder)
  await ask(await killed.url, `create table word (text text); insert into word values ('kept')`)
  process.kill(findPostmaster(cluster())?.pid ?? 0, 'SIGKILL')
  await killed.kill()
  expect(await ask(await start(folder).url, 'select text from word')).toEqual([{ text: 'kept' }])
})

test('a start that was killed while it made the database is redone', async () => {
  const killed = start(folder)
  for await (const [, name] of on(folder)) if (String(name).startsWith('postgres.new-')) break
  await killed.kill()
  expect(existsSync(cluster())).toBe(false)
  expect(await ask(await start(folder).url, 'select 1 as one')).toEqual([{ one: 1 }])
})

async function* on(path: string) {
  const watcher = watch(path)
  try {
    for (;;) yield await once(watcher, 'change')
  } finally {
    watcher.close()
  }
}

test("a note of a crashed PostgreSQL whose process id is a stranger's by now hinders nobody", async () => {
  const first = start(folder)
  await first.url
  await first.stop()
  const stranger = `${process.pid}\n${cluster()}\n1700000000\n5432\n${folder}/socket\n\n\nready\n`
  await writeFile(join(cluster(), 'postmaster.pid'), stranger)
  expect(await ask(await start(folder).url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('data of another release of PostgreSQL is left alone, and the fault says which', async () => {
  await mkdir(cluster())
  await writeFile(join(cluster(), 'PG_VERSION'), '17\n')
  await expect(start(folder).url).rejects.toThrow(/EmbeddedFault: .* PostgreSQL 17, and this Baton runs PostgreSQL 18/)
  expect(await readdir(cluster())).toEqual(['PG_VERSION'])
})

test('a folder with something else in it is left alone', async () => {
  await mkdir(cluster())
  await writeFile(join(cluster(), 'letters.txt'), 'mine')
  await expect(start(folder).url).rejects.toThrow(/EmbeddedFault: .*letters\.txt/)
  expect(await readFile(join(cluster(), 'letters.txt'), 'utf8')).toBe('mine')
})

test('what the environment says about other PostgreSQL servers changes nothing', async () => {
  const env = { PGPORT: '1', PGHOST: 'db.example.com', PGSSLMODE: 'require', PGDATABASE: 'x', LC_ALL: 'tr_TR.UTF-8' }
  expect(await start(folder, { env }).url).toContain('5432/baton')
})

test('a folder whose path is too long for a socket works too', async () => {
  const long = join(folder, 'a'.repeat(60), 'b'.repeat(60))
  expect(await ask(await start(long).url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a log that has grown long is set aside', async () => {
  await writeFile(join(folder, 'postgres.log'), 'x'.repeat(10_000_001))
  await start(folder).url
  expect((await stat(join(folder, 'postgres.log.1'))).size).toBe(10_000_001)
  expect((await stat(join(folder, 'postgres.log'))).size).toBeLessThan(100_000)
})
