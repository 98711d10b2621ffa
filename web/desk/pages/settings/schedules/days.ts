import type { MemberRef, ScheduleAnswer } from '../../../../../src/contract/answers.ts'
import { localDay } from '../../../../baton-line/hours.ts'

/** A part of a row of days: from where to where, of 1; and whose it is. */
export type Bar = { key: string; begin: number; end: number; member: MemberRef | null }
export type Week = { days: string[]; bars: Bar[] }

/** Turns as rows of seven days each, from the day of the first turn on, in the schedule's own zone. */
export function weeksOf({ ahead, zone }: Pick<ScheduleAnswer, 'ahead' | 'zone'>, weeks: number): Week[] {
  const [first] = ahead
  if (!first) return []
  const begin = Date.parse(first.from)
  return Array.from({ length: weeks }, (_, week) => {
    const bounds = Array.from({ length: 8 }, (_, day) => localDay(begin, zone, week * 7 + day))
    const [from = 0, to = 0] = [bounds[0], bounds[7]]
    const bars = ahead.flatMap(({ from: since, until, member }): Bar[] => {
      const [start, end] = [Math.max(from, Date.parse(since)), Math.min(to, Date.parse(until))]
      if (start >= end) return []
      return [{ key: since, begin: (start - from) / (to - from), end: (end - from) / (to - from), member }]
    })
    return { days: bounds.slice(0, 7).map(at => new Date(at).toISOString()), bars }
  })
}
