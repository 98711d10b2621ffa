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

/** Where a promise's arc ends: at its due time, or when it was settled, if its due time lies ahead or the issue was closed before. */
export function arcEnd({ due, state, settledAt, closedAt }: LinePromise, end: Ms): Ms {
  if (state === 'open' || state === 'broken' || state === 'made_good') return due
  if (state === 'kept') return due <= Math.min(end, closedAt ?? end) ? due : (settledAt ?? due)
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

/**
 * Arcs from made to due, each with its fate. A promise goes with the baton: over every lane whose owner owed it there is a
 * piece of it, and it ends over whoever owes it then.
 */
export function promiseArcs(spans: readonly Span[], ground: Ground): PromiseShapes {
  const shapes: PromiseShapes = { arcs: [], fates: [], owed: [], taken: [] }
  for (const { promise, x2, level } of spans) {
    const { id, state } = promise
    const pieces = carried(promise, ground)
    const last = pieces.at(-1)
    if (!last) continue
    const y = free(shapes.fates, x2, last.y - 11)
    for (const piece of pieces) {
      const [x1, end] = [
        ground.x(piece.from),
        piece === last ? { x: x2, y } : { x: ground.x(piece.to), y: piece.y - 7 },
      ]
      const top = Math.min(piece.y - 7, end.y) - arcHeight(end.x - x1, level)
      const middle = (x1 + end.x) / 2
      const d = `M${round(x1)} ${piece.y - 7}Q${round(middle)} ${round(top)} ${round(end.x)} ${end.y}`
      shapes.arcs.push({ id, d, state })
      shapes.taken.push(...along(x1, piece.y - 7, middle, top, end.x, end.y))
    }
    const owed = state === 'broken' || state === 'made_good' ? owedOver(promise, ground) : []
    const good = owed.at(-1)
    shapes.owed.push(...owed)
    shapes.fates.push({
      id,
      x: round(x2),
      y,
      state,
      good: state === 'made_good' && good ? { x: good.x2, y: good.y } : null,
    })
    shapes.taken.push({ x: x2 - 5, y: y - 5, w: 10, h: 10 })
    shapes.taken.push(...owed.map(piece => ({ x: piece.x1, y: piece.y - 3, w: piece.x2 - piece.x1 + 4, h: 6 })))
  }
  return shapes
}

type Piece = { from: Ms; to: Ms; y: number }

/** Narrower than this a piece can't be seen, and the next lane carries all of it. */
const narrowest = 4

/** Who carried a promise from when to when, until it was settled; the last to do so carries it to its end. */
function carried(promise: LinePromise, { stays, x, end }: Ground): Piece[] {
  const { madeAt, state, settledAt } = promise
  const until = arcEnd(promise, end)
  const settled = settledAt !== null && state !== 'made_good' && state !== 'broken' ? Math.min(until, settledAt) : until
  const over = stays.filter(stay => stay.from <= Math.min(settled, end) && (stay.to > madeAt || stay === stays.at(-1)))
  const pieces = over.map((stay, n) => ({
    from: Math.max(madeAt, stay.from),
    to: n === over.length - 1 ? until : stay.to,
    y: stay.y,
  }))
  return pieces.filter((piece, n) => n === pieces.length - 1 || x(piece.to) - x(piece.from) >= narrowest)
}

/** How high the control point of an arc stands above its ends; the arc reaches half of it. */
const arcHeight = (width: number, level: number): number => Math.min(17 + 15 * level, 4 + width * 0.6 + 8 * level)

/** How far arcs and their fates reach above each height of a ground, by that height. */
export function reachAbove(spans: readonly Span[], ground: Ground): Map<number, number> {
  const reach = new Map<number, number>()
  const note = (y: number, above: number): void => void reach.set(y, Math.max(reach.get(y) ?? 0, above))
  const { fates } = promiseArcs(spans, ground)
  for (const { promise, level } of spans) {
    const pieces = carried(promise, ground)
    for (const { from, to, y } of pieces) note(y, 9 + arcHeight(ground.x(to) - ground.x(from), level) / 2)
    const [last, fate] = [pieces.at(-1), fates.find(({ id }) => id === promise.id)]
    if (last && fate) note(last.y, last.y - fate.y + 5)
  }
  return reach
}

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
