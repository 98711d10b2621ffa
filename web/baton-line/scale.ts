import type { Ms } from './history.ts'
import { hour } from './hours.ts'

/** A stretch of time that is drawn: to scale, or cut short because nothing happened in it. */
export type Segment = { from: Ms; to: Ms; x1: number; x2: number; cut: boolean }

/** Time to pixels. Everything but the cuts is to one scale; a cut is always marked. */
export type Scale = { segments: Segment[]; x: (at: Ms) => number; at: (x: number) => Ms; pxPerMs: number }

/** As wide as a cut is drawn: room for its mark and its length in words, long ones while they are few. */
const widthOfCuts = (count: number): number => (count <= 4 ? 64 : 44)
/** Nights are never cut, so that days look like days. */
const shortestCut = 20 * hour
/** Two moments nearer than this can't be told apart. */
const readable = 4
/** Moments within a few minutes are one moment with several sides (a message and the promise that it made). */
const sameMoment = 6 * 60_000

/**
 * A scale for `moments` between `from` and `to` over the pixels `x1` to `x2`. To scale throughout while nearly all can be told
 * apart so, and no empty stretch takes most of the room; otherwise the longest are cut, only as many as it takes.
 */
export function timeScale(moments: readonly Ms[], from: Ms, to: Ms, x1: number, x2: number): Scale {
  const inner = [...new Set([from, ...moments.filter(at => at > from && at < to), to])].sort((a, b) => a - b)
  const gaps = inner.slice(1).map((end, n) => ({ from: inner[n] ?? from, to: end }))
  const candidates = gaps
    .filter(gap => gap.to - gap.from >= shortestCut)
    .sort((a, b) => b.to - b.from - (a.to - a.from))
  const bearable = Math.max(1, Math.floor(gaps.length / 2))
  const most = Math.max(Math.min(4, Math.floor(((x2 - x1) * 0.55) / 64)), Math.floor(((x2 - x1) * 0.55) / 44))
  const linear = build(from, to, x1, x2, [])
  let best = { scale: linear, crowded: crowd(gaps, linear.pxPerMs) }
  for (let count = 1; count <= Math.min(candidates.length, most); count += 1) {
    const cuts = candidates.slice(0, count)
    const shortest = cuts.at(-1)
    const scale = build(from, to, x1, x2, cuts)
    // A cut that would be drawn as long as it is saves nothing.
    if (!shortest || (shortest.to - shortest.from) * scale.pxPerMs < widthOfCuts(count) * 1.25) break
    const overwhelms = gaps.length >= 5 && (shortest.to - shortest.from) * best.scale.pxPerMs > (x2 - x1) * 0.55
    // Once there is a cut, the rest shall be readable too.
    const goal = count === 1 ? bearable : Math.floor(gaps.length / 5)
    if (best.crowded <= goal && !overwhelms) break
    const crowded = crowd(gaps, scale.pxPerMs)
    if (crowded < best.crowded || overwhelms) best = { scale, crowded }
  }
  return best.scale
}

/** How many stretches between two moments are too narrow to be seen. */
const crowd = (gaps: readonly { from: Ms; to: Ms }[], pxPerMs: number): number =>
  gaps.filter(gap => gap.to - gap.from > sameMoment && (gap.to - gap.from) * pxPerMs < readable).length

function build(from: Ms, to: Ms, x1: number, x2: number, cuts: readonly { from: Ms; to: Ms }[]): Scale {
  const cutWidth = widthOfCuts(cuts.length)
  const inOrder = [...cuts].sort((a, b) => a.from - b.from)
  const cutMs = inOrder.reduce((sum, cut) => sum + cut.to - cut.from, 0)
  const pxPerMs = (x2 - x1 - inOrder.length * cutWidth) / Math.max(1, to - from - cutMs)
  const segments: Segment[] = []
  let [at, x] = [from, x1]
  for (const cut of inOrder) {
    const begin = x + (cut.from - at) * pxPerMs
    if (cut.from > at) segments.push({ from: at, to: cut.from, x1: x, x2: begin, cut: false })
    segments.push({ ...cut, x1: begin, x2: begin + cutWidth, cut: true })
    at = cut.to
    x = begin + cutWidth
  }
  if (to > at || segments.length === 0) segments.push({ from: at, to, x1: x, x2, cut: false })
  return { segments, pxPerMs, x: at => toX(segments, at), at: x => toTime(segments, x) }
}

function toX(segments: readonly Segment[], at: Ms): number {
  const segment = segments.find(other => at <= other.to) ?? segments.at(-1)
  if (!segment) return 0
  const share = Math.min(1, Math.max(0, (at - segment.from) / Math.max(1, segment.to - segment.from)))
  return segment.x1 + share * (segment.x2 - segment.x1)
}

function toTime(segments: readonly Segment[], x: number): Ms {
  const segment = segments.find(other => x <= other.x2) ?? segments.at(-1)
  if (!segment) return 0
  const share = Math.min(1, Math.max(0, (x - segment.x1) / Math.max(1, segment.x2 - segment.x1)))
  return segment.from + share * (segment.to - segment.from)
}
