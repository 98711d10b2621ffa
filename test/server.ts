import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MemberId, Role } from '../src/core/context.ts'
import type { Desk } from '../src/desk/desk.ts'
import { addMember, createKey } from '../src/desk/people.ts'
import { listen } from '../src/server/listen.ts'
import { openDatabase } from '../src/store/database.ts'
import { openFiles } from '../src/store/files.ts'
import { officeHours, putWorkspace } from '../src/store/workspace.ts'
import { Client } from './client.ts'
import { freshDatabase } from './database.ts'

/** The company of the scenarios. */
const company = {
  Ben: { role: 'agent', teams: ['Support'] },
  Carla: { role: 'agent', teams: ['Plans'] },
  Dana: { role: 'agent', teams: ['Plans'] },
  Priya: { role: 'supervisor', teams: [], supervises: ['Support', 'Plans'] },
  Ravi: { role: 'agent', teams: ['Activations'] },
  Olu: { role: 'colleague', teams: ['Repair'] },
  Sam: { role: 'colleague', teams: ['Sales'] },
  Ada: { role: 'admin', teams: [] },
} as const satisfies Record<string, { role: Role; teams: readonly string[]; supervises?: readonly string[] }>

export type Name = keyof typeof company

export type TestServer = {
  url: string
  databaseUrl: string
  desk: Desk
  /** Where the desk keeps its files. */
  folder: string
  /** The API as a member, by a key. */
  member(name: Name): Client
  /** The API as nobody. */
  stranger: Client
  id(name: Name): MemberId
  team(name: string): string
  email(name: Name): string
  /** Moves the server's time forward, settling what falls due: `2026-11-24T13:00:00+01:00`, or `13:00` of the same day. */
  moveClock(to: string): Promise<void>
  /** What the server said about itself: faults. Empty when all is well. */
  said: string[]
  /** Stops the server, and starts another one on the same database, at a new address. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export type Wishes = {
  /** Where time stands at the begin; a Tuesday at 10:00 in Madrid unless asked otherwise. Null: time runs. */
  at?: string | null
  demo?: boolean
  /** Public address, when it is another one than that which it listens on. */
  publicUrl?: string
  /** Nobody works here yet. */
  empty?: boolean
}

/** A listening server on a database of its own, with the people of the scenarios. Mail stays in the outbox. */
export async function startTestServer(wishes: Wishes = {}): Promise<TestServer> {
  const { at = '2026-11-24T10:00:00+01:00', demo = false, publicUrl, empty = false } = wishes
  const { url: databaseUrl, drop } = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'baton-server-'))
  const database = openDatabase(databaseUrl, 10)
  const secret = Buffer.from('a secret of tests, known to everybody')
  const desk: Desk = {
    database,
    workspace: 1,
    files: await openFiles(folder),
    url: publicUrl ?? 'http://localhost',
    secrets: { links: secret, addresses: secret },
    demo,
    testClock: at !== null,
    mail: 'local',
  }
  const calendar = officeHours('Europe/Madrid')
  await putWorkspace(database, 1, { name: 'Litoral', inbox: 'support@litoral.example', calendar, policy: {} })
  if (at !== null) await database.query('update workspace set time_stands_at = $1', [at])
  const people = empty ? new Map<string, { id: MemberId; key: string }>() : await hire(desk)
  const lead = people.get('Ben')?.id
  if (lead)
    await putWorkspace(database, 1, {
      name: 'Litoral',
      inbox: 'support@litoral.example',
      calendar,
      policy: { duty: { rota: [], lead } },
    })
  const { rows: teams } = await database.query<{ id: string; name: string }>('select team_id as id, name from team')

  const said: string[] = []
  const start = () =>
    listen(desk, { host: '127.0.0.1', port: 0 }, { session: secret }, databaseUrl, line => said.push(line))
  let served = await start()
  const whoIs = (name: string) => {
    const person = people.get(name)
    if (!person) throw new Error(`Nobody called ${name} works here.`)
    return person
  }
  return {
    get url() {
      return served.url
    },
    databaseUrl,
    desk,
    folder,
    said,
    member: name => new Client(() => served.url, { authorization: `Bearer ${whoIs(name).key}` }),
    stranger: new Client(() => served.url, {}),
    id: name => whoIs(name).id,
    team: name => teams.find(team => team.name === name)?.id ?? `no team ${name}`,
    email: emailOf,
    async moveClock(to) {
      const { rows } = await database.query<{ at: string }>('select instant(time_stands_at) as at from workspace')
      const now = /^\d\d:\d\d$/.test(to) ? onTheSameDay(rows[0]?.at ?? '', to) : to
      await new Client(() => served.url, { authorization: `Bearer ${whoIs('Ada').key}` }).post('/clock', { now })
    },
    async restart() {
      await served.stop()
      served = await start()
    },
    async stop() {
      await served.stop()
      await database.end()
      await drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const emailOf = (name: string): string => `${name.toLowerCase()}@litoral.example`

async function hire(desk: Desk): Promise<Map<string, { id: MemberId; key: string }>> {
  const people = new Map<string, { id: MemberId; key: string }>()
  for (const [name, person] of Object.entries(company)) {
    const id = await addMember(desk, { name, email: emailOf(name), ...person })
    if (!id) throw new Error(`${name} could not be added.`)
    people.set(name, { id, key: await createKey(desk, id) })
  }
  return people
}

function onTheSameDay(now: string, time: string): string {
  const day = Temporal.Instant.from(now).toZonedDateTimeISO('Europe/Madrid')
  return day.withPlainTime(time).toInstant().toString()
}
