import { constants } from 'node:fs'
import { access, mkdir, statfs } from 'node:fs/promises'
import pg from 'pg'
import { withoutPassword } from '../../settings/values.ts'
import type { Finding } from './finding.ts'

/** The release of PostgreSQL that Baton's SQL is written for. */
const release = 18

/** Whether the database answers, is new enough, and has the newest tables. */
export async function checkDatabase(url: string): Promise<Finding> {
  const about = 'database'
  try {
    const [{ version, tables } = { version: 0, tables: false }] = await ask<{ version: number; tables: boolean }>(
      url,
      `select current_setting('server_version_num')::integer / 10000 as version, to_regclass('issue') is not null as tables`,
    )
    if (version < release)
      return {
        about,
        state: 'fault',
        says: `It is PostgreSQL ${version}. Baton needs ${release} or newer: upgrade it.`,
      }
    if (!tables)
      return {
        about,
        state: 'warning',
        says: 'It answers, and has no tables yet. "npx baton migrate" or a start makes them.',
      }
    return { about, state: 'well', says: `PostgreSQL ${version} answers.` }
  } catch (error) {
    const why = error instanceof Error ? error.message || String(error) : String(error)
    return {
      about,
      state: 'fault',
      says: `${withoutPassword(url)} does not answer (${why}). Check that it runs, and what DATABASE_URL says.`,
    }
  }
}

const toleranceSeconds = 2

/** The database tells the time (see docs/decisions); another clock on this machine would show in logs and mails. */
export async function checkClock(url: string): Promise<Finding> {
  const about = 'clock'
  const [answer] = await ask<{ now: string }>(url, `select (extract(epoch from clock_timestamp()) * 1000)::text as now`)
  const seconds = Math.abs(Number(answer?.now) - Date.now()) / 1000
  if (seconds > toleranceSeconds)
    return {
      about,
      state: 'warning',
      says: `This machine and the database differ by ${seconds.toFixed(0)} seconds. Let both set their clock by the network (NTP).`,
    }
  return { about, state: 'well', says: `${new Date().toISOString()}, as the database has it.` }
}

async function ask<T extends object>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

const enoughGigabytes = 2
const leastGigabytes = 0.2

/** Whether the data folder can be written to and has room. */
export async function checkDisk(folder: string): Promise<Finding> {
  const about = 'disk'
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
  } catch {
    return {
      about,
      state: 'fault',
      says: `${folder} can't be written to. Give this user the right to, or set BATON_DATA.`,
    }
  }
  const { bavail, bsize } = await statfs(folder)
  const free = (bavail * bsize) / 1e9
  const says = `${free.toFixed(1)} GB are free in ${folder}.`
  if (free < leastGigabytes) return { about, state: 'fault', says: `${says} Mail can soon not be stored: make room.` }
  if (free < enoughGigabytes) return { about, state: 'warning', says: `${says} Make room before it fills up.` }
  return { about, state: 'well', says }
}
