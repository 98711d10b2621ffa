import { z } from 'zod'
import { ActorRef, at, CustomerRef, count, MemberRef, TeamRef } from './values.ts'

const issue = z.strictObject({ number: count, subject: z.string() })

/** With how many customers something happened, of how many; and between which shares the truth lies with 95 % confidence. */
const ShareAnswer = z.strictObject({ count, of: count, low: z.number(), high: z.number() })
export type ShareAnswer = z.infer<typeof ShareAnswer>

/** The one thing that a letter suggests to look at, with its evidence. */
const SuggestionAnswer = z.strictObject({
  failing: z.string().describe('In which way customers were let down: a reason of the champion probability.'),
  group: z
    .strictObject({ by: z.enum(['kind', 'channel']), key: z.string(), says: z.string() })
    .nullable()
    .describe('For whom it happens more often than for others, by more than chance; null: for none in particular.'),
  now: ShareAnswer.describe('Of the last four weeks.'),
  others: ShareAnswer.nullable(),
  before: ShareAnswer.describe('Of the twelve weeks before.'),
  says: z.array(z.string()).describe('The same for people: what to look at, and the evidence for it.'),
  issues: z.string().describe('The page of the issues behind it.'),
})
export type SuggestionAnswer = z.infer<typeof SuggestionAnswer>

/**
 * The letter about a week. It tells of customers and of what was learned; nothing in it says who broke a promise, or how much
 * anybody did (Rule 32).
 */
export const LetterAnswer = z.strictObject({
  id: z.uuid(),
  team: TeamRef.nullable().describe("Null: the workspace's."),
  from: at,
  until: at,
  kept: count.describe('Promises that were kept on time.'),
  thanks: z.array(
    z.strictObject({
      for: MemberRef,
      by: ActorRef,
      words: z.string().nullable(),
      issue,
    }),
  ),
  broken: z.array(
    z.strictObject({
      customer: CustomerRef,
      issue,
      what: z.string(),
      due: at,
      owed: z.boolean().describe('Whether they have still not heard from us.'),
    }),
  ),
  unanswered: z.array(z.strictObject({ customer: CustomerRef, issue, offered: at, expired: at })),
  silent: z.array(z.strictObject({ customer: CustomerRef, issue, since: at })),
  lessons: z.array(
    z.strictObject({
      id: count,
      became: z.enum(['adopted', 'kept', 'changed', 'dropped']),
      what: z.string().describe('What had happened.'),
      says: z.string().describe('What changes with it.'),
    }),
  ),
  suggestion: SuggestionAnswer.nullable().describe('Null: nothing stands out.'),
})
export type LetterAnswer = z.infer<typeof LetterAnswer>
