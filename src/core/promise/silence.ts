import type { CompanyContact, ContactId, Issue } from '../issue/issue.ts'
import { beginOfDay, lastClosing, localDay, plusDays } from '../time/calendar.ts'
import type { Instant } from '../time/instant.ts'
import { record, type Turn } from '../turn.ts'
import { nextPromiseId } from './promise.ts'

/** Since when, and since which contact, the customer has said nothing to what was put to them (Rule 18). */
export type Silence = { since: Instant; after: ContactId }

/**
 * When an unanswered proposal may be closed at the earliest: the days of the policy after the last of the contacts that
 * it asks for, as if the missing ones were made as soon as they count (Rule 18).
 */
export function closableFrom(
  { context: { policy, calendar, now } }: Turn,
  silent: Silence,
  contacts: readonly CompanyContact[],
): { from: Instant; missing: number } {
  let last = localDay(calendar, silent.since)
  let missing = policy.followUpContacts
  for (const { id, at } of contacts) {
    if (id <= silent.after) continue
    const day = localDay(calendar, at)
    if (missing === 0 || day < last + policy.followUpDays) continue
    last = day
    missing -= 1
  }
  for (let left = missing; left > 0; left -= 1) {
    last = Math.max(last + policy.followUpDays, localDay(calendar, now))
  }
  return { from: beginOfDay(calendar, last + policy.followUpDays), missing }
}

/** Rules 12 and 18: without a word of the owner's own, the desk looks again when a follow-up would be due. */
export function promiseFollowUp(turn: Turn): undefined {
  const due = followUpDue(turn)
  record(turn, { type: 'PromiseMade', promise: nextPromiseId(turn.issue), kind: 'follow_up', what: null, due })
}

/** By the end of the day, some days later, on which somebody is there. */
export function followUpDue({ context: { policy, calendar, now } }: Turn): Instant {
  return lastClosing(calendar, plusDays(calendar, now, policy.followUpDays))
}

/** Rule 18: what the customer says starts the count of unanswered contacts anew. */
export function countSilenceAnew(issue: Issue, since: Instant): Issue {
  const { lifecycle } = issue
  if (lifecycle.phase !== 'proposed') return issue
  const proposal = { ...lifecycle.proposal, silent: { since, after: issue.contacts } }
  return { ...issue, lifecycle: { phase: 'proposed', proposal } }
}
