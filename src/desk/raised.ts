import type { FoundIssueAnswer, RaisedByMeAnswer } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import { plusMinutes } from '../core/time/instant.ts'
import { configurationOf } from '../store/configuration.ts'
import { readNow } from '../store/now.ts'
import { findIssueByNumber, findIssuesByName, readRaisedBy } from '../store/raised.ts'
import type { Desk } from './desk.ts'

/** The alarms that a member raised or joined, for whoever sees no more of their issues (Rules 23 and 26). */
export const readRaised = (desk: Desk, member: MemberId): Promise<RaisedByMeAnswer[]> =>
  readRaisedBy(desk.database, desk.workspace, member)

/** The issues for which somebody may want to raise an alarm: by number, or by the begin of words of the customer's name (Rule 23). */
export async function findIssues(desk: Desk, q: string): Promise<FoundIssueAnswer[]> {
  const { policy } = await configurationOf(desk.database, desk.workspace)
  const now = await readNow(desk.database, desk.workspace)
  const closedSince = plusMinutes(now, -policy.recurrenceDays * 24 * 60)
  const number = /^#?(\d{1,15})$/.exec(q.trim())?.[1]
  return number === undefined
    ? findIssuesByName(desk.database, desk.workspace, q.trim(), closedSince)
    : findIssueByNumber(desk.database, desk.workspace, Number(number), closedSince)
}
