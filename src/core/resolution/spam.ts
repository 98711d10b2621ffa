import { endAssists } from '../assist/assist.ts'
import type { MemberId, WordsId } from '../context.ts'
import { withdrawApprovals } from '../escalation/authority.ts'
import { callAnew } from '../escalation/escalation.ts'
import { withdrawOpen } from '../handoff/handoff.ts'
import { callOff } from '../handoff/huddle.ts'
import { type Issue, isClosed, owner } from '../issue/issue.ts'
import { actingSupervisor, isOwner, moveByTakeover, ownerId, refuseAsOwner } from '../issue/ownership.ts'
import { promiseByPolicy, releaseAll } from '../promise/promise.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import { record, type Turn } from '../turn.ts'
import { lookBackNow } from './resolution.ts'

export type SpamEvent = { type: 'IssueMarkedSpam'; why: WordsId } | { type: 'IssueClearedOfSpam' }

export type MarkSpam = { type: 'MarkSpam'; why: WordsId }
/** `restoresFor`: who owns it from now on: the last owner, or who follows when they are gone. */
export type ClearSpam = { type: 'ClearSpam'; restoresFor: MemberId }

/** Rule 22: spam closes without the rules of closing, with why; nobody is owed anything for it. */
export function markSpam(turn: Turn, { why }: MarkSpam): Refusal | undefined {
  if (isClosed(turn.issue)) return refuse('closed', {})
  if (!mayJudge(turn)) return refuse('not_owner', { owner: ownerId(turn) })
  withdrawOpen(turn, 'spam')
  endAssists(turn)
  withdrawApprovals(turn)
  releaseAll(turn)
  lookBackNow(turn)
  callOff(turn, 'closed')
  record(turn, { type: 'IssueMarkedSpam', why })
}

/** Rule 22: what was no spam is open again, and who wrote hears from us as if it had just come. */
export function clearSpam(turn: Turn, { restoresFor }: ClearSpam): Refusal | undefined {
  if (!mayJudge(turn)) return refuse('not_owner', { owner: ownerId(turn) })
  if (!isSpam(turn.issue)) return refuse('not_spam', {})
  const mayNotOwn = refuseAsOwner(restoresFor, turn.context)
  if (mayNotOwn) return mayNotOwn
  record(turn, { type: 'IssueClearedOfSpam' })
  if (restoresFor !== ownerId(turn)) moveByTakeover(turn, restoresFor, null)
  callAnew(turn)
  promiseByPolicy(turn, 'answer', turn.context.policy.answerMinutes)
}

const mayJudge = (turn: Turn): boolean => isOwner(turn) || actingSupervisor(turn) !== undefined

export const isSpam = ({ lifecycle }: Issue): boolean => lifecycle.phase === 'closed' && lifecycle.outcome === 'spam'

export function evolveSpam(issue: Issue, event: SpamEvent, at: Instant, by: MemberId | null): Issue {
  switch (event.type) {
    case 'IssueMarkedSpam': {
      const closed = { phase: 'closed', outcome: 'spam', why: event.why, at, by: by ?? owner(issue).member } as const
      return { ...issue, lifecycle: closed, cannotFix: null }
    }
    case 'IssueClearedOfSpam':
      return { ...issue, lifecycle: { phase: 'open' } }
  }
}
