import { randomUUIDv7 } from 'node:crypto'
import type { IssueAnswer } from '../contract/answers.ts'
import type { Actor, CustomerId } from '../core/context.ts'
import { decideOpening } from '../core/decide.ts'
import type { OpenIssue } from '../core/issue/opening.ts'
import type { Refusal } from '../core/refusals.ts'
import type { Match } from '../core/resolution/recurrence.ts'
import { type Instant, plusMinutes } from '../core/time/instant.ts'
import type { NewCustomer } from '../store/change.ts'
import { type Configuration, configurationOf } from '../store/configuration.ts'
import type { Connection } from '../store/database.ts'
import { readLikely } from '../store/matches.ts'
import { type CustomerKey, type SeenOpening, seeOpening } from '../store/opening-read.ts'
import { answeredBefore, contextOf, onceOf, writeDecision } from './act.ts'
import type { Caller, Desk, Outcome } from './desk.ts'
import { type Draft, newDraft, write } from './draft.ts'

/** Who the issue is for: somebody known by id, or by name and addresses, as they are stored. */
export type Whom = CustomerKey & { name: string }

/** What opens an issue, however it arrived: `make` chooses the owner and puts the first message down. */
export type Arrival = {
  whom: Whom
  subject: string
  story: string
  make: (sight: OpeningSight) => Promise<MadeOpening> | MadeOpening
}

export type OpeningSight = {
  customer: CustomerId
  /** Whether the desk knew this customer before. */
  isKnown: boolean
  configuration: Configuration
  draft: Draft
  now: Instant
  connection: Connection
}

/** The caller of an opening by mail is the customer, whose id is found out on the way. */
type MadeOpening = {
  by: Actor
  command: Pick<OpenIssue, 'channel' | 'owner' | 'way' | 'message' | 'call' | 'facts' | 'promise' | 'isThis'>
}

const mostRaces = 20

/** Opens an issue: owned and promised from its first moment, for a known customer or a new one (Rules 1, 2 and 12). */
export async function open(
  desk: Desk,
  caller: Caller,
  { whom, subject, story, make }: Arrival,
  connection: Connection = desk.database,
): Promise<Outcome<IssueAnswer>> {
  for (let race = 0; race < mostRaces; race += 1) {
    const seen = await seeOpening(connection, desk.workspace, whom, onceOf(caller))
    const known = answeredBefore(
      { answered: seen.request === null ? null : { request: seen.request, answer: seen.answer } },
      caller,
    )
    if (known) return known
    if (whom.id !== null && !seen.customer) return { missing: 'There is no such customer.' }
    const opened = await tryToOpen(desk, caller, connection, seen, { whom, subject, story, make })
    if (opened) return 'refusal' in opened ? opened : { answer: opened }
  }
  throw new Error(`An issue could not be opened in ${mostRaces} tries.`)
}

async function tryToOpen(
  desk: Desk,
  caller: Caller,
  connection: Connection,
  seen: SeenOpening,
  { whom, subject, story, make }: Arrival,
): Promise<IssueAnswer | { refusal: Refusal } | null> {
  const configuration = await configurationOf(desk.database, desk.workspace, seen.config_version)
  const draft = newDraft()
  const newcomer = seen.customer ? null : newCustomer(whom, seen)
  const customer = seen.customer?.id ?? newcomer?.id ?? ''
  const { now, number } = seen
  const { by, command } = await make({ customer, isKnown: !newcomer, configuration, draft, now, connection })
  const texts = { subject: write(draft, subject), story: write(draft, story) }
  const { matches, matched } = await mayBeBack(desk, connection, seen, { draft, configuration, subject, story })
  const context = contextOf({ ...caller, by }, configuration, now)
  const decision = decideOpening({ type: 'OpenIssue', customer, ...texts, matches, ...command }, context)
  if ('refusal' in decision) return decision
  const { name, organization, email, phone } = seen.customer ?? whom
  return writeDecision(
    desk,
    caller,
    connection,
    {
      number,
      seen: {
        state: null,
        tally: null,
        subject,
        story,
        words: {},
        customer: { name, organization, email, phone },
        reachable: email !== null || phone !== null,
        matched,
        links: [],
        others: [],
        lookalikes: [],
      },
      opening: { subject, story, customer: newcomer, givenTo: command.way === 'intake' ? command.owner : null },
      draft,
      context,
      configuration,
    },
    decision,
  )
}

/** Rule 21: what the customer's closed issues say of whether one of them has come back. */
async function mayBeBack(
  { workspace }: Desk,
  connection: Connection,
  { customer, now }: SeenOpening,
  said: Pick<Arrival, 'subject' | 'story'> & { draft: Draft; configuration: Configuration },
): Promise<{ matches: Match[]; matched: Record<string, string> }> {
  if (!customer) return { matches: [], matched: {} }
  const { draft, configuration, subject, story } = said
  const since = plusMinutes(now, -configuration.policy.recurrenceDays * 24 * 60)
  const likely = await readLikely(connection, workspace, { customer: customer.id, subject, story, since })
  return {
    matches: likely.map(({ number, closedAt, shared }) => ({
      issue: number,
      closedAt,
      within: closedAt >= since,
      why: write(draft, whyLikely(shared)),
    })),
    matched: Object.fromEntries(likely.map(({ number, subject: called }) => [number, called])),
  }
}

function whyLikely(shared: readonly string[]): string {
  const quoted = shared.map(word => `“${word}”`)
  const [last] = quoted.slice(-1)
  if (last === undefined) return 'Both are worded much alike.'
  return `Both speak of ${quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} and ${last}` : last}.`
}

function newCustomer({ name, organization, email, phone }: Whom, seen: SeenOpening): NewCustomer {
  const addresses = [
    ...(email === null ? [] : [{ kind: 'email' as const, address: email }]),
    ...(phone === null ? [] : [{ kind: 'phone' as const, address: phone }]),
  ]
  const { organization_id: known } = seen
  return {
    id: randomUUIDv7(),
    name,
    organization:
      organization === null ? null : { id: known ?? randomUUIDv7(), name: organization, isNew: known === null },
    addresses,
  }
}
