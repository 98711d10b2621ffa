import type { EventAnswer, IssueAnswer, MessageAnswer } from '../../src/contract/answers.ts'
import { type Fate, type Ground, promiseArcs, reachAbove, type Span, spansOf } from './arcs.ts'
import { errandWays } from './errands.ts'
import { type History, type Known, type Ms, readHistory, silences } from './history.ts'
import { closedStretches, type DeskHours, day, hour, openMs } from './hours.ts'
import { type Box, placeLabels } from './labels.ts'
import { batonWay, type Lane, laneOf, lanesOf, nameThatFits, ownerAt, round } from './lanes.ts'
import { type OfferMark, offerWays } from './offers.ts'
import { momentsOf } from './points.ts'
import { type Scale, timeScale } from './scale.ts'
import { sentenceOf } from './sentence.ts'
import type { Dot, Light, Point, Shapes } from './shapes.ts'
import { axisTicks, widthOf } from './ticks.ts'
import {
  alarmWishes,
  cutWishes,
  meetingWishes,
  nowWish,
  rows,
  silenceWishes,
  stepWishes,
  turnWishes,
} from './wishes.ts'

/** What the picture needs beside the issue: the moment, the reader's zone, the desk's hours, and the room there is. */
export type Setting = { now: string; width: number; zone: string; hours: DeskHours; known?: Known }

/** A silence is worth a bar from a working day on. */
const silentWorkMs = 8 * hour

/** Lays out the baton line of an issue. Pure: the same in, the same out. */
export function layOut(
  issue: IssueAnswer,
  messages: readonly MessageAnswer[],
  events: readonly EventAnswer[],
  { now: nowText, width, zone, hours, known }: Setting,
): Shapes {
  const now = Date.parse(nowText)
  const history = readHistory(issue, messages, events, known)
  const end = history.closedAt ?? now
  const lanes = lanesOf(history)
  const column = width >= 620 ? Math.min(132, Math.max(64, ...lanes.map(lane => widthOf(lane.name)))) + 18 : 0
  const [x1, x2] = [column + 6, width - 12]
  const scale = scaleOf(history, end, x1, x2)
  const { x } = scale

  const spans = spansOf(history.promises, x, end)
  const bottom = standLanes(history, lanes, spans, { x, end, namesBelow: column === 0 })
  const ground = groundOf(history, lanes, x, end)
  const yAt = (at: Ms): number => laneOf(lanes, ownerAt(history.stays, at).member.id).y
  const axisY = bottom + 16
  const plot = { x1, x2, y1: rows.bars - 4, y2: axisY }

  const way = batonWay(history, lanes, x, end)
  const promises = promiseArcs(spans, ground)
  const offers = offerWays(history, lanes, x, end, { under: column === 0 ? 31 : 19, edge: x2 + 6 })
  const errands = errandWays(history, lanes, x, end, { under: column === 0 ? 26 : 13, edge: x2 + 6 })
  const dots = contactDots(history, x, end, yAt)
  const turns = history.milestones.map(({ at, what }) => ({ x: round(x(at)), y: yAt(at), what }))
  const quiet = silences(
    history,
    now,
    (from, to) => to - from >= day && openMs(hours, from, Math.min(to, from + 8 * day)) >= silentWorkMs,
  )
  const nowX = history.closedAt === null ? round(x(now)) : null
  const cuts = scale.segments.filter(segment => segment.cut)

  const names = lanes.map(lane => ({
    text: nameThatFits(lane.name, column === 0 ? 150 : column - 16),
    whole: lane.name,
    x: column === 0 ? x1 : 0,
    y: column === 0 ? lane.y + 19 : lane.y + 4,
    owned: lane.owned,
  }))
  const taken: Box[] = [
    ...promises.taken,
    ...offers.taken,
    ...errands.taken,
    ...lanes.map(lane => ({ x: x1, y: lane.y - 6, w: x2 - x1, h: 12 })),
    ...names.map(name => ({ x: name.x, y: name.y - 10, w: widthOf(name.text), h: 13 })),
    ...way.meetings.map(meeting => ({ x: meeting.x - 11, y: meeting.y - 11, w: 22, h: 22 })),
    ...cuts.map(cut => ({ x: (cut.x1 + cut.x2) / 2 - 8, y: rows.bars, w: 16, h: axisY - rows.bars - 16 })),
    ...(nowX === null ? [] : [{ x: nowX - 2, y: rows.now + 4, w: 4, h: axisY }]),
  ]
  const wishes = [
    ...nowWish(nowX, now, zone),
    ...meetingWishes(way.meetings, zone, end - history.openedAt),
    ...alarmWishes(history, x),
    ...silenceWishes(quiet, x),
    ...offers.wishes,
    ...errands.wishes,
    ...turnWishes(turns),
    ...stepWishes(way.steps),
    ...cutWishes(
      cuts.filter(cut => !quiet.some(({ from, to }) => from <= cut.from && cut.to <= to)),
      axisY,
    ),
  ]
  return {
    width,
    height: axisY + 22,
    plot,
    names,
    lanes,
    shades: shadesOf(scale, hours, x),
    cuts: cuts.map(cut => ({ x: round((cut.x1 + cut.x2) / 2), y: axisY })),
    lights: history.alarms.map(alarm => lightOf(alarm, x, end)),
    ...way,
    walks: offers.walks,
    offerMarks: offers.marks,
    errands: errands.ways,
    errandMarks: errands.marks,
    huddles: history.huddles.map(({ at, settledAt }) => ({ x: round(x(at)), y: yAt(at), settled: settledAt !== null })),
    arcs: promises.arcs,
    fates: promises.fates,
    owed: promises.owed,
    dots,
    turns,
    silences: quiet.map(({ from, to, lasts }) => ({ x1: round(x(from)), x2: round(x(to)), y: rows.bars, lasts })),
    now: nowX === null ? null : { x: nowX },
    ticks: axisTicks(scale, zone, now),
    labels: placeLabels(wishes, taken, width),
    points: pointsOf(history, zone, now, { x, yAt, dots, promises, offers: offers.marks, lightY: rows.bars }),
    sentence: sentenceOf(history, quiet, zone, now),
  }
}

