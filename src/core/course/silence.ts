import type { Event } from '../events.ts'
import type { ContactId, Issue } from '../issue/issue.ts'
import { businessMinutesBetween, type Calendar } from '../time/calendar.ts'
import { epochMs, fromEpochMs, type Instant } from '../time/instant.ts'

/**
 * How long the customer heard nothing from a person, while it was the company's turn: the longest stretch that is over, in
 * minutes of open time, and since when they hear nothing now; null while it is their turn, or solved.
 */
export type Silence = Heard & {
  /** How it was before the last word of ours; null: no word yet. It is so again when that word comes back. */
  before: (Heard & { contact: ContactId }) | null
}
type Heard = { longest: number; since: Instant | null }

export const silenceFrom = (openedAt: Instant): Silence => ({ longest: 0, since: openedAt, before: null })

/**
 * After one more event. A word of a person ends a silence, and begins the next: what was promised for later does not make
 * it shorter, so that far-off due times hide nothing. A word that asks the customer for something makes it their turn; so
 * does a proposal. Their own word does not end a silence: who has to ask again has heard nothing.
 */
export function silenceAfter(silence: Silence, event: Event, at: Instant, after: Issue, calendar: Calendar): Silence {
  const { longest, since, before } = silence
  if (event.type === 'CustomerContacted' || event.type === 'TalkedTogether') {
    const isHeard = event.type === 'TalkedTogether' || event.reached
    if (!isHeard) return silence
    const isTheirTurn = !isOurTurn(after) || (event.type === 'CustomerContacted' && event.asks === true)
    const { contact } = event
    return {
      longest: ended(silence, at, calendar),
      since: isTheirTurn ? null : at,
      before: { longest, since, contact },
    }
  }
  if (event.type === 'ContactBounced' && event.contact === before?.contact)
    return { longest: before.longest, since: before.since, before: null }
  if (!isOurTurn(after)) return { ...silence, longest: ended(silence, at, calendar), since: null }
  return since === null && makesItOurTurn.has(event.type) ? { ...silence, since: at } : silence
}

/** The customer has spoken, denied, or it came back: from here on they wait for us. */
const makesItOurTurn: ReadonlySet<Event['type']> = new Set<Event['type']>([
  'CustomerWrote',
  'CustomerCalled',
  'ContactPlacedHere',
  'IssueTookIn',
  'ResolutionDenied',
  'RecurrenceFound',
  'IssueReopened',
  'IssueClearedOfSpam',
  'IssueUnmerged',
])

const isOurTurn = ({ lifecycle: { phase } }: Issue): boolean => phase === 'open'

function ended({ longest, since }: Heard, at: Instant, calendar: Calendar): number {
  return since === null ? longest : Math.max(longest, Math.round(businessMinutesBetween(calendar, since, at)))
}

/**
 * The latest moment from which more than `minutes` of open time have passed until `now`: whoever has heard nothing since then,
 * or since before, waits too long.
 */
export function tooLongSince(calendar: Calendar, now: Instant, minutes: number): Instant {
  const isTooLong = (since: number): boolean => businessMinutesBetween(calendar, fromEpochMs(since), now) > minutes
  let high = epochMs(now)
  let days = 1
  while (!isTooLong(high - days * dayMs)) days *= 2
  let low = high - days * dayMs
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isTooLong(middle)) low = middle
    else high = middle
  }
  return fromEpochMs(low)
}

const dayMs = 86_400_000
