import { randomUUID } from 'node:crypto'
import { alwaysOpen } from '../src/core/time/calendar.ts'
import { addMember, createKey } from '../src/desk/people.ts'
import { type Database, openDatabase } from '../src/store/database.ts'
import { migrate } from '../src/store/migrate.ts'
import { putWorkspace } from '../src/store/workspace.ts'

/** A database with eight pairs of people, a giver and a receiver for each lane of the load. */
export type Scene = { url: string; database: Database; lanes: Lane[]; drop(): Promise<void> }
export type Lane = { giver: string; receiver: string; giverKey: string; receiverKey: string }

export async function setScene(server: string, template: string | null = null): Promise<Scene> {
  const admin = openDatabase(server, 1)
  const name = `bench_${randomUUID().replaceAll('-', '')}`
  await admin.query(`create database ${name}${template ? ` template ${template}` : ''}`)
  const url = Object.assign(new URL(server), { pathname: name }).href
  if (!template) await migrate(url)
  const database = openDatabase(url, 8)
  const lanes = template ? [] : await people(database)
  return {
    url,
    database,
    lanes,
    drop: async () => {
      if (!database.ended) await database.end()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

async function people(database: Database): Promise<Lane[]> {
  const desk = { database, workspace: 1 }
  const policy = { offerMinutes: 100_000, answerMinutes: 100_000, greetingMinutes: 100_000 }
  await putWorkspace(database, 1, { name: 'Bench', inbox: 'support@bench.example', calendar: alwaysOpen, policy })
  const lanes: Lane[] = []
  for (let lane = 0; lane < 8; lane += 1) {
    const member = async (part: string): Promise<string> =>
      (await addMember(desk, {
        email: `${part}${lane}@bench.example`,
        name: `${part} ${lane}`,
        role: 'agent',
        room: 1_000_000,
      })) ?? ''
    const [giver, receiver] = [await member('giver'), await member('receiver')]
    lanes.push({
      giver,
      receiver,
      giverKey: await createKey(desk, giver),
      receiverKey: await createKey(desk, receiver),
    })
  }
  return lanes
}
