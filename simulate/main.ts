import { parseArgs } from 'node:util'
import { type Compared, compare } from './compare.ts'
import { assumptions } from './habits.ts'
import { measureLog } from './measure-log.ts'
import { type Sensitivity, sensitivityTable, tableOf, turnedBy } from './report.ts'
import { liveAll } from './workers.ts'
import type { Size } from './world.ts'
import type { Year } from './year.ts'

const usage = `npm run simulate -- [--seeds 20] [--days 365] [--issues-per-day 60] [--members 20] [--sensitivity] [--json]
npm run simulate -- measure FILE    what habits.ts quotes, from the log of BPI Challenge 2013 (CSV, plain or .gz)

A year at two desks with the same customers, members and habits: as other desks work, and by Baton's rulebook.
--sensitivity  also with each assumption halved and doubled: which conclusions turn round?
See docs/simulated-year.md.`

type Asked =
  | { do: 'simulate'; seeds: number; size: Size; sensitivity: boolean; json: boolean }
  | { do: 'measure'; file: string }

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** What was asked for on the command line. Throws a sentence when it makes no sense. */
function read(words: string[]): Asked {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      seeds: { type: 'string', default: '20' },
      days: { type: 'string', default: '365' },
      'issues-per-day': { type: 'string', default: '60' },
      members: { type: 'string', default: '20' },
      sensitivity: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const [first, file, ...rest] = positionals
  if (first === 'measure' && file !== undefined && rest.length === 0) return { do: 'measure', file }
  if (first !== undefined) throw new Error(`"${words.join(' ')}" is nothing that this does.`)
  const whole = (name: 'seeds' | 'days' | 'issues-per-day' | 'members'): number => {
    const number = Number(values[name])
    if (Number.isInteger(number) && number >= 1) return number
    throw new Error(`--${name} ${values[name]}: give a whole number, at least 1.`)
  }
  const size = { days: whole('days'), issuesPerDay: whole('issues-per-day'), members: whole('members') }
  return { do: 'simulate', seeds: whole('seeds'), size, sensitivity: values.sensitivity, json: values.json }
}

async function simulate({ seeds, size, sensitivity, json }: Extract<Asked, { do: 'simulate' }>): Promise<void> {
  const yearsOf = (but: Year['but']): Year[] =>
    Array.from({ length: seeds }, (_, place) => ({ seed: place + 1, size, but }))
  const begin = { time: performance.now(), processors: process.cpuUsage() }
  const years = await liveAll(yearsOf(null))
  const { user, system } = process.cpuUsage(begin.processors)
  const [seconds, ofProcessors] = [(performance.now() - begin.time) / 1000, (user + system) / 1e6]
  const compared = compare(years)
  const turned = sensitivity ? await turnedByAssumptions(yearsOf, compared) : []
  const issues = years.reduce((sum, year) => sum + year.issues, 0)
  if (json) {
    say(JSON.stringify({ size, seeds, issues, seconds, ofProcessors, compared, sensitivity: turned, years }))
    return
  }
  say(`${seeds} worlds of ${size.days} days, ${size.members} members, ${size.issuesPerDay} issues a working day.\n`)
  say(tableOf(compared))
  if (sensitivity) say(`\n${sensitivityTable(turned)}`)
  const each = (of: number): number => Math.round((2 * issues) / of)
  say(`\n${issues} issues, each lived through at both desks: ${each(seconds)} a second, ${each(ofProcessors)} for each`)
  say('second of a processor.')
}

async function turnedByAssumptions(
  yearsOf: (but: Year['but']) => Year[],
  compared: readonly Compared[],
): Promise<Sensitivity[]> {
  const found: Sensitivity[] = []
  for (const assumption of assumptions)
    for (const times of [0.5, 2])
      found.push(turnedBy(assumption, times, compared, compare(await liveAll(yearsOf({ assumption, times })))))
  return found
}

/** 0 done, 1 failed, 2 wrong use. */
async function main(): Promise<number> {
  let asked: Asked
  try {
    asked = read(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${usage}\n`)
    return 2
  }
  try {
    if (asked.do === 'simulate') await simulate(asked)
    else for (const [name, value] of Object.entries(measureLog(asked.file))) say(`${name}: ${JSON.stringify(value)}`)
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    return 1
  }
}

process.exitCode = await main()
