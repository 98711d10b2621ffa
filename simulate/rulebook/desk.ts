import type { Actor, Context, Member, MemberId } from '../../src/core/context.ts'
import { noPathYet } from '../../src/core/escalation/ladder.ts'
import { type Place, placeOf } from '../../src/core/escalation/order.ts'
import type { Issue } from '../../src/core/issue/issue.ts'
import type { PromiseId } from '../../src/core/promise/promise.ts'
import type { RefusalCode } from '../../src/core/refusals.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { type Agenda, agendaOf } from '../agenda.ts'
import { type Case, type Customers, customersOf } from '../customers.ts'
import { type Staff, staffOf } from '../staff.ts'
import type { Person, TeamNumber, World } from '../world.ts'
import { membersOf, policyOf, teamsOf } from './people.ts'

/** An issue of the core, and what its people know of it that no rule asks for. */
export type Live = Case & {
  issue: Issue
  /** Visits of the right team so far. */
  visits: number
  hasAsked: boolean
  /** Until when the customer, or something else, is waited for. */
  waitsUntil: number
  /** Who has looked into it. */
  seenBy: readonly Person[]
  /** Where it belongs, as somebody said who declined it. */
  suggested: TeamNumber | null
  /** Teams that have said that it is not theirs. */
  notTheirs: readonly TeamNumber[]
  /** Who of the team that it is offered to will look at it. */
  taker: Person | null
  looks: readonly Look[]
  /** When something falls due next, and when the clock comes by next. */
  dueAt: number
  clockAt: number
  /** From when an unanswered proposal may be closed, as far as it is known. */
  closableFrom: number
  /** The promise that somebody has been, or will be, reminded of. */
  reminder: { promise: PromiseId; person: Person } | null
  place: { version: number; place: Place } | null
}

export type Look = { by: Person; at: number; isOver: boolean }

/** The desk that works by the rulebook: the core decides, and people look at what they are told of. */
export type Desk = {
  world: World
  agenda: Agenda
  staff: Staff<Live>
  customers: Customers<Live>
  /** What every decision depends on, but for the time and who acts. */
  context: Omit<Context, 'now' | 'by' | 'from'> & { members: ReadonlyMap<MemberId, Member> }
  byId: ReadonlyMap<MemberId, Person>
  lives: Live[]
  /** How often the core refused something, by why. */
  refusals: Map<RefusalCode, number>
  /** The open issues of each person, when the intake last gave them one, and who last owned one of a customer. */
  open: readonly Set<Live>[]
  givenAt: (Instant | null)[]
  knownTo: Map<number, MemberId>
  behaviour: Behaviour
}

/** How people behave at this desk. */
export type Behaviour = {
  /** What somebody does when they look at an issue: how many minutes that takes. */
  attend(desk: Desk, of: Live, person: Person): number
  /** What happens when a customer asks again. */
  chased(desk: Desk, of: Live, byPhone: boolean): void
}

export function deskOf(world: World, behaviour: Behaviour): Desk {
  const agenda = agendaOf(world.start, world.end)
  const desk: Desk = {
    world,
    agenda,
    staff: staffOf(world, agenda, inTheOneOrder),
    customers: customersOf(world, agenda, (of, byPhone) => behaviour.chased(desk, of, byPhone)),
    context: {
      policy: policyOf(world),
      calendar: world.calendar,
      members: membersOf(world),
      teams: teamsOf(world),
      kinds: new Map(),
      rules: { facts: [], checklist: [] },
      path: noPathYet,
    },
    byId: new Map(world.people.map(person => [person.id, person])),
    lives: [],
    refusals: new Map(),
    open: world.people.map(() => new Set()),
    givenAt: world.people.map(() => null),
    knownTo: new Map(),
    behaviour,
  }
  return desk
}

export const asMember = (person: Person): Actor => ({ kind: 'member', id: person.id })
export const asCustomer = ({ need }: Case): Actor => ({ kind: 'customer', id: String(need.customer) })

export function personOf({ byId }: Desk, id: MemberId): Person {
  const person = byId.get(id)
  if (!person) throw new Error(`Nobody is called ${id}`)
  return person
}

/** Rule 25: everybody takes up what stands first in the one order. */
function inTheOneOrder(one: Live, other: Live): number {
  const [first, second] = [placeOfLive(one), placeOfLive(other)]
  if (first.rank !== second.rank) return first.rank - second.rank
  return first.at < second.at ? -1 : first.at > second.at ? 1 : 0
}

function placeOfLive(of: Live): Place {
  if (of.place?.version !== of.issue.version) of.place = { version: of.issue.version, place: placeOf(of.issue) }
  return of.place.place
}
