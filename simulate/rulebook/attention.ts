import { type GivenPromise, nextPromise } from '../../src/core/promise/promise.ts'
import { epochMs } from '../../src/core/time/instant.ts'
import type { Word } from '../../src/core/told/told.ts'
import { chance } from '../customers.ts'
import { valueAt } from '../quantiles.ts'
import { isIll } from '../staff.ts'
import type { Person } from '../world.ts'
import { whoActs } from './covering.ts'
import { type Desk, type Live, type Look, personOf } from './desk.ts'

/** News after which somebody looks at the issue. Other news is just read. */
const asksForALook: ReadonlySet<Word> = new Set<Word>([
  'accepted',
  'called',
  'confirmed',
  'cover_began',
  'customer_called',
  'customer_wrote',
  'declined',
  'denied',
  'escalated',
  'expired',
  'fell_through',
  'huddle_called',
  'huddle_late',
  'huddle_settled',
  'introduced',
  'new_issue',
  'offered',
  'promise_broken',
  'reopened',
  'stood_down',
  'uncovered',
])

/** Somebody is told something. Of what several are told, one takes it up, as one of them takes what lies in a queue. */
export function hear(desk: Desk, of: Live, person: Person, word: Word): void {
  if (!asksForALook.has(word)) return
  if (word === 'offered' && of.taker !== person) return
  if (word === 'called' && !isTurnOf(of, person)) return
  if (word !== 'called' && person.team === null && !sharesWith(desk, of, person)) return
  lookSoon(desk, of, person)
}

/** An alarm calls until somebody answers: each call is the turn of another of those it calls. */
function isTurnOf({ issue: { escalation }, need }: Live, { id }: Person): boolean {
  if (escalation?.state !== 'raised') return false
  const { calling, calls } = escalation.ladder
  return calling[(need.index + calls) % calling.length] === id
}

/** Supervisors share: each has their own issues, and another's while that one is ill; and all that they own or cover. */
function sharesWith({ world: { supervisors }, agenda }: Desk, of: Live, person: Person): boolean {
  const there = supervisors.filter(supervisor => !isIll(supervisor, agenda.now))
  return there[of.need.index % there.length] === person || whoActs(of.issue) === person.id
}

/** They look at it when they look at what is new to them. */
export function lookSoon(desk: Desk, of: Live, person: Person): void {
  const { draw, habits, hours } = desk.world
  // It lies on their list already.
  if (of.looks.some(({ by, at }) => by === person && at <= desk.agenda.now)) return
  const after = valueAt(habits.looksAtNewAfter, chance(of, draw, 'looks'))
  look(desk, of, person, hours.plus(desk.agenda.now, after))
}

/** Somebody looks at an issue at a moment, or as soon after it as they come to it. Who looks sooner need not look again. */
export function look(desk: Desk, of: Live, by: Person, at: number): void {
  const before = of.looks.find(other => other.by === by)
  if (before && before.at <= at) return
  if (before) before.isOver = true
  const planned: Look = { by, at, isOver: false }
  of.looks = before ? of.looks.map(other => (other === before ? planned : other)) : [...of.looks, planned]
  desk.agenda.at(at, () => {
    if (planned.isOver) return
    desk.staff.ask(by, of, () => {
      of.looks = of.looks.filter(other => other !== planned)
      return planned.isOver ? 0 : desk.behaviour.attend(desk, of, by)
    })
  })
}

/** The promise that falls due next stands on top of the list of whoever acts for the issue, and most see to it in time. */
export function remind(desk: Desk, of: Live, next: GivenPromise | null): void {
  const { draw, habits, hours } = desk.world
  const { phase } = of.issue.lifecycle
  if (next === null || phase === 'closed' || phase === 'confirmed') return
  const person = personOf(desk, whoActs(of.issue))
  if (of.reminder?.promise === next.id && of.reminder.person === person) return
  const reminder = { promise: next.id, person }
  of.reminder = reminder
  if (chance(of, draw, 'misses') < habits.forgetsInSpiteOfAPromise * person.forgets) return
  desk.agenda.at(hours.plus(epochMs(next.due), -habits.leadMinutes), () => {
    // Kept by now, or somebody else's: there is nothing to be reminded of.
    if (of.reminder === reminder && nextPromise(of.issue)?.id === next.id) look(desk, of, person, desk.agenda.now)
  })
}
