import { dayMs } from '../figures/figures.ts'
import type { Step } from '../figures/steps.ts'
import { type Html, html, nothing } from './html.ts'
import { shortened } from './names.ts'
import { days } from './numbers.ts'

/** A step in a picture: in which lane, and who has it. */
export type Drawn = Step & { lane: number; who: string }

const [width, left, laneHeight, top] = [860, 150, 26, 26]
const mostLanes = 12

/**
 * The baton line of a case: a lane for each group (or person), the line goes to another where the case did. Short steps would
 * vanish beside months of silence, so widths grow with the square root of time.
 */
export function batonLine(steps: readonly Drawn[], lanes: readonly string[], says: string): Html {
  const shown =
    lanes.length > mostLanes ? [...lanes.slice(0, mostLanes - 1), `${lanes.length - mostLanes + 1} others`] : lanes
  const laneOf = ({ lane }: Drawn): number => Math.min(lane, shown.length - 1)
  const y = (step: Drawn): number => top + laneOf(step) * laneHeight + laneHeight / 2
  const spots = spotsOf(steps)
  const height = top + shown.length * laneHeight + 6
  return html`<svg class="line" viewBox="0 0 ${width} ${height}" role="img" aria-label="${says}">${shown.map(
    (lane, place) =>
      html`<line class="lane" x1="${left}" x2="${width}" y1="${top + (place + 0.5) * laneHeight}" y2="${top + (place + 0.5) * laneHeight}"/><text class="who" x="${left - 12}" y="${top + (place + 0.5) * laneHeight + 4}">${shortened(lane, 20)}</text>`,
  )}${steps.map((step, place) => silence(step, spots[place - 1], spots[place], height))}${steps.map((step, place) => {
    const before = steps[place - 1]
    const [from, to] = spots[place] ?? [left, left]
    const hue = (laneOf(step) % 8) + 1
    const stay = html`<path class="hue-${hue}" d="M${from} ${y(step)}H${to}"/>`
    if (!before) return stay
    const start = spots[place - 1]?.[1] ?? left
    const middle = ((start + from) / 2).toFixed(1)
    const way = html`<path class="hue-${(laneOf(before) % 8) + 1}${step.isSilence ? ' waiting' : ''}" d="M${start} ${y(before)}C${middle} ${y(before)} ${middle} ${y(step)} ${from} ${y(step)}"/>`
    return html`${way}${stay}`
  })}${steps.map((step, place) => mark(step, steps, place, spots[place] ?? [left, left], y(step)))}</svg>`
}

/** A ring where somebody else has it, filled where it comes back to somebody who had had it; a tick where it was over. */
function mark(step: Drawn, steps: readonly Drawn[], place: number, [x, end]: Spot, y: number): Html {
  const before = steps[place - 1]
  const isOther = !before || before.lane !== step.lane || before.who !== step.who
  const had = steps.slice(0, Math.max(0, place - 1)).some(one => one.lane === step.lane && one.who === step.who)
  const ring = isOther ? html`<circle class="${had ? 'again' : 'new'}" cx="${x}" cy="${y}" r="4.5"/>` : nothing
  const isEnd = step.isOver && !steps[place + 1]?.isOver
  const over = isEnd ? html`<path class="tick" d="M${end + 6} ${y - 8}l3 3l6 -7"/>` : nothing
  return html`${ring}${over}`
}

function silence(step: Drawn, before: Spot | undefined, now: Spot | undefined, height: number): Html {
  if (!step.isSilence || !before || !now) return nothing
  const [from, to] = [before[1], now[0]]
  const label =
    to - from > 46
      ? html`<text class="silent" x="${((from + to) / 2).toFixed(1)}" y="14">${days(Math.round(step.gap / dayMs))}</text>`
      : nothing
  return html`<rect class="silence" x="${from}" y="${top - 4}" width="${(to - from).toFixed(1)}" height="${height - top}"/>${label}`
}

/** Where a step begins and ends, from left to right. */
type Spot = readonly [from: number, to: number]

function spotsOf(steps: readonly Step[]): Spot[] {
  const room = width - left - 22
  // Half of the room, at most, goes to letting each step be seen at all.
  const least = Math.min(9, room / 2 / Math.max(1, steps.length))
  const wants = steps.map(({ gap, from, to }) => [Math.sqrt(gap), Math.sqrt(to - from)] as const)
  const all = wants.reduce((sum, [gap, stay]) => sum + gap + stay, 0)
  const free = room - least * steps.length
  const scale = all === 0 ? 0 : free / all
  let x = left + 6
  return wants.map(([gap, stay], place) => {
    const from = place === 0 ? x : x + least + gap * scale
    x = from + stay * scale
    return [round(from), round(x)]
  })
}

const round = (value: number): number => Math.round(value * 10) / 10
