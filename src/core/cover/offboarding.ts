import { endAssistsOf } from '../assist/assist.ts'
import { type Context, isSupervisorOf, type Member, type MemberId } from '../context.ts'
import { championOf } from '../escalation/escalation.ts'
import type { Path } from '../escalation/ladder.ts'
import { openHandoff } from '../handoff/handoff.ts'
import { leaveHuddle } from '../handoff/huddle.ts'
import { type Issue, isClosed, owner } from '../issue/issue.ts'
import type { Policy } from '../policy.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'
import { endAskedOf, isUnderWay } from './cover.ts'

/** What somebody who is to leave still owns: whose it is, and what the customer hears from us next. */
export type OwnedIssue = { number: number; customer: string; due: Instant | null }

/** Somebody leaves the company: what waits on this issue for their answer comes back to whoever asked. */
export type LetGo = { type: 'LetGo'; member: MemberId }

/** Why an issue keeps somebody from leaving. */
export type Hold = 'owns' | 'covers' | 'champions'

/** Rule 4: nobody leaves while they own, cover or champion an issue. */
export function holdsOf(issue: Issue, member: MemberId): Hold[] {
  if (isClosed(issue)) return []
  const { covers } = issue
  const isAgreed = covers.some(cover => cover.member === member && isUnderWay(cover) && cover.state !== 'asked')
  return [
    ...(owner(issue).member === member ? (['owns'] as const) : []),
    ...(isAgreed ? (['covers'] as const) : []),
    ...(championOf(issue) === member ? (['champions'] as const) : []),
  ]
}

/** Rule 4: whether somebody may leave, given what they hold; the desk is never left without an admin. */
export function mayLeave(
  { id, role }: Member,
  {
    owned,
    covered,
    championed,
  }: Record<'owned', readonly OwnedIssue[]> & Record<'covered' | 'championed', readonly number[]>,
  { members, path, now }: Pick<Context, 'members' | 'path' | 'now'>,
): Refusal | undefined {
  const isOtherAdmin = (other: Member): boolean => other.role === 'admin' && other.active && other.id !== id
  if (role === 'admin' && ![...members.values()].some(isOtherAdmin)) return refuse('last_admin', {})
  if (owned.length > 0) return refuse('owns_issues', { member: id, issues: owned })
  if (covered.length > 0) return refuse('covers_others', { member: id, issues: covered })
  if (championed.length > 0) return refuse('still_champion', { member: id, issues: championed })
  const named = namedOn(path, id, now)
  if (named) return refuse('still_on_path', { member: id, ...named })
}

/** Where on the escalation path somebody is named: whom it calls instead is for a person to say. Null: nowhere. */
function namedOn(
  path: Path,
  id: MemberId,
  now: Instant,
): { schedules: string[]; rungs: number[]; lastResort: boolean } | null {
  const schedules = [...path.schedules.values()]
    .filter(
      ({ rotation, overrides }) =>
        rotation.includes(id) || overrides.some(({ member, until }) => member === id && now < until),
    )
    .map(({ name }) => name)
  const rungs = path.rungs.flatMap(({ who }, index) => (who.kind === 'member' && who.member === id ? [index + 1] : []))
  const lastResort = path.lastResort === id
  return schedules.length > 0 || rungs.length > 0 || lastResort ? { schedules, rungs, lastResort } : null
}

/** Rule 2: nobody who left is named to be on duty. Null: they were not. */
export function withoutOnDuty({ rota, lead }: Policy['duty'], member: MemberId): Policy['duty'] | null {
  if (lead !== member && !rota.includes(member)) return null
  return { rota: rota.filter(other => other !== member), lead: lead === member ? null : lead }
}

/** Rule 4: an offer to them is withdrawn, also an accepted one: the giver owns it. So are assists and covers asked of them. */
export function letGo(turn: Turn, { member: id }: LetGo): Refusal | undefined {
  const [by, member] = [actingMember(turn), turn.context.members.get(id)]
  if (!by || !member || !isSupervisorOf(by, member)) return refuse('not_supervisor', { owner: id })
  const open = openHandoff(turn.issue)
  const toThem = open && (open.state === 'offered' ? isTo(open.to, id) : open.receiver === id)
  if (toThem) record(turn, { type: 'HandoffWithdrawn', handoff: open.id, because: 'left' })
  leaveHuddle(turn, id)
  endAssistsOf(turn, id, 'left')
  endAskedOf(turn, id)
}

const isTo = (to: { kind: 'member'; member: MemberId } | { kind: 'team' }, id: MemberId): boolean =>
  to.kind === 'member' && to.member === id
