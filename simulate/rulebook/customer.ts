import { isAway } from '../../src/core/context.ts'
import { owner } from '../../src/core/issue/issue.ts'
import { fromEpochMs } from '../../src/core/time/instant.ts'
import { heard } from '../course.ts'
import { type Case, chance } from '../customers.ts'
import type { Person } from '../world.ts'
import { act } from './act.ts'
import { asCustomer, asMember, type Desk, type Live, personOf } from './desk.ts'
import { memberOf, ownerByIntake } from './intake.ts'
import { promiseBy, tellsAgain, toldUntil } from './words.ts'

/** Asked again: by mail it is its owner's; on the phone whoever answers sees whose it is, and the story. */
export function chased(desk: Desk, of: Live, byPhone: boolean): void {
  const answerer = byPhone ? whoAnswers(desk, of) : undefined
  if (!answerer) {
    write(desk, of)
    return
  }
  const { habits } = desk.world
  const isOwner = answerer.id === owner(of.issue).member
  const again = !isOwner && tellsAgain(desk, of) ? habits.wordMinutes : 0
  const call = { type: 'LogCall', direction: 'in', outcome: 'reached', message: 'words', keeps: 'all' } as const
  act(desk, of, { ...call, promise: isOwner ? promiseBy(desk, of) : null }, asMember(answerer), 'phone')
  // They have talked with a person, and know when they hear from the owner.
  if (!isOwner) {
    heard(of.course, desk.agenda.now, desk.world.hours, of.course.silentSince === null)
    desk.customers.wait(of, toldUntil(of.issue))
  }
  desk.staff.interrupt(answerer, habits.wordMinutes + again)
}

/** Somebody of the first line who is there; undefined at night. */
export function whoAnswers({ world: { teams, draw }, agenda, staff }: Desk, of: Case): Person | undefined {
  const there = (teams[0] ?? []).filter(person => staff.isThere(person, agenda.now))
  return there[Math.floor(chance(of, draw, 'who') * there.length)]
}

function write(desk: Desk, of: Live): void {
  const last = personOf(desk, owner(of.issue).member)
  const isThere = !isAway(memberOf(desk, last), fromEpochMs(desk.agenda.now))
  const reopensFor = isThere ? last.id : ownerByIntake(desk, null)
  act(desk, of, { type: 'ReceiveMessage', channel: 'email', message: 'words', reopensFor }, asCustomer(of), 'email')
}

/**
 * The customer was asked whether it is solved. Some answer; who finds out that it is not, comes back sooner or later.
 * `confirmed`: they have just said yes on the phone.
 */
export function reactToProposal(desk: Desk, of: Live, noticesAt: number | null, confirmed = false): void {
  const { agenda, customers, world } = desk
  const { habits, draw } = world
  const proposal = of.issue.version
  const answers = !confirmed && chance(of, draw, 'answers') < habits.answersAProposal
  const answersAt = answers ? customers.answersAt(of) : null
  if (noticesAt !== null) agenda.at(noticesAt, () => deny(desk, of))
  if (answersAt === null || (noticesAt !== null && noticesAt <= answersAt)) return
  agenda.at(answersAt, () => {
    if (of.issue.lifecycle.phase !== 'proposed' || of.issue.version < proposal) return
    act(desk, of, { type: 'ConfirmResolution', heard: null }, asCustomer(of), 'portal')
  })
}

/** It is not solved: they say so, unless it is closed and they have had enough. */
function deny(desk: Desk, of: Live): void {
  const { course } = of
  const { phase } = of.issue.lifecycle
  if (course.gaveUp || phase === 'open') return
  of.visits = of.need.visits - 1
  of.waitsUntil = 0
  if (phase === 'closed') {
    if (chance(of, desk.world.draw, 'gives_up') < desk.world.habits.givesUp) {
      course.gaveUp = true
      return
    }
    write(desk, of)
  } else {
    act(desk, of, { type: 'DenyResolution', words: null }, asCustomer(of), 'portal')
  }
  desk.customers.wait(of)
}
