#!/usr/bin/env node
import { join } from 'node:path'
import { bootstrap, environment, root, run } from './bootstrap.mjs'

const node = await bootstrap()
const { code } = await run(node, [join(root, 'src/cli/main.ts'), ...process.argv.slice(2)], {
  ipc: true,
  env: environment(),
})
process.exitCode = code
