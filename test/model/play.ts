import { isDeepStrictEqual } from 'node:util'
import type { Command } from '../../src/core/commands.ts'
import type { Actor, Context } from '../../src/core/context.ts'
import { nextDeadline } from '../../src/core/deadlines.ts'
import { type Decision, decide, decideOpening } from '../../src/core/decide.ts'
import type { Recorded } from '../../src/core/events.ts'
import { evolve } from '../../src/core/evolve.ts'
import { type Issue, isClosed } from '../../src/core/issue/issue.ts'
import type { OpenIssue } from '../../src/core/issue/opening.ts'
import { explain, type Refusal, type RefusalCode } from '../../src/core/refusals.ts'
import { mergedInto } from '../../src/core/resolution/merge.ts'
import { shownWrongly } from '../../src/core/testing/shown.ts'
import { opening, whoOpens } from './acts/customer.ts'
import { rulebook } from './invariants/rulebook.ts'
import type { Met } from './met.ts'
import type { Done, End, Invariant, Moment } from './moment.ts'
import { deedOf, type Sequence, type Step } from './steps.ts'
import { asMember, company, contextOf, issueOf, later, type Numbered, theDesk, type World, withIssue } from './world.ts'

const after = rulebook.filter(one => 'holds' in one)
const together = rulebook.filter(one => 'together' in one)
const atTheEnd = rulebook.filter(one => 'lasts' in one)

/** Plays a sequence, and looks at everything that must hold. Throws where something does not. */
export function play({ start, company: size, ladder, arrivals, steps }: Sequence, met: Met): World {
  met.begin()
  let world = company(start, size, ladder)
  for (const arrival of arrivals)
    world = open(world, opening(world, arrival, world.now), whoOpens(arrival, world), met) ?? world
  // An alarm of whoever is alone is tried again each hour: months of that would be a log of thousands of tries.
  const most = size === 'alone' ? 600 : Number.POSITIVE_INFINITY
  for (const step of steps) world = take(step, { ...world, now: later(world.now, Math.min(step.pass, most)) }, met)
  lookAtTheEnd(world)
  return world
}

/** A new issue; or null when it is refused. */
function open(world: World, command: OpenIssue, by: Actor, met: Met): World | null {
  const context = contextOf(world, by, world.now)
  const decision = decideOpening(command, context)
  if ('refusal' in decision) {
    met.refused(decision.refusal.code)
    return null
  }
  met.happened(decision.events)
  const number = 1001 + world.issues.length
  return withIssue(world, { number, issue: freeze(decision.issue), log: decision.events })
}

/** One step: all of it happens, or nothing. A refusal leaves everything as it was. */
function take(step: Step, given: World, met: Met): World {
  // Whoever leaves or comes back: what fell due before was due to who worked here then.
  const early = step.clock || changesCompany(step, given)
  const world = early ? clockUntil(given, met) : given
  const does = deedOf(step, world)
  if (!does) return world
  const { by, doing, deed } = does
  if ('refusal' in deed) {
    refused(deed.refusal, met)
    return world
  }
  if ('opens' in deed) return open(world, deed.opens, by, met) ?? world
  let now = world
  const moments: Moment[] = []
  for (const { on, command } of deed.parts) {
    const moment = decided(now, on, command, by, met)
    if (!moment) return world
    moments.push(moment)
    now = withIssue(now, { number: on, issue: moment.after, log: moment.log })
  }
  if (deed.changes) now = deed.changes(now)
  lookTogether({ before: world, after: now, by, doing, moments })
  return now
}

function changesCompany(step: Step, world: World): boolean {
  const deed = deedOf(step, world)?.deed
  return deed !== undefined && 'parts' in deed && deed.changes !== undefined
}

/** One command on one issue, and everything that must hold after it; null when it is refused. */
function decided(world: World, on: number, command: Command, by: Actor, met: Met): Moment | null {
  const about = issueOf(world, on)
  if (!about) return null
  const { number, issue, log } = about
  const context = contextOf(world, by, world.now)
  const decision = decide(issue, command, context)
  sameWithoutClock(world, about, command, by, decision)
  if ('refusal' in decision) {
    refused(decision.refusal, met)
    if (comesAnyway(command, context, about, decision.refusal.code))
      throw new Error(`${command.type} was lost: ${decision.refusal.code}`)
    return null
  }
  met.accepted(command.type)
  met.happened(decision.events)
  const { events } = decision
  return look({ number, before: issue, command, context, past: log, events, after: freeze(decision.issue) })
}

function refused(refusal: Refusal, met: Met): void {
  met.refused(refusal.code)
  explain(refusal, { member: id => id ?? '', team: id => id ?? '', time: at => at, money: ({ amount }) => `${amount}` })
}

