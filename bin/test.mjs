import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bootstrap, environment, root, run } from './bootstrap.mjs'
import { checks, runSteps } from './steps.mjs'
import { installTestPackages } from './test-packages.mjs'

// `npm test` is everything; `npm test -- src/core` only the tests whose paths have that in them.
const wanted = process.argv.slice(2)
const isAll = wanted.length === 0
const counts = { passed: 0, failed: 0, skipped: 0 }

const node = await bootstrap()
if (isAll) {
  installTestPackages()
  console.log('Checking types, style, walls and dead code …')
  add(await runSteps(node, checks))
  console.log('Building the screens …')
  add(await runSteps(node, [{ name: 'screens', program: [join(root, 'src/cli/main.ts'), 'web'] }]))
}
console.log('Running the tests …')
add(await runVitest())
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`)
process.exitCode = counts.failed > 0 ? 1 : 0

function add({ passed, failed, skipped = 0 }) {
  counts.passed += passed
  counts.failed += failed
  counts.skipped += skipped
}

async function runVitest() {
  // What tests leave behind goes with this folder; and no other user's leavings are in the way.
  const place = mkdtempSync(join(tmpdir(), 'baton-tests-'))
  // PostgreSQL, which runs as another user for root, has to get through.
  chmodSync(place, 0o711)
  const report = join(place, 'report.json')
  const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...wanted]
  const program = [join(root, 'node_modules/vitest/vitest.mjs'), ...options]
  const { code } = await run(node, program, { cwd: root, env: testEnvironment(place) })
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
    // A file that does not even load has no tests that could fail, and an error outside of tests belongs to none.
    const failed = code === 0 ? numFailedTests : Math.max(1, numFailedTests)
    return { passed: numPassedTests, failed, skipped: numPendingTests }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** What somebody has set for their own desk is not for the tests. */
function testEnvironment(place) {
  const mine = Object.entries(environment({ NODE_ENV: 'test', TMPDIR: place })).filter(
    ([name]) => name !== 'DATABASE_URL' && (!name.startsWith('BATON_') || name === 'BATON_TEST_DATA'),
  )
  return Object.fromEntries(mine)
}
