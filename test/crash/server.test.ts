import { expect, onTestFinished, test } from 'vitest'
import { watchDatabase } from '../mail-flow/watch.ts'
import { startSmtpSink } from '../mail-servers/smtp-sink.ts'
import { databaseOf, dataFolder, inbox, staff } from './desk.ts'
import { openingOf, send, startLoad } from './load.ts'
import { expectNothingLost } from './outcome.ts'
import { startServer } from './server-process.ts'

test('kill -9 of the server under load: nothing acknowledged is lost, nothing is done twice, every due time is honoured once', {
  timeout: 120_000,
}, async () => {
  const data = await dataFolder()
  const sink = await startSmtpSink()
  onTestFinished(() => sink.stop())
  const environment = { BATON_DATA: data, BATON_SMTP: sink.url }
  let server = await startServer(environment)
  const first = await databaseOf(server)
  const keys = await staff(first.database)
  await first.database.end()
  const load = startLoad({ at: () => server, keys, inbox, seed: 1 })
  for (const [commands, mails] of [
    [120, 20],
    [120, 20],
    [60, 10],
  ] as const) {
    await load.more(commands, mails)
    await server.kill()
    server = await startServer(environment)
  }
  await load.more(30, 5)
  await load.end()

  const { database, url } = await databaseOf(server)
  const watch = await watchDatabase(url)
  await expectNothingLost(watch, database, { load, sink })

  // The answer is remembered, too: the same command a last time is answered as it was.
  const opened = load.done.filter(({ kind, status }) => kind === 'open' && status === 201)
  for (const { says, client, key, answer } of [...opened.slice(0, 2), ...opened.slice(-2)]) {
    const again = await send(server.url, openingOf(says), keys[client % keys.length] ?? '', key)
    expect(again).toEqual({ status: 201, text: answer })
  }

  await watch.close()
  await database.end()
  expect(await server.stop()).toBe(0)
})
