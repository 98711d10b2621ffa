import type { Command } from '../../src/core/commands.ts'
import type { Actor, Context, Source } from '../../src/core/context.ts'
import { nextDeadline } from '../../src/core/deadlines.ts'
import { decide, decideOpening } from '../../src/core/decide.ts'
import type { Recorded } from '../../src/core/events.ts'
import { evolve } from '../../src/core/evolve.ts'
import type { Issue } from '../../src/core/issue/issue.ts'
import type { OpenIssue } from '../../src/core/issue/opening.ts'
import { nextPromise } from '../../src/core/promise/promise.ts'
import type { Refusal } from '../../src/core/refusals.ts'
import { epochMs, fromEpochMs } from '../../src/core/time/instant.ts'
import { told } from '../../src/core/told/told.ts'
import { heard, moved } from '../course.ts'
import type { Case } from '../customers.ts'
import { hear, remind } from './attention.ts'
import { type Desk, type Live, personOf } from './desk.ts'
import { tally } from './tally.ts'

const theDesk: Actor = { kind: 'desk' }

/** Somebody asks the core for something. Refused, nothing has changed, and they do what else they can. */
export function act(desk: Desk, of: Live, command: Command, by: Actor, from: Source = 'desk'): Refusal | null {
  const context = contextNow(desk, by, from)
  const decision = decide(of.issue, command, context)
  if ('refusal' in decision) {
    const { code } = decision.refusal
    desk.refusals.set(code, (desk.refusals.get(code) ?? 0) + 1)
    return decision.refusal
  }
  if (by.kind === 'member') moved(of.course, desk.agenda.now)
  happen(desk, of, decision.events, decision.issue, context)
  return null
}

/** Rules 1, 2 and 12: from this moment it is somebody's, and something is promised. */
export function open(
  desk: Desk,
  known: Case,
  command: Pick<OpenIssue, 'channel' | 'owner' | 'way' | 'promise' | 'facts'>,
  by: Actor,
): Live {
  const context = contextNow(desk, by, 'desk')
  const words = { subject: 'words', story: 'words', message: 'words' }
  const customer = String(known.need.customer)
  const decision = decideOpening({ type: 'OpenIssue', customer, ...words, ...command }, context)
  if ('refusal' in decision) throw new Error(`Nobody could own it: ${decision.refusal.code}`)
  const of: Live = {
    ...known,
    issue: decision.issue,
    visits: 0,
    hasAsked: false,
    waitsUntil: 0,
    seenBy: [],
    suggested: null,
    notTheirs: [],
    taker: null,
    looks: [],
    dueAt: Number.POSITIVE_INFINITY,
    clockAt: Number.POSITIVE_INFINITY,
    closableFrom: 0,
    reminder: null,
    place: null,
  }
  desk.lives.push(of)
  desk.customers.wait(of)
  happen(desk, of, decision.events, decision.issue, context)
  return of
}

const contextNow = ({ agenda, context }: Desk, by: Actor, from: Source): Context => ({
  ...context,
  now: fromEpochMs(agenda.now),
  by,
  from,
})

/** What was decided comes to pass: it is counted, people are told of it, and the clock is set. */
function happen(desk: Desk, of: Live, events: readonly Recorded[], after: Issue, context: Context): void {
  const { agenda, customers, world } = desk
  let before = of.issue
  let hasHeard = false
  of.issue = after
  for (const recorded of events) {
    const { event } = recorded
    const isWhole = event.type === 'IssueOpened' || events.length === 1
    const next = isWhole ? after : evolve(before, recorded)
    tally(desk, of, event)
    for (const { member, word } of told(recorded, before, next, context)) hear(desk, of, personOf(desk, member), word)
    hasHeard ||= event.type === 'CustomerContacted' && event.reached
    before = next
  }
  const next = nextPromise(after)
  if (hasHeard) {
    heard(of.course, agenda.now, world.hours, after.lifecycle.phase === 'proposed')
    customers.wait(of, next && epochMs(next.due))
  }
  setClock(desk, of)
  remind(desk, of, next)
}

/** The clock comes by when something falls due, and looks again when that has settled itself meanwhile. */
function setClock(desk: Desk, of: Live): void {
  const due = nextDeadline(of.issue)
  of.dueAt = due === null ? Number.POSITIVE_INFINITY : epochMs(due)
  wakeClock(desk, of)
}

function wakeClock(desk: Desk, of: Live): void {
  const at = of.dueAt
  if (of.clockAt <= at) return
  of.clockAt = at
  desk.agenda.at(at, () => {
    if (of.clockAt !== at) return
    of.clockAt = Number.POSITIVE_INFINITY
    if (of.dueAt <= at) act(desk, of, { type: 'Tick' }, theDesk, 'clock')
    else wakeClock(desk, of)
  })
}
