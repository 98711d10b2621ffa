import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, figure } from './figures.ts'

const events = 1_000_000
const openCases = 5000
const baton = new URL('../src/cli/main.ts', import.meta.url).pathname

/** A process says when it ends how much memory it had at most (KiB), and how long it computed (µs), whoever else was busy. */
const saysUsage = `data:text/javascript,${encodeURIComponent(`process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  console.error('usage', maxRSS, userCPUTime + systemCPUTime)
})`)}`

/** Seconds and memory of `baton audit` on a log of a million events, with its cases mingled. */
export async function benchAudit(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-audit-'))
  const log = join(folder, 'log.csv')
  try {
    await writeLog(log)
    const { size } = await stat(log)
    const json = await audit([log, '--json'])
    const page = await audit([log, '--html', join(folder, 'page.html')])
    return [
      figure('audit: size of a log of 1,000,000 events', size / 2 ** 20, 'MiB'),
      figure('audit of it to --json', json.seconds, 's'),
      figure('audit of it to --json, computing', json.computing, 's'),
      figure('audit of it to --json, memory at most', json.peak, 'MiB'),
      figure('audit of it to --html', page.seconds, 's'),
      figure('audit of it to --html, computing', page.computing, 's'),
      figure('audit of it to --html, memory at most', page.peak, 'MiB'),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function audit(typed: readonly string[]): Promise<{ seconds: number; computing: number; peak: number }> {
  const begin = performance.now()
  const child = spawn(process.execPath, ['--import', saysUsage, baton, 'audit', ...typed], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString()
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`baton audit ended with ${code}:\n${said}`)
  const [, peak, computing] = /usage (\d+) (\d+)/.exec(said) ?? []
  return {
    seconds: (performance.now() - begin) / 1000,
    computing: Number(computing) / 1_000_000,
    peak: Number(peak) / 1024,
  }
}

/** About nine events a case, of 5,000 that are open at once; 1,500 persons in 650 groups, as in the log of a large desk. */
async function writeLog(file: string): Promise<void> {
  const stream = createWriteStream(file)
  stream.write('Number,Updated,State,Detail,Assignment group,Product,Country,Assigned to\n')
  const draw = drawFrom(1)
  const cases = Array.from({ length: openCases }, (_, place) => place)
  let nextCase = openCases
  let at = Date.UTC(2025, 0, 1)
  let rows: string[] = []
  for (let event = 0; event < events; event += 1) {
    const place = draw(openCases)
    const number = cases[place] ?? 0
    const isOver = draw(9) === 0
    at += draw(60_000)
    const state = isOver ? 'Closed' : ['New', 'In Progress', 'On Hold'][draw(3)]
    const group = (number * 7 + draw(4)) % 650
    const person = (group * 5 + draw(9)) % 1500
    rows.push(
      `INC${String(number).padStart(9, '0')},${new Date(at).toISOString()},${state},Awaiting Assignment,"Group ${group}, 2nd line",PROD${number % 900},Sweden,Person ${person}`,
    )
    if (isOver) {
      cases[place] = nextCase
      nextCase += 1
    }
    if (rows.length === 10_000) {
      if (!stream.write(`${rows.join('\n')}\n`)) await once(stream, 'drain')
      rows = []
    }
  }
  stream.end(rows.length > 0 ? `${rows.join('\n')}\n` : '')
  await once(stream, 'close')
}

/** Whole numbers below a limit, the same ones each time. */
function drawFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
