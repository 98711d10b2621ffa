import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const program = '/usr/sbin/dovecot'

/** Whether this machine has the IMAP server; `bin/test-packages.mjs` installs it where it may. */
export const hasDovecot = existsSync(program)

export type Dovecot = {
  /** How its one mailbox is reached. */
  mailbox: {
    host: string
    port: number
    tls: false
    user: string
    password: string
    mailbox: string
  }
  /** Puts a mail into the mailbox, as a delivery does. */
  deliver(raw: string | Uint8Array): Promise<void>
  /** How many mails are marked as read, and how many are there. */
  counts(): Promise<{ read: number; all: number }>
  /** Makes the server count its mails anew, as after a repair: the next start has another UIDVALIDITY. */
  forgetUids(): Promise<void>
  stop(): Promise<void>
  /** Kills it with all its connections, as a crash does. */
  crash(): Promise<void>
  start(): Promise<void>
  /** Stops it for good and removes its files. */
  remove(): Promise<void>
}

/** Debian's IMAP server with a configuration and a mailbox of its own, as root or as an ordinary user. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'dovecot-'))
  const maildir = join(folder, 'mail')
  const owner = mailOwner()
  for (const part of ['', 'new', 'cur', 'tmp']) await mkdir(join(maildir, part), { recursive: true })
  await own(owner, folder, maildir, ...['new', 'cur', 'tmp'].map(part => join(maildir, part)))
  await chmod(folder, 0o755)
  const port = await freePort()
  const settings = join(folder, 'dovecot.conf')
  await writeFile(settings, configuration(folder, maildir, port, owner))

  let server: ChildProcess | null = null
  let delivered = 0

  async function start(): Promise<void> {
    const child = spawn(program, ['-F', '-c', settings], { stdio: ['ignore', 'ignore', 'pipe'] })
    server = child
    const said: string[] = []
    const lines = createInterface(child.stderr)
    const isUp = new Promise<void>((resolve, reject) => {
      lines.on('line', line => {
        said.push(line)
        if (line.includes('starting up')) resolve()
      })
      child.once('exit', code => reject(new Error(`dovecot ended with ${code}:\n${said.join('\n')}`)))
    })
    await isUp
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const child = server
    server = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    if (signal === 'SIGKILL') killAll(child.pid)
    else child.kill(signal)
    await gone
  }

  await start()
  return {
    mailbox: { host: '127.0.0.1', port, tls: false, user: 'desk', password: 'right', mailbox: 'INBOX' },
    deliver: async raw => {
      delivered += 1
      // The names of a Maildir order its mails.
      const name = `${String(1_700_000_000 + delivered)}.M${delivered}P${process.pid}.test`
      const [half, whole] = [join(maildir, 'tmp', name), join(maildir, 'new', name)]
      await writeFile(half, raw)
      await own(owner, half)
      await rename(half, whole)
    },
    counts: async () => {
      const names = [...(await readdir(join(maildir, 'new'))), ...(await readdir(join(maildir, 'cur')))]
      return { read: names.filter(name => /:2,\w*S/.test(name)).length, all: names.length }
    },
    forgetUids: async () => {
      const names = await readdir(maildir)
      for (const name of names.filter(name => name.startsWith('dovecot'))) await rm(join(maildir, name))
    },
    start,
    stop: () => end('SIGTERM'),
    crash: () => end('SIGKILL'),
    remove: async () => {
      await end('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Owner = { name: string; group: string; uid: number; gid: number; isRoot: boolean }

/** Root's mail is refused by dovecot, so there it belongs to nobody. */
function mailOwner(): Owner {
  const { username, uid, gid } = userInfo()
  const group = execFileSync('id', ['-gn']).toString().trim()
  if (uid !== 0) return { name: username, group, uid, gid, isRoot: false }
  const number = (flag: string): number => Number(execFileSync('id', [flag, 'nobody']))
  return { name: 'nobody', group: 'nogroup', uid: number('-u'), gid: number('-g'), isRoot: true }
}

async function own({ uid, gid, isRoot }: Owner, ...paths: string[]): Promise<void> {
  if (isRoot) for (const path of paths) await chown(path, uid, gid)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/**
 * The master's children outlive a killed master for a moment, in which they hold its port and its sockets; a crash of the
 * machine would not let them. So the master is held still, and goes last.
 */
function killAll(master: number | undefined): void {
  if (master === undefined) return
  signal(master, 'SIGSTOP')
  const children = execFileSync('sh', ['-c', `cat /proc/${master}/task/${master}/children || true`]).toString()
  const pids = children.trim().split(/\s+/).filter(Boolean).map(Number)
  for (const pid of pids) signal(pid, 'SIGKILL')
  while (pids.some(isAlive));
  signal(master, 'SIGKILL')
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended by itself.
  }
}

/** Whether a process still holds anything: one that is dead and not buried yet (Z) does not. */
function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

function configuration(folder: string, maildir: string, port: number, owner: Owner): string {
  // An ordinary user can't become another one, nor lock a process into a folder.
  const asUser = `
default_internal_user = ${owner.name}
default_internal_group = ${owner.group}
default_login_user = ${owner.name}
service anvil {
  chroot =
}
service imap-login {
  chroot =
}`
  return `
base_dir = ${join(folder, 'run')}
state_dir = ${join(folder, 'state')}
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${maildir}
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 100
passdb {
  driver = static
  args = password=right
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${folder}
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
${owner.isRoot ? '' : asUser}
`
}
