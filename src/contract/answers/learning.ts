import { z } from 'zod'
import { ActorRef, at, count, MemberRef } from './values.ts'

/** A kind of issue that the workspace tells apart (Rule 28). */
export const KindRef = z.strictObject({ id: z.uuid(), name: z.string() })
export type KindRef = z.infer<typeof KindRef>

/** A kind as GET /kinds lists it. One that is given up is chosen no more, and stays with the issues that have it. */
export const KindAnswer = z.strictObject({ ...KindRef.shape, active: z.boolean() })
export type KindAnswer = z.infer<typeof KindAnswer>

/** A step that a lesson asks for with this kind of issue, and what became of it here (Rule 28). */
export const StepAnswer = z.strictObject({
  lesson: count,
  says: z.string(),
  state: z.enum(['open', 'done', 'excused']),
  by: MemberRef.nullable(),
  at: at.nullable(),
  why: z.string().nullable().describe('Why it need not be done here, when it is excused.'),
})
export type StepAnswer = z.infer<typeof StepAnswer>

/** Thanks for a moment in an issue: `moment` is the id of the message or call (Rule 30). */
export const KudosAnswer = z.strictObject({
  id: count,
  for: MemberRef,
  by: ActorRef,
  at,
  moment: z.uuid(),
  words: z.string().nullable(),
})
export type KudosAnswer = z.infer<typeof KudosAnswer>

/** The same as all members see it, with its issue. Nobody is counted (Rule 32). */
export const KudosRow = z.strictObject({
  ...KudosAnswer.shape,
  issue: z.strictObject({ number: count, subject: z.string() }),
})
export type KudosRow = z.infer<typeof KudosRow>
