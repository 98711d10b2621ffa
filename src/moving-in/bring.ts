import type { MemberId } from '../core/context.ts'
import { wake, wasRaced } from '../desk/act.ts'
import type { Desk } from '../desk/desk.ts'
import { goOn, moveIn } from '../desk/importing.ts'
import { configurationOf } from '../store/configuration.ts'
import { type Connection, inTransaction } from '../store/database.ts'
import {
  type ForeignRow,
  holdImport,
  insertCases,
  insertForeign,
  readKnownCases,
  readKnownEmails,
  rememberLog,
} from '../store/foreign.ts'
import { readNow } from '../store/now.ts'
import { holdIssues } from '../store/open-issues.ts'
import type { Case, Gathered } from './gather.ts'
import { matchWith } from './match.ts'
import { type Plan, type Planning, planCase } from './plan.ts'
import { Tally } from './tally.ts'

type Store = Pick<Desk, 'database' | 'workspace'>

/** How cases are brought over. */
export type Bringing = Pick<Planning, 'source' | 'finals' | 'owner'> & {
  /** How the log was read: kept, so that the next one is read alike. */
  readAs: object
  /** False: nothing is changed, and what would be is told. */
  apply: boolean
  /** Stops between two batches; what is over stays. */
  signal: AbortSignal
  onProgress(done: number, total: number): void
}

/** So many cases are one transaction: as fast as larger ones, and nobody on the desk waits for it. */
const batch = 100

/** Two that wait for each other, or make the same customer known: who is turned away looks again. */
const mostTries = 5

/**
 * Brings the cases of a log over, or (`apply` false) tells what that would do. Whatever was stopped, however hard, goes on
 * where it was: a batch of cases is there whole or not at all, and a case that is there is not brought again.
 */
export async function bringOver(desk: Store, { cases }: Gathered, bringing: Bringing): Promise<Tally> {
  const { database, workspace } = desk
  const tally = new Tally()
  if (bringing.apply) await rememberLog(database, workspace, bringing.source, bringing.readAs)
  for (let begin = 0; begin < cases.length && !bringing.signal.aborted; begin += batch) {
    const some = cases.slice(begin, begin + batch)
    if (bringing.apply) await bringSome(desk, some, bringing, tally)
    else await foresee(desk, some, bringing, tally)
    bringing.onProgress(begin + some.length, cases.length)
  }
  if (bringing.apply) await wake(database)
  return tally
}

async function foresee(desk: Store, cases: readonly Case[], bringing: Bringing, tally: Tally): Promise<void> {
  const emails = cases.flatMap(({ email }) => (email === null ? [] : [email]))
  const known = new Set(await readKnownEmails(desk.database, desk.workspace, emails))
  for (const plan of await planSome(desk, desk.database, cases, bringing)) {
    if (plan.becomes === 'known') tally.addKnown(plan, plan.goesOn?.holder ?? null)
    else {
      const { email } = plan.moving.customer
      tally.addIssue(plan, { number: null, owner: plan.moving.owner?.member ?? null, isKnown: known.has(email ?? '') })
    }
  }
}

async function bringSome(desk: Store, cases: readonly Case[], bringing: Bringing, tally: Tally): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      const brought = await inTransaction(desk.database, connection => bringTogether(desk, connection, cases, bringing))
      for (const add of brought) add(tally)
      return
    } catch (error) {
      if (!wasRaced(error) || tries === mostTries) throw error
    }
  }
}

/** Brings some cases in one transaction; answers what there is to tell of each, once it is written. */
async function bringTogether(
  desk: Store,
  connection: Connection,
  cases: readonly Case[],
  bringing: Bringing,
): Promise<((tally: Tally) => void)[]> {
  const { workspace } = desk
  await holdImport(connection, workspace)
  const numbers: { case: string; number: number }[] = []
  const rows: ForeignRow[] = []
  const said: ((tally: Tally) => void)[] = []
  for (const plan of await planSome(desk, connection, cases, bringing)) {
    if (plan.becomes === 'known') {
      const { number, events } = plan.known
      rows.push(...plan.events.map((event, index) => ({ ...event, number, place: events.length + index + 1 })))
      const owner = plan.goesOn && (await goOnWith(desk, connection, number, plan.goesOn.holder))
      said.push(tally => tally.addKnown(plan, owner))
    } else {
      const moved = await moveIn(desk, connection, plan.moving)
      const { number } = moved
      numbers.push({ case: plan.case.case, number })
      rows.push(...plan.case.events.map((event, index) => ({ ...event, number, place: index + 1 })))
      said.push(tally => tally.addIssue(plan, moved))
    }
  }
  await insertCases(connection, workspace, bringing.source, numbers)
  await insertForeign(connection, workspace, rows)
  return said
}

async function goOnWith(
  desk: Store,
  connection: Connection,
  number: number,
  holder: MemberId | null,
): Promise<MemberId | null> {
  await holdIssues(connection, desk.workspace, [number])
  return goOn(desk, connection, { number, holder })
}

async function planSome(
  { database, workspace }: Store,
  connection: Connection,
  cases: readonly Case[],
  { source, finals, owner }: Bringing,
): Promise<Plan[]> {
  const ids = cases.map(one => one.case)
  const known = new Map((await readKnownCases(connection, workspace, source, ids)).map(one => [one.case, one]))
  const now = await readNow(connection, workspace)
  const matching = matchWith(await configurationOf(database, workspace))
  return cases.map(one => planCase(one, known.get(one.case), { source, finals, matching, owner, now }))
}
