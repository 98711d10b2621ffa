import type { Event } from '../../src/core/events.ts'
import { owner } from '../../src/core/issue/issue.ts'
import { answered, cameBack, closed, held, moved } from '../course.ts'
import type { Person } from '../world.ts'
import { type Desk, type Live, personOf } from './desk.ts'

/** Counts an event in what the customer goes through, and in what its people have to do. */
export function tally(desk: Desk, of: Live, event: Event): void {
  const { agenda, world } = desk
  const { course, issue } = of
  switch (event.type) {
    case 'IssueOpened':
      has(desk, of, personOf(desk, event.owner))
      break
    case 'OwnershipMoved':
      hasNoMore(desk, of, personOf(desk, event.from))
      has(desk, of, personOf(desk, event.to))
      break
    case 'PromiseMade':
      course.promises.made += 1
      break
    case 'PromiseKept':
      course.promises.kept += 1
      break
    case 'PromiseMoved':
      course.promises.moved += 1
      break
    case 'PromiseBroken':
      course.promises.broken += 1
      break
    case 'PromiseMadeGood':
      course.promises.madeGood += 1
      break
    case 'ResolutionConfirmed':
      // From here on nothing is left to do for the customer.
      moved(course, agenda.now)
      course.confirmed = true
      break
    case 'ResolutionDenied':
      course.confirmed = false
      answered(course, agenda.now)
      break
    case 'IssueClosed':
      hasNoMore(desk, of, personOf(desk, owner(issue).member))
      closed(course, agenda.now, world.hours)
      break
    case 'IssueReopened':
      has(desk, of, personOf(desk, owner(issue).member))
      course.confirmed = false
      cameBack(course, agenda.now)
      break
  }
}

function has({ open, knownTo }: Desk, of: Live, person: Person): void {
  open[person.index]?.add(of)
  held(of.course, person)
  knownTo.set(of.need.customer, person.id)
}

function hasNoMore({ open }: Desk, of: Live, person: Person): void {
  open[person.index]?.delete(of)
}
