import { type Issue, lastContactAt } from '../../src/core/issue/issue.ts'
import { isOpen, isOwed, type NewPromise, nextPromise } from '../../src/core/promise/promise.ts'
import { epochMs, fromEpochMs, type Instant } from '../../src/core/time/instant.ts'
import { type Case, chance } from '../customers.ts'
import { valueAt } from '../quantiles.ts'
import type { Person } from '../world.ts'
import { act } from './act.ts'
import { look } from './attention.ts'
import { asMember, type Desk, type Live } from './desk.ts'

/** By when the customer hears next, as a member says it. */
export function promiseBy({ world: { habits, hours, draw }, agenda }: Desk, of: Case): NewPromise {
  const minutes = habits.promisedMinutes * (0.5 + chance(of, draw, 'promises'))
  return { what: 'words', due: fromEpochMs(hours.plus(agenda.now, minutes)) }
}

/** A word to the customer, with when they hear next. */
export function word(desk: Desk, of: Live, person: Person, promise: NewPromise | null = promiseBy(desk, of)): number {
  act(desk, of, { type: 'SendMessage', channel: 'email', message: 'words', keeps: 'all', promise }, asMember(person))
  return desk.world.habits.wordMinutes
}

/** The customer has asked, or a promise is broken, or falls due before anybody looks again. */
export function owesAWord({ agenda, world: { habits } }: Desk, { issue }: Live): boolean {
  const spoke = issue.customerLastSpokeAt
  const last = lastContactAt(issue)
  if (spoke !== null && last !== null && spoke > last) return true
  const soon: Instant = fromEpochMs(agenda.now + 2 * habits.leadMinutes * 60_000)
  return issue.promises.some(promise => isOwed(promise) || (isOpen(promise) && promise.due <= soon))
}

/** By when the customer hears from us, as they were told. */
export function toldUntil(issue: Issue): number | null {
  const next = nextPromise(issue)
  return next && epochMs(next.due)
}

/** Not done yet: there is something to wait for, or they look again when they think of it; a promise may remind them sooner. */
export function goOn(desk: Desk, of: Live, person: Person): number {
  const { agenda, world } = desk
  const { habits, hours, draw } = world
  const tells = owesAWord(desk, of) || chance(of, draw, 'tells') < habits.tellsUnasked
  const minutes = tells ? word(desk, of, person) : 0
  if (chance(of, draw, 'waits') < habits.waitsForOthers) {
    of.waitsUntil = hours.plus(agenda.now, valueAt(habits.waitMinutes, chance(of, draw, 'wait')))
    look(desk, of, person, of.waitsUntil)
    return minutes
  }
  const forgotten = chance(of, draw, 'forgotten') < person.forgets
  const after = valueAt(forgotten ? habits.forgottenFor : habits.looksAgainAfter, chance(of, draw, 'again'))
  look(desk, of, person, hours.plus(agenda.now, after))
  return minutes
}

/** Whether the customer has to tell it again to somebody new, who has the story before them (Rule 31). */
export function tellsAgain({ world: { habits, draw } }: Desk, of: Live): boolean {
  const asks = chance(of, draw, 'asks_again') < habits.asksAgain && chance(of, draw, 'ignores') < habits.ignoresTheStory
  if (asks) of.course.tellings += 1
  return asks
}
