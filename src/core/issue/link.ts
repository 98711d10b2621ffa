import { record, type Turn } from '../turn.ts'
import type { Issue } from './issue.ts'

/** Public number of an issue. */
export type IssueNumber = number

/** What another issue is to this one: the same thing again, the same thing twice, or something that it was taken for. */
export type LinkKind = 'recurrence' | 'duplicate' | 'related'

export type LinkEvent = { type: 'IssueLinked'; issue: IssueNumber; kind: LinkKind }

/** The other half of a link: what was decided on one issue is seen on both. */
export type LinkIssue = { type: 'LinkIssue'; issue: IssueNumber; kind: LinkKind }

/** Rules 21 and 22: nothing of either issue moves. */
export function linkIssue(turn: Turn, { issue, kind }: LinkIssue): undefined {
  record(turn, { type: 'IssueLinked', issue, kind })
}

/** What is linked is no open question any more. */
export const evolveLink = (issue: Issue, { issue: other }: LinkEvent): Issue => ({
  ...issue,
  matches: issue.matches.filter(match => match.issue !== other),
})
