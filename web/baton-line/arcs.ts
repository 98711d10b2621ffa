import type { LinePromise, Ms, PromiseState } from './history.ts'
import type { Box } from './labels.ts'
import { round } from './lanes.ts'

export type Arc = { id: number; d: string; state: PromiseState }
/** What became of a promise, at its due time; `good`: where a broken one was made good. */
export type Fate = { id: number; x: number; y: number; state: PromiseState; good: { x: number; y: number } | null }
/** From the due time of a broken promise until it was made good, or now: over whoever owes it. */
export type Owed = { x1: number; x2: number; y: number; state: PromiseState }
export type PromiseShapes = { arcs: Arc[]; fates: Fate[]; owed: Owed[]; taken: Box[] }

/** A promise as a stretch of x; those that run at once lie one above the other. */
export type Span = { promise: LinePromise; x1: number; x2: number; level: number }
/** The picture as promises see it: time to pixels, and who has the issue when, on which height. */
export type Ground = { x: (at: Ms) => number; end: Ms; stays: readonly { from: Ms; to: Ms; y: number }[] }

const highestLevel = 3

/** Where a promise's arc ends: at its due time, or when it was settled if that came first and the due time lies ahead. */
export function arcEnd({ due, state, settledAt }: LinePromise, end: Ms): Ms {
  if (state === 'open' || state === 'broken' || state === 'made_good') return due
  if (state === 'kept') return due <= end ? due : (settledAt ?? due)
  return Math.min(due, settledAt ?? due)
}

export function spansOf(promises: readonly LinePromise[], x: (at: Ms) => number, end: Ms): Span[] {
  const spans: Span[] = []
  for (const promise of [...promises].sort((a, b) => a.madeAt - b.madeAt || a.due - b.due)) {
    const [x1, x2] = [x(promise.madeAt), x(arcEnd(promise, end))]
    const busy = new Set(spans.filter(other => other.x2 > x1 + 8 && other.x1 < x2 - 8).map(other => other.level))
    let level = 0
    while (busy.has(level) && level < highestLevel) level += 1
    spans.push({ promise, x1, x2, level })
  }
  return spans
}

/** Arcs from made to due, each with its fate. A promise goes with the baton: it ends over whoever owes it then. */
export function promiseArcs(spans: readonly Span[], ground: Ground): PromiseShapes {
  const shapes: PromiseShapes = { arcs: [], fates: [], owed: [], taken: [] }
  for (const { promise, x1, x2, level } of spans) {
    const { id, state, madeAt, settledAt } = promise
    const until = arcEnd(promise, ground.end)
    const y1 = heightAt(ground, madeAt) - 7
    const over = settledAt !== null && state !== 'made_good' ? Math.min(until, settledAt) : until
    const y = free(shapes.fates, x2, heightAt(ground, Math.min(over, ground.end)) - 11)
    const top = Math.min(y1, y) - arcHeight(x2 - x1, level)
    const middle = (x1 + x2) / 2
    shapes.arcs.push({ id, d: `M${round(x1)} ${y1}Q${round(middle)} ${round(top)} ${round(x2)} ${y}`, state })
    shapes.taken.push({ x: x2 - 5, y: y - 5, w: 10, h: 10 }, ...along(x1, y1, middle, top, x2, y))
    const owed = state === 'broken' || state === 'made_good' ? owedOver(promise, ground) : []
    shapes.owed.push(...owed)
    shapes.taken.push(...owed.map(piece => ({ x: piece.x1, y: piece.y - 3, w: piece.x2 - piece.x1 + 4, h: 6 })))
    const last = owed.at(-1)
    const good = state === 'made_good' && last ? { x: last.x2, y: last.y } : null
    shapes.fates.push({ id, x: round(x2), y, state, good })
  }
  return shapes
}

/** How high the control point of an arc stands above its ends; the arc reaches half of it. */
const arcHeight = (width: number, level: number): number => Math.min(17 + 15 * level, 4 + width * 0.6 + 8 * level)

/** How far arcs reach above each height of a ground, by that height. */
export function reachAbove(spans: readonly Span[], ground: Ground): Map<number, number> {
  const reach = new Map<number, number>()
  const note = (y: number, top: number): void => void reach.set(y, Math.max(reach.get(y) ?? 0, y - top))
  const { fates } = promiseArcs(spans, ground)
  for (const [n, { promise, x1, x2, level }] of spans.entries()) {
    const y = heightAt(ground, promise.madeAt)
    note(y, y - 7 - arcHeight(x2 - x1, level) / 2 - 2)
    const fate = fates[n]
    const stay = fate && ground.stays.find(other => other.y > fate.y && other.y - fate.y < 60)
    if (fate && stay) note(stay.y, fate.y - 5)
  }
  return reach
}

const heightAt = ({ stays }: Ground, at: Ms): number => (stays.findLast(stay => stay.from <= at) ?? stays[0])?.y ?? 0

function owedOver({ due, state, settledAt }: LinePromise, { x, end, stays }: Ground): Owed[] {
  const until = state === 'broken' ? end : (settledAt ?? end)
  return stays.flatMap(stay => {
    const [from, to] = [Math.max(due, stay.from), Math.min(until, stay.to)]
    return from <= to && due <= stay.to ? [{ x1: round(x(from)), x2: round(x(to)), y: stay.y - 11, state }] : []
  })
}

/** Fates that fall on one place stand one above the other. */
function free(fates: readonly Fate[], x: number, y: number): number {
  let at = y
  while (at > y - 30 && fates.some(other => Math.abs(other.x - x) < 9 && Math.abs(other.y - at) < 9)) at -= 10
  return at
}

/** Small boxes along a curve, for texts to keep clear of. */
function along(x1: number, y1: number, cx: number, cy: number, x2: number, y2: number): Box[] {
  const count = Math.max(2, Math.min(24, Math.round((x2 - x1) / 24)))
  return Array.from({ length: count + 1 }, (_, n) => {
    const t = n / count
    const x = (1 - t) ** 2 * x1 + 2 * t * (1 - t) * cx + t * t * x2
    const y = (1 - t) ** 2 * y1 + 2 * t * (1 - t) * cy + t * t * y2
    return { x: x - 2, y: y - 2, w: 4, h: 4 }
  })
}
