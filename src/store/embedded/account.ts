import { execFile, spawnSync } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { EmbeddedFault } from './fault.ts'

/** The operating system's user that PostgreSQL runs as. `switched`: it is another than this process's own. */
export type Account = { name: string; uid: number; gid: number; switched: boolean }

/** The name by which the system user that root runs PostgreSQL as is known. */
const systemUser = 'baton'

/**
 * Whom PostgreSQL runs as: whoever runs Baton, except for root, as whom it refuses to run. Then it is the owner of the
 * data that is there already, else the system user `baton` (made when missing), else `nobody`.
 */
export async function chooseAccount(cluster: string): Promise<Account> {
  const uid = process.getuid?.() ?? -1
  if (uid !== 0) return { name: await nameOf(uid), uid, gid: process.getgid?.() ?? -1, switched: false }
  const users = await readUsers()
  const owner = await stat(cluster).then(
    found => users.find(user => user.uid === found.uid && user.uid !== 0),
    () => undefined,
  )
  const found = owner ?? users.find(user => user.name === systemUser) ?? (await addSystemUser())
  const account = found ?? users.find(user => user.name === 'nobody')
  if (!account)
    throw new EmbeddedFault(
      `PostgreSQL refuses to run as root, and no user could be found or made to run it as. Make one with "useradd --system ${systemUser}", ` +
        'or start Baton as an ordinary user.',
    )
  return { ...account, switched: true }
}

/** Runs as `account`: a shell test of one path, such as `-x` for a folder that it must be able to enter. */
export function mayUse(account: Account, test: '-x' | '-r' | '-w', path: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', `test ${test} "$1"`, 'sh', path], { ...identity(account), cwd: '/' })
  return status === 0
}

/** What `spawn` needs to run something as this account. */
export function identity(account: Account): { uid?: number; gid?: number } {
  return account.switched ? { uid: account.uid, gid: account.gid } : {}
}

type User = { name: string; uid: number; gid: number }

async function readUsers(): Promise<User[]> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map(line => line.split(':'))
  return lines.flatMap(([name, , uid, gid]) =>
    name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [],
  )
}

/** PostgreSQL asks the system for the user's name; `id` asks directories such as LDAP too, which no file lists. */
async function nameOf(uid: number): Promise<string> {
  try {
    return (await promisify(execFile)('id', ['-un'])).stdout.trim()
  } catch {
    throw new EmbeddedFault(
      `The user ${uid} that runs Baton has no name on this system, and PostgreSQL needs one. Add the user to /etc/passwd, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

async function addSystemUser(): Promise<User | undefined> {
  const options = ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin']
  try {
    await promisify(execFile)('useradd', [...options, systemUser])
  } catch {
    // A minimal image may lack useradd, or /etc may be read-only: nobody has to do.
    return undefined
  }
  return (await readUsers()).find(user => user.name === systemUser)
}
