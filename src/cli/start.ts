import { createServer } from 'node:net'
import type { Served } from '../server/serve.ts'
import { openSecrets } from '../settings/secrets.ts'
import { readSettings, type Settings } from '../settings/settings.ts'
import { startEmbedded } from '../store/embedded/embedded.ts'
import { makeFolder } from '../store/embedded/place.ts'
import { migrate } from '../store/migrate.ts'
import { type Command, CommandFault, type Output, parse } from './command.ts'
import { dataFolder } from './database.ts'
import { onStop, openShutdown, type Shutdown } from './shutdown.ts'
import { buildWeb } from './web-build.ts'
import { chooseDatabase } from './which-database.ts'

export const start: Command = {
  words: 'start',
  usage: '[--no-demo]',
  does: 'Starts the desk. --no-demo: an empty one, whose first page makes its first admin.',
  async run(typed, output) {
    const { values } = parse(typed, { 'no-demo': { type: 'boolean' } })
    const settings = readSettings(process.env)
    const shutdown = openShutdown()
    const ended = Promise.withResolvers<number>()
    const end = (code: number) => shutdown.run().then(() => ended.resolve(code), ended.reject)
    onStop(() => {
      output.say('Stopping …')
      end(0)
    }, output.say)
    const gaveUp = (fault: Error) => {
      output.say(fault.message)
      end(1)
    }
    const begun = begin({ ...settings, demo: values['no-demo'] ? false : settings.demo }, output, shutdown, gaveUp)
    begun.catch(async error => {
      // What fails because its ground was taken away on purpose is no fault.
      if (shutdown.hasBegun()) return
      await shutdown.run()
      ended.reject(error)
    })
    return ended.promise
  },
}

async function begin(asked: Settings, output: Output, shutdown: Shutdown, gaveUp: (fault: Error) => void) {
  const { say } = output
  const data = await dataFolder(asked)
  await makeFolder(data)
  const secrets = await openSecrets(data)
  const { url: databaseUrl, demo } =
    asked.databaseUrl === null
      ? await startOwnDatabase(data, asked.demo, say, shutdown, gaveUp)
      : { url: asked.databaseUrl, demo: asked.demo }
  const settings = { ...asked, demo }
  await findPortsFree(settings)
  if (settings.testClock)
    say('BATON_TEST_CLOCK=1: time stands still here until it is moved. Never use this desk in earnest.')
  const building = new AbortController()
  await shutdown.add(async () => building.abort())
  await Promise.all([migrate(databaseUrl), buildWeb({ say, signal: building.signal })])
  // Only here: other commands need none of it.
  const { serve } = await import('../server/serve.ts')
  const server = await serve({ settings, data, secrets, databaseUrl, say }).catch(error =>
    sayWhichPort(error, settings),
  )
  await shutdown.add(() => server.stop())
  output.report(
    { url: server.url, mailPort: server.mailPort, inbox: server.inbox, data },
    wayIn(server, data, settings),
  )
}

async function startOwnDatabase(
  folder: string,
  demo: Settings['demo'],
  say: (line: string) => void,
  shutdown: Shutdown,
  gaveUp: (fault: Error) => void,
): Promise<{ url: string; demo: boolean }> {
  const embedded = await startEmbedded({ folder, say, gaveUp })
  await shutdown.add(() => embedded.stop())
  return chooseDatabase(embedded, demo)
}

/** Said before anything that takes long is begun; `serve` would find the same. */
async function findPortsFree(settings: Settings): Promise<void> {
  const { port, smtpListen } = settings
  const wanted = [{ host: '127.0.0.1', port }, ...(smtpListen ? [smtpListen] : [])]
  for (const address of wanted) {
    if (address.port === 0) continue
    await new Promise<void>((resolve, reject) => {
      const probe = createServer()
      probe.once('error', reject)
      probe.listen(address, () => probe.close(() => resolve()))
    }).catch(error => sayWhichPort(error, settings))
  }
}

function sayWhichPort(error: unknown, { smtpListen }: Settings): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (!(error instanceof Error) || !('port' in error) || (code !== 'EADDRINUSE' && code !== 'EACCES')) throw error
  const port = Number(error.port)
  const setting = port === smtpListen?.port ? `BATON_SMTP_LISTEN=${smtpListen.host}:` : 'BATON_PORT='
  throw new CommandFault(
    code === 'EADDRINUSE'
      ? `Port ${port} is taken by another program, perhaps by another Baton. Stop that one, or start this one with ${setting}${port + 1} (0: any free one).`
      : `Port ${port} may not be opened by this user: ports below 1024 are root's. Start with ${setting}${port < 1024 ? port + 8000 : port + 1}.`,
  )
}

function wayIn({ url, mailPort, inbox }: Served, data: string, { smtpListen, imap }: Settings): string {
  return [
    '',
    'Baton is running.',
    `  Desk  ${url}`,
    ...(mailPort !== null ? [`  Mail  to ${inbox}, by SMTP to ${smtpListen?.host}:${mailPort}`] : []),
    ...(imap ? [`  Mail  fetched from ${imap.mailbox} on ${imap.host}`] : []),
    `  Data  ${data}`,
    'Ctrl-C stops it.',
  ].join('\n')
}
