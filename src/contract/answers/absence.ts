import { z } from 'zod'
import type { Absence } from '../../core/cover/absence.ts'
import { CoverState } from './cover.ts'
import { IssueRow, RunningPromise } from './issue.ts'
import { ActorRef, at, every, MemberRef } from './values.ts'

/** A promise that would be owed by nobody while somebody is away (Rule 15). */
const PromiseToCover = z.strictObject({
  issue: IssueRow,
  promise: RunningPromise,
  asked: MemberRef.nullable().describe('Who was asked to cover it, and has not answered.'),
})

/** What would need a cover if somebody were away in this time: soonest first, what is owed already before all. */
export const AwayAnswer = z.strictObject({
  member: MemberRef,
  from: at,
  until: at,
  promises: z.array(PromiseToCover),
})
export type AwayAnswer = z.infer<typeof AwayAnswer>

const AbsenceState = every<Absence['state']>()('waiting', 'agreed', 'cancelled')

/** An absence, who covers what in it, and what is left without a cover (Rule 15). */
export const AbsenceAnswer = z.strictObject({
  id: z.uuid(),
  member: MemberRef,
  from: at,
  until: at,
  state: AbsenceState.describe('It waits for covers, or is agreed: only then are they away. Cancelled never began.'),
  promises: z.array(PromiseToCover).describe('Still without a cover: what falls due soonest first.'),
  covers: z.array(z.strictObject({ id: z.uuid(), member: MemberRef, state: CoverState, issue: IssueRow })),
})
export type AbsenceAnswer = z.infer<typeof AbsenceAnswer>

/** What I am asked to cover, and what I cover (Rule 15). */
export const CoveringAnswer = z.strictObject({
  id: z.uuid(),
  absent: MemberRef,
  from: at,
  until: at,
  issues: z.array(z.strictObject({ issue: IssueRow, state: CoverState, promises: z.array(RunningPromise) })),
})
export type CoveringAnswer = z.infer<typeof CoveringAnswer>

/** What happened while somebody was away, by issue (Rule 15). */
export const ReturnAnswer = z.strictObject({
  id: z.uuid(),
  member: MemberRef,
  from: at,
  until: at,
  issues: z.array(
    z.strictObject({
      issue: IssueRow,
      covers: z.array(MemberRef).describe('Who acted in their place, in order.'),
      promises: z.array(
        z.strictObject({
          what: z.string().nullable(),
          kind: RunningPromise.shape.kind,
          due: at,
          became: z.enum(['made', 'kept', 'moved', 'broken', 'made_good', 'unkept', 'released']),
          at,
          by: ActorRef,
        }),
      ),
      messages: z.array(
        z.strictObject({
          id: z.uuid(),
          at,
          direction: z.enum(['in', 'out', 'note']),
          author: z.string(),
          begin: z.string().describe('The begin of what was written.'),
        }),
      ),
    }),
  ),
})
export type ReturnAnswer = z.infer<typeof ReturnAnswer>
