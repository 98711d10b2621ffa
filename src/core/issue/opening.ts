import type { Lookalike } from '../contact/customer.ts'
import type { CustomerId, MemberId, TeamId, WordsId } from '../context.ts'
import type { NewPromise } from '../promise/promise.ts'
import type { Match } from '../resolution/recurrence.ts'
import type { Instant } from '../time/instant.ts'
import type { ImportedFrom } from './importing.ts'
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
  /** Only of what another desk had before. */
  imported?: ImportedFrom
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
  const { imported, owner } = event
  return {
    version: 1,
    customer: event.customer,
    channel: event.channel,
    openedAt: imported?.began ?? at,
    imported: imported ? { source: imported.source, case: imported.case, at, closedAt: imported.closedAt } : null,
    // What was over elsewhere counts from then: how long it may still come back, too (Rule 21).
    lifecycle: imported?.closedAt
      ? { phase: 'closed', outcome: 'elsewhere', by: owner, at: imported.closedAt }
      : { phase: 'open' },
    ownership: [{ member: owner, since: at, way: event.way, teams: event.teams ?? [] }],
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
    rating: null,
    erasedAt: null,
  }
}
