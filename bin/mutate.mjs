// Breaks the rules on purpose, one place at a time: `npm run mutate`, or `npm run mutate -- --mutate src/core/handoff/handoff.ts`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bootstrap, environment, root, run } from './bootstrap.mjs'

const node = await bootstrap()
const folder = join(root, 'mutation')
const stryker = join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js')
if (!existsSync(stryker)) {
  console.log('Installing what breaks the rules (about 100 packages, this once) …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--legacy-peer-deps'], {
    cwd: folder,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}
const options = [stryker, 'run', join(folder, 'stryker.config.mjs'), ...process.argv.slice(2)]
const { code } = await run(node, options, { cwd: root, env: environment() })
process.exitCode = code
