// The steps of `npm run check`, which `npm test` begins with as well.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { environment, root, run } from './bootstrap.mjs'

const installed = path => join(root, 'node_modules', path)

/** Each with what it finds, and the program with its arguments, run by the pinned Node. */
export const checks = [
  { name: 'types', program: [installed('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  { name: 'types of the screens', program: [installed('typescript/bin/tsc'), '--noEmit', '-p', 'web'] },
  { name: 'style', program: [installed('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'] },
  { name: 'walls between rooms', program: [join(root, 'bin/walls.mjs')] },
  { name: 'dead code', program: [installed('knip/bin/knip.js'), '--no-progress'] },
]

/** Runs steps, some at a time, and says of each how it went; answers how many passed and failed. */
export async function runSteps(node, steps) {
  const waiting = [...steps]
  let failed = 0
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const begin = performance.now()
      const { code, output } = await run(node, step.program, { quiet: true, cwd: root, env: environment() })
      const seconds = ((performance.now() - begin) / 1000).toFixed(1)
      console.log(`${code === 0 ? '✓' : '✗'} ${step.name} (${seconds} s)`)
      if (code !== 0) console.log(output.trimEnd())
      if (code !== 0) failed += 1
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker))
  return { passed: steps.length - failed, failed }
}
