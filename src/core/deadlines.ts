import { goBack, openAssists } from './assist/assist.ts'
import type { Context } from './context.ts'
import { begin } from './cover/cover.ts'
import { climb as climbApproval } from './escalation/authority.ts'
import { isCovered, isEscalated, raise } from './escalation/escalation.ts'
import { climb } from './escalation/ladder.ts'
import { huddleLate, openHuddle } from './handoff/huddle.ts'
import { endGathering, endLive } from './handoff/live.ts'
import { lookBack } from './handoff/look-back.ts'
import { type Issue, isClosed } from './issue/issue.ts'
import { breakPromise, nextPromise } from './promise/promise.ts'
import type { Instant } from './time/instant.ts'
import { beginTurn, byClock, record, type Turn } from './turn.ts'

/** Something that happens by itself at a moment when nobody does anything. */
type Deadline = { due: Instant; settle: (turn: Turn) => void }

/** Rule 14: of promises only the one that comes first matters; the others are looked at again when it has been settled. */
function promisesDue(issue: Issue): Deadline[] {
  const next = nextPromise(issue)
  return next ? [{ due: next.due, settle: turn => breakPromise(turn, next.id, next.due) }] : []
}

/** Rule 7: an unanswered offer expires. Rule 8: an accepted handoff without a greeting falls through. */
function handoffDue({ handoff }: Issue): Deadline[] {
  if (handoff?.state === 'offered') {
    const { id, expiresAt: due } = handoff
    return [{ due, settle: turn => record(turn, { type: 'HandoffExpired', handoff: id }, due) }]
  }
  if (handoff?.state === 'accepted' || handoff?.state === 'live' || handoff?.state === 'introduced') {
    const { id, fallsThroughAt: due } = handoff
    return [{ due, settle: turn => record(turn, { type: 'HandoffFellThrough', handoff: id }, due) }]
  }
  return []
}

/** Rule 9: not all three came together in time; or who was missing did not come back in time. */
function liveDue({ handoff }: Issue): Deadline[] {
  if (handoff?.state !== 'live') return []
  const { state, until: due } = handoff.live
  return [{ due, settle: turn => (state === 'gathering' ? endGathering : endLive)(turn, handoff, due) }]
}

/** Rule 11: a huddle that has not settled it in time. */
function huddleDue(issue: Issue): Deadline[] {
  const huddle = openHuddle(issue)
  if (!huddle || huddle.lateAt !== null) return []
  return [{ due: huddle.due, settle: turn => huddleLate(turn, huddle, huddle.due) }]
}

const lookBacksDue = (issue: Issue): Deadline[] =>
  issue.lookBacks.map(look => ({ due: look.due, settle: turn => lookBack(turn, look) }))

/** Rule 16: an assist goes back to the owner by itself. */
const assistsDue = (issue: Issue): Deadline[] =>
  openAssists(issue).map(assist => ({ due: assist.due, settle: turn => goBack(turn, assist) }))

/** Rule 15: a cover begins and ends by itself; an absence that begins without an answer is told. */
const coversDue = (issue: Issue): Deadline[] =>
  issue.covers.flatMap((cover, index): Deadline[] => {
    const { id, absence, from, until, state } = cover
    if (state === 'accepted') return [{ due: from, settle: turn => begin(turn, id, from) }]
    const ends = (turn: Turn): void => record(turn, { type: 'CoverEnded', cover: id, because: 'time' }, until)
    if (state === 'in_force') return [{ due: until, settle: ends }]
    if (state === 'over') return []
    // Whoever answers after the begin has been told so already.
    const misses = cover.missedAt === null && (state === 'asked' ? cover.askedAt : cover.at) < from
    const isLast = !issue.covers.slice(index + 1).some(later => later.absence === absence)
    const tell = (turn: Turn): void => record(turn, { type: 'CoverMissed', cover: id }, from)
    return [
      ...(misses && isLast ? [{ due: from, settle: tell }] : []),
      ...(state === 'asked' ? [{ due: until, settle: ends }] : []),
    ]
  })

/** Rule 19: a supervisor who has not answered in time is told again. */
function cannotFixDue({ cannotFix }: Issue): Deadline[] {
  if (cannotFix?.state !== 'asked' || cannotFix.late) return []
  const { due } = cannotFix
  return [{ due, settle: turn => record(turn, { type: 'CannotFixUnanswered' }, due) }]
}

/** Rule 14: broken for longer than the limit escalates by itself, once for each broken promise. */
function escalationDue(issue: Issue): Deadline[] {
  if (isEscalated(issue)) return []
  return issue.promises.flatMap(({ fate }) => {
    if (fate.state !== 'broken' || isCovered(issue, fate.at, fate.escalatesAt)) return []
    return [{ due: fate.escalatesAt, settle: turn => raise(turn, 'broken_too_long', fate.escalatesAt) }]
  })
}

/** Rule 24: who was called has not answered in time. */
function rungDue({ escalation }: Issue): Deadline[] {
  if (escalation?.state !== 'raised') return []
  const { id, ladder } = escalation
  return [{ due: ladder.until, settle: turn => climb(turn, id, ladder, ladder.until) }]
}

/** Rule 27: an approval that nobody answers climbs. */
const approvalsDue = (issue: Issue): Deadline[] =>
  issue.concessions.flatMap(concession =>
    concession.state === 'waiting' ? [{ due: concession.due, settle: turn => climbApproval(turn, concession) }] : [],
  )

/** In which chapters something can fall due, the most pressing first among equals. Derived from the state: nothing is stored twice. */
const chapters: readonly ((issue: Issue) => readonly Deadline[])[] = [
  promisesDue,
  handoffDue,
  liveDue,
  lookBacksDue,
  huddleDue,
  escalationDue,
  rungDue,
  approvalsDue,
  assistsDue,
  coversDue,
  cannotFixDue,
]

function firstDeadline(issue: Issue): Deadline | null {
  if (isClosed(issue)) return null
  let first: Deadline | null = null
  for (const dueIn of chapters)
    for (const deadline of dueIn(issue)) if (first === null || deadline.due < first.due) first = deadline
  return first
}

/** When the clock must look at this issue next; null while nothing is due. */
export const nextDeadline = (issue: Issue): Instant | null => firstDeadline(issue)?.due ?? null

/** Settles everything that fell due until `until`, each as of its own moment and in order (Scenario 19). */
export function settleUntil(turn: Turn, until: Instant): void {
  for (;;) {
    const next = firstDeadline(turn.issue)
    if (next === null || next.due > until) return
    next.settle(turn)
  }
}

/** An issue as it stands when everything that fell due until now is settled. */
export function settled(issue: Issue, context: Context): Issue {
  const turn = beginTurn(issue, byClock(context))
  settleUntil(turn, context.now)
  return turn.issue
}
