import type { Ms } from './history.ts'
import { atWall, day, hour, localDay, wallOf } from './hours.ts'
import type { Scale, Segment } from './scale.ts'
import { clock, date, month, weekdayDate } from './times.ts'

/** A mark on the time axis. */
export type Tick = { x: number; text: string; anchor: 'start' | 'end' }

/** Width of a text in the picture's small size: it is never measured, so that the layout stays pure. */
export const widthOf = (text: string): number => text.length * 6.1

type Step = { ms: Ms; label: (at: Ms, zone: string, now: Ms) => string; room: number; aligned: Aligned }
type Aligned = 'hours' | 'days' | 'weeks' | 'months'

const hours = (count: number): Step => ({ ms: count * hour, label: hourLabel, room: 76, aligned: 'hours' })
const days = (count: number, aligned: Aligned = 'days'): Step => ({ ms: count * day, label: date, room: 52, aligned })
const steps: readonly Step[] = [
  ...[0.25, 0.5, 1, 2, 3, 6, 12].map(hours),
  { ...days(1), label: weekdayDate, room: 72 },
  days(1),
  days(2),
  days(7, 'weeks'),
  { ms: 30.44 * day, label: month, room: 44, aligned: 'months' },
  { ms: 91.3 * day, label: month, room: 44, aligned: 'months' },
]

function hourLabel(at: Ms, zone: string): string {
  return wallOf(at, zone) % day === 0 ? weekdayDate(at, zone) : clock(at, zone)
}

/** The marks of the axis: round times in the reader's zone, never one over the other, and a date wherever a stretch begins. */
export function axisTicks(scale: Scale, zone: string, now: Ms): Tick[] {
  const step = steps.find(({ ms, room }) => ms * scale.pxPerMs >= room) ?? steps[steps.length - 1]
  if (!step) return []
  const stretches = scale.segments.filter(segment => !segment.cut)
  const candidates: { tick: Tick; rank: number }[] = []
  for (const stretch of stretches) {
    const whole = step.aligned === 'months' && stretches.length === 1
    const begin = whole ? month(stretch.from, zone, now) : startLabel(stretch, step, zone, now)
    candidates.push({ tick: { x: stretch.x1, text: begin, anchor: 'start' }, rank: 0 })
    for (const at of roundTimes(stretch, step, zone)) {
      const text = step.label(at, zone, now)
      candidates.push({ tick: { x: scale.x(at), text, anchor: 'start' }, rank: text.includes(':') ? 2 : 1 })
    }
  }
  const last = scale.segments.at(-1)
  // A cut at the end: its far side is a day of its own.
  if (last?.cut)
    candidates.push({
      tick: { x: last.x2, text: startLabel({ ...last, from: last.to }, step, zone, now), anchor: 'end' },
      rank: 0,
    })
  const edge = last?.x2 ?? 0
  return spaced(candidates.filter(({ tick }) => tick.anchor === 'end' || tick.x + widthOf(tick.text) <= edge + 10))
}

/** The date at which a stretch begins; its year, where it is not this one. */
function startLabel({ from }: Segment, { aligned, label }: Step, zone: string, now: Ms): string {
  if (aligned === 'hours') return weekdayDate(from, zone)
  if (aligned !== 'months') return label(from, zone, now)
  const [, year = ''] = month(from, zone, now).split(' ')
  return year ? `${date(from, zone)} ${year}` : date(from, zone)
}

function* roundTimes({ from, to }: Segment, step: Step, zone: string): Generator<Ms> {
  if (step.aligned === 'months') {
    const begin = new Date(wallOf(from, zone))
    const months = Math.max(1, Math.round(step.ms / (30.44 * day)))
    for (let n = 1; ; n += 1) {
      const wall = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + n, 1)
      const at = atWall(wall, zone)
      if (at > to) return
      if (new Date(wall).getUTCMonth() % months === 0) yield at
    }
  }
  if (step.aligned === 'hours') {
    for (let wall = Math.ceil(wallOf(from, zone) / step.ms) * step.ms; ; wall += step.ms) {
      const at = atWall(wall, zone)
      if (at > to) return
      if (at >= from) yield at
    }
  }
  const every = Math.round(step.ms / day)
  // Weeks begin on Monday: the first day of 1970 was a Thursday.
  const offset = step.aligned === 'weeks' ? 4 : 0
  for (let at = localDay(from, zone, 1); at <= to; at = localDay(at, zone, 1)) {
    if ((Math.floor(wallOf(at, zone) / day) - offset) % every === 0) yield at
  }
}

function spaced(candidates: { tick: Tick; rank: number }[]): Tick[] {
  const placed: Tick[] = []
  for (const { tick } of candidates.sort((a, b) => a.rank - b.rank || a.tick.x - b.tick.x)) {
    const [from, to] = extent(tick)
    if (placed.every(other => from >= extent(other)[1] + 10 || to + 10 <= extent(other)[0])) placed.push(tick)
  }
  return placed.sort((a, b) => a.x - b.x)
}

const extent = ({ x, text, anchor }: Tick): [number, number] =>
  anchor === 'start' ? [x, x + widthOf(text)] : [x - widthOf(text), x]
