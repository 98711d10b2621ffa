import { join } from 'node:path'
import { bootstrap, environment, root, run } from './bootstrap.mjs'

const node = await bootstrap()
const options = [join(root, 'simulate/main.ts'), ...process.argv.slice(2)]
const { code } = await run(node, options, { cwd: root, env: environment() })
process.exitCode = code
