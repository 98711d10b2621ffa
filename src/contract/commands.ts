import { z } from 'zod'
import { concessionKinds } from '../core/escalation/limit.ts'
import { RatingChoice } from './answers/issue.ts'
import { InboundState } from './answers/mail.ts'
import { ToldByMail } from './answers/people.ts'
import {
  currency,
  cursor,
  email,
  id,
  keeps,
  limit,
  line,
  newPromise,
  number,
  phone,
  search,
  text,
  time,
  wallTime,
  words,
  zone,
} from './values.ts'

export * from './commands-assist.ts'
export * from './commands-customer.ts'
export * from './commands-learning.ts'
export * from './commands-workspace.ts'

/** `how` it was established; `excuse`: why a supervisor lets it stand against what a lesson says (Rule 28). */
/** By which the customer is told: a message, or a call in which they were reached, with what was said. */
const toldBy = z.enum(['email', 'phone']).default('email')

const newFact = z.strictObject({
  key: line(80),
  value: text(2000),
  how: text(500).nullable().default(null),
  excuse: text(2000).nullable().default(null),
})

/** POST /issues: Rules 1, 2 and 12. Whoever opens it for a phone call owns it. */
export const openIssue = z.strictObject({
  customer: z.union([
    z.strictObject({ id }),
    z.strictObject({
      name: line(200),
      email: email.optional(),
      phone: phone.optional(),
      organization: line(200).optional(),
    }),
  ]),
  subject: line(500),
  story: words,
  channel: z.enum(['email', 'phone', 'chat', 'portal', 'api']),
  facts: z.array(newFact).max(50).default([]),
  promise: newPromise.nullable().default(null),
})

/** POST /issues/{number}/claim: Rule 2. */
export const claim = z.strictObject({})
/** POST /issues/{number}/takeover: Rule 4. */
export const takeover = z.strictObject({ reason: text(2000) })

/** POST /issues/{number}/messages: to the customer (Rules 3, 12, 13), or a note for the team. */
export const sendMessage = z.strictObject({
  body: words,
  to: z.enum(['customer', 'team']),
  promise: newPromise.nullable().default(null),
  keeps,
  /** What is asked of the customer, in a word each: shown as waiting for them. */
  asks: z.array(line(200)).max(20).default([]),
})

/** POST /issues/{number}/contacts: a call is logged (Rules 3 and 13). */
export const logContact = z.strictObject({
  channel: z.literal('phone'),
  direction: z.enum(['in', 'out']),
  outcome: z.enum(['reached', 'voicemail', 'not_reached']),
  summary: words,
  promise: newPromise.nullable().default(null),
  keeps,
})

/** POST /issues/{number}/facts: Rule 31. */
export const establishFact = newFact
/** POST /issues/{number}/diagnoses: Rule 6. */
export const recordDiagnosis = z.strictObject({ text: words })
/** POST /issues/{number}/promises: Rule 12. */
export const makePromise = newPromise
/** POST /issues/{number}/promises/{id}/move: Rule 13. */
export const movePromise = z.strictObject({ due: time, message: words })

/** What the receiver must know (Rule 6). The diagnosis is the last one recorded, unless the brief says another. */
export const brief = z.strictObject({
  problem: words,
  diagnosis: words.nullable().default(null),
  tried: words,
  why: words,
  asked: words,
  told: words,
  callback: line(200).nullable().default(null),
})
/** POST /issues/{number}/handoffs: Rules 6, 7 and 11. */
export const offerHandoff = z.strictObject({
  to: z.union([z.strictObject({ member: id }), z.strictObject({ team: id })]),
  brief,
})
/** POST …/handoffs/{id}/accept: Rule 7. `moves`: promises that do not stand (Rule 13). */
export const acceptHandoff = z.strictObject({
  readBack: words,
  nextStep: text(2000),
  due: time,
  moves: z
    .array(z.strictObject({ promise: number, due: time }))
    .max(100)
    .default([]),
})
/** POST …/handoffs/{id}/decline: Rule 7. */
export const declineHandoff = z.strictObject({
  reason: z.enum(['not_mine', 'missing_information', 'no_capacity']),
  suggestion: text(2000).nullable().default(null),
})
/** POST …/handoffs/{id}/withdraw: Rule 7, Scenario 36. */
export const withdrawHandoff = z.strictObject({ message: words.nullable().default(null) })
const introduceByMessage = z.strictObject({ message: words, keeps: keeps.default([]) })
/**
 * POST …/handoffs/{id}/introduce: by a message (Rule 8), or live (Rule 9). Without a channel it is on the phone when the issue
 * came by phone, else in a chat. `keeps`: which promises the word, or the talk of all three, answers.
 */
