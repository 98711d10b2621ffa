import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findPostmaster } from '../../src/store/embedded/postmaster.ts'
import { watchDatabase } from '../mail-flow/watch.ts'
import { startSmtpSink } from '../mail-servers/smtp-sink.ts'
import { databaseOf, dataFolder, inbox, staff } from './desk.ts'
import { startLoad } from './load.ts'
import { expectNothingLost } from './outcome.ts'
import { startServer } from './server-process.ts'

test('kill -9 of PostgreSQL under load: the server starts it again by itself, and nothing acknowledged is lost', {
  timeout: 120_000,
}, async () => {
  const data = await dataFolder()
  const sink = await startSmtpSink()
  onTestFinished(() => sink.stop())
  const server = await startServer({ BATON_DATA: data, BATON_SMTP: sink.url })
  const first = await databaseOf(server)
  const keys = await staff(first.database)
  await first.database.end()
  const load = startLoad({ at: () => server, keys, inbox, seed: 2 })
  for (const nth of [1, 2, 3]) {
    await load.more(120, 20)
    const postmaster = findPostmaster(join(data, 'postgres'))
    if (!postmaster) throw new Error('PostgreSQL does not run.')
    process.kill(postmaster.pid, 'SIGKILL')
    await server.says(new RegExp(`(The database runs again[^]*){${nth}}`))
  }
  await load.more(60, 10)
  await load.end()

  const { database, url } = await databaseOf(server)
  const watch = await watchDatabase(url)
  const repeated = await expectNothingLost(watch, database, { load, sink })
  // The server knew what it had sent, though it could not write it down.
  expect(repeated).toBe(0)
  // A person who reads the log learns what happened, and sees no fault of ours in it.
  expect(server.text()).not.toMatch(/^Fault /m)
  await watch.close()
  await database.end()
  expect(await server.stop()).toBe(0)
})
