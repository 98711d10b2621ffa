import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { findPostmaster } from '../store/embedded/postmaster.ts'
import { type Typed, type } from './testing/typed.ts'

let folder = ''
let env: Record<string, string> = {}
const running: Typed[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-cli-'))
  await chmod(folder, 0o755)
  env = { BATON_DATA: join(folder, 'data'), BATON_PORT: '0', BATON_SMTP_LISTEN: '127.0.0.1:0', BATON_DEMO: '0' }
})
afterEach(async () => {
  for (const typed of running.splice(0)) {
    typed.child.kill('SIGTERM')
    await typed.ends
  }
  await rm(folder, { recursive: true, force: true })
})

function baton(line: string, more: Record<string, string> = {}): Typed {
  const typed = type(line.split(' '), { ...env, ...more })
  running.push(typed)
  return typed
}

/** Starts a server; answers where it is. */
async function started(typed: Typed): Promise<string> {
  return (await typed.says(/Desk {2}(\S+)/))[1] ?? ''
}

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

const postmaster = () => findPostmaster(join(folder, 'data/postgres'))

test('a desk starts, serves, and stops cleanly on Ctrl-C', async () => {
  const server = baton('start')
  const url = await started(server)
  const answer = await fetch(`${url}/api/v1/desk`)
  expect(await answer.json()).toMatchObject({ needsSetup: true, demo: false })
  server.child.kill('SIGINT')
  expect(await server.ends).toMatchObject({ code: 0 })
  expect(postmaster()).toBeNull()
})

test('one Ctrl-C that arrives several times at once is one', async () => {
  const server = baton('start')
  await started(server)
  for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) server.child.kill(signal)
  expect(await server.ends).toMatchObject({ code: 0 })
  expect(postmaster()).toBeNull()
})

test('when its launcher is killed the server stops by itself', async () => {
  const server = baton('start')
  const url = await started(server)
  server.child.kill('SIGKILL')
  // Its output ends when the last process that writes to it has ended.
  await server.ends
  await expect(fetch(url)).rejects.toThrow()
  expect(postmaster()).toBeNull()
})

test('killed and started again: what was there is there', async () => {
  const server = baton('start')
  await started(server)
  const added = await baton('member add ben@litoral.example --name Ben --team Support').ends
  expect(added).toMatchObject({ code: 0 })
  const inner = execFileSync('pgrep', ['-P', String(server.child.pid)], { encoding: 'utf8' }).trim()
  process.kill(Number(inner), 'SIGKILL')
  expect(await server.ends).toMatchObject({ code: 137 })
  const again = baton('start')
  const url = await started(again)
  expect(again.text()).toContain('Stopping the database that a killed server left running')
  expect(await (await fetch(`${url}/api/v1/desk`)).json()).toMatchObject({ needsSetup: false })
})

test('a second start on the same folder says whose it is, and exits with 1', async () => {
  const first = baton('start')
  await started(first)
  const second = await baton('start').ends
  expect(second.code).toBe(1)
  expect(second.text).toMatch(/^Another Baton server \(process \d+\) is using the data folder/)
})

test.each(['BATON_PORT', 'BATON_SMTP_LISTEN'])('a taken port is said with its setting: %s', async setting => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const value = setting === 'BATON_PORT' ? `${port}` : `127.0.0.1:${port}`
  const { code, text } = await baton('start', { [setting]: value }).ends
  other.close()
  expect(code).toBe(1)
  expect(text).toMatch(new RegExp(`Port ${port} is taken .*${setting}=`))
  expect(text).not.toContain('    at ')
  expect(postmaster()).toBeNull()
})

test('with DATABASE_URL nothing embedded starts, and its clock is not moved unless it is here', async () => {
  const { url, drop } = await freshDatabase()
  const server = baton('start', { DATABASE_URL: url, BATON_TEST_CLOCK: '1' })
  await started(server)
  expect(server.text()).toContain('BATON_TEST_CLOCK=1')
  await expect(stat(join(folder, 'data/postgres'))).rejects.toThrow('ENOENT')
  server.child.kill('SIGTERM')
  expect(await server.ends).toMatchObject({ code: 0 })
  await drop()
  const refused = await baton('start', { DATABASE_URL: 'postgresql://db.example.com/x', BATON_TEST_CLOCK: '1' }).ends
  expect(refused).toMatchObject({ code: 1, text: expect.stringMatching(/^BATON_TEST_CLOCK: /) })
})

