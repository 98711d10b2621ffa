import type { IssueRow } from '../../src/contract/answers.ts'
import { round } from './lanes.ts'

/** The baton line of a row in a list: no words, only the way, the meetings, the fates, and what is lit or offered. */
export type SmallShapes = {
  bars: { d: string; hue: number }[]
  /** A claim or a takeover: not hand to hand. */
  steps: { x: number; y1: number; y2: number }[]
  meetings: { x: number; y: number }[]
  fates: { id: number; x: number; y: number; state: IssueRow['line']['promises'][number]['state'] }[]
  offer: string | null
  light: { x: number; w: number; answered: boolean } | null
}

export const small = { width: 132, height: 26 }
const [left, right] = [4, small.width - 6]
/** However short somebody had it, their stretch is seen. */
const shortest = 9
/** An offer leaves room at the end to reach out into. */
const reachOut = 14

/** Lays out a row's line. `now` and the row say all there is; times run to scale, but that no stretch vanishes. */
export function layOutSmall(row: IssueRow, now: string): SmallShapes {
  const end = row.phase === 'closed' ? lastMoment(row) : Date.parse(now)
  // What another desk had before begins here when it came here: with its first owner.
  const from = Date.parse(row.line.owners[0]?.since ?? row.openedAt)
  const edge = row.handoff ? right - reachOut : right
  const stays = stretches(row, from, end, edge)
  const lanes = [...new Set(stays.map(stay => stay.hue))]
  const y = (hue: number): number => heightOf(lanes.indexOf(hue), lanes.length)
  const x = (at: number): number => placeOf(stays, at)
  const first = stays[0]?.hue ?? 0
  const last = stays.at(-1) ?? { x2: edge, hue: first }
  return {
    ...way(stays, y),
    fates: row.line.promises.slice(-6).map(({ due, state }, id) => {
      const at = Date.parse(due)
      const over = at > end ? Math.min(right, last.x2) : x(at)
      return { id, x: round(over), y: y(ownerAt(stays, at)) - 7, state }
    }),
    offer: row.handoff
      ? `M${last.x2} ${y(last.hue)}c8 0 5 ${reach(y(last.hue))} ${reachOut} ${reach(y(last.hue))}`
      : null,
    light: row.escalation ? { x: round(last.x2 - 30), w: 30, answered: row.escalation.state === 'answered' } : null,
  }
}

type Stretch = {
  hue: number
  way: IssueRow['line']['owners'][number]['way']
  from: number
  to: number
  x1: number
  x2: number
}

/** Offers reach towards the middle of the picture, where there is room. */
const reach = (y: number): number => (y > small.height / 2 ? -9 : 9)

function stretches({ line }: IssueRow, from: number, end: number, edge: number): Stretch[] {
  const owners = line.owners.filter((owner, n) => owner.hue !== line.owners[n - 1]?.hue)
  const raw = owners.map(({ hue, since, way }, n) => {
    const next = owners[n + 1]
    return { hue, way, from: Date.parse(since), to: next ? Date.parse(next.since) : end }
  })
  const least = Math.min(shortest, (edge - left) / Math.max(1, raw.length))
  const spare = edge - left - least * raw.length
  const total = Math.max(1, end - from)
  let at = left
  return raw.map(stretch => {
    const x1 = at
    at += least + (spare * Math.max(0, stretch.to - stretch.from)) / total
    return { ...stretch, x1: round(x1), x2: round(Math.min(edge, at)) }
  })
}

function placeOf(stays: readonly Stretch[], at: number): number {
  const stay = stays.find(other => at <= other.to) ?? stays.at(-1)
  if (!stay) return left
  const share = Math.min(1, Math.max(0, (at - stay.from) / Math.max(1, stay.to - stay.from)))
  return stay.x1 + share * (stay.x2 - stay.x1)
}

const ownerAt = (stays: readonly Stretch[], at: number): number =>
  (stays.findLast(stay => stay.from <= at) ?? stays[0])?.hue ?? 0

/** One lane runs in the middle, more share the height; the topmost leaves room for the fates above it. */
const heightOf = (lane: number, count: number): number =>
  count < 2 ? 15 : round(11 + ((22 - 11) * lane) / Math.max(1, count - 1))

function lastMoment({ openedAt, line }: IssueRow): number {
  const moments = [...line.owners.map(({ since }) => since), ...line.promises.map(({ due }) => due)]
  return Math.max(Date.parse(openedAt) + 1, ...moments.map(at => Date.parse(at)))
}

function way(stays: readonly Stretch[], y: (hue: number) => number): Pick<SmallShapes, 'bars' | 'steps' | 'meetings'> {
  const bars: SmallShapes['bars'] = []
  const steps: SmallShapes['steps'] = []
  const meetings: SmallShapes['meetings'] = []
  let begin = ''
  for (const [n, { hue, x1, x2 }] of stays.entries()) {
    const next = stays[n + 1]
    const start = begin || `M${x1} ${y(hue)}`
    if (!next) {
      bars.push({ d: `${start}H${x2}`, hue })
      continue
    }
    const [y1, y2] = [y(hue), y(next.hue)]
    if (next.way !== 'handoff') {
      bars.push({ d: `${start}H${x2}`, hue })
      steps.push({ x: x2, y1, y2 })
      begin = ''
      continue
    }
    const middle = (y1 + y2) / 2
    bars.push({ d: `${start}H${round(x2 - 4)}C${x2} ${y1} ${x2} ${y1} ${x2} ${middle}`, hue })
    begin = `M${x2} ${middle}C${x2} ${y2} ${x2} ${y2} ${round(x2 + 4)} ${y2}`
    meetings.push({ x: x2, y: middle })
  }
  return { bars, steps, meetings }
}