export const introduceHandoff = z.union([
  introduceByMessage,
  z.strictObject({ live: z.literal(true), channel: z.enum(['chat', 'phone']).optional(), keeps }),
])
/** POST …/handoffs/{id}/greet: with a word (Rule 8), or in a live introduction by being there (Rule 9). */
export const greetHandoff = z.union([
  introduceByMessage.extend({ promise: newPromise.nullable().default(null) }),
  z.strictObject({ live: z.literal(true) }),
])
/** POST …/handoffs/{id}/present: I am here; on the phone, all three of us are on the line (Rule 9). */
export const sayPresent = z.strictObject({})
/** POST …/handoffs/{id}/disconnect: the customer is gone (Rule 9). */
export const reportDisconnect = z.strictObject({})
/** POST …/handoffs/{id}/looked-after: how the customer is looked after now (Rule 10). */
export const lookAfter = z.strictObject({ how: text(2000) })
/** POST /issues/{number}/huddles/call: with whom it was meant for (Rule 11). */
export const callHuddle = z.strictObject({
  with: z.union([z.strictObject({ member: id }), z.strictObject({ team: id })]),
})
/** POST /issues/{number}/huddles: who owns it and why; with a word to the customer by who decides on themselves (Rule 11). */
export const settleHuddle = z.strictObject({
  owner: id,
  why: text(2000),
  message: words.nullable().default(null),
  channel: toldBy,
})

/**
 * POST /issues/{number}/resolution: Rule 17. `message` tells the customer what was wrong, done and holds; without it the
 * desk words it. `watch`: dates at which it is checked (Rule 20).
 */
export const proposeResolution = z.strictObject({
  wrong: words,
  done: words,
  holds: words,
  watch: z
    .array(z.strictObject({ due: time, what: line(500).nullable().default(null) }))
    .max(24)
    .default([]),
  channel: toldBy,
  message: words.nullable().default(null),
  keeps,
  promise: newPromise.nullable().default(null),
})
/** POST …/resolution/confirm by a member: the customer's own words, and how they were heard (Rule 18). */
export const confirmResolution = z.strictObject({
  heard: z.strictObject({ how: z.enum(['reply', 'phone']), words: text(2000) }),
})
/** POST …/resolution/deny by a member, with the customer's own words (Rule 18). */
export const denyResolution = z.strictObject({ words: text(2000) })
/** POST …/resolution/recurred: what a check has shown (Rules 20 and 21). */
export const findRecurrence = z.strictObject({ words: text(2000) })
/** POST …/resolution/cannot-fix: the honest reason, and what is offered instead (Rule 19). */
export const askCannotFix = z.strictObject({ reason: words, alternative: words })
/** POST …/resolution/cannot-fix/agree and …/refuse by a supervisor (Rule 19). */
export const agreeCannotFix = z.strictObject({})
export const refuseCannotFix = z.strictObject({ why: text(2000) })
/** POST …/resolution/cannot-fix/tell: `message` as for a proposal; without it the desk words it (Rule 19). */
export const tellCannotFix = z.strictObject({
  channel: toldBy,
  message: words.nullable().default(null),
  keeps,
  promise: newPromise.nullable().default(null),
})
/** POST /issues/{number}/merge: with another issue of the same customer (Rule 22). */
export const merge = z.strictObject({ into: number })
/** POST /issues/{number}/unmerge: Rule 22. */
export const unmerge = z.strictObject({})
/** POST /issues/{number}/matches/{other}/accept and …/dismiss: whether it is that issue come back (Rule 21). */
export const acceptMatch = z.strictObject({})
export const dismissMatch = z.strictObject({})
/** POST /issues/{number}/spam and …/not-spam: Rule 22. */
export const markSpam = z.strictObject({ why: text(2000) })
export const clearSpam = z.strictObject({})
/** POST /issues/{number}/close: Rules 5 and 18 to 20. */
export const closeIssue = z.strictObject({})
/** POST /issues/{number}/escalations: Rule 23. What it costs the customer, what was tried, what is needed. */
export const raiseEscalation = z.strictObject({ impact: text(5000), tried: text(5000), needed: text(5000) })
/** GET /escalations/find: by an issue's number, or a part of a customer's name. */
export const findIssue = z.strictObject({
  q: line(200).refine(
    q => /^#?\d+$/.test(q.trim()) || q.trim().length >= 3,
    'Write at least three letters of the name, or the number of the issue.',
  ),
})
/** POST /portal/escalation: the customer's own: what went wrong is enough (Rule 23). */
export const portalEscalation = z.strictObject({
  impact: text(5000),
  tried: text(5000).nullable().default(null),
  needed: text(5000).nullable().default(null),
})
/** POST …/escalations/{id}/acknowledge: Rule 26. */
export const acknowledgeEscalation = z.strictObject({})
/** POST …/escalations/{id}/take: a supervisor, in the champion's place (Rule 26). */
export const takeEscalation = z.strictObject({ reason: text(2000) })
/** POST …/escalations/{id}/outcome: what the raisers are told (Rule 26). */
export const tellOutcome = z.strictObject({ outcome: words })
/** POST …/escalations/{id}/stand-down: Rule 26. */
export const standDownEscalation = z.strictObject({ outcome: words })

