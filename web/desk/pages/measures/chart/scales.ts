import { scaleLinear } from '@visx/scale'
import type { FigureAnswer } from '../../../../../src/contract/answers.ts'
import type { Unit } from '../said.ts'

type Drawn = Pick<FigureAnswer, 'value' | 'high'>

/** Above this minutes are told by the hour, and so are the lines of the scale. */
const hoursFrom = 120

/** Up to where a picture reaches, from 0: all of its figures with their intervals, a share never beyond all. */
export function topOf(figures: readonly Drawn[], { unit }: Pick<Unit, 'unit'>): number {
  const top = Math.max(0, ...figures.map(({ value, high }) => Math.max(value ?? 0, high ?? 0)))
  if (unit === 'share') return Math.min(1, top || 1)
  return top || 1
}

/** From values to places on the screen, with the lines to draw: at whole numbers of hours, or of what is counted. */
export function scaleOf(top: number, unit: Pick<Unit, 'unit'>, range: [number, number], lines = 4) {
  const step = unit.unit === 'minutes' && top > hoursFrom ? 60 : 1
  const scale = scaleLinear<number>({ domain: [0, top / step], range, nice: lines })
  return {
    at: (value: number): number => scale(value / step),
    ticks: scale.ticks(lines).map(tick => tick * step),
  }
}

/** Every how many points a label has room, of so many on so many pixels. */
export const labelEvery = (count: number, width: number, labelWidth: number): number =>
  Math.max(1, Math.ceil((count * labelWidth) / Math.max(1, width)))
