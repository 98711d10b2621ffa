import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, open, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Account, chooseAccount, identity } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { environment, openFolder, prepareCluster, privateFolder, role } from './cluster.ts'
import { EmbeddedFault } from './fault.ts'
import { lockFolder } from './lock.ts'
import { keepLogShort, lastLines } from './log.ts'
import { findPostmaster, removeStaleNote, stopPostmaster, until } from './postmaster.ts'

export type Embedded = {
  /** Where to connect to. It stays the same when the database has to be started again. */
  url: string
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

/** Starts so short after each other that trying again won't help. */
const restarts = { most: 5, withinMs: 60_000 }

/** Starts the embedded PostgreSQL on a data folder, which no other server may use, and keeps it running. */
export async function startEmbedded({ folder: wanted, say, gaveUp = () => {} }: Options): Promise<Embedded> {
  await mkdir(wanted, { recursive: true, mode: 0o700 })
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
    const url = addressOf(socket, role)
    try {
      await foundDatabase(socket)
      await writeFile(join(folder, noteName), `${JSON.stringify({ url, server: process.pid })}\n`, { mode: 0o600 })
    } catch (error) {
      await running.stop()
      throw error
    }
    return {
      url,
      async stop() {
        await rm(join(folder, noteName), { force: true })
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

/** In the data folder, by which `npx baton …` beside a running server finds its database. */
export const noteName = 'postgres.json'

/** A socket's path has a limit of about 100 bytes, and PostgreSQL adds its file's name. */
async function socketFolder(folder: string, account: Account): Promise<string> {
  const place = join(folder, 'socket')
  if (Buffer.byteLength(place) <= 80) return privateFolder(place, account)
  const base = Buffer.byteLength(tmpdir()) <= 60 ? tmpdir() : '/tmp'
  return privateFolder(await mkdtemp(join(base, 'baton-')), account)
}

const port = 5432

function addressOf(socket: string, database: string): string {
  return `postgresql://${role}@localhost:${port}/${database}?host=${encodeURIComponent(socket)}`
}

async function foundDatabase(socket: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(socket, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [role])
    if (rowCount === 0) await client.query(`create database ${role}`)
  } finally {
    await client.end()
  }
}

type Server = { cluster: string; socket: string; account: Account; binaries: Binaries; log: string }

/** Starts PostgreSQL, and again whenever it dies without being asked to. */
async function keepRunning(server: Server, say: (line: string) => void, gaveUp: (fault: EmbeddedFault) => void) {
  let stopping = false
  let child = await startWithPatience(server, say)
  const deaths: number[] = []

  const watch = (watched: ChildProcess) =>
    watched.once('exit', async (code, signal) => {
      if (stopping) return
      deaths.push(performance.now())
      const many = deaths.filter(at => at > performance.now() - restarts.withinMs).length
      try {
        if (many > restarts.most) throw new EmbeddedFault(`it died ${many} times within a minute`)
        say(`The database died (${signal ?? `exit code ${code}`}). Starting it again …`)
        child = await startWithPatience(server, say)
        watch(child)
        if (stopping) await stopChild(server, child)
        else say('The database runs again. Nothing that was acknowledged is lost.')
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        gaveUp(new EmbeddedFault(`The database can't be kept running: ${why}. Its log is ${server.log}.`))
      }
    })
  watch(child)
  const logWatch = setInterval(() => keepLogShort(server.log).catch(() => {}), 60 * 60_000)
  logWatch.unref()

  return {
    async stop() {
      stopping = true
      clearInterval(logWatch)
      await stopChild(server, child)
    },
  }
}

async function stopChild({ cluster }: Server, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const exited = new Promise(resolve => child.once('exit', resolve))
  await stopPostmaster(cluster, child.pid)
  await exited
}

/** After a kill -9 the old server's last processes may hold its memory for a moment, in which a new one can't start. */
async function startWithPatience(server: Server, say: (line: string) => void): Promise<ChildProcess> {
  for (let tries = 1; ; tries++) {
    const child = await start(server, say)
    if (child) return child
    if (tries === 5) {
      const lines = await lastLines(server.log, 5)
      throw new EmbeddedFault(
        `PostgreSQL does not start on ${server.cluster}. Its log (${server.log}) ends with:\n${lines}`,
      )
    }
    await wait(200 * tries)
  }
}

/** Starts PostgreSQL and waits until it takes connections; null when it ends before. */
async function start(server: Server, say: (line: string) => void): Promise<ChildProcess | null> {
  const { cluster, socket, account, binaries } = server
  const orphan = findPostmaster(cluster)
  if (orphan) {
    // Nobody else's: we hold the folder's lock.
    say(`Stopping the database that a killed server left running (process ${orphan.pid}) …`)
    await stopPostmaster(cluster, orphan.pid)
  }
  removeStaleNote(cluster)
  await keepLogShort(server.log)
  const log = await open(server.log, 'a', 0o600)
  try {
    const options = Object.entries(configuration(socket)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    // In a session of its own: Ctrl-C is for the server, which needs its database until it has finished.
    const child = spawn(binaries.postgres, ['-D', cluster, ...options], {
      ...identity(account),
      cwd: '/',
      env: environment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    child.unref()
    let fault: Error | undefined
    child.once('error', error => {
      fault = error
    })
    const hasEnded = () => fault !== undefined || child.exitCode !== null || child.signalCode !== null
    const isReady = () => {
      const found = findPostmaster(cluster)
      return found?.pid === child.pid && found?.ready === true
    }
    while (!(await until(() => hasEnded() || isReady(), 10_000)))
      say('The database is still recovering what was not yet in its place …')
    if (fault) throw fault
    return hasEnded() ? null : child
  } finally {
    await log.close()
  }
}

/** The settings that differ from PostgreSQL's own: a desk for a team on a machine that does other things too. */
function configuration(socket: string): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: socket,
    port: String(port),
    max_connections: '100',
    shared_buffers: '128MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    fsync: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
  }
}