/** POST /issues/{number}/concessions: Rule 27. `currency`: the desk's unless it says otherwise. */
export const grantConcession = z.strictObject({
  kind: z.enum(concessionKinds),
  amount: z.number().min(0).max(1_000_000_000),
  currency: currency.optional(),
  reason: text(2000),
})
/** POST …/concessions/{id}/approve, refuse, withdraw and review: Rule 27. */
export const approveConcession = z.strictObject({})
export const refuseConcession = z.strictObject({ why: text(2000) })
export const withdrawConcession = z.strictObject({})
export const reviewConcession = z.strictObject({ learned: text(2000) })
/** GET /concessions and /concessions.csv: granted or asked for from one moment until another. */
export const listConcessions = z.strictObject({ from: time, until: time })

/** POST /causes: Rule 22. `issues`: those that have it, of whichever customers. */
export const openCause = z.strictObject({
  subject: line(500),
  what: words,
  issues: z.array(number).max(100).default([]),
})
/** POST /causes/{id}/issues and …/unlink. */
export const linkToCause = z.strictObject({ issue: number })
/** POST /causes/{id}/lead: takes the lead. */
export const leadCause = z.strictObject({})
/** POST /causes/{id}/messages: a word for all its customers, which each owner passes on in their own name. */
export const giveCauseWord = z.strictObject({ body: words })
/** POST /causes/{id}/solve. */
export const solveCause = z.strictObject({ wrong: words, done: words, holds: words })
/** POST /causes/{id}/reopen. */
export const reopenCause = z.strictObject({})
/** POST /issues/{number}/cause/pass-on: the word of the cause, or the owner's own in its place. */
export const passOnCauseWord = z.strictObject({
  body: words.nullable().default(null),
  promise: newPromise.nullable().default(null),
  keeps,
})
/** GET /members/{id}/away: without times, from the end of today's hours until the next ones begin (Rule 15). */
export const readAway = z.strictObject({ from: time.optional(), until: time.optional() })
/** GET /members/{id}/absences: under way or to come; with `since` also those that ended after it. */
export const listAbsences = z.strictObject({ since: time.optional() })
/** POST /members/{id}/away: Rule 15. `cover`: who is asked to cover what falls due in it. */
export const goAway = z.strictObject({ from: time, until: time, cover: id.nullable().default(null) })
/** POST /members/{id}/sick: Scenario 38. Without an end, until they would be at work again on another day. */
export const callInSick = z.strictObject({
  until: time.nullable().default(null),
  covers: z
    .array(z.strictObject({ issue: number, cover: id }))
    .max(500)
    .default([]),
})
const someIssues = z.array(number).min(1).max(500).nullable().default(null)
/** POST /members/{id}/away/{absence}/covers: who covers some issues, or everything that is still without a cover. */
export const askCovers = z.strictObject({ cover: id, issues: someIssues })
/** POST …/away/{absence}/end: cancelled, or back sooner. */
export const endAbsence = z.strictObject({})
/** POST /covers/{id}/accept: all of it, or some: the rest is declined. */
export const acceptCover = z.strictObject({ issues: someIssues })
/** POST /covers/{id}/decline: all of it, or some; with a word on who else, or what would help. */
export const declineCover = z.strictObject({ issues: someIssues, suggestion: text(2000).nullable().default(null) })
const stretches = z.array(z.strictObject({ from: wallTime, to: wallTime })).max(10)
/** POST /members/{id}/hours: when somebody works, by ISO weekday and in which time zone; null: as the desk. */
export const setHours = z.strictObject({
  hours: z
    .strictObject({ 1: stretches, 2: stretches, 3: stretches, 4: stretches, 5: stretches, 6: stretches, 7: stretches })
    .partial()
    .nullable(),
  zone: zone.nullable(),
})
/** POST /members/{id}/deactivate and …/activate: Rule 4. */
export const deactivate = z.strictObject({})
export const activate = z.strictObject({})

