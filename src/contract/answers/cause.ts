import { z } from 'zod'
import { AssistAnswer } from './assist.ts'
import { IssueRow } from './issue.ts'
import { at, count, MemberRef } from './values.ts'

const Solution = z.strictObject({ wrong: z.string(), done: z.string(), holds: z.string(), at })

/** The same problem of several customers (Rule 22), as lists show it. */
export const CauseRow = z.strictObject({
  id: count,
  subject: z.string(),
  what: z.string(),
  state: z.enum(['open', 'solved']),
  lead: MemberRef.describe('Who sees to it that it is worked.'),
  openedBy: MemberRef,
  openedAt: at,
  solution: Solution.nullable(),
  issues: z.array(count).describe('The issues that have it.'),
})
export type CauseRow = z.infer<typeof CauseRow>

/** One cause with its issues in the one order, and the work that is asked for them. */
export const CauseAnswer = z.strictObject({
  ...CauseRow.shape,
  issues: z.array(IssueRow),
  assists: z
    .array(z.strictObject({ issue: count, assist: AssistAnswer }))
    .describe('What is asked of others for its customers.'),
})
export type CauseAnswer = z.infer<typeof CauseAnswer>
