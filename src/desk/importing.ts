import { randomUUIDv7 } from 'node:crypto'
import type { KindId, MemberId } from '../core/context.ts'
import { decideGoingOn, decideImport } from '../core/decide.ts'
import type { ImportedFrom } from '../core/issue/importing.ts'
import { chooseOwner } from '../core/issue/intake.ts'
import type { Instant } from '../core/time/instant.ts'
import { type Configuration, configurationOf } from '../store/configuration.ts'
import type { Connection } from '../store/database.ts'
import { seeIssue } from '../store/issue-read.ts'
import { writeChange } from '../store/issue-write.ts'
import { seeOpening } from '../store/opening-read.ts'
import { contextOf } from './act.ts'
import type { Caller, Desk } from './desk.ts'
import { newDraft, write } from './draft.ts'
import { effectsOf } from './effects.ts'
import { ownerByIntake } from './intake.ts'
import { reopensFor } from './reopening.ts'

/** A case of another desk, about to become an issue. */
export type Moving = {
  /** The customer: recognized by their e-mail address, in lower case; null: a record of their own. */
  customer: { name: string; email: string | null }
  subject: string
  kind: KindId | null
  from: ImportedFrom
  /** Whose it becomes: who had it there, or somebody whom the import names; null: by the intake's policy. */
  owner: { member: MemberId; hadIt: boolean } | null
}

const importing: Caller = { by: { kind: 'desk' }, from: 'import', once: null }

/**
 * Makes a case of another desk an issue (Rules 1 and 12), as a part of a transaction; answers its number and owner, and whether
 * the customer was known. Whoever
 * owns an open one is told on their desk. No mail goes out, neither to customers nor to members: a whole desk moves in at once.
 */
export async function moveIn(
  { database, workspace }: Pick<Desk, 'database' | 'workspace'>,
  connection: Connection,
  { customer, subject, kind, from, owner: wanted }: Moving,
): Promise<{ number: number; owner: MemberId; isKnown: boolean }> {
  const { name, email } = customer
  const key = { id: null, email, phone: null, organization: null }
  const seen = await seeOpening(connection, workspace, key, null)
  const { number, now } = seen
  const configuration = await configurationOf(database, workspace, seen.config_version)
  const newcomer = seen.customer
    ? null
    : { id: randomUUIDv7(), name, organization: null, addresses: addressesOf(email) }
  const id = seen.customer?.id ?? newcomer?.id ?? ''
  const sight = { customer: id, isKnown: !newcomer, configuration, now }
  const byIntake = !wanted && from.closedAt === null
  const owner =
    wanted?.member ??
    (byIntake ? await ownerByIntake(connection, { workspace }, sight) : ownerOfClosed(configuration, now))
  const draft = newDraft()
  const words = { subject: write(draft, subject), story: write(draft, '') }
  const context = contextOf(importing, configuration, now)
  const way = wanted?.hadIt ? 'contact' : 'intake'
  const decision = decideImport({ type: 'ImportIssue', customer: id, owner, way, kind, from, ...words }, context)
  if ('refusal' in decision) throw new Error(`The rulebook says ${decision.refusal.code} of case ${from.case}.`)
  const { events, issue } = decision
  const effects = effectsOf({ number, state: null, tally: null }, events, draft, context)
  await writeChange(connection, {
    workspace,
    number,
    base: 0,
    issue,
    now,
    opening: { subject, story: '', customer: newcomer, givenTo: byIntake ? owner : null },
    rows: { ...effects, words: draft.words, files: [], mails: [] },
    mailIn: null,
    once: null,
  })
  return { number, owner, isKnown: !newcomer }
}

/**
 * Opens an issue again that came over closed, since the other desk goes on with the case: with who had it there last
 * (`holder`), or its owner. Answers its owner; null where nothing was to be done. The issue must be held.
 */
export async function goOn(
  { database, workspace }: Pick<Desk, 'database' | 'workspace'>,
  connection: Connection,
  { number, holder }: { number: number; holder: MemberId | null },
): Promise<MemberId | null> {
  const { issue: seen, now, configVersion } = await seeIssue(connection, workspace, number, null)
  if (!seen) return null
  const configuration = await configurationOf(database, workspace, configVersion)
  const context = contextOf(importing, configuration, now)
  const to = holder ?? reopensFor(seen.state, configuration, now)
  const decision = decideGoingOn(seen.state, to, context)
  if ('refusal' in decision) throw new Error(`The rulebook says ${decision.refusal.code} of #${number}.`)
  const { events, issue } = decision
  if (events.length === 0) return null
  const effects = effectsOf({ number, state: seen.state, tally: seen.tally }, events, newDraft(), context)
  const written = await writeChange(connection, {
    workspace,
    number,
    base: seen.state.version,
    issue,
    now,
    opening: null,
    rows: { ...effects, words: [], files: [], mails: [] },
    mailIn: null,
    once: null,
  })
  if (!written) throw new Error(`#${number} was changed while it was held.`)
  return to
}

const addressesOf = (email: string | null) => (email === null ? [] : [{ kind: 'email' as const, address: email }])

/** What is over asks nothing of anybody: it is in the name of the duty owner, and nobody's turn. */
function ownerOfClosed({ members, policy }: Configuration, now: Instant): MemberId {
  const candidates = [...members.values()].map(member => ({
    member,
    onShift: false,
    open: 0,
    room: 0,
    lastGivenAt: null,
  }))
  const owner = chooseOwner(candidates, null, policy.duty, now)
  if (owner === null) throw new Error('Nobody has a seat any more.')
  return owner
}
