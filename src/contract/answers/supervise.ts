import { z } from 'zod'
import { AbsenceAnswer } from './absence.ts'
import { AssistAnswer } from './assist.ts'
import { HandoffAnswer, HuddleAnswer, StallAnswer } from './handoff.ts'
import { CannotFixAnswer, ConcessionAnswer, IssueRow, PromiseAnswer } from './issue.ts'
import { at, count, MemberRef, ReceiverRef } from './values.ts'
import { GapAnswer } from './workspace.ts'

const Ended = z.strictObject({ issue: IssueRow, handoff: HandoffAnswer, endedAt: at })

/** What needs a supervisor, each with its issue. */
export const SuperviseAnswer = z.strictObject({
  broken: z.array(z.strictObject({ issue: IssueRow, promise: PromiseAnswer })),
  expired: z.array(Ended),
  fellThrough: z.array(Ended),
  escalated: z.array(IssueRow),
  gaps: z.array(GapAnswer).describe('When nobody of a schedule is on call within the next seven days (Rule 24).'),
  silent: z
    .array(z.strictObject({ issue: IssueRow, assist: AssistAnswer }))
    .describe('Assists that were due without movement, until the owner has told the customer (Rule 16).'),
  still: z
    .array(
      z.strictObject({
        issue: IssueRow,
        handoff: count,
        why: StallAnswer.shape.why,
        giver: MemberRef,
        receiver: MemberRef,
        at,
      }),
    )
    .describe('Customers who were handed over and whom nobody looks after yet (Rules 9 and 10).'),
  circles: z
    .array(
      z.strictObject({
        issue: IssueRow,
        giver: MemberRef,
        to: ReceiverRef,
        because: z.enum(['owned', 'declined', 'handoffs']),
        before: MemberRef.nullable().describe('Who had owned or declined it; null where it changed hands too often.'),
        times: count,
        firstAt: at,
        lastAt: at,
      }),
    )
    .describe('Offers that were refused since they would go in a circle, and no huddle has settled since (Rule 11).'),
  huddles: z
    .array(z.strictObject({ issue: IssueRow, huddle: HuddleAnswer }))
    .describe('Huddles that are called and not settled yet (Rule 11).'),
  approvals: z
    .array(z.strictObject({ issue: IssueRow, concession: ConcessionAnswer }))
    .describe('Concessions above a limit that wait for an approval (Rule 27).'),
  cannotFix: z
    .array(z.strictObject({ issue: IssueRow, cannotFix: CannotFixAnswer }))
    .describe('Asked, and not answered yet: whether it really can’t be fixed (Rule 19).'),
  uncovered: z
    .array(AbsenceAnswer)
    .describe('Absences under way in which promises are without a cover, the one that began first (Rule 15).'),
  load: z
    .array(
      z.strictObject({
        member: MemberRef,
        onShift: z.boolean(),
        awayUntil: at.nullable(),
        open: count,
        room: count,
        dueToday: count.describe('On how many of their open issues word is owed, or falls due before midnight.'),
      }),
    )
    .describe('What is with whom as it is now, by name: to help, not to compare (Rule 32).'),
})
export type SuperviseAnswer = z.infer<typeof SuperviseAnswer>
