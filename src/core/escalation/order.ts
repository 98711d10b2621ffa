import type { Issue } from '../issue/issue.ts'
import { isOwed, running } from '../promise/promise.ts'
import type { Instant } from '../time/instant.ts'
import { isEscalated } from './escalation.ts'

/** Rule 25: the one order of every list: escalated, broken promise, promise due soonest. Lower comes first. */
export type Place = { rank: 0 | 1 | 2 | 3; at: Instant }

/** Where an issue stands in every list. Closed ones come last, by when they were closed. */
export function placeOf(issue: Issue): Place {
  const { lifecycle } = issue
  if (lifecycle.phase === 'closed') return { rank: 3, at: lifecycle.at }
  const [soonest] = running(issue)
    .map(({ due }) => due)
    .toSorted()
  const at = soonest ?? issue.openedAt
  if (isEscalated(issue)) return { rank: 0, at }
  return { rank: issue.promises.some(isOwed) ? 1 : 2, at }
}
