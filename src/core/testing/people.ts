import type { Actor, Context, Kind, Member, MemberId, Team } from '../context.ts'
import { noPathYet } from '../escalation/ladder.ts'
import type { Receiver } from '../handoff/handoff.ts'
import { defaultPolicy } from '../policy.ts'
import type { Calendar } from '../time/calendar.ts'
import { type Instant, instant } from '../time/instant.ts'

/** The people of SCENARIOS, for the tests of the rules. */
const member = (id: string, given: Partial<Member>): Member => ({
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  role: 'agent',
  active: true,
  teams: [],
  supervises: [],
  absences: [],
  ...given,
})

export const ben = member('ben', { teams: ['support'] })
export const carla = member('carla', { teams: ['plans'] })
export const dana = member('dana', { teams: ['plans'] })
export const ravi = member('ravi', { teams: ['activations'] })
export const priya = member('priya', { role: 'supervisor', supervises: ['support', 'plans'] })
/** Supervises only Activations: nobody to Ben. */
export const otto = member('otto', { role: 'supervisor', supervises: ['activations'] })
export const ada = member('ada', { role: 'admin' })
export const sam = member('sam', { role: 'colleague', teams: ['sales'] })
export const olu = member('olu', { role: 'colleague', teams: ['repair'] })
export const gone = member('gone', { active: false, teams: ['support'] })

export const teams: readonly Team[] = [
  { id: 'support', name: 'Support' },
  { id: 'plans', name: 'Plans' },
  { id: 'activations', name: 'Activations' },
  { id: 'repair', name: 'Repair' },
]

export const kinds: readonly Kind[] = [
  { id: 'exchange', name: 'Exchange of a phone', active: true },
  { id: 'bill', name: 'Wrong bill', active: true },
  { id: 'fax', name: 'Fax', active: false },
]

/** Monday to Friday 9:00 to 17:00 in Madrid. */
export const office: Calendar = {
  zone: 'Europe/Madrid',
  hours: Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, [{ from: '09:00', to: '17:00' }]])),
  holidays: [],
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** A wall time in Madrid: `Tue 10:00` in the week of 23 November 2026 (or `week` later), or `2026-12-24 10:00`. */
export function at(wall: string, week = 0): Instant {
  const [day = '', time = ''] = wall.split(' ')
  const inWeek = days.indexOf(day)
  const date =
    inWeek < 0 ? Temporal.PlainDate.from(day) : Temporal.PlainDate.from('2026-11-23').add({ days: inWeek + 7 * week })
  const local = date.toZonedDateTime({ timeZone: office.zone, plainTime: Temporal.PlainTime.from(time) })
  return instant(local.toInstant().toString())
}

/** Somebody as a customer: Ana's is the issue of every test, Tom is somebody else. */
export const ana: Actor = { kind: 'customer', id: 'ana' }
export const tom: Actor = { kind: 'customer', id: 'tom' }
export const theDesk: Actor = { kind: 'desk' }

export const actor = (who: Member | Actor): Actor => ('kind' in who ? who : { kind: 'member', id: who.id })
export const toMember = (who: Member): Receiver => ({ kind: 'member', member: who.id })
export const toTeam = (team: string): Receiver => ({ kind: 'team', team })

export const membersOf = (...people: Member[]): ReadonlyMap<MemberId, Member> =>
  new Map(people.map(person => [person.id, person]))

export const everybody = membersOf(ben, carla, dana, ravi, priya, otto, ada, olu, sam, gone)

/** What a decision depends on, with the defaults of DESIGN. */
export const contextAt = (now: Instant, by: Member | Actor, changes: Partial<Context> = {}): Context => ({
  now,
  by: actor(by),
  from: 'api',
  policy: defaultPolicy,
  calendar: office,
  path: noPathYet,
  members: everybody,
  teams: new Map(teams.map(team => [team.id, team])),
  kinds: new Map(kinds.map(kind => [kind.id, kind])),
  rules: { facts: [], checklist: [] },
  ...changes,
})