/** The clock comes by at each due time until now, on every issue. */
const clockUntil = (world: World, met?: Met): World => ({
  ...world,
  issues: world.issues.map(issue => settle(world, issue, met)),
})

function settle(world: World, { number, issue, log }: Numbered, met?: Met): Numbered {
  let state: Numbered = { number, issue, log }
  for (let due = nextDeadline(issue); due !== null && due <= world.now; due = nextDeadline(state.issue)) {
    const context = contextOf(world, theDesk, due)
    const command = { type: 'Tick' } as const
    const decision = decide(state.issue, command, context)
    if ('refusal' in decision) throw new Error('A tick is never refused')
    const { events } = decision
    if (events.length === 0) throw new Error(`Nothing became of what fell due at ${due}`)
    met?.happened(events)
    const ticked = { number, before: state.issue, command, context, past: state.log, events }
    const moment = look({ ...ticked, after: freeze(decision.issue) })
    state = { number, issue: moment.after, log: moment.log }
  }
  return state
}

/** Scenario 19: a decision is the same whether or not the clock came by in time. */
function sameWithoutClock(world: World, about: Numbered, command: Command, by: Actor, late: Decision): void {
  const due = nextDeadline(about.issue)
  if (due === null || due > world.now) return
  const inTime = settle(world, about)
  const decision = decide(inTime.issue, command, contextOf(world, by, world.now))
  const same =
    'refusal' in decision || 'refusal' in late
      ? isDeepStrictEqual(decision, late)
      : isDeepStrictEqual([...inTime.log.slice(about.log.length), ...decision.events], late.events)
  if (!same) throw new Error(`${command.type} depends on how soon the clock came by`)
}

/**
 * What comes from outside is never turned away, but a word long after an issue was closed; and anybody of the company, and
 * the customer, may raise the alarm on what is open (Rule 23).
 */
function comesAnyway(command: Command, context: Context, { issue }: Numbered, code: RefusalCode): boolean {
  const { by, members } = context
  if (command.type === 'ReportBounce' || command.type === 'ReceiveMachineMail') return true
  if (command.type === 'RaiseEscalation' && !isClosed(issue)) {
    if (by.kind === 'member') return members.get(by.id)?.active === true
    return by.kind === 'customer' && by.id === issue.customer
  }
  if (command.type !== 'ReceiveMessage' || by.kind !== 'customer') return false
  const over: readonly RefusalCode[] = ['recurrence_over', 'no_seat', 'no_such_member', 'erased']
  return !isClosed(issue) || !(over.includes(code) || (code === 'closed' && mergedInto(issue) !== null))
}

function look(given: Omit<Moment, 'stages' | 'log'>): Moment {
  const { before, past, events } = given
  const stages = [before]
  for (const event of events) stages.push(evolve(stages.at(-1) ?? before, event))
  const moment: Moment = { ...given, stages, log: [...past, ...events] }
  const broken = after.filter(({ holds }) => !holds(moment))
  if (broken.length > 0) throw notHeld(broken, `${JSON.stringify(moment.command)} on ${moment.number}`, past, events)
  return moment
}

function lookTogether(done: Done): void {
  const broken = together.filter(({ together: holds }) => !holds(done))
  if (broken.length > 0)
    throw notHeld(
      broken,
      JSON.stringify(done.doing),
      [],
      done.moments.flatMap(({ events }) => events),
    )
}

function lookAtTheEnd(world: World): void {
  for (const numbered of world.issues) {
    const end: End = { ...numbered, world, context: contextOf(world, theDesk, world.now) }
    const broken = atTheEnd.filter(({ lasts }) => !lasts(end))
    if (broken.length > 0) throw notHeld(broken, `the end, on ${numbered.number}`, numbered.log, [])
    showsWhatMayBeDone(settle(world, numbered).issue, world)
  }
}

/** A screen shows an act to a member exactly when it would be accepted. */
function showsWhatMayBeDone(issue: Issue, world: World): void {
  for (const member of world.members.values()) {
    if (!member.active) continue
    const wrong = shownWrongly(issue, member, contextOf(world, asMember(member.id), world.now))
    if (wrong.length > 0) throw new Error(`A screen shows what is refused, or does not show what is not: ${wrong}`)
  }
}

function notHeld(
  broken: readonly Invariant[],
  what: string,
  past: readonly Recorded[],
  events: readonly Recorded[],
): Error {
  const rules = broken.map(({ rule, says }) => `Rule ${rule}: ${says}`).join('\n')
  const story = [...past, '--- then', ...events].map(told => JSON.stringify(told)).join('\n')
  return new Error(`${rules}\nDoes not hold after ${what}:\n${story}`)
}

/** Rules read and never write: a state that they were given can't change any more. */
function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.values(value).forEach(freeze)
  return Object.freeze(value)
}