/** From the first word to now, or to the last promise that still lies ahead. */
function scaleOf(history: History, end: Ms, x1: number, x2: number): Scale {
  const { openedAt, contacts, promises, offers, errands, huddles, stays, alarms, milestones, closedAt } = history
  const ahead = closedAt === null ? promises.filter(({ state }) => state === 'open').map(({ due }) => due) : []
  const to = Math.max(end, openedAt + hour / 2, ...ahead)
  const moments = [
    end,
    ...ahead,
    ...contacts.map(({ at }) => at),
    ...promises.flatMap(({ madeAt, due }) => [madeAt, Math.min(due, to)]),
    ...offers.flatMap(({ at, end: over }) => (over ? [at, over.at] : [at])),
    ...errands.flatMap(({ at, back }) => (back ? [at, back.at] : [at])),
    ...huddles.flatMap(({ at, settledAt }) => (settledAt ? [at, settledAt] : [at])),
    ...stays.map(({ from }) => from),
    ...alarms.flatMap(({ from, answeredAt, to: down }) => [from, answeredAt ?? from, down ?? from]),
    ...milestones.map(({ at }) => at),
  ]
  return timeScale(moments, openedAt, to, x1, x2)
}

/** Who has the issue when, on the height of their lane. */
const groundOf = ({ stays }: History, lanes: readonly Lane[], x: (at: Ms) => number, end: Ms): Ground => ({
  x,
  end,
  stays: stays.map(({ member, from, to }) => ({ from, to: to ?? end, y: laneOf(lanes, member.id).y })),
})

