import { execFile } from 'node:child_process'
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Account, identity, mayUse } from './account.ts'
import { role } from './address.ts'
import type { Binaries } from './binaries.ts'
import { EmbeddedFault } from './fault.ts'

/** The release of PostgreSQL whose files we write: another's can't be read. */
const release = '18'

/** How the name of a cluster begins that is not done yet. */
const unfinished = 'postgres.new-'

const run = promisify(execFile)

/** What the programs get to see of our environment: nothing of it may change how they behave. */
export const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Lets `account` pass through the data folder; throws a fault where it can't. */
export async function openFolder(folder: string, account: Account): Promise<void> {
  if (!account.switched || mayUse(account, '-x', folder)) return
  const { uid, mode } = await stat(folder)
  if (uid === 0) {
    await chown(folder, uid, account.gid)
    await chmod(folder, (mode & 0o700) | 0o010)
  }
  if (mayUse(account, '-x', folder)) return
  throw new EmbeddedFault(
    `The data folder ${folder} can't be entered by the user ${account.name}, as whom PostgreSQL has to run because it refuses to run as root. ` +
      'Set BATON_DATA to a folder that this user can enter, such as /var/lib/baton/data, leave BATON_DATA unset, or start Baton as an ordinary user.',
  )
}

/** A folder of `account`'s own that nobody else can enter. */
export async function privateFolder(path: string, account: Account): Promise<string> {
  await mkdir(path, { recursive: true })
  await chmod(path, 0o700)
  if (account.switched) await chown(path, account.uid, account.gid)
  return path
}

/** Makes the cluster (PostgreSQL's folder of databases) where there is none, and checks one that is there. */
export async function prepareCluster(
  cluster: string,
  account: Account,
  binaries: Binaries,
  say: (line: string) => void,
): Promise<void> {
  await checkOwner(cluster, account)
  const found = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => null)
  if (found === null) await makeCluster(cluster, account, binaries, say)
  else if (found.trim() !== release)
    throw new EmbeddedFault(
      `The data in ${cluster} was written by PostgreSQL ${found.trim()}, and this Baton runs PostgreSQL ${release}. ` +
        `Start the Baton that wrote it and move its data with pg_dumpall, or set BATON_DATA to a new folder.`,
    )
  await writeAccess(cluster, account)
}

/** PostgreSQL only opens what belongs to the user that it runs as. */
async function checkOwner(cluster: string, account: Account): Promise<void> {
  const owner = await stat(cluster).then(
    ({ uid }) => uid,
    () => account.uid,
  )
  if (owner === account.uid) return
  if (!account.switched)
    throw new EmbeddedFault(
      `The data in ${cluster} belongs to another user (${owner}), whom Baton ran as before. Start it as that user (or as root), or set BATON_DATA to a folder of your own.`,
    )
  await run('chown', ['-R', `${account.uid}:${account.gid}`, cluster])
}

/** Made beside its place and moved there whole, so that a start that is killed half-way leaves nothing that looks done. */
async function makeCluster(cluster: string, account: Account, binaries: Binaries, say: (line: string) => void) {
  await rmdir(cluster).catch(() => {})
  const foreign = await readdir(cluster).catch(() => [])
  if (foreign.length > 0)
    throw new EmbeddedFault(
      `${cluster} holds something that is no PostgreSQL data (${foreign[0]}). Move it away, or set BATON_DATA to another folder.`,
    )
  say('Making the database …')
  const folder = dirname(cluster)
  for (const name of await readdir(folder)) {
    // One that can't be removed is still written to by what a killed start left behind; a later start removes it.
    if (name.startsWith(unfinished)) await rm(join(folder, name), { recursive: true, force: true }).catch(() => {})
  }
  const begun = await privateFolder(await mkdtemp(join(folder, unfinished)), account)
  const options = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  try {
    await run(binaries.initdb, ['-D', begun, '-U', role, '--auth=peer', '--no-instructions', ...options], {
      ...identity(account),
      cwd: '/',
      env: environment,
    })
  } catch (error) {
    const why = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    throw new EmbeddedFault(`PostgreSQL could not make its data in ${begun}: ${why}`)
  }
  await rename(begun, cluster)
  const parent = await open(folder)
  await parent.sync()
  await parent.close()
}

/** Who may connect: the account itself and root, as the kernel vouches for them. There is no password to leak. */
async function writeAccess(cluster: string, account: Account): Promise<void> {
  const files = {
    'pg_hba.conf': `local all ${role} peer map=baton\n`,
    'pg_ident.conf': [account.name, 'root'].map(name => `baton "${name}" ${role}\n`).join(''),
  }
  for (const [name, text] of Object.entries(files)) {
    const path = join(cluster, name)
    await writeFile(path, text, { mode: 0o600 })
    if (account.switched) await chown(path, account.uid, account.gid)
  }
}
