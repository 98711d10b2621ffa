import type { Context, MemberId, TeamId } from '../context.ts'
import { type Issue, owner } from '../issue/issue.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Receiver } from './handoff.ts'

type Sight = { issue: Issue; context: Pick<Context, 'members' | 'policy'> }

/** Somebody who has had it or said no to it, with the teams whose person they were then. */
type Before = { member: MemberId; teams: readonly TeamId[]; because: 'owned' | 'declined' }

/**
 * Rule 11: whoever has owned or declined it, as a person or as a team, is not asked again without a huddle, however many
 * others had it in between; and neither is anybody, once it has changed hands as often as the policy lets it.
 */
export function circleTo({ issue, context }: Sight, to: Receiver): Refusal | undefined {
  if (issue.met >= context.policy.handoffsWithoutHuddle) return refuse('circle', { handoffs: issue.met })
  const known = before(issue).find(one => isAsked(one, to, context))
  if (!known) return undefined
  const { member, because } = known
  return refuse('circle', { member, because, ...(to.kind === 'team' && { team: to.team }) })
}

/** The last other person who has owned or declined it; null while it has been with nobody else. */
export const lastBefore = (issue: Issue): MemberId | null =>
  before(issue).findLast(({ member }) => member !== owner(issue).member)?.member ?? null

/** Everybody who has owned it before (in order), then everybody who declined it. */
function before(issue: Issue): Before[] {
  const mine = owner(issue).member
  // Who was given it by the intake and lost it to a claim has never met the customer.
  const held = issue.ownership.filter((_, place) => issue.ownership[place + 1]?.way !== 'claim')
  const owned = held.filter(({ member }) => member !== mine)
  const declined = issue.pastOffers.flatMap(past => (past.end === 'declined' ? [past] : []))
  return [
    ...owned.map(({ member, teams }): Before => ({ member, teams, because: 'owned' })),
    ...declined.map(
      ({ by, to }): Before => ({ member: by, teams: to.kind === 'team' ? [to.team] : [], because: 'declined' }),
    ),
  ]
}

/** A team is asked again when one of its people is, or when somebody had it as its person and has left it since. */
function isAsked({ member, teams }: Before, to: Receiver, { members }: Pick<Context, 'members'>): boolean {
  if (to.kind === 'member') return member === to.member
  return teams.includes(to.team) || (members.get(member)?.teams.includes(to.team) ?? false)
}