/** Gives each lane its height, with room above for its arcs and below for offers that came to nothing. Returns the lowest. */
function standLanes(
  history: History,
  lanes: Lane[],
  spans: readonly Span[],
  { x, end, namesBelow }: { x: (at: Ms) => number; end: Ms; namesBelow: boolean },
): number {
  // Far apart first, to see how far each lane's arcs reach.
  for (const [n, lane] of lanes.entries()) lane.y = (n + 1) * 1000
  const reach = reachAbove(spans, groundOf(history, lanes, x, end))
  const fruitless = history.offers.filter(({ end: over }) => over && over.how !== 'met')
  let y = rows.lanes
  for (const lane of lanes) {
    const isHere = ({ at }: { at: Ms }): boolean => laneOf(lanes, ownerAt(history.stays, at).member.id) === lane
    const below = fruitless.some(isHere) ? 32 : history.errands.some(isHere) ? 24 : 10
    const above = (reach.get(lane.y) ?? 0) + 6
    y += y === rows.lanes ? Math.max(16, above) : Math.max(34, above + 14)
    lane.y = Math.round(y)
    y += below + (namesBelow ? 12 : 0)
  }
  return y
}

/** Nights and weekends. Where days are so narrow that they would flicker there are none, nor in cuts. */
function shadesOf(scale: Scale, hours: DeskHours, x: (at: Ms) => number): { x: number; w: number }[] {
  if (scale.pxPerMs * day < 9) return []
  return scale.segments
    .filter(segment => !segment.cut)
    .flatMap(({ from, to }) => closedStretches(hours, from, to))
    .map(({ from, to }) => ({ x: round(x(from)), w: round(x(to) - x(from)) }))
    .filter(shade => shade.w >= 9)
}

/** Contacts as dots; those of one moment stand side by side, as far as they stay in their owner's time. */
function contactDots({ contacts, stays }: History, x: (at: Ms) => number, end: Ms, yAt: (at: Ms) => number): Dot[] {
  const dots: Dot[] = []
  for (const [id, { at, by, came }] of contacts.entries()) {
    const itsTime = x(at)
    const before = dots.at(-1)
    const close = before && before.y === yAt(at) && itsTime - before.x < 6
    const last = Math.max(itsTime, Math.min(itsTime + 8, x(ownerAt(stays, at).to ?? end)))
    dots.push({ id, x: round(close ? Math.min(before.x + 6, last) : itsTime), y: yAt(at), by, came })
  }
  return dots
}

function lightOf({ from, to, answeredAt, calls }: History['alarms'][number], x: (at: Ms) => number, end: Ms): Light {
  const left = x(from)
  const answered = answeredAt === null ? null : round(x(answeredAt))
  return {
    x: round(left),
    w: round(Math.max(6, x(to ?? end) - left)),
    answered,
    calls: calls.map(({ at }) => round(x(at))),
  }
}

type Places = {
  x: (at: Ms) => number
  yAt: (at: Ms) => number
  dots: readonly Dot[]
  promises: { fates: readonly Fate[] }
  offers: readonly OfferMark[]
  lightY: number
}

function pointsOf(history: History, zone: string, now: Ms, places: Places): Point[] {
  const end = history.closedAt ?? now
  return momentsOf(history, zone, now).map(moment => {
    const placed = { ...moment, x: places.x(moment.at), y: places.yAt(Math.min(moment.at, end)) }
    if (moment.kind === 'contact') {
      const dot = places.dots[moment.id]
      return dot ? { ...placed, x: dot.x, y: dot.y } : placed
    }
    if (moment.kind === 'promise') {
      const fate = places.promises.fates.find(other => other.id === history.promises[moment.id]?.id)
      return fate ? { ...placed, x: fate.x, y: fate.y } : placed
    }
    if (moment.kind === 'alarm') return { ...placed, y: places.lightY }
    return placed
  })
}
