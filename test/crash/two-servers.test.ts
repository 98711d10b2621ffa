import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { freshDatabase } from '../database.ts'
import { watchDatabase } from '../mail-flow/watch.ts'
import { startSmtpSink } from '../mail-servers/smtp-sink.ts'
import { dataFolder, inbox, staff } from './desk.ts'
import { startLoad } from './load.ts'
import { expectNothingLost } from './outcome.ts'
import { startServer } from './server-process.ts'

test('two servers with their clocks on one database, one of them killed under load: each thing happens once', {
  timeout: 120_000,
}, async () => {
  const fresh = await freshDatabase()
  onTestFinished(() => fresh.drop())
  const data = await dataFolder()
  const database = openDatabase(fresh.url, 3)
  const keys = await staff(database)
  const watch = await watchDatabase(fresh.url)
  const sink = await startSmtpSink()
  onTestFinished(() => sink.stop())
  // Two machines share what they store files in, and their secrets.
  const environment = { DATABASE_URL: fresh.url, BATON_DATA: data, BATON_SMTP: sink.url }
  const servers = await Promise.all([startServer(environment), startServer(environment)])
  const [lasting, first] = servers
  let mortal = first
  const load = startLoad({ at: client => (client % 2 === 0 ? lasting : mortal), keys, inbox, seed: 3 })
  await load.more(100, 15)
  await mortal.kill()
  // The other goes on alone: half of the clients have nobody to talk to.
  await load.more(30, 5)
  mortal = await startServer(environment)
  await load.more(40, 5)
  await load.end()
  await expectNothingLost(watch, database, { load, sink })

  const { rows } = await database.query<{ settled: number }>(
    `select count(*)::integer as settled from event where type = 'PromiseBroken' and source = 'clock'`,
  )
  expect(rows[0]?.settled).toBeGreaterThan(0)
  expect(await Promise.all([lasting.stop(), mortal.stop()])).toEqual([0, 0])
  await watch.close()
  await database.end()
})
