import { z } from 'zod'
import { IssueRow } from './issue.ts'
import { at, CustomerRef, count, MemberRef } from './values.ts'

/** A customer as a search finds them, with their open issues and whose those are. */
export const CustomerAnswer = z.strictObject({
  ...CustomerRef.shape,
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  open: z.array(z.strictObject({ number: count, subject: z.string(), owner: MemberRef })),
})
export type CustomerAnswer = z.infer<typeof CustomerAnswer>

/** An issue as who answers a call must see it at a glance: whose it is, the story's begin, the facts, the next promise. */
const CustomerIssue = z.strictObject({
  ...IssueRow.shape,
  facts: z.array(z.strictObject({ key: z.string(), value: z.string() })),
  lastContactAt: at.nullable(),
})

/** A customer's record (Rule 3). */
export const CustomerRecord = z.strictObject({
  ...CustomerRef.shape,
  erasedAt: at.nullable(),
  addresses: z.array(
    z.strictObject({
      kind: z.enum(['email', 'phone']),
      address: z.string(),
      failedAt: at.nullable().describe('When a word sent there last came back for good; null while it works.'),
    }),
  ),
  open: z
    .array(CustomerIssue)
    .describe('The one last in contact first: there a contact lands that says nothing else, marked "which one?".'),
  closed: z.array(CustomerIssue).describe('The last ones, newest first.'),
  merges: z
    .array(z.strictObject({ id: z.uuid(), name: z.string(), at, by: MemberRef, issues: z.array(count) }))
    .describe('Records that were put together with this one, newest first; each can be taken apart again.'),
})
export type CustomerRecord = z.infer<typeof CustomerRecord>
