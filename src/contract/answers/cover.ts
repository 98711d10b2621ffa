import { z } from 'zod'
import type { Cover, CoverEnd } from '../../core/cover/cover.ts'
import { at, every, MemberRef } from './values.ts'

export const CoverState = every<Cover['state']>()('asked', 'declined', 'accepted', 'in_force', 'over')

/** Who was asked to act in the owner's place while they are away, and what became of it (Rule 15). */
export const CoverAnswer = z.strictObject({
  id: z.uuid().describe('Of the asking, which may be about several issues: as in /covers/{id}.'),
  absence: z.uuid(),
  absent: MemberRef,
  member: MemberRef,
  from: at,
  until: at,
  state: CoverState,
  askedAt: at,
  suggestion: z.string().nullable().describe('Of one that was declined: what would help instead.'),
  because: every<CoverEnd>()('time', 'another', 'back', 'not_needed', 'left', 'ownership', 'closed')
    .nullable()
    .describe('Of one that is over: why.'),
})
export type CoverAnswer = z.infer<typeof CoverAnswer>
