import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InboundAnswer } from '../../src/contract/answers.ts'
import type { Role } from '../../src/core/context.ts'
import { addMember, createKey } from '../../src/desk/people.ts'
import { serve } from '../../src/server/serve.ts'
import { openSecrets, type Secrets } from '../../src/settings/secrets.ts'
import { readSettings } from '../../src/settings/settings.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { readInboundRow } from '../../src/store/mail-read.ts'
import { officeHours, putWorkspace } from '../../src/store/workspace.ts'
import { Client } from '../client.ts'
import { freshDatabase } from '../database.ts'
import { type Posted, post } from './post.ts'
import { type Watch, watchDatabase } from './watch.ts'

/** A whole desk as `baton start` runs it: HTTP, clock, mail in and out, in this process, on a database of its own. */
export type RunningDesk = Watch & {
  url: string
  databaseUrl: string
  database: Database
  data: string
  secrets: Secrets
  inbox: string
  /** Where it receives mail. */
  mailPort: number
  /** What the server said about itself. */
  said: string[]
  member(name: Name): Client
  id(name: Name): string
  /** Sends a mail by SMTP, and waits until the desk has read it; answers what became of it. `hand`: how it is sent. */
  gets(
    raw: Uint8Array,
    envelope: { from: string; to?: string },
    hand?: (mail: Posted) => Promise<string>,
  ): Promise<InboundAnswer>
  /** Stops the server, and starts it again on the same database and folder, perhaps with other settings. */
  restart(environment?: Record<string, string>): Promise<void>
  stop(): Promise<void>
}

export type Name = 'Ben' | 'Priya'

const people: Record<Name, { role: Role; teams?: string[]; supervises?: string[] }> = {
  Ben: { role: 'agent', teams: ['Support'] },
  Priya: { role: 'supervisor', supervises: ['Support'] },
}

/** Open day and night, so that due times are near whenever the test runs. */
export const always = {
  ...officeHours('Europe/Madrid'),
  hours: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map(day => [day, [{ from: '00:00', to: '24:00' }]])),
}

/**
 * @param environment settings as `baton start` reads them; without `BATON_SMTP` mail stays in the outbox
 * @param wishes.people false: nobody works here yet
 */
export async function startDesk(
  environment: Record<string, string> = {},
  wishes: { people?: boolean } = {},
): Promise<RunningDesk> {
  const { url: databaseUrl, drop } = await freshDatabase()
  const data = await mkdtemp(join(tmpdir(), 'baton-mail-flow-'))
  const inbox = environment.BATON_INBOX ?? 'support@litoral.example'
  const database = openDatabase(databaseUrl, 4)
  await putWorkspace(database, 1, { name: 'Litoral', inbox, calendar: always, policy: {} })
  const keys = wishes.people === false ? new Map() : await hire(database)
  const watch = await watchDatabase(databaseUrl)
  const secrets = await openSecrets(data)
  const said: string[] = []
  const start = (more: Record<string, string>) =>
    serve({
      settings: readSettings({
        BATON_PORT: '0',
        BATON_SMTP_LISTEN: '127.0.0.1:0',
        BATON_DEMO: '0',
        DATABASE_URL: databaseUrl,
        ...more,
      }),
      data,
      secrets,
      databaseUrl,
      say: line => said.push(line),
    })
  let served = await start(environment)
  const whoIs = (name: Name) => {
    const person = keys.get(name)
    if (!person) throw new Error(`Nobody called ${name} works here.`)
    return person
  }
  const member = (name: Name) => new Client(() => served.url, { authorization: `Bearer ${whoIs(name).key}` })
  const mailPort = (): number => served.mailPort ?? 0
  return {
    ...watch,
    get url() {
      return served.url
    },
    get mailPort() {
      return mailPort()
    },
    databaseUrl,
    database,
    data,
    secrets,
    inbox,
    said,
    member,
    id: name => whoIs(name).id,
    gets: async (raw, { from, to = inbox }, hand = mail => post(mailPort(), mail)) => {
      const { rows: before } = await database.query<{ id: string }>('select inbound_id as id from inbound_mail')
      await hand({ from, to, raw })
      const known = new Set(before.map(({ id }) => id))
      return watch.until(`a mail of ${from} is read`, async () => {
        const { rows } = await database.query<{ id: string }>(
          `select inbound_id as id from inbound_mail where state <> 'waiting'`,
        )
        const read = rows.find(({ id }) => !known.has(id))
        return read && readInboundRow(database, 1, read.id)
      })
    },
    restart: async (more = environment) => {
      await served.stop()
      served = await start(more)
    },
    stop: async () => {
      await served.stop()
      await watch.close()
      await database.end()
      await drop()
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Gives everybody a place and a key. */
export async function hire(database: Database): Promise<Map<string, { id: string; key: string }>> {
  const hired = new Map<string, { id: string; key: string }>()
  for (const [name, person] of Object.entries(people)) {
    const email = `${name.toLowerCase()}@litoral.example`
    const id = await addMember({ database, workspace: 1 }, { name, email, ...person })
    if (!id) throw new Error(`${name} could not be added.`)
    hired.set(name, { id, key: await createKey({ database, workspace: 1 }, id) })
  }
  return hired
}
