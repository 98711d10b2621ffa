import { openHandoff } from '../src/core/handoff/handoff.ts'
import { owner } from '../src/core/issue/issue.ts'
import { isClaimable } from '../src/core/issue/ownership.ts'
import { courseFrom, ended } from './course.ts'
import { caseOf, chance } from './customers.ts'
import { act, open } from './rulebook/act.ts'
import { lookSoon } from './rulebook/attention.ts'
import { awaitIllness, whoActs } from './rulebook/covering.ts'
import { chased, whoAnswers } from './rulebook/customer.ts'
import { asCustomer, asMember, type Desk, deskOf, type Live, personOf } from './rulebook/desk.ts'
import { ownerByIntake } from './rulebook/intake.ts'
import { visitAsOwner } from './rulebook/owner.ts'
import { answerOffer, greet } from './rulebook/passing.ts'
import { answerAlarm, isCalled, lookAsSupervisor } from './rulebook/supervisor.ts'
import { promiseBy } from './rulebook/words.ts'
import type { Need, Person, World } from './world.ts'
import type { Outcome } from './year.ts'

/** The same people, habits and customers, with the rulebook: every act goes through the core's own decisions. */
export function liveByTheRulebook(world: World): Outcome & { desk: Desk } {
  const desk = deskOf(world, { attend, chased })
  awaitIllness(desk)
  desk.agenda.series(world.needs, need => arrive(desk, need))
  desk.agenda.run()
  const courses = desk.lives.map(({ course }) => {
    ended(course, world.end, world.hours)
    return course
  })
  return { courses, minutes: desk.staff.minutes, refused: desk.refusals, desk }
}

/** Rule 2: who takes the call owns it; what is written belongs at once to whom the intake names. */
function arrive(desk: Desk, need: Need): void {
  const of = caseOf(need, courseFrom(desk.agenda.now))
  const answerer = need.phones ? whoAnswers(desk, of) : undefined
  if (answerer) {
    const facts = [{ key: 'callback', fact: 'words', how: null, way: null, excuse: null }]
    const call = { channel: 'phone', owner: answerer.id, way: 'contact', promise: promiseBy(desk, of), facts } as const
    const live = open(desk, of, call, asMember(answerer))
    desk.staff.interrupt(answerer, visitAsOwner(desk, live, answerer, true))
    return
  }
  const mine = ownerByIntake(desk, desk.knownTo.get(need.customer) ?? null)
  const mail = { channel: 'email', owner: mine, way: 'intake', promise: null, facts: [] } as const
  const live = open(desk, of, mail, asCustomer(of))
  // What comes at night lies before everybody of the first line in the morning, and one of them takes it.
  const firstLine = desk.world.teams[0] ?? []
  const taker = firstLine[Math.floor(chance(of, desk.world.draw, 'who') * firstLine.length)]
  if (taker && !desk.staff.isThere(personOf(desk, mine), desk.agenda.now)) lookSoon(desk, live, taker)
}

/** What somebody does when they look at an issue, by what they are to it now. */
function attend(desk: Desk, of: Live, person: Person): number {
  if (whoActs(of.issue) === person.id) return visitAsOwner(desk, of, person)
  const handoff = openHandoff(of.issue)
  if (handoff?.state === 'offered' && of.taker === person) return answerOffer(desk, of, person)
  if (handoff?.state === 'introduced' && handoff.receiver === person.id) {
    const minutes = greet(desk, of, person)
    return owner(of.issue).member === person.id ? minutes + visitAsOwner(desk, of, person) : minutes
  }
  if (isCalled(of, person)) return answerAlarm(desk, of, person)
  if (person.team === null) return lookAsSupervisor(desk, of, person)
  if (isClaimable(of.issue) && person.team === 0) {
    if (act(desk, of, { type: 'Claim' }, asMember(person)) === null) return visitAsOwner(desk, of, person)
  }
  return 0
}
