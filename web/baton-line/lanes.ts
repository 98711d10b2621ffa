import type { History, Ms, Offer, Stay } from './history.ts'
import { widthOf } from './ticks.ts'

/** Where one person's stretch of the way runs. `owned`: they have had the issue; else it is only offered to them. */
export type Lane = { id: string; name: string; hue: number; owned: boolean; y: number }

/** More people than this share a lane, so that the picture stays one. */
export const mostLanes = 6

const isUnderWay = (offer: Offer): boolean => offer.end === null

/** A lane for each owner in their order, and one for the person to whom it is offered just now. */
export function lanesOf({ stays, offers }: History): Lane[] {
  const lanes = new Map<string, Lane>()
  for (const { member } of stays)
    if (!lanes.has(member.id))
      lanes.set(member.id, { id: member.id, name: member.name, hue: member.hue, owned: true, y: 0 })
  for (const { to } of offers.filter(isUnderWay))
    if (!lanes.has(to.id)) lanes.set(to.id, { id: to.id, name: to.name, hue: to.hue ?? 0, owned: false, y: 0 })
  const all = [...lanes.values()]
  const surplus = all.length - mostLanes
  if (surplus <= 0) return all
  const [first, ...others] = all.slice(surplus)
  return first ? [{ ...first, name: `${first.name} +${surplus}` }, ...others] : all
}

/** The lane of a person; who has none of their own (one of too many) shares the first. */
export function laneOf(lanes: readonly Lane[], id: string): Lane {
  const lane = lanes.find(other => other.id === id) ?? lanes[0]
  if (!lane) throw new RangeError('An issue has an owner from the moment it exists (Rule 1), so a lane.')
  return lane
}

/** Who had the issue at a moment. */
export function ownerAt(stays: readonly Stay[], at: Ms): Stay {
  const stay = stays.findLast(other => other.from <= at) ?? stays[0]
  if (!stay) throw new RangeError('An issue has an owner from the moment it exists (Rule 1).')
  return stay
}

/** "Ben Okafor", or "Ben O." where the whole name finds no room. */
export function nameThatFits(name: string, room: number): string {
  if (widthOf(name) <= room) return name
  const [first = name, ...rest] = name.split(' ')
  const short = rest.length > 0 ? `${first} ${rest.at(-1)?.slice(0, 1)}.` : first
  return widthOf(short) <= room ? short : `${short.slice(0, Math.max(1, Math.floor(room / 6.1) - 1))}…`
}

export type Bar = { d: string; hue: number }
export type Step = { x: number; y1: number; y2: number; way: Stay['way'] }
export type Meeting = { x: number; y: number; at: Ms; to: string }

/**
 * The baton's way: a bar in the lane of whoever has it. Hand to hand it swings over, and the two meet half way; a claim or a
 * takeover is a step, not a meeting, and looks like one.
 */
export function batonWay(
  history: History,
  lanes: readonly Lane[],
  x: (at: Ms) => number,
  end: Ms,
): { bars: Bar[]; steps: Step[]; meetings: Meeting[] } {
  const bars: Bar[] = []
  const steps: Step[] = []
  const meetings: Meeting[] = []
  let entry: Swing | null = null
  for (const [n, stay] of history.stays.entries()) {
    const next = history.stays[n + 1]
    const lane = laneOf(lanes, stay.member.id)
    const until = next?.from ?? end
    const nextLane = next ? laneOf(lanes, next.member.id) : null
    const swing: Swing | null =
      next && nextLane && next.way === 'handoff' && nextLane !== lane
        ? swingAt(history, n, x, lane.y, nextLane.y, end)
        : null
    for (const [from, to] of openParts(history, stay.from, until)) {
      const begins: string = entry && from === stay.from ? entry.second : `M${round(x(from))} ${lane.y}`
      const finish = swing && to === until ? swing.first : ''
      bars.push({ d: `${begins}H${round(swing && to === until ? swing.from : x(to))}${finish}`, hue: lane.hue })
    }
    if (swing && next) meetings.push({ x: x(next.from), y: swing.y, at: next.from, to: next.member.name })
    else if (next && nextLane) steps.push({ x: round(x(next.from)), y1: lane.y, y2: nextLane.y, way: next.way })
    entry = swing
  }
  return { bars, steps, meetings }
}

/** Half of the swing is the giver's, half the receiver's. */
type Swing = { from: number; first: string; second: string; y: number }

function swingAt({ stays }: History, n: number, x: (at: Ms) => number, y1: number, y2: number, end: Ms): Swing | null {
  const [stay, next, after] = [stays[n], stays[n + 1], stays[n + 2]]
  if (!stay || !next) return null
  const middle = x(next.from)
  const room = Math.min(middle - x(stay.from), x(after?.from ?? end) - middle)
  const reach = Math.max(1.5, Math.min(13, room * 0.45))
  const [a, b, y] = [round(middle - reach), round(middle + reach), (y1 + y2) / 2]
  const half = (y2 - y1) / 4
  const m = round(middle)
  // The curve from lane to lane with upright middle, parted at its middle by de Casteljau.
  const first = `C${m} ${y1} ${m} ${y - half} ${m} ${y}`
  const second = `M${m} ${y}C${m} ${y + half} ${m} ${y2} ${b} ${y2}`
  return { from: a, first, second, y }
}

/** While it is closed nobody carries it. */
function openParts({ closures }: History, from: Ms, to: Ms): [Ms, Ms][] {
  const parts: [Ms, Ms][] = []
  let since: Ms | null = from
  for (const closure of closures) {
    if (since === null || closure.from >= to) break
    if (closure.to !== null && closure.to <= from) continue
    if (closure.from > since) parts.push([since, closure.from])
    since = closure.to
  }
  if (since !== null && (since < to || parts.length === 0)) parts.push([since, Math.max(since, to)])
  return parts
}

export const round = (x: number): number => Math.round(x * 10) / 10
