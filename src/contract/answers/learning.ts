import { z } from 'zod'
import type { FigureName } from '../../core/learning/effect.ts'
import type { LessonMay as LessonMayOfRules } from '../../core/learning/lesson-may.ts'
import { ActorRef, at, count, every, MemberRef, TeamRef } from './values.ts'

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

/** What changes with a lesson (Rule 28). */
export const ChangeAnswer = z.union([
  z.strictObject({
    type: z.literal('fact_rule'),
    key: z.string(),
    says: z.string(),
    allowed: z.array(z.string()),
    refused: z.array(z.string()),
  }),
  z.strictObject({ type: z.literal('checklist'), step: z.string() }),
  z.strictObject({ type: z.literal('article'), title: z.string(), body: z.string() }),
  z.strictObject({ type: z.literal('macro'), name: z.string(), body: z.string() }),
  z.strictObject({
    type: z.literal('request'),
    department: TeamRef,
    ask: z.string(),
    owner: MemberRef.nullable(),
    due: at,
  }),
])
export type ChangeAnswer = z.infer<typeof ChangeAnswer>

const LessonMay = every<LessonMayOfRules>()(
  'comment',
  'support',
  'take_support_back',
  'adopt',
  'decline',
  'keep',
  'change',
  'drop',
  'answer',
)

/** Where a lesson stands. It is in force in `trial`, `trial_over` and `kept`. */
export const LessonState = z.enum(['proposed', 'declined', 'trial', 'trial_over', 'kept', 'dropped'])

/** What lists and the whole answer have in common. */
const LessonHead = z.strictObject({
  id: count.describe('Its number, as people say it: lesson 12.'),
  state: LessonState,
  what: z.string(),
  issue: z.strictObject({ number: count, subject: z.string() }).nullable(),
  kind: KindRef.nullable().describe('By whose figures its effect is checked; null: of all issues.'),
  proposedBy: MemberRef,
  proposedAt: at,
  change: ChangeAnswer,
})

const Trial = z.strictObject({ adoptedBy: MemberRef, since: at, until: at })
const Decision = z.strictObject({ by: MemberRef, at, why: z.string() })

/** A lesson, whole (Rules 28 and 29). */
export const LessonAnswer = z.strictObject({
  ...LessonHead.shape,
  version: count,
  whys: z.array(z.string()),
  trial: Trial.nullable(),
  request: z
    .strictObject({
      owner: MemberRef,
      due: at,
      state: z.enum(['asked', 'overdue', 'answered']),
      answer: z.strictObject({ done: z.boolean(), words: z.string(), at }).nullable(),
    })
    .nullable()
    .describe('What became of a request to another department, while it is in force.'),
  decision: Decision.nullable().describe('Why it was declined, kept or dropped, by whom and when.'),
  /** What its change was before, in order. */
  earlier: z.array(z.strictObject({ change: ChangeAnswer, trial: Trial, changed: Decision })),
  comments: z.array(z.strictObject({ text: z.string(), by: MemberRef, at })),
  supporters: z.array(z.strictObject({ member: MemberRef, at })),
  may: z.array(LessonMay),
})
export type LessonAnswer = z.infer<typeof LessonAnswer>

/** Something that was excused from a lesson: on which issue, by whom, and why (Rule 28). */
export const ExcuseAnswer = z.strictObject({
  issue: z.strictObject({ number: count, subject: z.string() }),
  at,
  by: MemberRef,
  why: z.string(),
})
export type ExcuseAnswer = z.infer<typeof ExcuseAnswer>

/** A row of the list of lessons. */
export const LessonRow = z.strictObject({
  ...LessonHead.shape,
  until: at.nullable().describe('When its trial ends or ended, while it is in force.'),
  supporters: count,
  comments: count,
})
export type LessonRow = z.infer<typeof LessonRow>

/** What lessons in force ask for: how facts are established, and which steps go with a kind of issue (Rule 28). */
export const RulesAnswer = z.strictObject({
  facts: z.array(
    z.strictObject({
      lesson: count,
      key: z.string(),
      says: z.string(),
      allowed: z
        .array(z.string())
        .describe('The only ways, by whatever case and punctuation; empty: all but `refused`.'),
      refused: z.array(z.string()).describe('A way that has one of these in it is refused.'),
    }),
  ),
  checklist: z.array(z.strictObject({ lesson: count, kind: KindRef, says: z.string() })),
})
export type RulesAnswer = z.infer<typeof RulesAnswer>

/** A text for use in answers, from an adopted lesson. */
export const MacroAnswer = z.strictObject({ lesson: count, name: z.string(), body: z.string() })
export type MacroAnswer = z.infer<typeof MacroAnswer>

/** An article from an adopted lesson. */
export const ArticleAnswer = z.strictObject({ lesson: count, title: z.string(), body: z.string() })
export type ArticleAnswer = z.infer<typeof ArticleAnswer>

const Span = z.strictObject({ from: at, until: at, issues: count })
const Interval = z.strictObject({ low: z.number(), high: z.number() })
const Share = z.strictObject({ count, of: count, share: z.number().nullable(), ...Interval.shape })

/** What a lesson has changed, as far as its trial has run, and as long before it (Rule 29). */
export const EffectAnswer = z.strictObject({
  lesson: count,
  kind: KindRef.nullable(),
  before: Span.describe('Issues of the kind that were opened in as much time before its adoption.'),
  after: Span,
  /** Shares of the issues opened in each span with which it happened in that span, with 95 % intervals (Wilson). */
  figures: z.array(
    z.strictObject({
      name: every<FigureName>()('broken', 'recurred', 'denied', 'handed_over', 'assist_without_movement', 'excused'),
      before: Share,
      after: Share,
      difference: Interval.describe('After less before, with its 95 % interval (Newcombe).'),
      reads: z.enum(['fewer', 'more', 'unclear']).describe('Unclear: chance alone could make this difference.'),
    }),
  ),
})
export type EffectAnswer = z.infer<typeof EffectAnswer>
