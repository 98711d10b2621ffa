import { type Calendar, lastClosing, nextOpening } from '../src/core/time/calendar.ts'
import { epochMs, fromEpochMs, plusMinutes } from '../src/core/time/instant.ts'

/** When people work, worked out once for the whole simulation. Times are epoch milliseconds; `work` counts minutes of open time from the start. */
export type Hours = {
  workAt(ms: number): number
  timeAt(work: number): number
  /** The moment after (or, with a minus, before) so many minutes of open time. */
  plus(ms: number, minutes: number): number
  /** Minutes of open time between two moments. */
  between(from: number, to: number): number
  isOpen(ms: number): boolean
  /** `ms` itself when the desk is open, or when it opens next. */
  nextOpen(ms: number): number
}

const dayMs = 86_400_000

/** Opening times of one stretch a day, from the core's calendar. What lies after `days` days counts as the last of them. */
export function hoursOf(calendar: Calendar, from: number, days: number): Hours {
  const opens: number[] = []
  const closes: number[] = []
  const before: number[] = []
  let work = 0
  for (let at = fromEpochMs(from), end = from + days * dayMs; epochMs(at) < end; ) {
    const open = nextOpening(calendar, at)
    const close = lastClosing(calendar, open)
    opens.push(epochMs(open))
    closes.push(epochMs(close))
    before.push(work)
    work += (epochMs(close) - epochMs(open)) / 60_000
    at = plusMinutes(close, 1)
  }
  /** For each day from the start, the first stretch that closes after it begins. */
  const firstOf: number[] = []
  for (let day = 0, place = 0; day <= days; day += 1) {
    while (place < closes.length - 1 && (closes[place] ?? 0) <= from + day * dayMs) place += 1
    firstOf.push(place)
  }
  const length = ((closes[0] ?? 0) - (opens[0] ?? 0)) / 60_000

  /** The stretch that a moment is in, or the next one. */
  const stretchAt = (ms: number): number => {
    let place = firstOf[Math.max(0, Math.floor((ms - from) / dayMs))] ?? closes.length - 1
    while (place < closes.length - 1 && (closes[place] ?? 0) <= ms) place += 1
    return place
  }
  const workAt = (ms: number): number => {
    const place = stretchAt(ms)
    return (before[place] ?? 0) + Math.max(0, ms - (opens[place] ?? 0)) / 60_000
  }
  const timeAt = (minutes: number): number => {
    // Days are of one length, but for those on which the clocks change in the night: none that is worked in.
    let place = Math.min(closes.length - 1, Math.max(0, Math.floor(minutes / length)))
    while (place > 0 && (before[place] ?? 0) >= minutes) place -= 1
    while (place < closes.length - 1 && (before[place + 1] ?? 0) < minutes) place += 1
    return Math.round((opens[place] ?? 0) + Math.max(0, minutes - (before[place] ?? 0)) * 60_000)
  }
  return {
    workAt,
    timeAt,
    plus: (ms, minutes) => timeAt(workAt(ms) + minutes),
    between: (one, other) => workAt(other) - workAt(one),
    isOpen: ms => (opens[stretchAt(ms)] ?? 0) <= ms,
    nextOpen: ms => Math.max(ms, opens[stretchAt(ms)] ?? ms),
  }
}
