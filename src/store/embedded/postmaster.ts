import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A PostgreSQL server by its own note, `postmaster.pid`: its process, and whether it takes connections by now. */
export type Postmaster = { pid: number; ready: boolean }

/** The server that runs on this cluster, if one does. A note that a crash left behind is no server. */
export function findPostmaster(cluster: string): Postmaster | null {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number(lines[0])
  if (!isPostmasterOf(pid, cluster)) return null
  return { pid, ready: lines[7]?.trim() === 'ready' }
}

/** PostgreSQL trusts its note as long as *some* process has that id; after a reboot it may be a stranger's. */
export function removeStaleNote(cluster: string): void {
  if (!findPostmaster(cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, 3).includes(cluster)
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster)
  } catch {
    return false
  }
}

/** How long a server may take to write what it holds before it is stopped the hard way, which costs a recovery. */
const patienceMs = 30_000

/** Stops a server: open connections are ended, everything is written. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  const isGone = () => !isPostmasterOf(pid, cluster)
  if (signal(pid, 'SIGINT') && (await until(isGone, patienceMs))) return
  if (signal(pid, 'SIGQUIT')) await until(isGone, 5_000)
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

/** Looks again and again until something is so; false when it isn't within the limit. */
export async function until(isSo: () => boolean, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs
  while (!isSo()) {
    if (performance.now() > end) return false
    await wait(10)
  }
  return true
}
