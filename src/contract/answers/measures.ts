import { z } from 'zod'
import { auditFigures } from '../audit.ts'
import { measureNames } from '../measures.ts'
import { IssueRow } from './issue.ts'
import { KindRef } from './learning.ts'
import { at, pageOf, TeamRef } from './values.ts'

/** A figure with its count and its 95 % interval; `value` is null of nothing. */
export const FigureAnswer = z.strictObject({
  value: z.number().nullable(),
  low: z.number().nullable().describe('The interval in which the true value lies with 95 % confidence.'),
  high: z.number().nullable(),
  count: z.number().nullable().describe('Of a share: how many are its part. Of a mean: how many there were in all.'),
  of: z.number().describe('Of how many.'),
  small: z.boolean().describe('So few that it says little.'),
  sampled: z.number().nullable().describe('Of how many a median was drawn, where there were too many for all.'),
  parts: z
    .array(z.strictObject({ name: z.string(), says: z.string(), count: z.number() }))
    .describe('Why issues are missing from a share; one can have several reasons.'),
})
export type FigureAnswer = z.infer<typeof FigureAnswer>

/** What a measure tells about itself (DESIGN section 8). */
const about = {
  name: z.enum(measureNames),
  chapter: z.string(),
  says: z.string(),
  definition: z.string(),
  unit: z.enum(['share', 'minutes', 'number']),
  per: z.string().nullable().describe('Of a number: for each of what.'),
  clock: z.enum(['open', 'real']).nullable().describe('Of minutes: of opening hours, or of real time.'),
  better: z.enum(['more', 'less']).nullable(),
  gaming: z.string().describe('How it could be made to look better without treating a customer better.'),
  guard: z.string().describe('What stands against that.'),
  beside: z.array(z.enum(measureNames)).describe('The measures that it is read with.'),
}

/** Whether a difference is more than chance, and then whether it is for the better. */
export const DifferenceAnswer = z.strictObject({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  reads: z.enum(['better', 'worse', 'more', 'less', 'unclear']),
})
export type DifferenceAnswer = z.infer<typeof DifferenceAnswer>

export const MeasureAnswer = z.strictObject({
  ...about,
  figure: FigureAnswer,
  against: FigureAnswer.nullable(),
  difference: DifferenceAnswer.nullable().describe('This time less the other, where both have a figure.'),
})
export type MeasureAnswer = z.infer<typeof MeasureAnswer>

const Period = z.strictObject({
  from: at,
  until: at,
  issues: z.number().describe('How many issues customers brought in it; spam and duplicates are none.'),
  undecided: z.number().describe('Of these: under way, with nothing gone wrong so far.'),
})

/** Which issues figures are about. */
export const ScopeAnswer = z.strictObject({
  team: TeamRef.nullable(),
  kind: KindRef.nullable(),
  channel: z.string().nullable(),
  mine: z.boolean(),
})

export type ScopeAnswer = z.infer<typeof ScopeAnswer>

/** Every measure over one time, and beside another (DESIGN section 8; Rule 32). */
export const MeasuresAnswer = z.strictObject({
  period: Period,
  against: Period.nullable(),
  scope: ScopeAnswer,
  teams: z.array(TeamRef).describe('The teams whose figures the reader may see.'),
  measures: z.array(MeasureAnswer),
})
export type MeasuresAnswer = z.infer<typeof MeasuresAnswer>

/** One measure by week, team, kind or channel: in the order of weeks, or of names, never of figures. */
export const MeasureByAnswer = z.strictObject({
  ...about,
  by: z.enum(['week', 'team', 'kind', 'channel']),
  whole: FigureAnswer,
  rows: z.array(
    z.strictObject({
      key: z.string().nullable().describe('A Monday, or the id of a team or kind, or a channel; null: none was said.'),
      says: z.string(),
      undecided: z.number().describe('Of its issues: under way, with nothing gone wrong so far.'),
      figure: FigureAnswer,
    }),
  ),
})
export type MeasureByAnswer = z.infer<typeof MeasureByAnswer>

/** The issues behind a figure, the newest first. */
export const IssuesBehindAnswer = pageOf(IssueRow)

/** Some of the cases of a log, as a share of all, with its 95 % interval. */
export const ComparedSide = z.strictObject({
  count: z.number(),
  of: z.number(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  small: z.boolean().describe('So few that it says little.'),
})
export type ComparedSide = z.infer<typeof ComparedSide>

/** A share of cases before and since; null where a log does not say it. */
export const ComparedShare = z.strictObject({
  name: z.enum([
    'person_handoffs',
    'person_ping_pong',
    'person_returns',
    'group_handoffs',
    'group_ping_pong',
    'group_returns',
    'silent',
    'reopened',
  ]),
  better: z.enum(['more', 'less']).nullable(),
  before: ComparedSide.nullable(),
  since: ComparedSide.nullable(),
  difference: DifferenceAnswer.nullable().describe('Since less before, where both say it.'),
})
export type ComparedShare = z.infer<typeof ComparedShare>

/** How another desk treated its customers, beside this one by the same definitions. */
export const CompareAnswer = z.strictObject({
  period: z.strictObject({
    from: at,
    until: at,
    underWay: z
      .number()
      .describe('How many of the issues opened in it are not over yet: more may still happen to them.'),
  }),
  before: auditFigures.describe('The audit, as it was sent.'),
  since: auditFigures.describe('The same of the issues that were opened here in that time.'),
  shares: z.array(ComparedShare),
})
export type CompareAnswer = z.infer<typeof CompareAnswer>
