import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Account, chooseAccount } from './account.ts'
import { addressOf, role } from './address.ts'
import { findBinaries } from './binaries.ts'
import { openFolder, prepareCluster, privateFolder } from './cluster.ts'
import type { EmbeddedFault } from './fault.ts'
import { lockFolder } from './lock.ts'
import { makeFolder, noteIn } from './place.ts'
import { keepRunning } from './running.ts'

export type Embedded = {
  /** Where to connect to. It stays the same when the database has to be started again. */
  url: string
  /** Another database of the same server, made when it is not there; commands beside the server now find this one. */
  open(name: string): Promise<string>
  /** Ends connections, writes everything, and gives the folder free. */
  stop(): Promise<void>
}

type Options = {
  /** The data folder (`BATON_DATA`): the cluster, its log and the note for commands beside the server go there. */
  folder: string
  /** Hears what takes long, and what went wrong and was mended. */
  say: (line: string) => void
  /** Hears when the database has died again and again and is not started any more. */
  gaveUp?: (fault: EmbeddedFault) => void
}

/** Starts the embedded PostgreSQL on a data folder, which no other server may use, and keeps it running. */
export async function startEmbedded({ folder: wanted, say, gaveUp = () => {} }: Options): Promise<Embedded> {
  await makeFolder(wanted)
  const folder = await realpath(wanted)
  const lock = lockFolder(folder)
  try {
    const cluster = join(folder, 'postgres')
    const account = await chooseAccount(cluster)
    await openFolder(folder, account)
    const binaries = await findBinaries(account, say)
    await prepareCluster(cluster, account, binaries, say)
    const socket = await socketFolder(folder, account)
    const server = { cluster, socket, account, binaries, log: join(folder, 'postgres.log') }
    const running = await keepRunning(server, say, gaveUp)
    const open = async (name: string): Promise<string> => {
      await foundDatabase(socket, name)
      const url = addressOf(socket, name)
      await writeFile(noteIn(folder), `${JSON.stringify({ url, server: process.pid })}\n`, { mode: 0o600 })
      return url
    }
    const url = await open(role).catch(async error => {
      await running.stop()
      throw error
    })
    return {
      url,
      open,
      async stop() {
        await rm(noteIn(folder), { force: true })
        await running.stop()
        if (!socket.startsWith(folder)) await rm(socket, { recursive: true, force: true })
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** A socket's path has a limit of about 100 bytes, and PostgreSQL adds its file's name. */
async function socketFolder(folder: string, account: Account): Promise<string> {
  const place = join(folder, 'socket')
  if (Buffer.byteLength(place) <= 80) return privateFolder(place, account)
  const base = Buffer.byteLength(tmpdir()) <= 60 ? tmpdir() : '/tmp'
  return privateFolder(await mkdtemp(join(base, 'baton-')), account)
}

async function foundDatabase(socket: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(socket, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