test('somebody is added, signs in, and gets a key with which the API knows them, beside a running server', async () => {
  const url = await started(baton('start'))
  const add = 'member add Maya@litoral.example --name Maya --role supervisor --supervises Support --json'
  const added = await baton(add).ends
  expect(JSON.parse(added.out)).toMatchObject({ email: 'maya@litoral.example', role: 'supervisor' })
  expect(await baton(add).ends).toMatchObject({ code: 1, text: expect.stringContaining('belongs to a member already') })
  const signedIn = await fetch(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'maya@litoral.example', password: JSON.parse(added.out).password }),
  })
  expect(signedIn.ok).toBe(true)
  const { out } = await baton('key create maya@litoral.example --json').ends
  const me = await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${JSON.parse(out).key}` } })
  expect(await me.json()).toMatchObject({ member: { name: 'Maya', role: 'supervisor' } })
})

test('without a running server commands start the database for themselves alone', async () => {
  expect(await baton('migrate').ends).toMatchObject({ code: 0, text: expect.stringContaining('newest tables') })
  expect(postmaster()).toBeNull()
  expect(await baton('key create nobody@litoral.example').ends).toMatchObject({
    code: 1,
    text: expect.stringContaining('Nobody at this desk has the address nobody@litoral.example'),
  })
})

test('what measures count is made anew from the logs, beside a running server', async () => {
  const url = await started(baton('start'))
  await baton('member add ben@litoral.example --name Ben --team Support').ends
  const { key } = JSON.parse((await baton('key create ben@litoral.example --json').ends).out)
  const opened = await fetch(`${url}/api/v1/issues`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({
      customer: { name: 'Ana Ruiz', email: 'ana@ruiz.example' },
      subject: 'Charged twice',
      story: 'Again.',
      channel: 'phone',
    }),
  })
  expect(opened.status).toBe(201)
  const rebuilt = await baton('measures rebuild --json').ends
  expect(rebuilt.code).toBe(0)
  expect(JSON.parse(rebuilt.out)).toEqual({ issues: 1, corrected: 0 })
})

test('beside a running server the doctor finds its database and its receiver', async () => {
  const port = await freePort()
  const receiving = { BATON_SMTP_LISTEN: `127.0.0.1:${port}` }
  await started(baton('start', receiving))
  const { code, out } = await baton('doctor', receiving).ends
  expect(code).toBe(0)
  expect(out).toMatch(/ok +database .*answers/)
  expect(out).toMatch(new RegExp(`ok +receiving .*${port}`))
})

test('the doctor finds a healthy desk healthy, and says what ails a sick one', async () => {
  const well = await baton('doctor --json').ends
  expect(well.code).toBe(0)
  expect(JSON.parse(well.out)).toMatchObject({ well: true })
  const port = await freePort()
  const sick = await baton('doctor', {
    DATABASE_URL: `postgresql://me:hunter2@127.0.0.1:${port}/baton`,
    BATON_IMAP: `imap://me:hunter2@127.0.0.1:${port}`,
    BATON_SMTP: `smtp://127.0.0.1:${port}`,
  }).ends
  expect(sick.code).toBe(1)
  for (const ailment of [/FAULT +database .*DATABASE_URL/, /FAULT +IMAP .*BATON_IMAP/, /FAULT +SMTP .*BATON_SMTP/])
    expect(sick.out).toMatch(ailment)
  expect(sick.text).not.toContain('hunter2')
  expect(await baton('doctor', { BATON_PORT: 'x', BATON_URL: 'y' }).ends).toMatchObject({
    code: 1,
    out: expect.stringMatching(/BATON_PORT[\s\S]*BATON_URL/),
  })
})

test.each([
  'dance',
  'start --loud',
  'start now',
  'member add',
  'member add ben@litoral.example',
  'member add ben --name Ben',
  'member add ben@litoral.example --name Ben --role boss',
  'key create',
])('wrong use exits with 2 and shows the right one: %s', async line => {
  expect(await baton(line).ends).toMatchObject({ code: 2, text: expect.stringContaining('Usage: npx baton') })
})

test('help lists every command, and each explains itself', async () => {
  const { code, out } = await baton('--help').ends
  expect(code).toBe(0)
  for (const words of ['start', 'migrate', 'member add', 'key create', 'measures rebuild', 'import', 'doctor', 'web'])
    expect(out).toContain(`  ${words} `)
  expect(await baton('member add --help').ends).toMatchObject({ code: 0, out: expect.stringContaining('--team') })
})
