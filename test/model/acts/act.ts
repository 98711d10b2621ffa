import fc from 'fast-check'
import type { Command } from '../../../src/core/commands.ts'
import type { Actor, MemberId } from '../../../src/core/context.ts'
import type { Receiver } from '../../../src/core/handoff/handoff.ts'
import { type Issue, owner } from '../../../src/core/issue/issue.ts'
import type { OpenIssue } from '../../../src/core/issue/opening.ts'
import type { Keeps, NewPromise } from '../../../src/core/promise/promise.ts'
import type { Refusal } from '../../../src/core/refusals.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { asCustomer, asMember, later, type World } from '../world.ts'

/** What somebody sees who is about to act: one issue of the world, as it stands. */
export type Sight = { world: World; number: number; issue: Issue; now: Instant }

/** One command on one issue, as a part of what somebody does. */
export type Part = { on: number; command: Command }

/**
 * What an act comes to: commands that happen all or not at all, and what becomes of the company with them; a new issue; or
 * why not.
 */
export type Deed =
  | { parts: readonly Part[]; changes?: (world: World) => World }
  | { opens: OpenIssue }
  | { refusal: Refusal }

/** One thing that people do: how often it is tried, what is said with it, whose turn it would be, and what it asks. */
export type Act<Said> = {
  weight: number
  said: fc.Arbitrary<Said>
  by: (sight: Sight, said: Said) => Actor
  asks: (said: Said, sight: Sight) => Command | Deed
}

// biome-ignore lint/suspicious/noExplicitAny: the acts of a room are told apart by name, each with its own words.
type AnyAct = Act<any>
export type Acts = Readonly<Record<string, AnyAct>>
/** What is said with each act of a room, under its name: plain values, that shrink well and can be read and run again. */
export type SaidIn<Room extends Acts> = {
  [Do in keyof Room & string]: { do: Do } & (Room[Do] extends Act<infer Said> ? Said : never)
}[keyof Room & string]

export const act = <Said>(given: Act<Said>): Act<Said> => given

/** An act with which nothing is said. */
export const plain = (weight: number, by: Act<unknown>['by'], asks: (sight: Sight) => Command | Deed): Act<object> => ({
  weight,
  said: fc.constant({}),
  by,
  asks: (_, sight) => asks(sight),
})

// Whose turn it is.

export const asOwner = ({ issue }: Sight): Actor => asMember(owner(issue).member)
export const someone = (id: MemberId) => (): Actor => asMember(id)
export const asTheirCustomer = ({ issue }: Sight): Actor => asCustomer(issue.customer)
/** The person who is asked, or one of the team. */
export const oneOf = (to: Receiver, { members }: World): MemberId =>
  to.kind === 'member'
    ? to.member
    : ([...members.values()].find(({ teams, active }) => active && teams.includes(to.team))?.id ?? 'ben')

// What is said.

/** From now in minutes; some lie in the past, and are refused. */
export const due = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(1440, 30, 240, 4 * 1440, 20 * 1440) },
  { weight: 1, arbitrary: fc.constantFrom(0, -10) },
)
export const maybeDue = fc.option(due, { freq: 2 })
/** Bits: which promises a contact answers; 0 stands for all of them. */
export const keeps = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 15 }))
/** The last, the one before it, and so on; none. */
export const back = fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 4 }))
export const to = fc.constantFrom(
  'carla',
  'plans',
  'activations',
  'eve',
  'ravi',
  'dana',
  'support',
  'ben',
  'olu',
  'repair',
  'otto',
)
/** Who owns it from now on, where the last owner does not: null for the last owner. */
export const successor = fc.option(fc.constantFrom('carla', 'eve', 'olu', 'gone'), { freq: 2 })
export const mostly = fc.oneof(
  { weight: 4, arbitrary: fc.constant(true) },
  { weight: 1, arbitrary: fc.constant(false) },
)

export const promised = (minutes: number | null, now: Instant): NewPromise | null =>
  minutes === null ? null : { what: 'w:promise', due: later(now, minutes) }

/** The last promises of an issue by bits; 0: all. */
export const answering = (bits: number, { promises }: Issue): Keeps =>
  bits === 0 ? 'all' : promises.slice(-4).flatMap(({ id }, index) => (bits & (1 << index) ? [id] : []))
