import type { Actor, Context, Member, Rules } from '../../src/core/context.ts'
import { noPathYet, type Path } from '../../src/core/escalation/ladder.ts'
import type { Receiver } from '../../src/core/handoff/handoff.ts'
import { defaultPolicy } from '../../src/core/policy.ts'
import { ada, ben, carla, dana, gone, kinds, office, olu, priya, ravi, teams } from '../../src/core/testing/people.ts'
import { epochMs, fromEpochMs, type Instant, instant } from '../../src/core/time/instant.ts'

/** Everybody who may act: agents of three teams, one of them away now and then, a supervisor, an admin, a colleague. */
const eve: Member = { ...ben, id: 'eve', name: 'Eve' }
const awayNow = {
  ...dana,
  absences: [{ from: instant('2026-11-24T00:00:00Z'), until: instant('2026-11-26T12:00:00Z') }],
}

export const people: readonly Member[] = [ben, eve, carla, awayNow, ravi, priya, ada, olu, gone]
export const customers: readonly Actor[] = [
  { kind: 'customer', id: 'ana' },
  { kind: 'customer', id: 'tom' },
]
const members = new Map(people.map(person => [person.id, person]))

/**
 * An evening schedule first, then the supervisor; the admin when nobody is on. They have long to answer, so that an alarm that
 * nobody answers for months is no log of thousands of calls.
 */
const path: Path = {
  ...noPathYet,
  rungs: [
    { who: { kind: 'schedule', schedule: 's' }, minutes: 1440 },
    { who: { kind: 'member', member: 'priya' }, minutes: 10_080 },
  ],
  lastResort: 'ada',
  schedules: new Map([
    [
      's',
      {
        id: 's',
        name: 'Evenings',
        zone: 'Europe/Madrid',
        rotation: ['ben', 'dana', 'eve'],
        handover: { weekday: null, time: '18:00' },
        from: instant('2026-11-24T17:00:00Z'),
        overrides: [],
      },
    ],
  ]),
}

/** A Tuesday morning before the desk opens. */
export const dawn = instant('2026-11-24T06:00:00Z')

export const later = (at: Instant, minutes: number): Instant => fromEpochMs(epochMs(at) + minutes * 60_000)

/** What lessons in force ask for. */
export const learned: Rules = {
  facts: [{ lesson: 1, key: 'serial', says: 'Off the phone.', allowed: ['scanned'], refused: [] }],
  checklist: [{ lesson: 2, kind: 'exchange', says: 'Compare the serial numbers' }],
}

export const contextOf = (now: Instant, by: Actor): Context => ({
  now,
  by,
  from: 'api',
  policy: { ...defaultPolicy, rungMinutes: 10_080 },
  calendar: office,
  path,
  members,
  teams: new Map(teams.map(team => [team.id, team])),
  kinds: new Map(kinds.map(kind => [kind.id, kind])),
  rules: learned,
})

export const asMember = (id: string): Actor => ({ kind: 'member', id })

/** A person or a team by name. */
export const receiverOf = (to: string): Receiver =>
  people.some(({ id }) => id === to) ? { kind: 'member', member: to } : { kind: 'team', team: to }
