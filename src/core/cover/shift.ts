import { type Refusal, refuse } from '../refusals.ts'
import { type Calendar, calendarFault, isOpen, lastClosing, nextOpening } from '../time/calendar.ts'
import type { Instant } from '../time/instant.ts'
import type { Span } from './cover.ts'

/** Whether somebody can work in these hours. */
export function mayWorkIn(shift: Calendar): Refusal | undefined {
  const fault = calendarFault(shift)
  return fault === null ? undefined : refuse('bad_hours', { says: fault })
}

/** Rule 15: from the end of today's hours, or from now for who is not at work, until they begin again. */
export function betweenShifts(shift: Calendar, now: Instant): Span {
  const from = isOpen(shift, now) ? lastClosing(shift, now) : now
  return { from, until: nextOpening(shift, from) }
}

/** Rule 15: for how long somebody who falls ill is away at least: until they would be at work again on another day. */
export const restOfDay = (shift: Calendar, now: Instant): Instant => nextOpening(shift, lastClosing(shift, now))
