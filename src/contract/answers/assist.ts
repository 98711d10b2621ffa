import { z } from 'zod'
import type { MayAssist as MayAssistOfRules } from '../../core/may.ts'
import { at, CustomerRef, count, every, From, MemberRef, ReceiverRef } from './values.ts'

const AssistState = z.enum(['asked', 'accepted', 'introduced', 'declined', 'returned', 'silent', 'withdrawn'])

/** What the reader may do on an assist as it stands; the server decides again on each command. */
const MayAssist = every<MayAssistOfRules>()('accept', 'decline', 'touch', 'return', 'write', 'introduce', 'withdraw')

/** A piece of work that the owner asked of somebody for the customer (Rule 16). */
export const AssistAnswer = z.strictObject({
  id: count,
  state: AssistState,
  of: ReceiverRef,
  assistant: MemberRef.nullable().describe('Who does it, or did: who accepted, declined or returned it.'),
  ask: z.string(),
  askedBy: MemberRef,
  askedAt: at,
  due: at,
  acceptedAt: at.nullable().describe('While it is accepted.'),
  introducedAt: at.nullable().describe('Since when the customer knows the assistant, while they may write to them.'),
  touches: z.array(
    z.strictObject({
      at,
      by: MemberRef,
      note: z.string(),
      moved: z.boolean(),
      from: From.describe('Words that came by email could be anybody’s.'),
    }),
  ),
  end: z
    .strictObject({
      at,
      byItself: z.boolean().describe('It was due, and nobody had returned it.'),
      moved: z.boolean(),
      words: z.string().nullable().describe('What came of it, what it needs, or why it was declined.'),
    })
    .nullable(),
  toTell: z.boolean().describe('It is over, and the owner has not been in touch with the customer since.'),
  may: z.array(MayAssist),
})
export type AssistAnswer = z.infer<typeof AssistAnswer>

/** An assist that is asked of me or my team, in the one order of its issue (Rule 25). */
export const AssistRow = z.strictObject({
  number: count,
  id: count,
  for: CustomerRef,
  subject: z.string(),
  escalated: z.boolean(),
  owner: MemberRef,
  ask: z.string(),
  state: z.enum(['asked', 'accepted', 'introduced']),
  team: z.string().nullable().describe('Asked of this team of mine; null: of me.'),
  askedAt: at,
  due: at,
})
export type AssistRow = z.infer<typeof AssistRow>

/** All that somebody of whom an assist is asked needs for it: the customer and their story, and not the whole issue. */
export const AssistView = z.strictObject({
  number: count,
  for: CustomerRef,
  subject: z.string(),
  escalated: z.boolean(),
  owner: MemberRef,
  reader: MemberRef,
  company: z.string(),
  path: z.string().describe('What the workspace calls its escalation path.'),
  zone: z.string(),
  now: at,
  story: z.string(),
  facts: z.array(z.strictObject({ key: z.string(), value: z.string(), how: z.string().nullable(), at })),
  diagnoses: z.array(z.strictObject({ text: z.string(), by: MemberRef, at })),
  files: z
    .array(z.strictObject({ id: z.uuid(), name: z.string(), contentType: z.string(), size: count, at }))
    .describe('What customer and company sent each other.'),
  assist: AssistAnswer,
  conversation: z
    .array(z.strictObject({ id: z.uuid(), at, from: z.enum(['customer', 'us']), name: z.string(), body: z.string() }))
    .describe('The talk with the customer from the introduction on, while it holds.'),
})
export type AssistView = z.infer<typeof AssistView>
