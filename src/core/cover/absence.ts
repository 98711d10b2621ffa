import type { Member, MemberId } from '../context.ts'
import { type Issue, owner } from '../issue/issue.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import type { AbsenceId, Span } from './cover.ts'

/** A promise that falls due while somebody is away, and the issue that it is of. */
export type PromiseToCover = { issue: number; promise: number; due: Instant }

/**
 * A time in which somebody is to be away. It waits for covers, or is agreed: only then are they away. Cancelled is what
 * never began.
 */
export type Absence = Span & { id: AbsenceId; member: MemberId; state: 'waiting' | 'agreed' | 'cancelled' }

/**
 * Rule 15: whether somebody may go away: at once when nothing falls due in it, as soon as covers have accepted when they
 * are asked for, and not at all without. `known`: their absences so far.
 */
export function mayGo(
  member: Pick<Member, 'id'>,
  span: Span,
  {
    known,
    toCover,
    asks,
    now,
  }: { known: readonly Absence[]; toCover: readonly PromiseToCover[]; asks: boolean; now: Instant },
): { state: 'waiting' | 'agreed' } | { refusal: Refusal } {
  const wrong = wrongTime(span, now)
  if (wrong) return { refusal: wrong }
  const other = known.find(({ from, until, state }) => state !== 'cancelled' && from < span.until && span.from < until)
  if (other) return { refusal: refuse('already_away', { member: member.id, from: other.from, until: other.until }) }
  if (toCover.length === 0) return { state: 'agreed' }
  if (!asks) return { refusal: refuse('needs_cover', { member: member.id, promises: toCover }) }
  return { state: 'waiting' }
}

/** Rule 15: whoever is ill goes at once, covered or not: what is without a cover is their supervisors' work. */
export function mayBeIll(
  member: Pick<Member, 'id'>,
  span: Span,
  { known, now }: { known: readonly Absence[]; now: Instant },
): Refusal | undefined {
  const wrong = wrongTime(span, now)
  if (wrong) return wrong
  const other = known.find(({ from, until, state }) => state === 'agreed' && from <= span.from && span.until <= until)
  if (other) return refuse('already_away', { member: member.id, from: other.from, until: other.until })
}

function wrongTime({ from, until }: Span, now: Instant): Refusal | undefined {
  if (until <= now) return refuse('due_in_past', { due: until })
  return until <= from ? refuse('ends_first', { from, until }) : undefined
}

/**
 * Rule 15: for which absence, and from when until when, an issue is to be covered when somebody goes away: their own one
 * where they own it; where they cover it, what is left of the absence that they cover.
 */
export function toBeCovered(issue: Issue, absence: Absence): { absence: AbsenceId } & Span {
  const theirs = issue.covers.find(
    ({ state, member }) => member === absence.member && (state === 'accepted' || state === 'in_force'),
  )
  if (!theirs || owner(issue).member === absence.member)
    return { absence: absence.id, from: absence.from, until: absence.until }
  const begins = theirs.from < absence.from
  return { absence: theirs.absence, from: begins ? absence.from : theirs.from, until: theirs.until }
}

/** Whether an absence can still be arranged: covers asked for it, or its end brought forward. */
export function mayArrange({ until, state }: Absence, now: Instant): Refusal | undefined {
  return state === 'cancelled' || until <= now ? refuse('absence_over', { until }) : undefined
}

/** What is left of an absence whose owner does not go, or is back sooner. */
export const endedAt = (absence: Absence, now: Instant): Absence =>
  absence.state === 'agreed' && absence.from < now ? { ...absence, until: now } : { ...absence, state: 'cancelled' }
