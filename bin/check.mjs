import { bootstrap } from './bootstrap.mjs'
import { checks, runSteps } from './steps.mjs'

const { passed, failed } = await runSteps(await bootstrap(), checks)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
