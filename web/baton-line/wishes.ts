import type { History, Ms, Silence } from './history.ts'
import { day } from './hours.ts'
import type { Wish } from './labels.ts'
import type { Meeting, Step } from './lanes.ts'
import type { Turn } from './shapes.ts'
import { clock, date, dateAndClock, lasting } from './times.ts'
import { words } from './words.ts'

/** Rows at the top: what is now, the words of silences, the silences themselves, and where lanes begin. */
export const rows = { now: 14, silence: 29, bars: 36, lanes: 42 }

export function nowWish(x: number | null, now: Ms, zone: string): Wish[] {
  if (x === null) return []
  const y = rows.now
  return [
    {
      text: words.now(dateAndClock(now, zone)),
      short: words.now(clock(now, zone)),
      tone: 'accent',
      places: [
        { x: x + 4, y, anchor: 'end' },
        { x: x - 4, y, anchor: 'start' },
      ],
    },
  ]
}

export function meetingWishes(meetings: readonly Meeting[], zone: string, span: Ms): Wish[] {
  return meetings.map(({ x, y, at }) => ({
    text: words.met(span > 14 * day ? date(at, zone) : clock(at, zone)),
    tone: 'ink',
    places: [
      { x: x + 15, y: y + 4, anchor: 'start' },
      { x: x - 15, y: y + 4, anchor: 'end' },
      { x: x + 15, y: y - 3, anchor: 'start' },
      { x: x - 15, y: y - 3, anchor: 'end' },
      { x: x + 15, y: y + 12, anchor: 'start' },
    ],
  }))
}

export function alarmWishes({ alarms }: History, x: (at: Ms) => number): Wish[] {
  return alarms.map(({ from, champion }) => ({
    text: champion ? words.answeredBy(champion) : words.alarm,
    short: words.alarm,
    tone: 'light',
    places: [
      { x: x(from), y: rows.now, anchor: 'start' },
      { x: x(from), y: rows.silence, anchor: 'start' },
      { x: x(from) - 4, y: rows.silence, anchor: 'end' },
      { x: x(from) - 4, y: rows.now, anchor: 'end' },
    ],
  }))
}

export function silenceWishes(quiet: readonly Silence[], x: (at: Ms) => number): Wish[] {
  return [...quiet]
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .map(({ from, to, lasts }) => {
      const length = lasting(to - from)
      const middle = (x(from) + x(to)) / 2
      return {
        text: lasts ? words.stillSilent(length) : words.silence(length),
        short: length,
        tone: 'quiet',
        places: [
          { x: middle, y: rows.silence, anchor: 'middle' },
          { x: x(to) - 6, y: rows.silence, anchor: 'end' },
        ],
      }
    })
}

export function turnWishes(turns: readonly Turn[]): Wish[] {
  return turns.map(({ x, y, what }) => ({
    text: words.milestone[what],
    tone: what === 'denied' ? 'owed' : what === 'confirmed' ? 'kept' : 'quiet',
    places: [
      { x, y: y + 20, anchor: 'middle' },
      { x: x - 6, y: y + 20, anchor: 'end' },
      { x: x + 6, y: y + 20, anchor: 'start' },
    ],
  }))
}

export function stepWishes(steps: readonly Step[]): Wish[] {
  return steps.flatMap(({ x, y1, y2, way }): Wish[] => {
    if (way !== 'takeover' && way !== 'claim' && way !== 'huddle') return []
    const y = (y1 + y2) / 2 + 4
    const places = [
      { x: x + 7, y, anchor: 'start' as const },
      { x: x - 7, y, anchor: 'end' as const },
    ]
    return [{ text: words.ways[way], tone: 'quiet', places }]
  })
}

export function cutWishes(cuts: readonly { from: Ms; to: Ms; x1: number; x2: number }[], axisY: number): Wish[] {
  return cuts.map(({ from, to, x1, x2 }) => ({
    text: words.cut(lasting(to - from)),
    tone: 'cut',
    places: [{ x: (x1 + x2) / 2, y: axisY - 5, anchor: 'middle' }],
  }))
}
