import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { EmbeddedFault } from './fault.ts'

/**
 * Takes a data folder for this process, or throws a fault that names the process which has it.
 *
 * The lock is the kernel's: SQLite, which is part of Node, is the one way that Node has to ask for it. So it ends with its
 * process however that ends, and neither kill -9 nor a reused process id can leave a folder locked.
 */
export function lockFolder(folder: string): { release(): void } {
  const holderFile = join(folder, 'server.pid')
  const lock = new DatabaseSync(join(folder, 'server.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new EmbeddedFault(
      `Another Baton server${holder(holderFile)} is using the data folder ${folder}. Two servers can't share one: ` +
        'stop that one, or give this one a folder of its own with BATON_DATA.',
    )
  }
  writeFileSync(holderFile, `${process.pid}\n`, { mode: 0o600 })
  return {
    release() {
      rmSync(holderFile, { force: true })
      lock.close()
    },
  }
}

/** SQLITE_BUSY */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}

function holder(file: string): string {
  try {
    return ` (process ${readFileSync(file, 'utf8').trim()})`
  } catch {
    return ''
  }
}
