import { z } from 'zod'
import { PromiseKind } from './issue.ts'
import { at, Channel, count, MemberRef, Outcome, Phase } from './values.ts'

/** What the customer sees of their issue. */
export const PortalAnswer = z.strictObject({
  company: z.string(),
  number: count,
  subject: z.string(),
  phase: Phase,
  outcome: Outcome.nullable(),
  owner: MemberRef.describe('First name for sentences, whole name for the card.'),
  cover: z
    .strictObject({ ...MemberRef.shape, until: at })
    .nullable()
    .describe('Who looks after it while the owner is away, and until when (Rule 15).'),
  introducedBy: z.strictObject({ name: z.string(), at }).nullable(),
  next: z
    .strictObject({
      what: z.string().nullable(),
      due: at,
      state: z.enum(['open', 'broken']),
      kind: PromiseKind,
    })
    .nullable(),
  hours: z.string(),
  zone: z.string(),
  resolution: z.strictObject({ wrong: z.string(), done: z.string(), holds: z.string(), proposedAt: at }).nullable(),
  cannotFix: z
    .strictObject({ reason: z.string(), alternative: z.string(), toldAt: at })
    .nullable()
    .describe('What the customer was told of an issue that can not be fixed (Rule 19).'),
  confirmed: z.boolean(),
  live: z
    .strictObject({
      channel: z.enum(['chat', 'phone']),
      state: z.enum(['gathering', 'interrupted']),
      until: at,
      giver: MemberRef,
      receiver: MemberRef,
      youAreSeen: z.boolean(),
    })
    .nullable()
    .describe(
      'Who is brought together with the customer now (Rule 9); in a chat the page says every few seconds that they are here.',
    ),
  meeting: z
    .strictObject({ giver: MemberRef, receiver: MemberRef, at, objectedAt: at.nullable(), mayObject: z.boolean() })
    .nullable()
    .describe(
      'The meeting on the phone of which the customer was told, and whether they may say that it was none (Rule 9).',
    ),
  path: z.array(z.strictObject({ what: z.string(), at, state: z.enum(['done', 'ahead']) })),
  escalation: z
    .strictObject({
      name: z.string(),
      meaning: z.string(),
      open: z.strictObject({ state: z.enum(['raised', 'answered']), at, champion: MemberRef.nullable() }).nullable(),
    })
    .describe(
      "The company's escalation path, which the customer may call on; `open`: who has answered, or nobody yet (Rule 23).",
    ),
  messages: z.array(
    z.strictObject({
      id: z.uuid(),
      at,
      from: z.enum(['you', 'us']),
      name: z.string(),
      body: z.string(),
      channel: Channel,
      kudos: count.nullable().describe("The customer's thanks for it, by number; null where there are none (Rule 30)."),
    }),
  ),
  now: at,
})
export type PortalAnswer = z.infer<typeof PortalAnswer>
