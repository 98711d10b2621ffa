import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MemberId } from '../src/core/context.ts'
import { instant } from '../src/core/time/instant.ts'
import type { Caller, Desk } from '../src/desk/desk.ts'
import { openIssue } from '../src/desk/open.ts'
import { addMember } from '../src/desk/people.ts'
import { openDatabase } from '../src/store/database.ts'
import { openFiles } from '../src/store/files.ts'
import { officeHours, putWorkspace } from '../src/store/workspace.ts'

/** A desk on a database of its own, without a server: Ben (Support), Carla and Dana (Plans), Priya their supervisor. */
export type TestDesk = {
  desk: Desk
  ben: MemberId
  carla: MemberId
  dana: MemberId
  priya: MemberId
  as(member: MemberId): Caller
  close(): Promise<void>
}

/** A desk without anybody, on a database of its own; as many connections as a server has. */
export async function bareDesk(url: string): Promise<{ desk: Desk; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-desk-'))
  const database = openDatabase(url)
  const desk: Desk = {
    database,
    workspace: 1,
    files: await openFiles(folder),
    url: 'http://localhost:4000',
    secrets: { links: Buffer.from('for tests only'), addresses: Buffer.from('for tests only') },
    demo: false,
    testClock: true,
    mail: 'local',
  }
  const close = async (): Promise<void> => {
    await database.end()
    await rm(folder, { recursive: true, force: true })
  }
  return { desk, close }
}

export async function deskFor(url: string): Promise<TestDesk> {
  const { desk, close } = await bareDesk(url)
  const calendar = officeHours('Europe/Madrid')
  await putWorkspace(desk.database, 1, { name: 'Litoral', inbox: 'support@litoral.example', calendar, policy: {} })
  const add = async (name: string, role: 'agent' | 'supervisor', teams: string[], supervises: string[] = []) =>
    (await addMember(desk, { email: `${name.toLowerCase()}@litoral.example`, name, role, teams, supervises })) ?? ''
  return {
    desk,
    ben: await add('Ben', 'agent', ['Support']),
    carla: await add('Carla', 'agent', ['Plans']),
    dana: await add('Dana', 'agent', ['Plans']),
    priya: await add('Priya', 'supervisor', [], ['Support', 'Plans']),
    as: id => ({ by: { kind: 'member', id }, from: 'api', once: null }),
    close,
  }
}

let customers = 0

/** Ana calls and Ben answers: an issue of Ben's, whose number comes back. */
export async function openOne({ desk, as, ben }: TestDesk): Promise<number> {
  customers += 1
  const opened = await openIssue(desk, as(ben), {
    customer: { name: 'Ana Ruiz', email: `ana${customers}@ruiz.example`, phone: `+3460011${1000 + customers}` },
    subject: 'Charged twice',
    story: 'It has happened again.',
    channel: 'phone',
    facts: [],
    promise: null,
  })
  if (!('answer' in opened)) throw new Error(`Not opened: ${JSON.stringify(opened)}`)
  return opened.answer.number
}

export const promiseIn = (days: number) => ({
  what: null,
  due: instant(new Date(Date.now() + days * 86_400_000).toISOString()),
})
