import type { Actor, Context, Member, MemberId, Rules } from '../../src/core/context.ts'
import type { Absence } from '../../src/core/cover/absence.ts'
import { noPathYet, type Path } from '../../src/core/escalation/ladder.ts'
import type { Recorded } from '../../src/core/events.ts'
import type { Receiver } from '../../src/core/handoff/handoff.ts'
import type { Issue } from '../../src/core/issue/issue.ts'
import { defaultPolicy } from '../../src/core/policy.ts'
import type { Cause } from '../../src/core/resolution/cause.ts'
import {
  ada,
  ben,
  carla,
  dana,
  gone,
  kinds,
  office,
  olu,
  otto,
  priya,
  ravi,
  sam,
  teams,
} from '../../src/core/testing/people.ts'
import { epochMs, fromEpochMs, type Instant, instant } from '../../src/core/time/instant.ts'

/** An issue by its number, with everything that ever happened to it. */
export type Numbered = { number: number; issue: Issue; log: readonly Recorded[] }

/** Two records of customers that were made one: which issues went over with it, and whether it was undone. */
export type CustomerMerge = { id: string; from: string; into: string; issues: readonly number[]; undone: boolean }

/** A company and its customers at a moment: who works there, who is away, and the issues as they stand. */
export type World = {
  now: Instant
  members: ReadonlyMap<MemberId, Member>
  path: Path
  issues: readonly Numbered[]
  absences: readonly Absence[]
  /** What several customers have in common, once somebody has seen it (Rule 22). */
  cause: Cause | null
  merges: readonly CustomerMerge[]
}

/** How big the company is: all of SCENARIOS, two agents without anybody above them, or one person on their own. */
export type Company = 'whole' | 'pair' | 'alone'
/** What the company has said of whom an alarm calls: a schedule and a person, only a person, or nothing yet. */
export type Ladder = 'schedule' | 'person' | 'none'

const eve: Member = { ...ben, id: 'eve', name: 'Eve' }
const everybody: readonly Member[] = [ben, eve, carla, dana, ravi, priya, otto, ada, olu, sam, gone]
const companies: Record<Company, readonly Member[]> = {
  whole: everybody,
  pair: [ben, { ...carla, teams: ['support', 'plans'] }, olu, gone],
  alone: [{ ...ben, role: 'admin' }, olu, gone],
}

export const names: readonly MemberId[] = everybody.map(({ id }) => id)
export const customers: readonly string[] = ['ana', 'tom']

/** A Tuesday before the desk opens; the Fridays before the clocks change; and the day before a holiday. */
export const starts = {
  tuesday: instant('2026-11-24T06:00:00Z'),
  autumn: instant('2026-10-23T13:00:00Z'),
  spring: instant('2027-03-26T13:00:00Z'),
  christmas: instant('2026-12-24T11:00:00Z'),
} as const
export type Start = keyof typeof starts

export const calendar = { ...office, holidays: ['2026-12-25', '2027-01-01'] }

/**
 * An evening schedule first, then the supervisor; the admin when nobody is on. They have long to answer, so that an alarm that
 * nobody answers for months is no log of thousands of calls.
 */
const bySchedule: Path = {
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
        from: instant('2026-10-20T16:00:00Z'),
        overrides: [],
      },
    ],
  ]),
}
const byPerson: Path = {
  ...noPathYet,
  rungs: [{ who: { kind: 'member', member: 'priya' }, minutes: 10_080 }],
  lastResort: 'ada',
}
const paths: Record<Ladder, Path> = { schedule: bySchedule, person: byPerson, none: noPathYet }

/** The company before anything has happened. In the whole one Dana is away at first. */
export function company(start: Start, size: Company, ladder: Ladder): World {
  const now = starts[start]
  const away: Absence = { id: 'first', member: 'dana', from: now, until: later(now, 2 * 1440 + 360), state: 'agreed' }
  const isThere = companies[size].some(({ id }) => id === away.member)
  const absences = isThere ? [away] : []
  const members = new Map(companies[size].map(member => [member.id, member]))
  return withAbsences(
    { now, members, path: paths[ladder], issues: [], absences: [], cause: null, merges: [] },
    absences,
  )
}

/** The same world in which people are away at other times: the rules see only what is agreed. */
export function withAbsences(world: World, absences: readonly Absence[]): World {
  const spans = (id: MemberId): Member['absences'] =>
    absences.flatMap(({ member, from, until, state }) => (member === id && state === 'agreed' ? [{ from, until }] : []))
  const members = new Map([...world.members].map(([id, member]) => [id, { ...member, absences: spans(id) }]))
  return { ...world, absences, members }
}

export function withMember(world: World, id: MemberId, change: Partial<Member>): World {
  const member = world.members.get(id)
  return member ? { ...world, members: new Map([...world.members, [id, { ...member, ...change }]]) } : world
}

export const issueOf = ({ issues }: World, number: number): Numbered | undefined =>
  issues.find(other => other.number === number)

export function withIssue(world: World, changed: Numbered): World {
  const isNew = issueOf(world, changed.number) === undefined
  const issues = isNew
    ? [...world.issues, changed]
    : world.issues.map(other => (other.number === changed.number ? changed : other))
  return { ...world, issues }
}

export const later = (at: Instant, minutes: number): Instant => fromEpochMs(epochMs(at) + minutes * 60_000)

/** What lessons in force ask for. */
export const learned: Rules = {
  facts: [{ lesson: 1, key: 'serial', says: 'Off the phone.', allowed: ['scanned'], refused: [] }],
  checklist: [{ lesson: 2, kind: 'exchange', says: 'Compare the serial numbers' }],
}

const policy = { ...defaultPolicy, rungMinutes: 10_080 }
const teamsById = new Map(teams.map(team => [team.id, team]))
const kindsById = new Map(kinds.map(kind => [kind.id, kind]))

/** What a decision depends on, when somebody acts in a world at a moment. */
export const contextOf = ({ members, path }: Pick<World, 'members' | 'path'>, by: Actor, now: Instant): Context => ({
  now,
  by,
  from: by.kind === 'customer' ? 'portal' : 'api',
  policy,
  calendar,
  path,
  members,
  teams: teamsById,
  kinds: kindsById,
  rules: learned,
})

export const theDesk: Actor = { kind: 'desk' }
export const asMember = (id: string): Actor => ({ kind: 'member', id })
export const asCustomer = (id: string): Actor => ({ kind: 'customer', id })

/** A person or a team by name. */
export const receiverOf = (to: string): Receiver =>
  names.includes(to) ? { kind: 'member', member: to } : { kind: 'team', team: to }
