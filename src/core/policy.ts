import type { MemberId } from './context.ts'
import type { Limit } from './escalation/limit.ts'
import type { Weekday } from './time/calendar.ts'

/** What a workspace decides for itself. Minutes are business minutes unless the name says otherwise. */
export type Policy = {
  /** First answer, and answer to a customer's message (Rule 12). */
  answerMinutes: number
  /** How long an offer of a handoff waits (Rule 7). */
  offerMinutes: number
  /** From acceptance of a handoff to the greeting (Rule 8). */
  greetingMinutes: number
  /** How long the receiver of a live introduction has to join a chat, in minutes of real time (Rule 9). */
  liveMinutes: number
  /** By when the owner calls back after the customer dropped out, in minutes of real time (Rule 9). */
  callbackMinutes: number
  /** How long a huddle has to settle who owns an issue (Rule 11). */
  huddleMinutes: number
  /** Introduction owed to the customer after a takeover (Rule 4) or a huddle (Rule 11). */
  introductionMinutes: number
  /** How long an assist may take when its due time is not said; a business day (Rule 16). */
  assistMinutes: number
  /** A promise broken for longer raises an escalation by itself (Rule 14). */
  brokenEscalatesMinutes: number
  /** How long the last resort has to answer, and each rung where no path is set yet; real and business minutes (Rule 24). */
  rungMinutes: number
  /** Completed handoffs of one issue before a huddle must settle it (Rule 11). */
  handoffsWithoutHuddle: number
  /** Contacts after an unanswered proposal before it may be closed as unconfirmed (Rule 18). */
  followUpContacts: number
  /** Days of the calendar between those contacts (Rule 18). */
  followUpDays: number
  /** By when a supervisor answers whether something can't be fixed (Rule 19). */
  cannotFixMinutes: number
  /** Days of the calendar in which a merge can be undone (Rule 22). */
  unmergeDays: number
  /** Days of the calendar in which a new contact reopens a closed issue (Rule 21). */
  recurrenceDays: number
  /** From which move of one promise on the supervisor is told (Rule 13). */
  movesBeforeSupervisorIsTold: number
  /** How long somebody has to answer an approval before it climbs (Rule 27). */
  approvalMinutes: number
  /** What roles and persons grant at once (Rule 27), and the currency in which people speak here. */
  limits: readonly Limit[]
  currency: string
  /** Who adopts and declines lessons (Rule 28). */
  lessonsAdoptedBy: 'supervisor' | 'admin'
  /** Days of the calendar after which an adopted lesson's effect is checked, unless its adoption says otherwise (Rule 29). */
  lessonTrialDays: number
  /** From how long on the measures call it silence when nobody from here was in contact with the customer: three days of eight hours. */
  silenceMinutes: number
  /** When the letter about the week comes, on the wall of the desk; null: none is written. */
  letter: { weekday: Weekday; time: string } | null
  /** Who owns what arrives when nobody is on shift (Rule 2): a weekly rota, and a lead as last resort. */
  duty: { rota: readonly MemberId[]; lead: MemberId | null }
}

export const defaultPolicy: Policy = {
  answerMinutes: 240,
  offerMinutes: 60,
  greetingMinutes: 240,
  liveMinutes: 2,
  callbackMinutes: 10,
  huddleMinutes: 240,
  introductionMinutes: 240,
  assistMinutes: 480,
  brokenEscalatesMinutes: 240,
  rungMinutes: 15,
  handoffsWithoutHuddle: 2,
  followUpContacts: 2,
  followUpDays: 3,
  cannotFixMinutes: 240,
  unmergeDays: 30,
  recurrenceDays: 90,
  movesBeforeSupervisorIsTold: 3,
  approvalMinutes: 240,
  limits: [
    { who: { role: 'agent' }, kind: null, amount: 5_000, currency: 'EUR' },
    { who: { role: 'supervisor' }, kind: null, amount: 50_000, currency: 'EUR' },
    { who: { role: 'admin' }, kind: null, amount: null, currency: 'EUR' },
  ],
  currency: 'EUR',
  lessonsAdoptedBy: 'supervisor',
  lessonTrialDays: 30,
  silenceMinutes: 1_440,
  letter: { weekday: 1, time: '08:00' },
  duty: { rota: [], lead: null },
}
