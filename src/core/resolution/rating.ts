import type { WordsId } from '../context.ts'
import type { Issue } from '../issue/issue.ts'
import type { Policy } from '../policy.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import { record, type Turn } from '../turn.ts'
import { mergedInto } from './merge.ts'
import { reopensUntil } from './reopening.ts'
import { type ClosedLifecycle, isConfirmed } from './resolution.ts'

/** "Were you looked after?": yes, partly, no. */
export type RatingChoice = 'well' | 'partly' | 'badly'

/** How the customer says that they were looked after, as they said it last; each of their answers stays on record. */
export type Rating = { choice: RatingChoice; words: WordsId | null; at: Instant }

export type RatingEvent = { type: 'CustomerRated'; choice: RatingChoice; words: WordsId | null }

/** Words are never required. There is no way to rate for the customer: not even what was heard on the phone counts. */
export type RateIssue = { type: 'RateIssue'; choice: RatingChoice; words: WordsId | null }

/**
 * Rule 32: how they were looked after says the customer alone, and about the issue: nobody is rated by it. It can be
 * changed as long as it can be given.
 */
export function rate(turn: Turn, { choice, words }: RateIssue): Refusal | undefined {
  const { issue, context } = turn
  const { by, now, policy } = context
  if (by.kind !== 'customer' || by.id !== issue.customer) return refuse('not_this_customer', {})
  if (mergedInto(issue) !== null) return refuse('closed', {})
  if (!isAskedForRating(issue)) return refuse('not_over', {})
  const until = ratedUntil(issue, policy)
  if (until !== null && now > until) return refuse('rating_over', { until })
  const isSame = words === null && issue.rating?.words === null && issue.rating.choice === choice
  if (!isSame) record(turn, { type: 'CustomerRated', choice, words })
}

/**
 * Whether the customer is asked how they were looked after: everybody is, on their page, once they have said that it is
 * solved, or once it is closed; not of spam, of what goes on in another issue, or of what was over at another desk. Nobody
 * of the company chooses whom to ask, so that the share of them who answered can stand beside what they said.
 */
export const isAskedForRating = (issue: Issue): boolean =>
  isConfirmed(issue) || (issue.lifecycle.phase === 'closed' && !unasked.includes(issue.lifecycle.outcome))

const unasked: readonly ClosedLifecycle['outcome'][] = ['spam', 'duplicate', 'elsewhere']

/** Until when they can say it, or say it otherwise: as long as it would open again (Rule 21). Null: while it is not closed. */
export const ratedUntil = ({ lifecycle }: Issue, policy: Policy): Instant | null =>
  lifecycle.phase === 'closed' ? reopensUntil(lifecycle.at, policy) : null

export const evolveRating = (issue: Issue, { choice, words }: RatingEvent, at: Instant): Issue => ({
  ...issue,
  rating: { choice, words, at },
})
