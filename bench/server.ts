import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startClock } from '../src/clock/clock.ts'
import { listen } from '../src/server/listen.ts'
import { openDatabase } from '../src/store/database.ts'
import { openFiles } from '../src/store/files.ts'

// A server process as in earnest, on the database given: it says where it listens, and its memory when asked.
const [databaseUrl = ''] = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'))
const desk = {
  database: openDatabase(databaseUrl, 8),
  workspace: 1,
  files: await openFiles(folder),
  url: 'http://localhost',
  secrets: { links: Buffer.alloc(32, 1), addresses: Buffer.alloc(32, 2) },
  demo: false,
  testClock: false,
  mail: 'local' as const,
}
const say = (line: string): void => console.error(line)
const clock = startClock(desk, say)
const served = await listen(desk, { host: '127.0.0.1', port: 0 }, { session: Buffer.alloc(32, 3) }, databaseUrl, say)
process.send?.({ url: served.url })
process.on('message', async message => {
  if (message === 'memory') process.send?.({ bytes: process.memoryUsage().rss })
  if (message !== 'stop') return
  await served.stop()
  await clock.stop()
  await desk.database.end()
  await rm(folder, { recursive: true, force: true })
  process.disconnect?.()
})
// Whoever measured is gone: nobody needs this server.
process.on('disconnect', () => process.exit())
