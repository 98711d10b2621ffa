import type { WordsId } from '../context.ts'
import { type Issue, isClosed } from '../issue/issue.ts'
import type { IssueNumber } from '../issue/link.ts'
import { actingSupervisor, isOwner, ownerId } from '../issue/ownership.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import { record, type Turn } from '../turn.ts'

/**
 * A closed issue of the same customer that may have come back with this one (Rule 21). `within`: whether the customer
 * wrote in the window in which it still belongs to that issue. `why`: what speaks for it.
 */
export type Match = { issue: IssueNumber; closedAt: Instant; within: boolean; why: WordsId }

export type MatchEvent =
  /** The likeliest first. */
  | { type: 'MatchesFound'; matches: readonly Match[] }
  | { type: 'MatchAccepted'; issue: IssueNumber }
  | { type: 'MatchDismissed'; issue: IssueNumber }

/** Of a match beyond the window: both stay, and are linked. Within it, the issue goes into the other one (`MergeInto`). */
export type AcceptMatch = { type: 'AcceptMatch'; issue: IssueNumber }
export type DismissMatch = { type: 'DismissMatch'; issue: IssueNumber }

/** Rule 21: it is the same thing, long after: a new issue, linked to the old one. */
export function acceptMatch(turn: Turn, { issue: other }: AcceptMatch): Refusal | undefined {
  const mayNot = refuseMatch(turn, other)
  if (mayNot) return mayNot
  record(turn, { type: 'MatchAccepted', issue: other })
  record(turn, { type: 'IssueLinked', issue: other, kind: 'recurrence' })
}

/** Rule 21: it is something else; nobody is asked again. */
export function dismissMatch(turn: Turn, { issue: other }: DismissMatch): Refusal | undefined {
  const mayNot = refuseMatch(turn, other)
  if (mayNot) return mayNot
  record(turn, { type: 'MatchDismissed', issue: other })
}

/** The owner or a supervisor says whether it is the same; the desk never does so by itself. */
function refuseMatch(turn: Turn, other: IssueNumber): Refusal | undefined {
  if (!isOwner(turn) && !actingSupervisor(turn)) return refuse('not_owner', { owner: ownerId(turn) })
  if (isClosed(turn.issue)) return refuse('closed', {})
  return matchOf(turn.issue, other) ? undefined : refuse('no_such_match', { issue: other })
}

/** The open question whether an issue is another one come back. */
export const matchOf = ({ matches }: Issue, other: IssueNumber): Match | undefined =>
  matches.find(({ issue }) => issue === other)

export function evolveMatch(issue: Issue, event: MatchEvent): Issue {
  if (event.type === 'MatchesFound') return { ...issue, matches: event.matches }
  return { ...issue, matches: issue.matches.filter(match => match.issue !== event.issue) }
}
