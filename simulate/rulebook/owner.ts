import { openHandoff } from '../../src/core/handoff/handoff.ts'
import { openHuddle } from '../../src/core/handoff/huddle.ts'
import { owner } from '../../src/core/issue/issue.ts'
import { epochMs, fromEpochMs } from '../../src/core/time/instant.ts'
import { answered, solved } from '../course.ts'
import { chance } from '../customers.ts'
import type { Person } from '../world.ts'
import { act } from './act.ts'
import { look } from './attention.ts'
import { reactToProposal } from './customer.ts'
import { asCustomer, asMember, type Desk, type Live } from './desk.ts'
import { introduceReceiver, passOn, whereElse, whereTo } from './passing.ts'
import { goOn, owesAWord, tellsAgain, word } from './words.ts'

/** What the owner does with an issue when they look at it: how many minutes that takes. */
export function visitAsOwner(desk: Desk, of: Live, person: Person, onThePhone = false): number {
  const {
    agenda,
    world: { draw },
  } = desk
  const { need, issue } = of
  if (issue.lifecycle.phase === 'closed') return 0
  if (issue.lifecycle.phase === 'confirmed') return closeConfirmed(desk, of, person)
  if (issue.lifecycle.phase === 'proposed') return followUp(desk, of, person)
  const handoff = openHandoff(issue)
  if (handoff?.state === 'accepted') return introduceReceiver(desk, of, person)
  if (handoff || openHuddle(issue)) return owesAWord(desk, of) ? word(desk, of, person) : 1
  if (of.waitsUntil > agenda.now) return stillWaiting(desk, of, person)

  const minutes = lookInto(desk, of, person)
  if (person.team !== need.team) return minutes + passOn(desk, of, person, whereTo(desk, of, person))
  if (!isSettledOn(of, person) && chance(of, draw, 'toss') < person.tosses)
    return minutes + passOn(desk, of, person, whereElse(desk, of, person))
  of.visits += 1
  if (need.asks && !of.hasAsked) return minutes + askCustomer(desk, of, person, onThePhone)
  if (of.visits >= need.visits) return minutes + propose(desk, of, person, onThePhone)
  return minutes + goOn(desk, of, person)
}

/** To understand it takes a visit; who has seen that it is not theirs need not see it again to offer it once more. */
function lookInto(desk: Desk, of: Live, person: Person): number {
  const { visitMinutes, wordMinutes } = desk.world.habits
  if (of.seenBy.includes(person)) return person.team === of.need.team ? visitMinutes : 0
  const again = of.seenBy.length > 0 && tellsAgain(desk, of)
  of.seenBy = [...of.seenBy, person]
  return visitMinutes + (again ? wordMinutes : 0)
}

/** Rule 11: a huddle has decided, on record, that it is theirs: nobody tosses what a supervisor has just given them. */
const isSettledOn = ({ issue: { huddle } }: Live, person: Person): boolean =>
  huddle?.state === 'settled' && huddle.owner === person.id

function stillWaiting(desk: Desk, of: Live, person: Person): number {
  if (Number.isFinite(of.waitsUntil)) look(desk, of, person, of.waitsUntil)
  if (!owesAWord(desk, of)) return 1
  const isTheirTurn = of.course.silentSince === null
  const minutes = word(desk, of, person)
  if (isTheirTurn) of.course.silentSince = null
  return minutes
}

/** Asked something, the customer has the next word; the promise is when we look again. */
function askCustomer(desk: Desk, of: Live, person: Person, onThePhone: boolean): number {
  of.hasAsked = true
  if (onThePhone) {
    const { wordMinutes } = desk.world.habits
    return wordMinutes + (of.visits >= of.need.visits ? propose(desk, of, person, true) : goOn(desk, of, person))
  }
  const minutes = word(desk, of, person)
  of.waitsUntil = Number.POSITIVE_INFINITY
  of.course.silentSince = null
  desk.agenda.at(desk.customers.answersAt(of), () => {
    of.waitsUntil = 0
    if (of.issue.lifecycle.phase === 'closed') return
    answered(of.course, desk.agenda.now)
    const reopensFor = owner(of.issue).member
    act(desk, of, { type: 'ReceiveMessage', channel: 'email', message: 'words', reopensFor }, asCustomer(of), 'email')
    desk.customers.wait(of)
  })
  return minutes
}

/** Rule 17: solved is a proposal. On the phone the customer is simply asked. */
function propose(desk: Desk, of: Live, person: Person, onThePhone: boolean): number {
  const words = { wrong: 'words', done: 'words', holds: 'words', message: 'words', watch: [] }
  const by = asMember(person)
  const { stepMinutes, wordMinutes } = desk.world.habits
  const channel = onThePhone ? 'phone' : 'email'
  if (act(desk, of, { type: 'ProposeResolution', channel, ...words, keeps: 'all', promise: null }, by)) return 0
  const noticesAt = desk.customers.noticesAt(of)
  solved(of.course, desk.agenda.now, noticesAt === null)
  if (!onThePhone) {
    reactToProposal(desk, of, noticesAt)
    return wordMinutes + stepMinutes
  }
  act(desk, of, { type: 'ConfirmResolution', heard: { how: 'phone', words: 'words' } }, by)
  act(desk, of, { type: 'CloseIssue', reachable: true }, by)
  reactToProposal(desk, of, noticesAt, true)
  return wordMinutes + stepMinutes
}

/** The customer has said that it is solved. When they have said more since, they are answered first. */
function closeConfirmed(desk: Desk, of: Live, person: Person): number {
  const close = { type: 'CloseIssue', reachable: true } as const
  const refusal = act(desk, of, close, asMember(person))
  if (refusal?.code !== 'answer_owed') return 1
  const minutes = word(desk, of, person, null)
  act(desk, of, close, asMember(person))
  return minutes
}

const hourMs = 3_600_000
const followUpMs = 3 * 24 * hourMs
/** When they look after an unanswered proposal: by noon of the day, three days on. */
const followUpMinutes = 240

/** Rule 18: nobody has answered: another word after some days, and the end of it when the rulebook allows it. */
function followUp(desk: Desk, of: Live, person: Person): number {
  const { agenda, world } = desk
  if (agenda.now >= of.closableFrom) {
    const refusal = act(desk, of, { type: 'CloseIssue', reachable: true }, asMember(person))
    if (refusal === null) return 1
    if (refusal.code === 'too_soon') of.closableFrom = epochMs(refusal.data.from)
  }
  if (!owesAWord(desk, of)) {
    look(desk, of, person, Math.max(of.closableFrom, agenda.now + hourMs))
    return 1
  }
  const due = world.hours.plus(agenda.now + followUpMs, followUpMinutes)
  return word(desk, of, person, { what: 'words', due: fromEpochMs(due) })
}
