import { z } from 'zod'
import type { Policy } from '../../core/policy.ts'
import { at, count, MemberRef, Role } from './values.ts'

const Hours = z.array(z.strictObject({ from: z.string(), to: z.string() }))

/** When the desk is open: hours by ISO weekday (Monday is 1), and local dates on which it is not. */
const Calendar = z.strictObject({
  zone: z.string(),
  hours: z.record(z.string(), Hours),
  holidays: z.array(z.string()),
})

/** What the workspace decides for itself. Minutes are business minutes, but those of `live`, `callback` and `rung`. */
const PolicyAnswer = z.strictObject({
  answerMinutes: count,
  offerMinutes: count,
  greetingMinutes: count,
  liveMinutes: count,
  callbackMinutes: count,
  huddleMinutes: count,
  introductionMinutes: count,
  assistMinutes: count,
  brokenEscalatesMinutes: count,
  rungMinutes: count,
  handoffsWithoutHuddle: count,
  followUpContacts: count,
  followUpDays: count,
  cannotFixMinutes: count,
  recurrenceDays: count,
  unmergeDays: count,
  movesBeforeSupervisorIsTold: count,
  approvalMinutes: count,
  limits: z.array(
    z.strictObject({
      who: z.union([
        z.strictObject({ role: Role }),
        z.strictObject({ member: z.uuid() }),
        z
          .strictObject({ rung: z.union([count, z.literal('last_resort')]) })
          .describe('Whoever answered an alarm there, on the issue of that alarm.'),
      ]),
      kind: z.string().nullable(),
      amount: count.nullable(),
      currency: z.string(),
    }),
  ),
  currency: z.string(),
  lessonsAdoptedBy: z.enum(['supervisor', 'admin']),
  lessonTrialDays: count,
  silenceMinutes: count,
  letter: z
    .strictObject({ weekday: z.int().min(1).max(7), time: z.string() })
    .nullable()
    .describe('When the letter about the week comes, on the wall of the desk; null: none is written.'),
  duty: z.strictObject({ rota: z.array(z.uuid()), lead: z.uuid().nullable() }),
} satisfies Record<keyof Policy, z.ZodType>)

const ScheduleRef = z.strictObject({ id: z.uuid(), name: z.string() })

/** The escalation path as it is set (Rules 23 and 24). */
export const PathAnswer = z.strictObject({
  name: z.string(),
  meaning: z.string(),
  inbox: z.string().nullable().describe('The address to which members write to raise an alarm by mail.'),
  rungs: z
    .array(
      z.strictObject({
        who: z.union([z.strictObject({ member: MemberRef }), z.strictObject({ schedule: ScheduleRef })]),
        minutes: count,
      }),
    )
    .describe('Empty while no path is set: the owner’s supervisors are called, then the admins.'),
  lastResort: MemberRef.nullable(),
})
export type PathAnswer = z.infer<typeof PathAnswer>

/** Everything that an admin decides for the workspace. */
export const WorkspaceAnswer = z.strictObject({
  name: z.string(),
  inbox: z.string(),
  calendar: Calendar,
  policy: PolicyAnswer,
  path: PathAnswer,
})
export type WorkspaceAnswer = z.infer<typeof WorkspaceAnswer>

/** A time in which one person is on call; nobody: a gap. */
const Stretch = z.strictObject({ from: at, until: at, member: MemberRef.nullable() })

/** Who is on call when, and for two weeks ahead (Rule 24). */
export const ScheduleAnswer = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  zone: z.string(),
  rotation: z.array(MemberRef),
  handover: z.strictObject({ weekday: z.int().min(1).max(7).nullable(), time: z.string() }),
  from: at.describe('When the first of the rotation begins.'),
  overrides: z
    .array(z.strictObject({ id: z.uuid(), member: MemberRef, from: at, until: at }))
    .describe('Those that are not over.'),
  onCall: MemberRef.nullable().describe('Who is on call now; null: a gap.'),
  ahead: z
    .array(Stretch)
    .describe('The fourteen days ahead, stretch by stretch; where `member` is null nobody is on call.'),
})
export type ScheduleAnswer = z.infer<typeof ScheduleAnswer>

/** A time within the next seven days in which nobody of a schedule is on call. */
export const GapAnswer = z.strictObject({ schedule: ScheduleRef, from: at, until: at })
export type GapAnswer = z.infer<typeof GapAnswer>
