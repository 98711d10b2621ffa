import type { MemberId } from '../context.ts'
import { callAnew } from '../escalation/escalation.ts'
import { moveByTakeover, ownerId, refuseAsOwner } from '../issue/ownership.ts'
import type { Policy } from '../policy.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import { record, type Turn } from '../turn.ts'
import { mergedInto } from './merge.ts'
import { raiseWhenBackAgain } from './resolution.ts'
import { isSpam } from './spam.ts'

/**
 * Rule 21: within the window the customer's word reopens a closed issue, with the same owner or, as a takeover, who follows
 * them; the second recurrence escalates. Nothing happens to an issue that is not closed. `saidAt`: when the customer did.
 */
export function reopen(turn: Turn, to: MemberId, saidAt: Instant = turn.context.now): Refusal | undefined {
  const { lifecycle } = turn.issue
  if (lifecycle.phase !== 'closed') return undefined
  const into = mergedInto(turn.issue)
  if (into !== null) return refuse('closed', { into })
  const until = reopensUntil(lifecycle.at, turn.context.policy)
  if (saidAt > until) return refuse('recurrence_over', { until })
  const mayNotOwn = refuseAsOwner(to, turn.context)
  if (mayNotOwn) return mayNotOwn
  const wasSpam = isSpam(turn.issue)
  record(turn, { type: 'IssueReopened' })
  if (to !== ownerId(turn)) moveByTakeover(turn, to, null)
  callAnew(turn)
  if (!wasSpam) raiseWhenBackAgain(turn)
}

/** Until when the customer's word opens an issue again that was closed then. */
export const reopensUntil = (closedAt: Instant, { recurrenceDays }: Policy): Instant =>
  plusMinutes(closedAt, recurrenceDays * 24 * 60)
