import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settleAll } from '../../src/clock/settle.ts'
import { decide } from '../../src/core/decide.ts'
import type { Recorded } from '../../src/core/events.ts'
import { evolve, replay } from '../../src/core/evolve.ts'
import { readNow } from '../../src/store/now.ts'
import { isWhole, readLog } from '../concurrency/whole.ts'
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
  await isWhole(tables.desk.database, number)
  const log: Recorded[] = tables.names.toModel(await readLog(tables.desk.database, number))
  const taken = all.filter(one => one.number === number).toSorted((one, other) => one.base - other.base)
  for (const { base, command, context } of taken) {
    const past = log.slice(0, base)
    const before = replay(past)
    const decision = decide(before, { ...command, asksAgain: command.asksAgain ?? [] }, context)
    if ('refusal' in decision)
      throw new Error(`${command.type} was taken, and the rules refuse: ${decision.refusal.code}`)
    const { events, issue: after } = decision
    expect(log.slice(base, base + events.length)).toEqual(events)
    const stages = [before]
    for (const event of events) stages.push(evolve(stages.at(-1) ?? before, event))
    const moment = { number, before, command, context, past, events, log: [...past, ...events], stages, after }
    for (const one of rulebook) {
      if ('holds' in one && !one.holds(moment))
        throw new Error(`Rule ${one.rule}: ${one.says}\nDoes not hold after ${JSON.stringify(command)} on #${number}`)
    }
  }
}
