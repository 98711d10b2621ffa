import type { IssueRow } from '../../../src/contract/answers.ts'
import { midnights, readerZone } from '../../ui/times.ts'

export type Group = 'owed' | 'today' | 'later' | 'closed'

/** Where a row stands: owed now, for today, or later. The order within is the server's (Rule 25). */
export function groupOf({ rank, promise, phase }: IssueRow, now: string, zone = readerZone): Group {
  if (rank === 3) return 'closed'
  if (rank < 2) return 'owed'
  // Confirmed, and nothing promised any more: what is left is to close it.
  if (!promise) return phase === 'confirmed' ? 'today' : 'later'
  return midnights(now, promise.due, zone) <= 0 ? 'today' : 'later'
}

/** The rows of each group, in the order in which they came. */
export const inGroups = (rows: readonly IssueRow[], now: string): { group: Group; rows: IssueRow[] }[] =>
  (['owed', 'today', 'later', 'closed'] as const)
    .map(group => ({ group, rows: rows.filter(row => groupOf(row, now) === group) }))
    .filter(({ rows: some }) => some.length > 0)
