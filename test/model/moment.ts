import type { Assist } from '../../src/core/assist/assist.ts'
import type { Command } from '../../src/core/commands.ts'
import type { Actor, Context } from '../../src/core/context.ts'
import type { Event, EventType, Recorded } from '../../src/core/events.ts'
import type { Handoff } from '../../src/core/handoff/handoff.ts'
import type { Huddle } from '../../src/core/handoff/huddle.ts'
import type { Issue } from '../../src/core/issue/issue.ts'
import type { GivenPromise } from '../../src/core/promise/promise.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import type { Doing } from './acts/acts.ts'
import type { Numbered, World } from './world.ts'

/** One decision that was accepted: what it was made on, and what came of it. */
export type Moment = {
  number: number
  before: Issue
  command: Command
  context: Context
  /** The log before, what was added to it, and both. */
  past: readonly Recorded[]
  events: readonly Recorded[]
  log: readonly Recorded[]
  /** The issue before each of the new events, and after the last. */
  stages: readonly Issue[]
  after: Issue
}

/** Something that somebody did, on all issues that it is about: how the world stood, and stands. */
export type Done = { before: World; after: World; by: Actor; doing: Doing; moments: readonly Moment[] }

/** An issue at the end of a sequence. */
export type End = Numbered & { world: World; context: Context }

/** What must hold, and the rule that says so. */
export type Invariant = { rule: number; says: string } & (
  | { holds: (moment: Moment) => boolean } /** After every decision. */
  | { together: (done: Done) => boolean } /** After everything that somebody does, over all issues. */
  | { lasts: (end: End) => boolean } /** What is dear to look at: once, at the end of a sequence. */
)

export type Of<Type extends EventType> = Recorded & { event: Extract<Event, { type: Type }> }

export const isOf =
  <Type extends EventType>(type: Type) =>
  (recorded: Recorded): recorded is Of<Type> =>
    recorded.event.type === type
/** Every moment in which a person of the company reached the customer, by a word or in a talk. */
export const contactsIn = (events: readonly Recorded[]): { id: number; at: Instant }[] =>
  events.flatMap(({ event, at }) => {
    if (event.type === 'TalkedTogether') return [{ id: event.contact, at }]
    return event.type === 'CustomerContacted' && event.reached ? [{ id: event.contact, at }] : []
  })
export const memberBy = ({ by }: Recorded): string | null => (by.kind === 'member' ? by.id : null)

/** Whether something holds for each new event of a type, given the issue and the log just before it. */
export const each =
  <Type extends EventType>(
    type: Type,
    holds: (recorded: Of<Type>, issue: Issue, earlier: Recorded[], moment: Moment) => boolean,
  ) =>
  (moment: Moment): boolean =>
    moment.events.every((recorded, index) => {
      const issue = moment.stages[index]
      if (!isOf(type)(recorded) || !issue) return true
      return holds(recorded, issue, moment.log.slice(0, moment.past.length + index), moment)
    })

// What the invariants ask of a state, told without the rules' own answers: those are what is tried here.

export const owner = ({ ownership }: Issue): string => ownership.at(-1)?.member ?? 'nobody'

export const openHandoff = ({ handoff }: Issue): Handoff | null =>
  handoff && ['offered', 'accepted', 'live', 'introduced'].includes(handoff.state) ? handoff : null

export const openHuddle = ({ huddle }: Issue): Huddle | null => (huddle?.state === 'called' ? huddle : null)

export const openAssists = ({ assists }: Issue): Assist[] =>
  assists.filter(({ state }) => ['asked', 'accepted', 'introduced'].includes(state))

export const hasOpenAlarm = ({ escalation }: Issue): boolean =>
  escalation !== null && ['raised', 'answered'].includes(escalation.state)

export const running = ({ promises }: Issue): GivenPromise[] =>
  promises.filter(({ fate }) => ['open', 'broken'].includes(fate.state))

export const everBroken = ({ fate }: GivenPromise): boolean =>
  ['broken', 'made_good'].includes(fate.state) || (fate.state === 'released' && fate.brokenAt !== null)

/** Rule 15: who acts in the owner's place. */
export const cover = ({ covers }: Issue): string | null =>
  covers.find(({ state }) => state === 'in_force')?.member ?? null

/** The owner, or who acts in their place. */
export const isAsOwner = (issue: Issue, member: string | null): boolean =>
  member !== null && (member === owner(issue) || member === cover(issue))

/** Rule 3. */
export const mayHaveWritten = (issue: Issue, member: string | null): boolean => {
  const { assists, escalation, handoff } = issue
  return (
    isAsOwner(issue, member) ||
    (escalation?.state === 'answered' && escalation.champion === member) ||
    (handoff?.state === 'introduced' && handoff.receiver === member) ||
    assists.some(assist => assist.state === 'introduced' && assist.assistant === member)
  )
}

/** Whether somebody is a supervisor of a team of somebody else, or an admin. */
export const supervises = (id: string | null, ofWhom: string, { members }: Context): boolean => {
  const [member, other] = [members.get(id ?? ''), members.get(ofWhom)]
  if (!member?.active || !other) return false
  if (member.role === 'admin') return true
  const theirs = other.teams.length === 0 || other.teams.some(team => member.supervises.includes(team))
  return member.role === 'supervisor' && theirs
}

/** Whether somebody acts beside the owner: who writes to the customer but the receiver who is still to greet; or a supervisor. */
export const mayActBeside = (issue: Issue, member: string | null, context: Context): boolean =>
  mayHaveWritten({ ...issue, handoff: null }, member) || supervises(member, owner(issue), context)
