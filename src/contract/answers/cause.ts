import { z } from 'zod'
import type { CauseMay as CauseMayOfRules } from '../../core/resolution/cause.ts'
import { AssistAnswer } from './assist.ts'
import { IssueRow } from './issue.ts'
import { at, count, every, MemberRef } from './values.ts'

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

const CauseMay = every<CauseMayOfRules>()('lead', 'give_word', 'ask_assist', 'solve', 'reopen')

/** One cause with its issues in the one order, the word for their customers, and the work that is asked for them. */
export const CauseAnswer = z.strictObject({
  ...CauseRow.shape,
  issues: z.array(IssueRow),
  assists: z
    .array(z.strictObject({ issue: count, assist: AssistAnswer }))
    .describe('What is asked of others for its customers.'),
  word: z
    .strictObject({
      text: z.string(),
      at,
      told: z.array(count).describe('Issues whose customer has heard from us since.'),
      waits: z.array(count).describe('Issues whose owner has not passed it on yet.'),
    })
    .nullable()
    .describe('The last word for all its customers, until the cause is solved.'),
  may: z.array(CauseMay).describe('What the reader may do on it as it stands; anybody with a seat links and unlinks.'),
})
export type CauseAnswer = z.infer<typeof CauseAnswer>
