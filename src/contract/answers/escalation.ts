import { z } from 'zod'
import type { Cause } from '../../core/escalation/escalation.ts'
import { ActorRef, at, CustomerRef, count, every, MemberRef } from './values.ts'

/** Where on the ladder: a rung, counted from 1, or beyond all of them (Rule 24). */
const Place = z.union([z.int().min(1), z.literal('last_resort')])

/** What a person said who raised the alarm. By mail it is one text, as `impact`. */
const AlarmFacts = z.strictObject({
  impact: z.string().describe('What it costs the customer.'),
  tried: z.string().nullable(),
  needed: z.string().nullable(),
})

/** The alarm on behalf of the customer, open or the last one (Rules 23 to 26). */
export const EscalationAnswer = z.strictObject({
  id: count,
  state: z.enum(['raised', 'answered', 'stood_down']),
  cause: every<Cause>()('asked_for', 'broken_too_long', 'second_broken_promise', 'second_huddle', 'second_recurrence'),
  at,
  raises: z
    .array(z.strictObject({ by: ActorRef, at, facts: AlarmFacts.nullable(), told: z.boolean() }))
    .describe('Who raised it, then who joined; `told`: whether a member among them has been told the outcome since.'),
  calling: z
    .strictObject({ place: Place.nullable(), members: z.array(MemberRef), until: at, calls: count })
    .nullable()
    .describe(
      'While nobody has answered: where on the ladder it stands, who is called, until when, and the how manieth call it is.',
    ),
  called: z.array(z.strictObject({ member: MemberRef, place: Place })).describe('Everybody who was called so far.'),
  champion: MemberRef.nullable(),
  place: Place.nullable().describe('Where the champion was called; null for a supervisor who came by themselves.'),
  answeredAt: at.nullable(),
  told: z.string().nullable().describe('The outcome, as the raisers were told it last.'),
  missing: z
    .strictObject({ customer: z.boolean(), members: z.array(MemberRef) })
    .describe('Who must be told the outcome before it can be stood down.'),
  outcome: z.string().nullable(),
  stoodDownAt: at.nullable(),
})
export type EscalationAnswer = z.infer<typeof EscalationAnswer>

/** What whoever raised an alarm gets to see of it: a colleague may see no more of the issue. */
export const RaisedAnswer = z.strictObject({
  number: count,
  customer: CustomerRef,
  owner: MemberRef,
  escalation: z.strictObject({
    id: count,
    state: z.enum(['raised', 'answered', 'stood_down']),
    at,
    joined: z.boolean().describe('Whether somebody had raised it before: what was said is added to theirs.'),
    calling: z.array(MemberRef).describe('Who is called now; nobody once it is answered.'),
    until: at.nullable(),
    champion: MemberRef.nullable().describe('Who answered it and sees it through; null: nobody yet.'),
    outcome: z.string().nullable().describe('What came of it, as those who raised it were told.'),
  }),
})
export type RaisedAnswer = z.infer<typeof RaisedAnswer>

/** An alarm that I raised, or joined: how it stands with it, and what I said (Rules 23 and 26). */
export const RaisedByMeAnswer = RaisedAnswer.extend({
  raisedAt: at.describe('When I raised or joined it last.'),
  facts: AlarmFacts,
})
export type RaisedByMeAnswer = z.infer<typeof RaisedByMeAnswer>

/** An issue for which an alarm may be raised: whoever raises it need not see more. */
export const FoundIssueAnswer = z.strictObject({
  number: count,
  customer: CustomerRef,
  owner: MemberRef,
  openedAt: at,
  closedAt: at.nullable().describe('An alarm opens it again, while what returns still belongs to it (Rule 21).'),
  escalation: z.enum(['raised', 'answered']).nullable().describe('An open alarm: a second raise joins it.'),
})
export type FoundIssueAnswer = z.infer<typeof FoundIssueAnswer>