/** GET /issues: lists in the one order of Rule 25. */
export const listIssues = z.strictObject({
  /** `me` (with what I cover, Rule 15), a member's id, or every owner. */
  owner: z.union([z.literal('me'), id]).optional(),
  phase: z.enum(['open', 'proposed', 'confirmed', 'watching', 'closed']).optional(),
  customer: id.optional(),
  /** Only what arrived with nobody there and may still be claimed (Rule 2). */
  intake: z
    .stringbool()
    .meta({ enum: ['true', 'false'] })
    .optional(),
  /** Only of one kind (Rule 28). */
  kind: id.optional(),
  q: search.optional(),
  cursor: cursor.optional(),
  limit: limit.default(50),
})
/** Pages of a list that is read from its begin. */
export const page = z.strictObject({
  cursor: cursor.optional(),
  limit: limit.default(100),
})
/** GET /mail: raw mail, perhaps only what came to one end. */
export const listMail = z.strictObject({ ...page.shape, state: InboundState.optional() })
/** GET /messages/{id}/html: with pictures from elsewhere only when asked for. */
export const readHtml = z.strictObject({ images: z.literal('1').optional() })
/** GET /when: a time in words. */
export const when = z.strictObject({ text: line(100), zone: zone.optional() })
/** GET /when/dates: the dates of a watch in words. */
export const whenDates = z.strictObject({ text: line(200) })
/** POST /clock: only with BATON_TEST_CLOCK=1. */
export const moveClock = z.strictObject({ now: time })

/** POST /portal/messages, /portal/confirm, /portal/deny: what a customer says from a signed link. */
export const portalMessage = z.strictObject({ body: words })
export const portalConfirm = z.strictObject({})
export const portalDeny = z.strictObject({ words: text(2000).nullable().default(null) })
/** POST /portal/rating: were you looked after (Rule 32)? */
export const portalRating = z.strictObject({ choice: RatingChoice, words: line(500).nullable().default(null) })
/** POST /portal/present and /portal/leave: the customer's page is open, or closes (Rule 9). */
export const portalPresence = z.strictObject({})
/** POST /portal/object: I have met nobody (Rule 9). */
export const portalObject = z.strictObject({ words: text(2000).nullable().default(null) })
/** POST /portal/link: asks for a fresh link by an old one. */
export const portalLink = z.strictObject({ link: line(500) })

/** POST /setup: the first admin of an empty desk. */
export const setUp = z.strictObject({
  company: line(200),
  inbox: email,
  zone,
  name: line(200),
  email,
  password: text(200).min(12, 'Take at least 12 characters.'),
})
/** POST /sign-in. */
export const signIn = z.strictObject({ email, password: text(200) })
/** POST /demo/sign-in: one click, only on a demo desk and from loopback. */
export const demoSignIn = z.strictObject({ member: id })
/** POST /notices/seen: up to and with this one. */
export const seeNotices = z.strictObject({ upTo: z.int().min(0) })
/** POST /me/told-by-mail: which of what I am told goes by mail, too. */
export const chooseToldByMail = z.strictObject({ told: ToldByMail })
/** POST /me/weekly-letter: whether the letter about the week comes to me by mail, too. */
export const chooseWeeklyLetter = z.strictObject({ wanted: z.boolean() })
/** GET /letters. */
export const listLetters = z.strictObject({ cursor: cursor.optional(), limit: limit.default(6) })
