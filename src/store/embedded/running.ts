import { type ChildProcess, spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { type Account, identity } from './account.ts'
import { port } from './address.ts'
import type { Binaries } from './binaries.ts'
import { environment } from './cluster.ts'
import { EmbeddedFault } from './fault.ts'
import { keepLogShort, lastLines } from './log.ts'
import { findPostmaster, removeStaleNote, stopPostmaster, until } from './postmaster.ts'

/** Starts so short after each other that trying again won't help. */
const restarts = { most: 5, withinMs: 60_000 }

export type Server = { cluster: string; socket: string; account: Account; binaries: Binaries; log: string }

/** Starts PostgreSQL, and again whenever it dies without being asked to. */
export async function keepRunning(server: Server, say: (line: string) => void, gaveUp: (fault: EmbeddedFault) => void) {
  let stopping = false
  let child = await startWithPatience(server, say)
  let reviving = Promise.resolve()
  const deaths: number[] = []

  async function revive(how: string): Promise<void> {
    deaths.push(performance.now())
    const many = deaths.filter(at => at > performance.now() - restarts.withinMs).length
    try {
      if (many > restarts.most) throw new EmbeddedFault(`it died ${many} times within a minute`)
      say(`The database died (${how}). Starting it again …`)
      child = await startWithPatience(server, say)
      watch()
      say('The database runs again. Nothing that was acknowledged is lost.')
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      gaveUp(new EmbeddedFault(`The database can't be kept running: ${why}. Its log is ${server.log}.`))
    }
  }
  function watch(): void {
    child.once('exit', (code, signal) => {
      if (!stopping) reviving = revive(signal ?? `exit code ${code}`)
    })
  }
  watch()
  // However this process ends, its database is asked to. Only kill -9 leaves it running, until the next start.
  const onExit = () => child.kill('SIGINT')
  process.once('exit', onExit)
  const logWatch = setInterval(() => keepLogShort(server.log).catch(() => {}), 60 * 60_000)
  logWatch.unref()

  return {
    async stop() {
      stopping = true
      process.off('exit', onExit)
      clearInterval(logWatch)
      await reviving
      await stopChild(server, child)
    },
  }
}

async function stopChild({ cluster }: Server, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const exited = new Promise(resolve => child.once('exit', resolve))
  // From here on there may be nothing else that this process waits for.
  child.ref()
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
