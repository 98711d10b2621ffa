// Runs on any Node from 20 on and before anything is installed, so it is plain JavaScript without dependencies.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

const dovecot = '/usr/sbin/dovecot'
const startPolicy = '/usr/sbin/policy-rc.d'

/**
 * Installs what tests want from the operating system: an IMAP server, to test against a real one. Only root on Debian or
 * its like may; for everybody else it says loudly what will not be tested. It never fails, and tests say so again.
 */
export function installTestPackages() {
  if (existsSync(dovecot)) return
  if (process.getuid?.() !== 0) return missing('only root may install it')
  if (!has('apt-get')) return missing('this machine has no apt-get to install it with')
  console.log('Installing dovecot-imapd, the IMAP server of the tests …')
  withoutStarting(() => {
    const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', 'dovecot-imapd'])
    // The lists of packages may be missing or old.
    if (!install()) run('apt-get', ['update']) && install()
  })
  if (!existsSync(dovecot)) missing('apt-get could not install it')
}

function missing(why) {
  console.warn(
    [
      '',
      `!!! NOT TESTED: fetching mail from a real IMAP server, since dovecot is missing and ${why}.`,
      '!!! Install it with: apt-get install dovecot-imapd',
      '',
    ].join('\n'),
  )
}

/** The tests start a server of their own. The one that the package brings shall not run, now or after the next boot. */
function withoutStarting(install) {
  const isOurs = !existsSync(startPolicy)
  if (isOurs) writeFileSync(startPolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    install()
  } finally {
    if (isOurs) rmSync(startPolicy)
  }
  if (has('systemctl')) run('systemctl', ['disable', 'dovecot.service', 'dovecot.socket'])
}

function has(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0
}

function run(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(program, args, { env, stdio: 'ignore', timeout: 300_000 }).status === 0
}

if (argv[1] === fileURLToPath(import.meta.url)) installTestPackages()
