import { awayUntil, type Member, type MemberId, type TeamId, type WordsId } from '../context.ts'
import type { Receiver } from '../handoff/handoff.ts'
import { isClosed } from '../issue/issue.ts'
import { ownerId, ownerOnly } from '../issue/ownership.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { addBusinessMinutes, type Calendar } from '../time/calendar.ts'
import type { Instant } from '../time/instant.ts'
import { actingMember, record, type Turn } from '../turn.ts'

export type AskAssist = { type: 'AskAssist'; of: Receiver; ask: WordsId; due: Instant }

/** Rule 16: who is asked by when unless the owner says: so long after they are there, in their own calendar. */
export function assistDue(calendar: Calendar, minutes: number, member: Member | null, now: Instant): Instant {
  return addBusinessMinutes(calendar, (member && awayUntil(member, now)) ?? now, minutes)
}

/** Rule 16: asked by the owner, for the customer, of a person or a team; several at once. */
export function askAssist(turn: Turn, { of, ask, due }: AskAssist): Refusal | undefined {
  const { issue, context } = turn
  if (isClosed(issue)) return refuse('closed', {})
  const notOwner = ownerOnly(turn)
  if (notOwner) return notOwner
  if (due <= context.now) return refuse('due_in_past', { due })
  const cannot = of.kind === 'team' ? teamCannot(turn, of.team) : memberCannot(turn, of.member, due)
  if (cannot) return cannot
  record(turn, { type: 'AssistAsked', assist: issue.assists.length + 1, of, ask, due })
}

/** An assist needs no seat: anybody of the company who is back before it is due. */
function memberCannot(turn: Turn, id: MemberId, due: Instant): Refusal | undefined {
  const member = turn.context.members.get(id)
  if (!member?.active) return refuse('no_such_member', { member: id })
  if (id === ownerId(turn)) return refuse('already_owner', { owner: id })
  if (id === actingMember(turn)?.id) return refuse('to_yourself', {})
  const until = awayUntil(member, turn.context.now)
  if (until !== null && until >= due) return refuse('away', { member: id, until })
}

function teamCannot(turn: Turn, team: TeamId): Refusal | undefined {
  const { members, teams } = turn.context
  if (!teams.has(team)) return refuse('no_such_team', { team })
  const anybody = [...members.values()].some(
    ({ id, active, teams: theirs }) => active && theirs.includes(team) && id !== ownerId(turn),
  )
  return anybody ? undefined : refuse('nobody_in_team', { team })
}
