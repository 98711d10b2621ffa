import { z } from 'zod'
import { PromiseKind, RatingAnswer } from './issue.ts'
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
  resolution: z
    .strictObject({
      wrong: z.string(),
      done: z.string(),
      holds: z.string(),
      watch: z
        .array(at)
        .describe('When the company looks again whether it holds, once the customer confirms (Rule 20).'),
      proposedAt: at,
    })
    .nullable(),
  cannotFix: z
    .strictObject({ reason: z.string(), alternative: z.string(), toldAt: at })
    .nullable()
    .describe('What the customer was told of an issue that can not be fixed (Rule 19).'),
  confirmed: z.boolean(),
  rating: z
    .strictObject({
      open: z
        .boolean()
        .describe('Whether they can say it, or say it otherwise: as long as the issue would open again.'),
      given: RatingAnswer.nullable(),
    })
    .nullable()
    .describe(
      '"Were you looked after?": asked of every customer once they have confirmed or it is closed; null: not asked.',
    ),
  live: z
    .strictObject({
      channel: z.enum(['chat', 'phone']),
      state: z.enum(['gathering', 'interrupted']),
      until: at,
      giver: MemberRef,
      receiver: MemberRef,
      here: z.array(MemberRef).describe('Who of the two is there already.'),
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
  path: z
    .array(
      z.strictObject({
        kind: z.enum(['word', 'watch', 'meeting']),
        what: z.string().describe('Empty where nobody put it into words: its kind says it.'),
        at,
        state: z.enum(['done', 'ahead']),
      }),
    )
    .describe('What was done for the customer, and what is ahead: words promised, checks of a watch, meetings.'),
  escalation: z
    .strictObject({
      name: z.string(),
      meaning: z.string(),
      open: z
        .strictObject({
          state: z.enum(['raised', 'answered']),
          at,
          champion: MemberRef.nullable(),
          yours: z.boolean().describe('Whether the customer has raised or joined it.'),
        })
        .nullable(),
      over: z
        .strictObject({ at, champion: MemberRef, message: z.uuid().nullable() })
        .nullable()
        .describe('The last one, once it is over: who saw it through; `message`: our last word before its end.'),
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
