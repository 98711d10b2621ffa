import type { IssueAnswer, OfferAnswer } from '../contract/answers.ts'
import type { MemberId } from '../core/context.ts'
import type { Desk } from './desk.ts'
import { readIssue, rowsOf } from './issues.ts'

// What I accepted stays with me until the customer and I have met. An issue has one open handoff: no number comes twice.
/** The issues whose handoff waits for a member ($2) of a workspace ($1). */
export const waitingFor = `
select number
from handoff
where workspace_id = $1 and state = 'offered' and (to_member_id = $2 or (giver_id <> $2 and to_team_id in (
  select team_id from team_member where workspace_id = $1 and member_id = $2 and works
)))
union
select number
from handoff
where workspace_id = $1 and state in ('accepted', 'live', 'introduced') and receiver_id = $2`

/** Handoffs that wait for this member: offered to them or their team, or accepted and not met yet. In the one order. */
export async function readOffers(desk: Desk, member: MemberId): Promise<OfferAnswer[]> {
  const { rows } = await desk.database.query<{ number: number }>({
    name: 'offers',
    text: `${waitingFor} limit 200`,
    values: [desk.workspace, member],
  })
  const issues = await rowsOf(
    desk,
    rows.map(({ number }) => number),
  )
  const whole = await wholeIssues(
    desk,
    member,
    issues.map(({ number }) => number),
  )
  return issues.flatMap(issue => {
    const handoff = whole.get(issue.number)?.handoff
    return handoff ? [{ issue, handoff }] : []
  })
}

/** Some issues with all that is known of them, by number. */
export async function wholeIssues(
  desk: Desk,
  member: MemberId,
  numbers: readonly number[],
): Promise<Map<number, IssueAnswer>> {
  const read = await Promise.all(numbers.map(number => readIssue(desk, member, number)))
  return new Map(read.flatMap(one => ('answer' in one ? [[one.answer.number, one.answer] as const] : [])))
}
