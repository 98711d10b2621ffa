import type { Path } from './escalation/ladder.ts'
import type { ChecklistStep } from './learning/checklist.ts'
import type { FactRule } from './learning/fact-rule.ts'
import type { Policy } from './policy.ts'
import type { Calendar } from './time/calendar.ts'
import type { Instant } from './time/instant.ts'

export type MemberId = string
export type TeamId = string
export type KindId = string
/** Number of a lesson, as people say it: lesson 12. */
export type LessonId = number
export type CustomerId = string
/** Names a text in the store. Events carry these instead of what people wrote (Rule 33). */
export type WordsId = string

export type Role = 'agent' | 'supervisor' | 'admin' | 'colleague'

/** A person of the company as the rules see them. A colleague has no seat in the queue. */
export type Member = {
  id: MemberId
  name: string
  role: Role
  active: boolean
  teams: readonly TeamId[]
  /** Teams whose supervisor this person is. */
  supervises: readonly TeamId[]
  absences: readonly { from: Instant; until: Instant }[]
}

export type Team = { id: TeamId; name: string }

/** A kind of issue: one of the few that a workspace tells apart. One that is given up stays with what has it. */
export type Kind = { id: KindId; name: string; active: boolean }

/** What adopted lessons ask for, as they are in force (Rule 28). */
export type Rules = { facts: readonly FactRule[]; checklist: readonly ChecklistStep[] }

/** Who did something (Rule 33). `desk` is Baton itself: the clock and the intake. */
export type Actor = { kind: 'member'; id: MemberId } | { kind: 'customer'; id: CustomerId } | { kind: 'desk' }

/**
 * From where it was done (Rule 33). `link`: by a member who opened the signed link of a mail. `import`: it was brought over
 * from another desk.
 */
export type Source = 'desk' | 'api' | 'email' | 'link' | 'portal' | 'phone' | 'clock' | 'cli' | 'import'

/** Everything that a decision may depend on beside the issue itself: no clock and no store is ever asked. */
export type Context = {
  now: Instant
  by: Actor
  from: Source
  policy: Policy
  calendar: Calendar
  /** Whom an alarm calls (Rule 24). */
  path: Path
  members: ReadonlyMap<MemberId, Member>
  teams: ReadonlyMap<TeamId, Team>
  kinds: ReadonlyMap<KindId, Kind>
  rules: Rules
}

export const hasSeat = (member: Member): boolean => member.role !== 'colleague'

/** Until when a person is away at a moment; null: they are there. */
export const awayUntil = ({ absences }: Pick<Member, 'absences'>, at: Instant): Instant | null =>
  absences.find(({ from, until }) => from <= at && at < until)?.until ?? null

export const isAway = (member: Member, at: Instant): boolean => awayUntil(member, at) !== null

/** Whether somebody is a supervisor at all, of whichever team. */
export const maySupervise = (member: Member | undefined): boolean =>
  member?.role === 'supervisor' || member?.role === 'admin'

/** Whether `member` is a supervisor of `other`: of one of their teams, or of everybody as an admin. */
export function isSupervisorOf(member: Member, other: Member): boolean {
  if (member.role === 'admin') return true
  if (member.role !== 'supervisor') return false
  return other.teams.length === 0 || other.teams.some(team => member.supervises.includes(team))
}

/** The active supervisors of a person; where there is none other than themselves, the admins. */
export function supervisorsOf(memberId: MemberId, members: ReadonlyMap<MemberId, Member>): MemberId[] {
  const member = members.get(memberId)
  if (!member) return []
  const others = [...members.values()].filter(other => other.active && other.id !== memberId)
  const supervisors = others.filter(other => other.role === 'supervisor' && isSupervisorOf(other, member))
  return (supervisors.length > 0 ? supervisors : others.filter(other => other.role === 'admin')).map(other => other.id)
}

/** The active admins. */
export const admins = (members: ReadonlyMap<MemberId, Member>): MemberId[] =>
  [...members.values()].flatMap(({ id, role, active }) => (role === 'admin' && active ? [id] : []))
