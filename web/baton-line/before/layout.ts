import type { ForeignEventAnswer } from '../../../src/contract/answers.ts'
import type { Ms } from '../history.ts'
import { nameThatFits, round } from '../lanes.ts'
import { timeScale } from '../scale.ts'
import { axisTicks, type Tick, widthOf } from '../ticks.ts'
import { wholeDay } from '../times.ts'
import { words } from './words.ts'

/** The time of an issue at another desk, as its picture stands. */
export type BeforeShapes = {
  width: number
  height: number
  plot: { x1: number; x2: number; y1: number; y2: number }
  lanes: { name: string; whole: string; x: number; textY: number; y: number }[]
  /** Whose it was from when until when. */
  runs: { x1: number; x2: number; y: number }[]
  /** It went from one to another. */
  passes: { x: number; y1: number; y2: number }[]
  dots: { id: number; x: number; y: number }[]
  cuts: { x: number }[]
  ticks: Tick[]
  sentence: string
}

/** More people or groups than this share the last lane, so that the picture stays one. */
const mostLanes = 6

/** Lays out the time at another desk: a lane for each person, or for each group where there are too many people. */
export function layOutBefore(
  events: readonly ForeignEventAnswer[],
  { width, zone, now }: { width: number; zone: string; now: Ms },
): BeforeShapes {
  const moments = events.map(({ at }) => Date.parse(at))
  const [from = now, to = now] = [moments[0], moments.at(-1)]
  const holderOf = holdersIn(events)
  const { lanes, laneOf } = lanesFor(events.map(holderOf))
  const named = lanes.length > 0 ? lanes : [words.nobody]
  const column = width >= 620 ? Math.min(132, Math.max(64, ...named.map(widthOf))) + 18 : 0
  const namesAbove = column === 0
  const [x1, x2] = [column + 6, width - 12]
  const scale = timeScale(moments, from, Math.max(to, from + 60_000), x1, x2)
  const spacing = namesAbove ? 30 : 20
  const top = namesAbove ? 22 : 12
  const yOf = (lane: number): number => top + lane * spacing
  const y2 = yOf(named.length - 1) + 16
  const runs = runsOf(events.map((event, n) => ({ at: moments[n] ?? from, lane: laneOf(holderOf(event)) })))
  const placed = runs.map(({ lane, from: begin, to: end }) => ({
    x1: round(scale.x(begin)),
    x2: round(Math.max(scale.x(end), scale.x(begin) + 1)),
    y: yOf(lane),
  }))
  let last = runs[0]?.lane ?? 0
  return {
    width,
    height: y2 + 22,
    plot: { x1, x2, y1: 2, y2 },
    lanes: named.map((whole, lane) => ({
      whole,
      name: nameThatFits(whole, namesAbove ? width - 30 : column - 16),
      x: namesAbove ? x1 : 0,
      textY: namesAbove ? yOf(lane) - 8 : yOf(lane) + 4,
      y: yOf(lane),
    })),
    runs: placed,
    passes: placed.slice(1).map(({ x1: x, y }, n) => ({ x, y1: placed[n]?.y ?? y, y2: y })),
    dots: events.map((event, n) => {
      last = laneOf(holderOf(event)) ?? last
      return { id: event.place, x: round(scale.x(moments[n] ?? from)), y: yOf(last) }
    }),
    cuts: scale.segments.filter(({ cut }) => cut).map(cut => ({ x: round((cut.x1 + cut.x2) / 2) })),
    ticks: withYear(axisTicks(scale, zone, now), wholeDay(from, zone)),
    sentence: words.sentence(wholeDay(from, zone), wholeDay(to, zone), {
      events: events.length,
      people: distinct(events.map(({ person }) => person)).length,
      groups: distinct(events.map(({ group }) => group)).length,
      hands: handsIn(events),
    }),
  }
}

/** It may be long past: the first mark says of which year. */
function withYear([first, ...others]: Tick[], begin: string): Tick[] {
  if (!first) return []
  const end = first.x + widthOf(begin) + 10
  return [
    { ...first, text: begin },
    ...others.filter(({ x, text, anchor }) => x - (anchor === 'end' ? widthOf(text) : 0) >= end),
  ]
}

const distinct = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== null)),
]

/** How often it went from one person (or, in a log without any, group) to another; who is not named changes nothing. */
function handsIn(events: readonly ForeignEventAnswer[]): number {
  const people = events.flatMap(({ person }) => person ?? [])
  const holders = people.length > 0 ? people : events.flatMap(({ group }) => group ?? [])
  return holders.filter((holder, n) => n > 0 && holder !== holders[n - 1]).length
}

/** Whose it was at an event: a person while they are few, else their group. */
function holdersIn(events: readonly ForeignEventAnswer[]): (event: ForeignEventAnswer) => string | null {
  const people = distinct(events.map(({ person }) => person))
  const groups = distinct(events.map(({ group }) => group))
  const byPerson = people.length > 0 && (people.length <= mostLanes || groups.length === 0)
  return byPerson ? ({ person }) => person : ({ group }) => group
}

function lanesFor(holders: readonly (string | null)[]): {
  lanes: string[]
  laneOf(holder: string | null): number | null
} {
  const all = distinct(holders)
  const surplus = all.length - mostLanes
  const own = surplus > 0 ? all.slice(0, mostLanes - 1) : all
  return {
    lanes: surplus > 0 ? [...own, words.others(surplus + 1)] : own,
    laneOf(holder) {
      if (holder === null) return null
      const lane = own.indexOf(holder)
      return lane < 0 ? own.length : lane
    },
  }
}

type Run = { lane: number; from: Ms; to: Ms }

/** Events of one holder after another are one run, which lasts until the next; who is not named changes nothing. */
function runsOf(events: readonly { at: Ms; lane: number | null }[]): Run[] {
  const runs: Run[] = []
  for (const { at, lane } of events) {
    const last = runs.at(-1)
    if (last) last.to = at
    if (lane !== null && lane !== last?.lane) runs.push({ lane, from: at, to: at })
  }
  return runs
}
