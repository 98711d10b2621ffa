import { execFile, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Figure, figure } from './figures.ts'

const run = promisify(execFile)
const here = new URL('..', import.meta.url).pathname

/** Seconds from `npm start` in a fresh clone to the first page: with an empty npm cache, and once more with everything there. */
export async function benchStart(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-start-'))
  // PostgreSQL runs as another user when this one is root, and has to get through.
  await chmod(folder, 0o711)
  try {
    const clone = join(folder, 'baton')
    await run('git', ['clone', '--quiet', here, clone])
    const cold = await secondsToFirstPage(folder, clone)
    const warm = await secondsToFirstPage(folder, clone)
    return [
      figure('npm start to the first page, cold', cold, 's'),
      figure('npm start to the first page, warm', warm, 's'),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function secondsToFirstPage(folder: string, clone: string): Promise<number> {
  const port = await freePort()
  const begin = performance.now()
  const server = spawn('npm', ['start'], {
    cwd: clone,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      npm_config_cache: join(folder, 'npm-cache'),
      BATON_DATA: join(folder, 'data'),
      BATON_PORT: String(port),
      BATON_SMTP_LISTEN: '127.0.0.1:0',
    },
  })
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()))
  try {
    await new Promise<void>((resolve, reject) => {
      server.stdout.on('data', (part: Buffer) => {
        if (part.toString().includes('Baton is running')) resolve()
      })
      ended.then(() => reject(new Error('It ended before it ran.')))
    })
    const page = await fetch(`http://127.0.0.1:${port}/sign-in`)
    if (!page.ok) throw new Error(`The first page: ${page.status}`)
    return (performance.now() - begin) / 1000
  } finally {
    server.kill('SIGTERM')
    await ended
  }
}

/** Taken and given back: nobody else wants it in the meantime. */
function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
