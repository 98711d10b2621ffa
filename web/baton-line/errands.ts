import type { Errand, ErrandEnd } from './beside.ts'
import type { History, Ms } from './history.ts'
import type { Box, Wish } from './labels.ts'
import { type Lane, laneOf, ownerAt, round } from './lanes.ts'
import { words } from './words.ts'

/** Help leaves the lane and comes back to it, or is still out. `hue` 0: a team's, of whom nobody has taken it. */
export type ErrandWay = { d: string; hue: number; out: boolean }
export type ErrandMark = { x: number; y: number; how: ErrandEnd | 'out' }

/** How far beside its lane an errand runs below it, and where the picture ends. */
type Room = { under: number; edge: number }
const leastWide = 22

/** Rule 16: what was asked of others runs beside the lane of whoever had the issue then; ownership never does. */
export function errandWays(
  { errands, stays }: History,
  lanes: readonly Lane[],
  x: (at: Ms) => number,
  now: Ms,
  { under, edge }: Room,
): { ways: ErrandWay[]; marks: ErrandMark[]; wishes: Wish[]; taken: Box[] } {
  const placed = errands.map(errand => {
    const lane = laneOf(lanes, ownerAt(stays, errand.at).member.id)
    const from = Math.min(x(errand.at), edge - leastWide)
    const to = Math.min(edge, Math.max(x(errand.back?.at ?? now), from + leastWide))
    return { errand, lane, from, to, y: lane.y + under }
  })
  return {
    ways: placed.map(({ errand, lane, from, to, y }) => ({
      d: wayOf(errand, { from, to, top: lane.y + 4, y }),
      hue: errand.hue,
      out: errand.back === null,
    })),
    marks: placed.map(({ errand: { back }, lane, to, y }) => ({
      x: round(to),
      // What came back with nothing stops beside the lane: it brought nothing to it.
      y: back?.how === 'moved' ? lane.y + 6 : y,
      how: back?.how ?? 'out',
    })),
    wishes: placed.map(({ errand, from, to, y }) => ({
      text: words.errand(errand.to, errand.back?.how ?? null),
      short: errand.to,
      tone: errand.back?.how === 'silent' ? 'owed' : 'quiet',
      places: [
        { x: to + 8, y: y + 4, anchor: 'start' },
        { x: (from + to) / 2, y: y + 13, anchor: 'middle' },
        { x: from - 4, y: y + 4, anchor: 'end' },
      ],
    })),
    taken: placed.map(({ from, to, lane }) => ({ x: from, y: lane.y + 5, w: to - from, h: under - 3 })),
  }
}

type Line = { from: number; to: number; top: number; y: number }

function wayOf({ back }: Errand, { from, to, top, y }: Line): string {
  const leaves = `M${round(from)} ${top}C${round(from + 3)} ${y} ${round(from + 5)} ${y} ${round(from + 9)} ${y}`
  if (back?.how !== 'moved') return `${leaves}H${round(to)}`
  return `${leaves}H${round(to - 9)}C${round(to - 5)} ${y} ${round(to - 3)} ${y} ${round(to)} ${top}`
}
