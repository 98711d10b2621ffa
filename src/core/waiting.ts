import { approvalsWaiting, reviewsWaiting } from './authority.ts'
import type { MemberId, TeamId } from './context.ts'
import type { Instant } from './instant.ts'
import { type Issue, isClosed, owner } from './issue.ts'

/** Why something waits for a person. */
export type WaitingKind = 'approval' | 'approval_decided' | 'concession_review' | 'undelivered'

/** For whom something waits: a person, anybody of a team, or the supervisors of a person. */
export type WaitsFor = { kind: 'member' | 'supervisors'; id: MemberId } | { kind: 'team'; id: TeamId }

/**
 * Work, not news: something on an issue that waits until a person does it. Derived from the issue's state, as deadlines
 * are, so that it is there as long as it is true. `of` numbers what it is about within the issue (a contact, a handoff …).
 */
export type Waiting = { kind: WaitingKind; of: number; for: WaitsFor; since: Instant; due: Instant | null }

/** Everything that waits for somebody on an issue. */
export function waiting(issue: Issue): Waiting[] {
  return [...(isClosed(issue) ? [] : [...undelivered(issue), ...approvalsWaiting(issue)]), ...reviewsWaiting(issue)]
}

/** DESIGN: an undelivered word to a customer is itself work for the owner, until another one reaches them. */
function undelivered(issue: Issue): Waiting[] {
  const last = issue.companyContacts.at(-1)
  if (!last?.bounced) return []
  return [{ kind: 'undelivered', of: last.id, for: forOwner(issue), since: last.at, due: null }]
}

export const forSupervisors = (issue: Issue): WaitsFor => ({ kind: 'supervisors', id: owner(issue).member })
export const forOwner = (issue: Issue): WaitsFor => ({ kind: 'member', id: owner(issue).member })
