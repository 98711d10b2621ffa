import { z } from 'zod'
import type { Handoff } from '../../core/handoff/handoff.ts'
import type { Huddle } from '../../core/handoff/huddle.ts'
import type { Party as PartyOfRules } from '../../core/handoff/live.ts'
import { at, count, every, MemberRef, ReceiverRef } from './values.ts'

export const BriefAnswer = z.strictObject({
  problem: z.string(),
  diagnosis: z.string(),
  tried: z.string(),
  why: z.string(),
  asked: z.string(),
  told: z.string(),
  callback: z.string().nullable(),
})
export type BriefAnswer = z.infer<typeof BriefAnswer>

const Party = every<PartyOfRules>()('giver', 'receiver', 'customer')

/**
 * A live introduction (Rule 9). Gathering: who was last seen when, on the phone who has said that all three are on the line;
 * all must be there by `until`. Interrupted: who is missing, and `until` when their return resumes it.
 */
export const LiveAnswer = z.strictObject({
  channel: z.enum(['chat', 'phone']),
  state: z.enum(['gathering', 'interrupted']),
  until: at,
  seen: z.strictObject({ giver: at.nullable(), receiver: at.nullable(), customer: at.nullable() }),
  missing: z.array(Party),
  callback: count.nullable().describe('The promise to call back, once it was interrupted.'),
})

/** The last handoff, open or over (Rules 6 to 8). */
export const HandoffAnswer = z.strictObject({
  id: count,
  state: every<Handoff['state']>()(
    'offered',
    'accepted',
    'live',
    'introduced',
    'met',
    'declined',
    'expired',
    'withdrawn',
    'fell_through',
  ),
  giver: MemberRef,
  to: ReceiverRef,
  receiver: MemberRef.nullable(),
  brief: BriefAnswer,
  offeredAt: at,
  limit: at.nullable().describe('When the offer expires, or the accepted handoff falls through; null once it is over.'),
  readBack: z
    .strictObject({
      words: z.string(),
      nextStep: z.string(),
      due: at,
      moves: z.array(z.strictObject({ promise: count, due: at })),
    })
    .nullable(),
  live: LiveAnswer.nullable(),
  how: z.enum(['message', 'chat', 'phone']).nullable().describe('How the customer came to know the receiver.'),
  introducedAt: at.nullable(),
  metAt: at.nullable(),
  objectedAt: at.nullable().describe('When the customer said that they have met nobody on the phone (Rule 9).'),
  decline: z
    .strictObject({
      by: MemberRef,
      reason: z.enum(['not_mine', 'missing_information', 'no_capacity']),
      suggestion: z.string().nullable(),
    })
    .nullable(),
})
export type HandoffAnswer = z.infer<typeof HandoffAnswer>

/** A customer who was handed over and whom nobody looks after (Rules 9 and 10). It is work for giver and supervisors. */
export const StallAnswer = z.strictObject({
  handoff: count,
  why: z.enum(['no_movement', 'objection']),
  giver: MemberRef,
  receiver: MemberRef,
  since: at,
})

/** The last huddle, open or over (Rule 11). */
export const HuddleAnswer = z.strictObject({
  id: count,
  state: every<Huddle['state']>()('called', 'settled', 'called_off'),
  with: ReceiverRef,
  giver: MemberRef,
  receiver: MemberRef,
  third: MemberRef.nullable().describe('Who records what it decides; null: one of the two.'),
  calledAt: at,
  calledBy: MemberRef.nullable(),
  due: at,
  lateAt: at.nullable(),
  decided: z.strictObject({ at, by: MemberRef.nullable(), owner: MemberRef, why: z.string() }).nullable(),
})
export type HuddleAnswer = z.infer<typeof HuddleAnswer>

/** Somebody who could receive a handoff, and why not if not. */
export const ReceiverAnswer = z.strictObject({
  to: ReceiverRef,
  teams: z.array(z.string()),
  onShift: z.boolean(),
  awayUntil: at.nullable().describe('Until when they are away; null: there.'),
  open: count,
  room: count,
  refusal: z.strictObject({ code: z.string(), detail: z.string(), remedy: z.string() }).nullable(),
})
export type ReceiverAnswer = z.infer<typeof ReceiverAnswer>
