import type { MemberId } from '../context.ts'
import type { Schedule } from '../escalation/on-call.ts'
import type { Weekday } from '../time/calendar.ts'
import { epochMs, type Instant } from '../time/instant.ts'

/** How far a watch steps: every zone of our time changes its clock at such a moment, and the tests hand over at one. */
export const stepMs = 15 * 60_000

/**
 * Whose turn it is at a moment, slow and obvious: it watches the wall clock from before the first turn on, and hands over
 * whenever the clock of a day of handover first shows its time, or a later one.
 */
export function slowOnCall({ rotation, handover, zone, from, overrides }: Schedule, at: Instant): MemberId | undefined {
  const override = overrides.find(other => other.from <= at && at < other.until)
  if (override) return override.member
  if (at < from) return undefined
  const handedOver = new Set<string>()
  let turn = 0
  for (let ms = epochMs(from) - 3 * 86_400_000; ms <= epochMs(at); ms += stepMs) {
    const wall = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
    const date = wall.toPlainDate().toString()
    const isDay = handover.weekday === null || handover.weekday === (wall.dayOfWeek as Weekday)
    if (!isDay || wall.toPlainTime().toString().slice(0, 5) < handover.time || handedOver.has(date)) continue
    handedOver.add(date)
    if (ms > epochMs(from)) turn += 1
  }
  return rotation[turn % rotation.length]
}
