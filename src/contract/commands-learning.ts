import { z } from 'zod'
import { cursor, id, limit, line, number, numberInPath, text, time, words } from './values.ts'

/** POST /issues/{number}/kind: one that the workspace keeps, or none (Rule 28). */
export const setKind = z.strictObject({ kind: id.nullable() })
/** POST /kinds: a kind of issue that the workspace tells apart from now on. */
export const addKind = z.strictObject({ name: line(80) })
/** POST /kinds/{id}/give-up: it stays with the issues that have it. */
export const giveUpKind = z.strictObject({})

/** POST /issues/{number}/checklist/{lesson}: done, open again, or why it need not be done (Rule 28). */
export const markStep = z.union([z.strictObject({ excuse: text(2000) }), z.strictObject({ done: z.boolean() })])

/**
 * POST /kudos: for a message or call of an issue, named by its id or by the number of the contact; without either for the
 * last word of theirs there, by whoever sees no more of the issue (Rule 30).
 */
const thanks = z.strictObject({ issue: number, for: id, words: text(2000).nullable().default(null) })
export const giveKudos = z.union([thanks.extend({ message: id }), thanks.extend({ contact: number }), thanks])
/** POST /issues/{number}/kudos/{id}/take-back and /portal/kudos/{id}/take-back: within a day. */
export const takeBackKudos = z.strictObject({})
/** GET /kudos: newest first. */
export const listKudos = z.strictObject({ cursor: cursor.optional(), limit: limit.default(50) })
/** POST /portal/kudos: one click, for a message of ours or a talk with us. */
export const portalKudos = z.strictObject({ message: id })

const ways = z.array(line(200)).max(20).default([])

/** What changes (Rule 28). */
const lessonChange = z.union([
  /** How a fact may be established: `allowed` are the only ways, or every way is but those that have `refused` in them. */
  z
    .strictObject({ type: z.literal('fact_rule'), key: line(80), says: line(500), allowed: ways, refused: ways })
    .refine(
      ({ allowed, refused }) => allowed.length + refused.length > 0,
      'Say in which ways it may be established, or in which it may not.',
    ),
  /** What is done with every issue of the lesson's kind before it is said to be solved. */
  z.strictObject({ type: z.literal('checklist'), step: line(500) }),
  z.strictObject({ type: z.literal('article'), title: line(200), body: words }),
  z.strictObject({ type: z.literal('macro'), name: line(200), body: words }),
  /** What a department is asked for; its owner may be named as late as with the adoption. */
  z.strictObject({
    type: z.literal('request'),
    department: id,
    ask: text(5000),
    owner: id.nullable().default(null),
    due: time,
  }),
])

/** How long a trial runs, in days of the calendar; without it, as the workspace says. */
const trialDays = z.int().min(1).max(730).nullable().default(null)

/** POST /lessons: from an issue or from none. Without `kind` it is about the issue's kind; null: about all kinds (Rule 28). */
export const proposeLesson = z.strictObject({
  issue: number.nullable().default(null),
  kind: id.nullable().optional(),
  what: text(10_000),
  /** Why it happened, and why that, until it is a cause that can be changed. */
  whys: z.array(text(2000)).min(1).max(10),
  change: lessonChange,
})
/** POST /lessons/{id}/comments. */
export const commentOnLesson = z.strictObject({ text: text(10_000) })
/** POST /lessons/{id}/support: `false` takes it back. */
export const supportLesson = z.strictObject({ supports: z.boolean().default(true) })
/** POST /lessons/{id}/adopt: `owner` and `due` are a request's, where nobody has named them or they are other ones now. */
export const adoptLesson = z.strictObject({
  trialDays,
  owner: id.nullable().default(null),
  due: time.nullable().default(null),
})
/** POST /lessons/{id}/decline. */
export const declineLesson = z.strictObject({ why: text(5000) })
/** POST /lessons/{id}/decide: kept, dropped, or changed to a new version with a trial of its own (Rule 29). */
export const decideOnLesson = z.union([
  z.strictObject({ decision: z.enum(['keep', 'drop']), why: text(5000) }),
  z.strictObject({ decision: z.literal('change'), why: text(5000), change: lessonChange, trialDays }),
])
/** POST /lessons/{id}/answer: a department's answer to a request, done or plainly not. */
export const answerRequest = z.strictObject({ done: z.boolean(), words: text(5000) })
/** GET /lessons: newest first. */
export const listLessons = z.strictObject({
  state: z.enum(['proposed', 'declined', 'trial', 'trial_over', 'kept', 'dropped']).optional(),
  change: z.enum(['fact_rule', 'checklist', 'article', 'macro', 'request']).optional(),
  kind: id.optional(),
  issue: numberInPath.optional(),
  cursor: cursor.optional(),
  limit: limit.default(50),
})
