import { z } from 'zod'
import { auditFigures } from './audit.ts'
import { page } from './commands.ts'
import { id, time } from './values.ts'

/** Every measure by its name, in the order of the page. */
export const measureNames = [
  'champion',
  'promises_kept',
  'promises_moved',
  'broken_made_good',
  'promised_span',
  'changes_of_hands',
  'handoffs_met',
  'offers_unanswered',
  'passed_unmet',
  'circles',
  'huddled',
  'greeting_time',
  'first_owner',
  'confirmed',
  'denied',
  'recurred',
  'escalated',
  'alarm_answered',
  'assists_moved',
  'assists_declined',
  'silent_too_long',
  'longest_silence',
  'told_again',
  'rated_well',
  'rating_answered',
  'within_limit',
  'lessons_adopted',
  'lessons_kept',
] as const
export type MeasureName = (typeof measureNames)[number]

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

/** A day on the wall of the workspace, or a moment. */
const dayOrTime = z
  .string()
  .refine(
    text => isDay(text) || time.safeParse(text).success,
    'Write a day like 2026-11-23, or a time like 2026-11-24T17:00:00Z.',
  )

/**
 * Which issues are asked about: those that customers brought in a time, and what has happened to them until now. Without a
 * time it is the last twelve weeks. A day as `to` is part of it. `mine`: only those that I have owned.
 */
const scope = {
  from: dayOrTime.optional(),
  to: dayOrTime.optional(),
  team: id.optional(),
  kind: id.optional(),
  channel: z.enum(['email', 'phone', 'chat', 'portal', 'api']).optional(),
  mine: z.stringbool().default(false),
}

/** GET /measures. `against`: beside another time, the same length before, or one that is said. */
export const askMeasures = z.strictObject({
  ...scope,
  against: z.enum(['before']).optional(),
  againstFrom: dayOrTime.optional(),
  againstTo: dayOrTime.optional(),
})

const by = z.enum(['week', 'team', 'kind', 'channel'])

/** GET /measures/{name}. */
export const askMeasure = z.strictObject({ ...scope, by: by.default('week') })
/** GET /measures.csv. */
export const exportMeasures = z.strictObject({ ...scope, by: by.optional() })
/** GET /measures/{name}/issues. `side`: those that count as its part, the rest, `all`, or one of its reasons by its name. */
export const askIssuesBehind = z.strictObject({
  ...scope,
  side: z
    .string()
    .regex(/^[a-z_]{1,40}$/, 'Write part, rest, or the name of a reason.')
    .default('part'),
  ...page.shape,
})

/** GET and POST /measures/compare: issues opened in a time, or in the last twelve months. A day as `to` is part of it. */
export const askCompare = z.strictObject({ from: dayOrTime.optional(), to: dayOrTime.optional() })

/** POST /measures/compare. `audit`: what `baton audit --json` told of another desk. */
export const compareAudit = z.strictObject({
  audit: auditFigures.superRefine(({ cases, person, group, silence, reopened }, { addIssue }) => {
    const counted: [number, PropertyKey[]][] = [
      ...([person, group] as const).flatMap((passing, place): [number, PropertyKey[]][] => {
        const by = place === 0 ? 'person' : 'group'
        return [
          [passing.handoffs.cases, [by, 'handoffs', 'cases']],
          [passing.pingPong.cases, [by, 'pingPong', 'cases']],
          [passing.returns.cases, [by, 'returns', 'cases']],
          [passing.perCase.one, [by, 'perCase', 'one']],
        ]
      }),
      [silence.overCases, ['silence', 'overCases']],
      [reopened.cases, ['reopened', 'cases']],
    ]
    for (const [count, path] of counted) {
      if (count <= cases) continue
      addIssue({ code: 'custom', path, message: `These are more than all its ${cases} cases: it was changed by hand.` })
    }
  }),
})
export const measureInPath = z.strictObject({ name: z.enum(measureNames) })
