import type { Context, Member, MemberId, Role } from '../context.ts'
import type { Issue } from '../issue/issue.ts'
import type { Place } from './ladder.ts'

export const concessionKinds = ['credit', 'refund', 'replacement', 'exception'] as const
export type ConcessionKind = (typeof concessionKinds)[number]

/** What something costs the company, in the smallest unit of its currency (cents), never below zero. */
export type Money = { amount: number; currency: string }

/**
 * Rule 27: up to what a role, a person or a champion grants on one issue. `kind` null: of every kind that has no limit of its own.
 * `amount` in the smallest unit; null: without bound.
 */
export type Limit = {
  /** `rung`: whoever answered an alarm there, on the issue of that alarm (Rule 26). */
  who: { role: Role } | { member: MemberId } | { rung: Place }
  kind: ConcessionKind | null
  amount: number | null
  currency: string
}

/** Of which kind, and of what worth. */
export type Wanted = { kind: ConcessionKind; worth: Money }

/** Rule 27: whether somebody may grant it at once. */
export function mayGrant(
  issue: Issue,
  member: Member,
  { kind, worth }: Wanted,
  context: Pick<Context, 'policy'>,
): boolean {
  const left = leftToGrant(issue, member, kind, worth.currency, context)
  return left === null || (left !== undefined && worth.amount <= left)
}

type Granted = Pick<Issue, 'concessions' | 'escalation'>

/**
 * How much somebody may still grant at once; null: without bound, undefined: nothing of it. Rule 26: a champion has the
 * limit of the rung that called them where it is the higher one.
 */
export function leftToGrant(
  issue: Granted,
  member: Pick<Member, 'id' | 'role'>,
  kind: ConcessionKind,
  currency: string,
  { policy: { limits } }: Pick<Context, 'policy'>,
): number | null | undefined {
  const ofKind = limits.filter(limit => limit.currency === currency && (limit.kind === null || limit.kind === kind))
  const place = placeOf(issue, member.id)
  const left = [
    ofKind.filter(({ who }) =>
      'member' in who ? who.member === member.id : 'role' in who && who.role === member.role,
    ),
    ofKind.filter(({ who }) => 'rung' in who && who.rung === place),
  ].flatMap(theirs => {
    const limit = theirs.toSorted((one, other) => weight(other) - weight(one))[0]
    return limit ? [leftOf(limit, issue)] : []
  })
  return left.includes(null) ? null : (left as number[]).toSorted((one, other) => other - one)[0]
}

/** A person's own before their role's, of the very kind before one of every kind. */
const weight = (limit: Limit): number => ('member' in limit.who ? 2 : 0) + (limit.kind === null ? 0 : 1)

/** Rule 26: where on the ladder the champion was called; null for whoever is none, or came by themselves. */
const placeOf = ({ escalation }: Granted, member: MemberId): Place | null =>
  escalation?.state === 'answered' && escalation.champion === member ? escalation.place : null

/** Scenario 58: a limit is for the issue, so what was granted on it before counts. */
function leftOf({ kind, amount, currency }: Limit, { concessions }: Granted): number | null {
  if (amount === null) return null
  const before = concessions.filter(
    concession =>
      (concession.state === 'granted' || concession.state === 'approved') &&
      concession.worth.currency === currency &&
      (kind === null || kind === concession.kind),
  )
  return amount - before.reduce((sum, { worth }) => sum + worth.amount, 0)
}
