import type { Lookalike } from '../contact/customer.ts'
import type { CustomerId, MemberId, TeamId, WordsId } from '../context.ts'
import type { NewPromise } from '../promise/promise.ts'
import type { Match } from '../resolution/recurrence.ts'
import type { Instant } from '../time/instant.ts'
import type { Channel, Issue } from './issue.ts'
import type { Way } from './ownership.ts'
import type { NewFact } from './story.ts'

/** The first event of every issue: it has an owner from the moment it exists (Rules 1 and 2). */
export type OpeningEvent = {
  type: 'IssueOpened'
  customer: CustomerId
  channel: Channel
  owner: MemberId
  way: Extract<Way, 'contact' | 'intake'>
  /** The teams whose person the owner is; logs of before do not say it. */
  teams?: readonly TeamId[]
  subject: WordsId
  story: WordsId
}

export type OpenIssue = {
  type: 'OpenIssue'
  customer: CustomerId
  channel: Channel
  owner: MemberId
  way: Extract<Way, 'contact' | 'intake'>
  subject: WordsId
  story: WordsId
  /** The customer's own message that opened it, or the log of the call. */
  message: WordsId
  /** How a call that opened it went; without it, whoever opened it by phone talked with the customer. */
  call?: 'reached' | 'heard' | 'not_reached'
  /** Known customers who a stranger may be (Scenario 5). */
  isThis?: readonly Lookalike[]
  /** Closed issues of the customer that may have come back with it (Rule 21). */
  matches?: readonly Match[]
  facts: readonly NewFact[]
  /** What was promised in the talk; without it the policy promises an answer (Rule 12). */
  promise: NewPromise | null
}

export function opened(event: OpeningEvent, at: Instant): Issue {
  return {
    version: 1,
    customer: event.customer,
    channel: event.channel,
    openedAt: at,
    lifecycle: { phase: 'open' },
    ownership: [{ member: event.owner, since: at, way: event.way, teams: event.teams ?? [] }],
    promises: [],
    handoff: null,
    handoffs: 0,
    pastOffers: [],
    met: 0,
    lookBacks: [],
    assists: [],
    covers: [],
    stalls: [],
    huddle: null,
    contacts: 0,
    companyContacts: [],
    customerLastSpokeAt: null,
    unplaced: [],
    isThis: [],
    facts: [],
    diagnoses: [],
    kind: null,
    checklist: [],
    kudos: [],
    kudosGiven: 0,
    escalation: null,
    concessions: [],
    cause: null,
    cannotFix: null,
    matches: [],
    merged: [],
    recurrences: 0,
    erasedAt: null,
  }
}
