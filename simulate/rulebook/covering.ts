import { coverInForce, duringAway, type Span } from '../../src/core/cover/cover.ts'
import { type Issue, isClosed, owner } from '../../src/core/issue/issue.ts'
import { fromEpochMs } from '../../src/core/time/instant.ts'
import { chance } from '../customers.ts'
import { isIll } from '../staff.ts'
import type { Person } from '../world.ts'
import { act } from './act.ts'
import { asMember, type Desk, type Live, personOf } from './desk.ts'

/** Who acts for an issue: its owner, or who covers them while they are away (Rule 15). */
export const whoActs = (issue: Issue): string => coverInForce(issue)?.member ?? owner(issue).member

/** To say who covers one issue takes a moment; to look through what somebody owes, a step. */
const minutesForOne = 1

/** Whoever falls ill says so in the morning, and a supervisor sets covers for all that falls due meanwhile, in one go. */
export function awaitIllness(desk: Desk): void {
  const { agenda, staff, world } = desk
  const { hours, supervisors, people, habits } = world
  const spells = people
    .filter(({ team }) => team !== null)
    .flatMap(person => person.ill.map(({ from, until }) => ({ at: hours.nextOpen(from), until, person })))
    .filter(({ at, until }) => at < until)
    .toSorted((one, other) => one.at - other.at)
  agenda.series(spells, ({ person }) => {
    const there = supervisors.filter(supervisor => staff.isThere(supervisor, agenda.now))
    const owed = [...(desk.open[person.index] ?? [])].filter(of => isUncovered(of, person, agenda.now))
    const [supervisor, first] = [there[person.index % there.length], owed[0]]
    if (!supervisor || !first) return
    staff.ask(supervisor, first, () => {
      const set = owed.filter(of => isUncovered(of, person, agenda.now) && setCover(desk, of, supervisor))
      return habits.stepMinutes + set.length * minutesForOne
    })
  })
}

/** Whether something falls due on an issue while its owner is ill, and nobody keeps it for them. */
function isUncovered({ issue }: Live, person: Person, now: number): boolean {
  const spell = spellOf(person, now)
  if (!spell || isClosed(issue) || owner(issue).member !== person.id || coverInForce(issue)) return false
  return duringAway(issue, spell).length > 0
}

/** Rule 15: somebody of the owner's team acts in their place. Says whether there is anybody. */
export function setCover(desk: Desk, of: Live, supervisor: Person): boolean {
  const { agenda, world } = desk
  const absent = personOf(desk, owner(of.issue).member)
  const spell = spellOf(absent, agenda.now)
  const team = world.teams[absent.team ?? 0] ?? []
  const able = team.filter(person => person !== absent && !isIll(person, agenda.now))
  const cover = able[Math.floor(chance(of, world.draw, 'who') * able.length)]
  if (!spell || !cover) return false
  const names = { cover: `cover ${of.issue.version}`, absence: `${absent.id} ${spell.from}`, member: cover.id }
  return act(desk, of, { type: 'SetCover', mails: true, ...names, ...spell }, asMember(supervisor)) === null
}

function spellOf({ ill }: Person, now: number): Span | null {
  const spell = ill.find(({ from, until }) => from <= now && now < until)
  return spell ? { from: fromEpochMs(spell.from), until: fromEpochMs(spell.until) } : null
}
