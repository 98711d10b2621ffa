import type { KindId, MemberId, TeamId } from '../context.ts'
import type { Recorded } from '../events.ts'
import { evolve, replay } from '../evolve.ts'
import { type Channel, type Issue, oursSince } from '../issue/issue.ts'
import { type GivenPromise, wasBroken } from '../promise/promise.ts'
import { isAskedForRating, type RatingChoice } from '../resolution/rating.ts'
import type { Calendar } from '../time/calendar.ts'
import type { Instant } from '../time/instant.ts'
import { holdersOf, passedOn } from './hands.ts'
import { type Silence, silenceAfter, silenceFrom } from './silence.ts'

/**
 * What a customer has gone through with one issue, as the measures count it: everything that has happened to it from its
 * first event on. It follows from the log alone (and from the calendar that says which minutes are open), so that it can be
 * made anew at any time. Counts are of this issue; nothing in it is about how much a person did (Rule 32).
 */
export type Course = {
  /** Whether it counts: no spam, no duplicate that goes on in another issue, and nothing that was over at another desk. */
  counted: boolean
  /** Of what another desk had before: when it came here. */
  openedAt: Instant
  channel: Channel
  kind: KindId | null
  /** Everybody who has owned it, and their teams then: an issue counts for each of them, so that passing it on hides nothing. */
  owners: readonly MemberId[]
  teams: readonly TeamId[]
  /** How far it has come for the customer. */
  standing: Standing
  /** How often it changed hands after somebody had it in earnest. */
  hands: number
  /** It came back to a person or a team that had had it. */
  circular: boolean
  /** How often it changed hands and the customer met nobody in time, or said that they had met nobody. */
  unmet: number
  /** Handoffs by how they ended (Rules 7 to 9), and huddles (Rule 11). */
  handoffs: { met: number; fellThrough: number; declined: number; expired: number; withdrawn: number }
  huddles: number
  /** How often the customer had to say again what was known: asked for a known fact, or telling it in a second issue. */
  toldAgain: number
  /** Promises by what became of them (Rule 13); `broken` stays, also when it was made good (Rule 14). */
  promises: { kept: number; moved: number; broken: number; madeGood: number }
  silence: Silence
  /** Assists by what came back (Rule 16). */
  assists: { moved: number; empty: number; silent: number; declined: number }
  alarms: number
  /** Proposals that the customer denied (Rule 18), and how often it came back (Rules 20 and 21). */
  denials: number
  recurrences: number
  /** Concessions by whether they were within the limit (Rule 27). */
  concessions: { atOnce: number; approved: number; refused: number }
  /** Whether the customer was asked how they were looked after, and what they said last. */
  askedForRating: boolean
  rating: RatingChoice | null
}

/**
 * `open`: under way; `proposed`: the customer was asked; `confirmed`: the customer said that it is solved, closed or not. The
 * others are how it was closed without that.
 */
export type Standing = 'open' | 'proposed' | 'confirmed' | 'unconfirmed' | 'unreachable' | 'cannot_fix'

/** What can't be told from an issue as it stands, and is counted event by event. */
export type Tally = { denials: number; askedAgain: number; objections: number; silence: Silence }

const tallyFrom = (openedAt: Instant): Tally => ({
  denials: 0,
  askedAgain: 0,
  objections: 0,
  silence: silenceFrom(openedAt),
})

/** After one more event (null: the first). `after`: the issue with it. */
export function tallyAfter(
  before: Tally | null,
  { event, at }: Pick<Recorded, 'event' | 'at'>,
  after: Issue,
  calendar: Calendar,
): Tally {
  const tally = before ?? tallyFrom(oursSince(after))
  return {
    denials: tally.denials + (event.type === 'ResolutionDenied' ? 1 : 0),
    askedAgain: tally.askedAgain + (event.type === 'AskedAgain' ? 1 : 0),
    objections: tally.objections + (event.type === 'CustomerObjected' ? 1 : 0),
    silence: silenceAfter(tally.silence, event, at, after, calendar),
  }
}

/** The course that a log makes, with its tally; the log begins with its opening. */
export function courseFromLog(log: readonly Recorded[], calendar: Calendar): { course: Course; tally: Tally } {
  const [first, ...rest] = log
  if (!first) throw new Error('A log begins with IssueOpened')
  let issue = replay([first])
  let tally = tallyAfter(null, first, issue, calendar)
  for (const recorded of rest) {
    issue = evolve(issue, recorded)
    tally = tallyAfter(tally, recorded, issue, calendar)
  }
  return { course: courseOf(issue, tally), tally }
}

/** The course that an issue and its tally make. */
export function courseOf(issue: Issue, { denials, askedAgain, objections, silence }: Tally): Course {
  const { channel, kind, promises, assists, concessions, lifecycle } = issue
  const holders = holdersOf(issue)
  const many = (holds: (promise: GivenPromise) => boolean): number => promises.filter(holds).length
  const offers = (end: string): number => issue.pastOffers.filter(past => past.end === end).length
  return {
    counted: lifecycle.phase !== 'closed' || isCounted(lifecycle.outcome),
    openedAt: oursSince(issue),
    channel,
    kind,
    owners: [...new Set(holders.map(({ member }) => member))],
    teams: [...new Set(holders.flatMap(({ teams }) => teams))],
    standing: standingOf(issue),
    ...passedOn(holders),
    // Whoever got it by a takeover or a huddle owes an introduction: one that was broken met nobody in time.
    unmet: objections + many(promise => promise.kind === 'introduction' && wasBroken(promise)),
    handoffs: {
      met: issue.met,
      fellThrough: offers('fell_through'),
      declined: offers('declined'),
      expired: offers('expired'),
      withdrawn: offers('withdrawn'),
    },
    huddles: issue.huddle?.id ?? 0,
    // What merged into a closed issue came back with it, and is counted as a recurrence.
    toldAgain: askedAgain + issue.merged.filter(({ before }) => before === null).length,
    promises: {
      kept: many(({ fate }) => fate.state === 'kept'),
      moved: many(({ fate }) => fate.state === 'moved'),
      broken: many(wasBroken),
      madeGood: many(({ fate }) => fate.state === 'made_good'),
    },
    silence,
    assists: {
      moved: assists.filter(assist => assist.state === 'returned' && assist.moved).length,
      empty: assists.filter(assist => assist.state === 'returned' && !assist.moved).length,
      silent: assists.filter(({ state }) => state === 'silent').length,
      declined: assists.filter(({ state }) => state === 'declined').length,
    },
    alarms: issue.escalation?.id ?? 0,
    denials,
    recurrences: issue.recurrences,
    concessions: {
      atOnce: concessions.filter(({ state }) => state === 'granted').length,
      approved: concessions.filter(({ state }) => state === 'approved').length,
      refused: concessions.filter(({ state }) => state === 'refused').length,
    },
    askedForRating: isAskedForRating(issue),
    rating: issue.rating?.choice ?? null,
  }
}

function standingOf({ lifecycle }: Issue): Standing {
  if (lifecycle.phase === 'watching') return 'confirmed'
  if (lifecycle.phase !== 'closed') return lifecycle.phase
  // As what it stands does not matter where it is not counted.
  return isCounted(lifecycle.outcome) ? lifecycle.outcome : 'open'
}

type Outcome = Extract<Issue['lifecycle'], { phase: 'closed' }>['outcome']

const isCounted = (outcome: Outcome): outcome is Exclude<Outcome, 'spam' | 'duplicate' | 'elsewhere'> =>
  outcome !== 'spam' && outcome !== 'duplicate' && outcome !== 'elsewhere'
