import { openHuddle } from '../../src/core/handoff/huddle.ts'
import { owner } from '../../src/core/issue/issue.ts'
import { chance } from '../customers.ts'
import type { Person, TeamNumber } from '../world.ts'
import { act } from './act.ts'
import { asMember, type Desk, type Live, personOf } from './desk.ts'

/** Rule 11: it would go in a circle. The owner calls a huddle with whom they think it belongs to. Says whether there is one. */
export function callHuddle(desk: Desk, of: Live, person: Person, team: TeamNumber): boolean {
  const receiver = whoSaidNo(desk, of, team) ?? of.taker
  if (!receiver || receiver === person) return false
  const command = { type: 'CallHuddle', with: { kind: 'member', member: receiver.id } } as const
  return act(desk, of, command, asMember(person)) === null
}

/** Who of a team has had it, or declined it. */
function whoSaidNo(desk: Desk, { issue }: Live, team: TeamNumber): Person | undefined {
  const before = [
    ...issue.ownership.map(({ member }) => member),
    ...issue.pastOffers.flatMap(past => (past.end === 'declined' ? [past.by] : [])),
  ]
  return before.map(id => personOf(desk, id)).findLast(person => person.team === team)
}

/** The supervisor hears both, and decides: for whose team it is, when one of them knows; else it stays where it is. */
export function settleHuddle(desk: Desk, of: Live, supervisor: Person): number {
  const { habits, draw } = desk.world
  const huddle = openHuddle(of.issue)
  if (!huddle) return 1
  const others = [huddle.giver, huddle.receiver].map(id => personOf(desk, id)).filter(person => person !== supervisor)
  // It takes one of the three to know whose it is.
  const knows = [1, 2, 3].map(() => chance(of, draw, 'knows') < habits.knowsWhere)
  const right = knows.includes(true) ? others.find(({ team }) => team === of.need.team) : undefined
  const decided = right?.id ?? owner(of.issue).member
  act(desk, of, { type: 'SettleHuddle', owner: decided, why: 'words', message: null }, asMember(supervisor))
  // They sit down together.
  for (const person of others) desk.staff.interrupt(person, habits.wordMinutes)
  return habits.wordMinutes
}
