import { openHandoff, type Receiver } from '../../src/core/handoff/handoff.ts'
import { chance } from '../customers.ts'
import { isIll } from '../staff.ts'
import type { Person, TeamNumber } from '../world.ts'
import { act } from './act.ts'
import { lookSoon } from './attention.ts'
import { asMember, type Desk, type Live } from './desk.ts'
import { callHuddle } from './huddling.ts'
import { teamId } from './people.ts'
import { goOn, promiseBy } from './words.ts'

/** Where somebody thinks that an issue belongs: as they were told, or the right team for those who know, or another. */
export function whereTo(desk: Desk, of: Live, person: Person): TeamNumber {
  const { suggested } = of
  of.suggested = null
  if (suggested !== null && suggested !== person.team) return suggested
  if (chance(of, desk.world.draw, 'knows') < desk.world.habits.knowsWhere) return of.need.team
  return whereElse(desk, of, person)
}

/** Any team but one's own and the right one, where there is another. */
export function whereElse({ world: { teams, draw } }: Desk, of: Live, person: Person): TeamNumber {
  const all = teams.map((_, team) => team).filter(team => team !== person.team)
  const others = all.filter(team => team !== of.need.team)
  const from = others.length > 0 ? others : all
  return from[Math.floor(chance(of, draw, 'where') * from.length)] ?? 0
}

/** Rules 6 and 7: it is offered with a brief. Who has not understood it first is refused, and writes a diagnosis then. */
export function passOn(desk: Desk, of: Live, person: Person, team: TeamNumber): number {
  const { stepMinutes } = desk.world.habits
  const to: Receiver = { kind: 'team', team: teamId(team) }
  of.taker = takerOf(desk, of, team, person)
  const words = { problem: 'words', tried: 'words', why: 'words', asked: 'words', told: 'words' }
  const brief = { ...words, diagnosis: null, callback: null }
  const by = asMember(person)
  const refusal = act(desk, of, { type: 'OfferHandoff', to, brief }, by)
  if (refusal === null) return stepMinutes
  if (refusal.code === 'needs_diagnosis') {
    act(desk, of, { type: 'RecordDiagnosis', words: 'words' }, by)
    return stepMinutes + passOn(desk, of, person, team)
  }
  if (refusal.code === 'circle') return stepMinutes + insteadOfACircle(desk, of, person, team)
  // Nobody is there: it stays theirs, and they see what they can do.
  return goOn(desk, of, person)
}

/** Rule 11: where a team has said that it is not theirs, another that has not; else a huddle; or they do what they can. */
function insteadOfACircle(desk: Desk, of: Live, person: Person, team: TeamNumber): number {
  const all = desk.world.teams.map((_, other) => other)
  const next = all.find(other => other !== person.team && !of.notTheirs.includes(other))
  if (of.notTheirs.includes(team) && next !== undefined) return passOn(desk, of, person, next)
  if (callHuddle(desk, of, person, team)) return desk.world.habits.stepMinutes
  return goOn(desk, of, person)
}

/** Who of a team takes up what is offered to it. */
function takerOf({ world: { teams, draw }, agenda }: Desk, of: Live, team: TeamNumber, giver: Person): Person | null {
  const able = (teams[team] ?? []).filter(person => person !== giver && !isIll(person, agenda.now))
  return able[Math.floor(chance(of, draw, 'who') * able.length)] ?? null
}

/** Rule 8: the giver tells the customer who comes, and by when they hear from them. */
export function introduceReceiver(desk: Desk, of: Live, person: Person): number {
  const handoff = openHandoff(of.issue)?.id ?? 0
  const by = asMember(person)
  const refusal = act(desk, of, { type: 'IntroduceHandoff', handoff, message: 'words', keeps: 'all' }, by)
  if (refusal?.code === 'next_step_due') act(desk, of, { type: 'WithdrawHandoff', handoff, message: null }, by)
  if (refusal !== null) lookSoon(desk, of, person)
  return desk.world.habits.stepMinutes
}

/** Rule 7: a team that can't solve it says so, and where it belongs; some of those who could would rather not. */
export function answerOffer(desk: Desk, of: Live, person: Person): number {
  const { world } = desk
  const { habits, draw } = world
  const handoff = of.issue.handoff?.id ?? 0
  const by = asMember(person)
  if (person.team !== of.need.team) {
    const knows = chance(of, draw, 'knows') < habits.knowsWhere
    if (person.team !== null) of.notTheirs = [...of.notTheirs, person.team]
    of.suggested = knows ? of.need.team : whereElse(desk, of, person)
    act(desk, of, { type: 'DeclineHandoff', handoff, reason: 'not_mine', suggestion: 'words' }, by)
    return habits.stepMinutes
  }
  if (chance(of, draw, 'toss') < person.tosses) {
    act(desk, of, { type: 'DeclineHandoff', handoff, reason: 'no_capacity', suggestion: null }, by)
    return habits.stepMinutes
  }
  const { due } = promiseBy(desk, of)
  act(desk, of, { type: 'AcceptHandoff', handoff, readBack: 'words', nextStep: 'words', due, moves: [] }, by)
  return habits.stepMinutes
}

/** Rule 8: with the greeting it is theirs. */
export function greet(desk: Desk, of: Live, person: Person): number {
  const handoff = of.issue.handoff?.id ?? 0
  const command = { type: 'GreetHandoff', handoff, message: 'words', keeps: 'all', promise: null } as const
  act(desk, of, command, asMember(person))
  return desk.world.habits.stepMinutes
}
