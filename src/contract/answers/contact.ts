import { z } from 'zod'
import type { Likeness } from '../../core/contact/customer.ts'
import { at, Channel, CustomerRef, count, every, MemberRef } from './values.ts'

/** A contact that landed on the issue last in contact, and the others that it may be about (Rule 3). */
export const UnplacedAnswer = z.strictObject({
  message: z.uuid().describe('POST /issues/{number}/messages/{message}/place says where it belongs.'),
  contact: count,
  at,
  channel: Channel,
  takenBy: MemberRef.nullable().describe('Who answered the call; null when the customer wrote.'),
  among: z
    .array(z.strictObject({ number: count, subject: z.string(), owner: MemberRef }))
    .describe("The customer's other open issues."),
})
export type UnplacedAnswer = z.infer<typeof UnplacedAnswer>

/** A known customer who this one may be, and what speaks for it (Scenario 5). */
export const LookalikeAnswer = z.strictObject({
  customer: CustomerRef,
  why: z.array(every<Likeness>()('name', 'organization', 'domain', 'phone', 'issue')),
  open: count.describe('How many open issues they have.'),
})
export type LookalikeAnswer = z.infer<typeof LookalikeAnswer>

/** A known fact that a text asks for again (Rule 31). */
export const AskedAgainAnswer = z.strictObject({
  key: z.string(),
  value: z.string(),
  how: z.string().nullable(),
  by: MemberRef.nullable(),
  at,
  asks: z.string().describe('The sentence that asks for it.'),
})
export type AskedAgainAnswer = z.infer<typeof AskedAgainAnswer>

/** Who was told. */
export const TellAnswer = z.strictObject({ told: z.array(MemberRef) })
export type TellAnswer = z.infer<typeof TellAnswer>
