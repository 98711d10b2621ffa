import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { IssueAnswer } from '../../../src/contract/answers.ts'
import type { Command } from '../../../src/core/commands.ts'
import type { Actor, Context } from '../../../src/core/context.ts'
import type { OpenIssue } from '../../../src/core/issue/opening.ts'
import { act, contextOf, type Sight } from '../../../src/desk/act.ts'
import type { Caller, Outcome } from '../../../src/desk/desk.ts'
import { type Draft, say, write } from '../../../src/desk/draft.ts'
import { open } from '../../../src/desk/opening.ts'
import { together } from '../../../src/desk/together.ts'
import type { Connection } from '../../../src/store/database.ts'
import { holdIssues } from '../../../src/store/open-issues.ts'
import type { Deed } from '../acts/act.ts'
import { deedOf, type Step } from '../steps.ts'
import { type World, withIssue } from '../world.ts'
import type { Tables } from './tables.ts'

/** A command that the tables took: on which version of which issue, by whom and when. In the names of the model. */
export type Taken = { number: number; base: number; command: Command; context: Context }

/** How one client does one step of a sequence: nothing, an act on one issue, or on several of them together. */
export async function perform(tables: Tables, step: Step, twice: boolean): Promise<Taken[]> {
  const world = await tables.world()
  const does = deedOf(step, world)
  if (!does || 'refusal' in does.deed) return []
  const { by, deed } = does
  if ('opens' in deed) {
    await opens(tables, by, deed.opens)
    return []
  }
  const [only, ...others] = deed.parts
  if (only && others.length === 0 && !deed.changes) return one(tables, step, world, { number: only.on, by, twice })
  return several(tables, step, world, by)
}

/** Decided anew on each state that it meets: others may have been faster. */
async function one(
  tables: Tables,
  step: Step,
  world: World,
  { number, by, twice }: { number: number; by: Actor; twice: boolean },
): Promise<Taken[]> {
  let taken: Taken | null = null
  let asked = 0
  const caller: Caller = { ...tables.as(by), once: twice ? { key: randomUUID(), request: 'r' } : null }
  const doIt = () =>
    act(tables.desk, caller, number, sight => {
      asked += 1
      const issue = tables.names.toModel(sight.issue.state)
      const deed = deedOf(step, withIssue({ ...world, now: sight.now }, { number, issue, log: [] }))?.deed
      const command = deed && commandOn(deed, number)
      if (!command) {
        taken = null
        return noMore
      }
      const said = intoTables(tables, sight.draft, by, command)
      taken = takenBy(tables, caller, number, sight, said)
      return said
    })
  const outcome = await doIt()
  if (!('answer' in outcome) || !taken) return []
  // What came to nothing is not kept: sent once more it comes to what there is to do by then.
  if (twice && (await isKept(tables, caller))) {
    const before = asked
    // Sent once more under the same key it happens once, and is answered as it was.
    expect(await doIt()).toEqual({ answer: JSON.parse(JSON.stringify(outcome.answer)) })
    expect(asked).toBe(before)
  }
  return [taken]
}

/** Somebody else was faster, and what was to be done is not to be done any more. */
const noMore = { type: 'Tick' } as const

async function isKept({ desk }: Tables, { once }: Caller): Promise<boolean> {
  const { rowCount } = await desk.database.query('select 1 from answered where key = $1', [once?.key])
  return rowCount === 1
}

function commandOn(deed: Deed, number: number): Command | undefined {
  const [only, ...others] = 'parts' in deed ? deed.parts : []
  return only && others.length === 0 && only.on === number ? only.command : undefined
}

/** All of it or nothing, on issues that nobody else changes meanwhile; with what becomes of the company. */
async function several(tables: Tables, step: Step, before: World, by: Actor): Promise<Taken[]> {
  const { desk } = tables
  const numbers = before.issues.map(({ number }) => number)
  const taken: Taken[] = []
  const caller = tables.as(by)
  const outcome = await together(desk, caller, async ({ connection, caller: each }) => {
    taken.length = 0
    // Whoever leaves, joins or goes away: one after the other.
    await connection.query('select 1 from member order by member_id for update')
    await holdIssues(connection, 1, numbers)
    const world = await tables.world(connection)
    const deed = deedOf(step, world)?.deed
    if (!deed || !('parts' in deed)) return { answer: null }
    const { changes } = deed
    // A cover is of an absence that is there.
    if (changes) await tables.putAbsences(world, changes(world), connection)
    for (const { on, command } of deed.parts) {
      const outcome = await part(tables, connection, each, { on, command, by }, taken)
      if (!('answer' in outcome)) return outcome
    }
    if (!changes) return { answer: null }
    const after = { ...(await tables.world(connection)), absences: world.absences }
    await tables.put(after, changes(after), connection)
    return { answer: null }
  })
  return 'answer' in outcome ? taken : []
}

const part = (
  tables: Tables,
  connection: Connection,
  caller: Caller,
  { on, command, by }: { on: number; command: Command; by: Actor },
  taken: Taken[],
): Promise<Outcome<IssueAnswer>> =>
  act(
    tables.desk,
    caller,
    on,
    sight => {
      const said = intoTables(tables, sight.draft, by, command)
      taken.push(takenBy(tables, caller, on, sight, said))
      return said
    },
    connection,
  )

/** Opens an issue. */
export async function opens(tables: Tables, by: Actor, command: OpenIssue): Promise<void> {
  const { desk, names } = tables
  const caller = tables.as(by)
  await open(desk, caller, {
    whom: { id: names.idOf(command.customer), name: '', email: null, phone: null, organization: null },
    subject: 'w',
    story: 'w',
    make: ({ draft }) => ({ by: caller.by, command: intoTables(tables, draft, by, command) }),
  })
}

/** With ids in place of names, and each text put down: as a word of the conversation too, where it may be one. */
function intoTables<Said extends Command | OpenIssue>(tables: Tables, draft: Draft, by: Actor, command: Said): Said {
  // What a colleague says with an alarm are its facts: only a customer writes.
  const asked = command.type === 'RaiseEscalation' && by.kind !== 'customer' ? { ...command, message: null } : command
  // Before the introduction the customer knows nothing of it, and hears nothing of its end.
  const isSaid = command.type !== 'WithdrawHandoff' && command.type !== 'WithdrawAssist'
  const said = tables.names.toTables(asked, (field, above) => {
    if (!isSaid || (field !== 'message' && field !== 'moment' && above !== 'message')) return write(draft, 'w')
    const who = tables.names.toTables(by, String)
    const id =
      who.kind === 'customer'
        ? say(draft, { direction: 'in', channel: 'email', authorKind: 'customer', author: who.id, body: command.type })
        : say(draft, {
            direction: who.kind === 'member' ? 'out' : 'in',
            channel: 'email',
            authorKind: who.kind === 'member' ? 'member' : 'machine',
            author: who.kind === 'member' ? who.id : null,
            body: command.type,
          })
    draft.words.push({ id, body: command.type })
    return id
  })
  if ('asksAgain' in said) draft.asksAgain.push(...(said.asksAgain ?? []))
  return said
}

const takenBy = (
  { names }: Tables,
  caller: Caller,
  number: number,
  { issue, configuration, now }: Sight,
  command: Command,
): Taken => ({
  number,
  base: issue.state.version,
  command: names.toModel(command),
  context: names.toModel(contextOf(caller, configuration, now)),
})
