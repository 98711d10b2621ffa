import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settleAll } from '../../src/clock/settle.ts'
import { decide } from '../../src/core/decide.ts'
import { evolve, replay } from '../../src/core/evolve.ts'
import type { Issue } from '../../src/core/issue/issue.ts'
import { readNow } from '../../src/store/now.ts'
import { isWhole } from '../concurrency/whole.ts'
import { opening, whoOpens } from './acts/customer.ts'
import { rulebook } from './invariants/rulebook.ts'
import { opens, perform, type Taken } from './postgres/perform.ts'
import { foundCompany, type Tables } from './postgres/tables.ts'
import { type Sequence, sequences } from './steps.ts'
import { later } from './world.ts'

/** Clients at once: each with a sequence of its own, all on the same few issues. */
const clients = 8
const runs = Math.ceil(Number(process.env.BATON_MODEL_RUNS ?? 10_000) / 1_000)
const seed = Number(process.env.BATON_MODEL_SEED ?? Date.now() % 2 ** 31)

const companies = fc.sample(fc.array(sequences({ min: 2, max: 3 }), { minLength: clients, maxLength: clients }), {
  numRuns: runs,
  seed,
})

test.each(companies.map((given, index) => [index + 1, given] as const))(
  `8 clients at once do what sequences say, while the clock runs: company %i of seed ${seed}`,
  { timeout: 120_000 },
  async (_, given) => {
    const tables = await foundCompany(given[0]?.start ?? 'tuesday')
    try {
      const taken = await live(tables, given)
      const numbers = (await tables.world()).issues.map(({ number }) => number)
      for (const number of numbers) await holds(tables, number, taken)
    } finally {
      await tables.close()
    }
  },
)

/** Step after step all clients act at the same time, and the clock beside them. */
async function live(tables: Tables, given: readonly Sequence[]): Promise<Taken[]> {
  const { desk } = tables
  const [first] = given
  for (const arrival of first?.arrivals ?? []) {
    const world = await tables.world()
    await opens(tables, whoOpens(arrival, world), opening(world, arrival, world.now))
  }
  const taken: Taken[] = []
  for (const [index, { pass }] of (first?.steps ?? []).entries()) {
    const now = later(await readNow(desk.database, 1), Math.min(pass, 5 * 1440))
    await tables.standAt(now)
    const acts = given.flatMap(({ steps }) => steps[index] ?? [])
    const done = await Promise.all([
      ...acts.map((step, client) => perform(tables, step, (client + index) % 4 === 0)),
      settleAll(desk).then(() => []),
    ])
    taken.push(...done.flat())
  }
  await settleAll(desk)
  return taken
}

/**
 * The log has no gap, yields the stored state, and all tables say the same. Each command came to what the rules make of the
 * state that it met, and the rulebook holds after it.
 */
async function holds(tables: Tables, number: number, all: readonly Taken[]): Promise<void> {
  const log = tables.names.toModel(await isWhole(tables.desk.database, number))
  /** The issue after each of its events; it begins with its opening. */
  const states = [replay(log.slice(0, 1))]
  for (const recorded of log.slice(1)) states.push(evolve(states.at(-1) as Issue, recorded))
  for (const { base, command, context } of all.filter(one => one.number === number)) {
    const before = states[base - 1] as Issue
    const decision = decide(before, { ...command, asksAgain: command.asksAgain ?? [] }, context)
    if ('refusal' in decision)
      throw new Error(`${command.type} was taken, and the rules refuse: ${decision.refusal.code}`)
    const { events, issue: after } = decision
    const end = base + events.length
    expect(log.slice(base, end)).toEqual(events)
    const stages = states.slice(base - 1, end)
    const past = log.slice(0, base)
    const moment = { number, before, command, context, past, events, log: log.slice(0, end), stages, after }
    for (const one of rulebook) {
      if ('holds' in one && !one.holds(moment))
        throw new Error(`Rule ${one.rule}: ${one.says}\nDoes not hold after ${JSON.stringify(command)} on #${number}`)
    }
  }
}
