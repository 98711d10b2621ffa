import { createServer } from 'node:net'
import { join } from 'node:path'
import { startEmail } from '../channels/email/start.ts'
import { startAddingUp } from '../clock/adding-up.ts'
import { startClock } from '../clock/clock.ts'
import { startForgetting } from '../clock/forgetting.ts'
import type { Desk } from '../desk/desk.ts'
import type { Secrets } from '../settings/secrets.ts'
import type { Settings } from '../settings/settings.ts'
import { configurationOf } from '../store/configuration.ts'
import { openDatabase } from '../store/database.ts'
import { openFiles } from '../store/files.ts'
import { foundOrFill } from './found.ts'
import { listen } from './listen.ts'

/** What a desk needs to run: `data` is its folder, `say` hears what is worth a line. */
export type Ground = {
  settings: Settings
  data: string
  secrets: Secrets
  databaseUrl: string
  say(line: string): void
}

/** `mailPort`: where mail for `inbox` is received, on the host of the settings; null when it is not. */
export type Served = { url: string; mailPort: number | null; inbox: string; stop(): Promise<void> }

/** A server has one desk, so far. */
const workspace = 1

const host = '127.0.0.1'

/** Runs a desk: HTTP, the clock, and mail in and out, in this process. The database is migrated already. */
export async function serve(ground: Ground): Promise<Served> {
  const { settings, databaseUrl, secrets, say } = ground
  const ends: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    for (let end = ends.pop(); end; end = ends.pop()) await end()
  }
  try {
    const port = settings.port === 0 ? await freePort() : settings.port
    const url = settings.url ?? `http://localhost:${port}`
    const desk = await openDesk(ground, url, end => ends.push(end))
    const clock = settings.testClock ? null : startClock(desk, say)
    const forgetting = startForgetting(desk, say)
    const addingUp = startAddingUp(desk, say)
    if (clock) ends.push(() => clock.stop())
    ends.push(() => forgetting.stop())
    ends.push(() => addingUp.stop())
    const { smtpListen, imap, smtp } = settings
    const email = await startEmail(desk, { listen: smtpListen, imap, smtp }, say)
    ends.push(() => email.stop())
    // The door opens last, and is the first to close.
    const listening = await listen(desk, { host, port }, secrets, databaseUrl, say)
    ends.push(() => listening.stop())
    const { inbox } = await configurationOf(desk.database, workspace)
    return { url, mailPort: email.port, inbox, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openDesk(
  { settings, data, secrets, databaseUrl, say }: Ground,
  url: string,
  atEnd: (end: () => Promise<unknown>) => void,
): Promise<Desk> {
  const database = openDatabase(databaseUrl)
  atEnd(() => database.end())
  const desk: Omit<Desk, 'demo'> = {
    database,
    workspace,
    files: await openFiles(join(data, 'files')),
    url,
    secrets,
    testClock: settings.testClock,
    mail: settings.smtp === null ? 'local' : 'smtp',
  }
  const wanted = {
    // Nobody's own database becomes a demo desk unasked.
    demo: settings.demo ?? settings.databaseUrl === null,
    inbox: settings.inbox,
    zone: Temporal.Now.timeZoneId(),
  }
  const demo = await foundOrFill(desk, wanted, say)
  await database.query(
    `update workspace set time_stands_at = case when $2 then coalesce(time_stands_at, clock_timestamp()) end
    where workspace_id = $1`,
    [workspace, settings.testClock],
  )
  return { ...desk, demo }
}

/** A free port, since links in mails name it before anybody listens. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, host, resolve))
  const address = probe.address()
  await new Promise(resolve => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
