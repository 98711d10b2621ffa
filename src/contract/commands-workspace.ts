import { z } from 'zod'
import type { Policy } from '../core/policy.ts'
import { calendarFault, type Weekday } from '../core/time/calendar.ts'
import { Role } from './answers/values.ts'
import { currency, email, id, line, text, time, zone } from './values.ts'

const wall = (example: string) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time like 09:00.')
    .meta({ examples: [example] })
/** A day ends at 24:00. */
const closing = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Write a time like 17:00.')
  .meta({ examples: ['17:00'] })

const hours = z
  .array(z.strictObject({ from: wall('09:00'), to: closing }))
  .max(10)
  .default([])

/** When the desk is open: hours by ISO weekday (Monday is 1), and local dates on which it is not. */
const calendar = z
  .strictObject({
    zone,
    hours: z.strictObject({ 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours }),
    holidays: z
      .array(z.iso.date().meta({ examples: ['2026-12-25'] }))
      .max(1000)
      .default([]),
  })
  .superRefine((given, { addIssue }) => {
    const message = calendarFault(given)
    if (message !== null) addIssue({ code: 'custom', message })
  })

/** ISO weekday: Monday is 1. */
const weekday = z.union([1, 2, 3, 4, 5, 6, 7].map(day => z.literal(day as Weekday)))

const minutes = z.int().min(1).max(525_600)
const days = z.int().min(1).max(3650)

/** Rule 26: a rung, counted from 1, or beyond all of them. */
const place = z.union([z.int().min(1).max(50), z.literal('last_resort')])

/** What a workspace decides for itself, each by its own name; what is not named stays as it is. */
const policy = z
  .strictObject({
    answerMinutes: minutes,
    offerMinutes: minutes,
    greetingMinutes: minutes,
    liveMinutes: minutes,
    callbackMinutes: minutes,
    huddleMinutes: minutes,
    introductionMinutes: minutes,
    assistMinutes: minutes,
    brokenEscalatesMinutes: minutes,
    rungMinutes: minutes,
    handoffsWithoutHuddle: z.int().min(0).max(100),
    followUpContacts: z.int().min(0).max(100),
    followUpDays: days,
    cannotFixMinutes: minutes,
    recurrenceDays: days,
    unmergeDays: days,
    movesBeforeSupervisorIsTold: z.int().min(1).max(100),
    approvalMinutes: minutes,
    limits: z
      .array(
        z.strictObject({
          who: z.union([
            z.strictObject({ role: Role }),
            z.strictObject({ member: id }),
            z.strictObject({ rung: place }),
          ]),
          kind: z.enum(['credit', 'refund', 'replacement', 'exception']).nullable(),
          amount: z.int().min(0).nullable(),
          currency,
        }),
      )
      .max(1000),
    currency,
    lessonsAdoptedBy: z.enum(['supervisor', 'admin']),
    lessonTrialDays: days,
    silenceMinutes: minutes,
    letter: z.strictObject({ weekday, time: wall('08:00') }).nullable(),
    duty: z.strictObject({ rota: z.array(id).max(1000), lead: id.nullable() }),
  } satisfies Record<keyof Policy, z.ZodType>)
  .partial()

/** Whom a rung calls, and how many minutes of real time they have to answer (Rule 24). */
const rung = z.strictObject({
  who: z.union([z.strictObject({ member: id }), z.strictObject({ schedule: id })]),
  minutes: z.int().min(1).max(10_080),
})

/** The escalation path: its name, its meaning in a paragraph, its ladder, its last resort, its address (Rules 23 and 24). */
const path = z
  .strictObject({
    name: line(60),
    meaning: text(2000),
    inbox: email.nullable(),
    rungs: z.array(rung).max(50),
    lastResort: id.nullable(),
  })
  .partial()

/** POST /workspace: what is not named stays as it is. */
export const changeWorkspace = z.strictObject({ name: line(200), inbox: email, calendar, policy, path }).partial()

/** POST /schedules and /schedules/{id}. `from`: when the first of the rotation begins; null: now, or as it was. */
export const putSchedule = z.strictObject({
  name: line(80),
  zone,
  rotation: z.array(id).min(1).max(200),
  handover: z.strictObject({ weekday: z.int().min(1).max(7).nullable(), time: wall('09:00') }),
  from: time.nullable().default(null),
})
/** POST /schedules/{id}/remove, and of an override. */
export const removeSchedule = z.strictObject({})
/** POST /schedules/{id}/overrides: somebody else has the turn for a while. */
export const addOverride = z.strictObject({ member: id, from: time, until: time })
