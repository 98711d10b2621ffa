import { z } from 'zod'
import type { LessonWaitingKind } from '../../core/learning/lesson-told.ts'
import { IssueRow } from './issue.ts'
import { LessonState } from './learning.ts'
import { at, count, every, MemberRef, Rank, Role, TeamRef, Word } from './values.ts'
import { Waits } from './waiting.ts'

export const NoticeAnswer = z.strictObject({
  id: count,
  word: Word,
  at,
  issue: z
    .strictObject({ number: count, subject: z.string(), rank: Rank })
    .nullable()
    .describe('Null when it is about a lesson.'),
  lesson: z.strictObject({ id: count, what: z.string() }).nullable(),
  moved: z
    .strictObject({ at, by: MemberRef, promise: z.string().nullable() })
    .nullable()
    .describe('What a look-back saw: the last contact with the customer, by whom, and the promise it kept (Rule 10).'),
  seen: z.boolean(),
})
export type NoticeAnswer = z.infer<typeof NoticeAnswer>

/** What somebody is told that goes by mail, too: all of it, what can't wait, or nothing. */
export const ToldByMail = z.enum(['everything', 'urgent', 'nothing'])

/** Something on an issue that waits for me. */
const IssueWork = z.strictObject({
  ...Waits.shape,
  issue: IssueRow,
})

/** Something on a lesson that waits for me (Rules 28 and 29). */
const LessonWork = z.strictObject({
  kind: every<LessonWaitingKind>()('lesson_proposed', 'lesson_decision', 'lesson_request', 'lesson_request_overdue'),
  since: at,
  due: at.nullable(),
  lesson: z.strictObject({ id: count, state: LessonState, what: z.string() }),
})

/** Something that waits for me, on an issue or on a lesson. */
export const WorkAnswer = z.union([IssueWork, LessonWork])
export type WorkAnswer = z.infer<typeof WorkAnswer>

/** Hours by ISO weekday: Monday is 1. */
const WeekHours = z.record(z.string(), z.array(z.strictObject({ from: z.string(), to: z.string() })))

export const MeAnswer = z.strictObject({
  member: z.strictObject({
    ...MemberRef.shape,
    email: z.string(),
    role: Role,
    teams: z.array(TeamRef),
    toldByMail: ToldByMail,
    weeklyLetter: z.boolean().describe('Whether the letter about the week comes by mail, too.'),
  }),
  workspace: z.strictObject({
    name: z.string(),
    inbox: z.string(),
    zone: z.string(),
    /** When the desk is open: hours by ISO weekday (Monday is 1), and local dates on which it is not. */
    hours: WeekHours,
    holidays: z.array(z.string()),
    path: z.strictObject({ name: z.string(), meaning: z.string(), inbox: z.string().nullable() }),
    demo: z.boolean(),
    testClock: z.boolean(),
    mail: z.enum(['local', 'smtp']),
  }),
  now: at,
  onShiftUntil: at.nullable().describe("When this person's shift ends today; null when not on shift."),
  counts: z.strictObject({
    mine: count,
    owed: count,
    offers: count,
    work: count.describe('Of what waits for me: on how many issues.'),
    intake: count,
    notices: count,
    keptMail: count,
  }),
})
export type MeAnswer = z.infer<typeof MeAnswer>

export const MemberAnswer = z.strictObject({
  ...MemberRef.shape,
  role: Role,
  active: z.boolean(),
  teams: z.array(TeamRef),
  supervises: z.array(TeamRef),
  onShift: z.boolean(),
  awayUntil: at.nullable(),
  covers: z.array(MemberRef).describe('Who looks after what is theirs now, while they are away (Rule 15).'),
  absences: z.array(z.strictObject({ from: at, until: at })).describe('Those agreed to, under way or to come.'),
  hours: WeekHours.nullable().describe("Their own hours by ISO weekday; null: the desk's."),
  zone: z.string().nullable().describe("Their own time zone; null: the desk's."),
  open: count,
  room: count,
  mayArrange: z
    .boolean()
    .describe('Whether the reader arranges their hours and absences: their own, or of people whom they supervise.'),
})
export type MemberAnswer = z.infer<typeof MemberAnswer>

/** How the desk understood a time in words. */
export const WhenAnswer = z.union([
  z.strictObject({ at, reads: z.string(), customer: z.string().nullable() }),
  z.strictObject({ at: z.null(), hint: z.string() }),
])
export type WhenAnswer = z.infer<typeof WhenAnswer>

/** How the desk understood the dates of a watch in words (Rule 20): no dates, then why. */
export const WatchDatesAnswer = z.strictObject({
  dates: z.array(z.strictObject({ at, reads: z.string() })),
  hint: z.string().nullable(),
})
export type WatchDatesAnswer = z.infer<typeof WatchDatesAnswer>

/** What anybody may know before signing in. `people`: only on a demo desk, from this machine. */
export const DeskAnswer = z.strictObject({
  company: z.string(),
  inbox: z.string(),
  demo: z.boolean(),
  needsSetup: z.boolean(),
  people: z.array(z.strictObject({ ...MemberRef.shape, role: Role, teams: z.array(z.string()) })),
})
export type DeskAnswer = z.infer<typeof DeskAnswer>

/** Where the server's time was moved to. */
export const ClockAnswer = z.strictObject({ now: at })
export type ClockAnswer = z.infer<typeof ClockAnswer>
