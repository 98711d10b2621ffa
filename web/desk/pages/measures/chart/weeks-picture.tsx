import { Area, LinePath } from '@visx/shape'
import { type PointerEvent, type Ref, useId, useState } from 'react'
import { shortly, type Unit } from '../said.ts'
import { words } from '../words.ts'
import { labelEvery, scaleOf, topOf } from './scales.ts'
import { dayShort, type Week } from './weeks-of.ts'

type PictureProps = {
  title: string
  describedBy: string
  weeks: readonly Week[]
  unit: Unit
  width: number
  height: number
  svg: Ref<SVGSVGElement>
  /** The week under the pointer, or reached by the arrow keys. */
  chosen: number | null
  choose: (week: number) => void
  /** The chosen week in words. */
  reads: string
}

const room = { left: 46, right: 14, top: 12, bottom: 44 }
const labelWidth = 48

/** A figure week by week: a line with the band in which the true value lies. Few are hollow, what can still change is hatched. */
export function WeeksPicture({
  title,
  describedBy,
  weeks,
  unit,
  width,
  height,
  svg,
  chosen,
  choose,
  reads,
}: PictureProps) {
  const hatch = useId()
  const inner = Math.max(40, width - room.left - room.right)
  const step = inner / Math.max(1, weeks.length)
  const x = (index: number): number => room.left + step * (index + 0.5)
  const bottom = height - room.bottom
  const top = topOf(
    weeks.map(({ figure }) => figure),
    unit,
  )
  const { at, ticks } = scaleOf(top, unit, [bottom, room.top])
  const every = labelEvery(weeks.length, inner, labelWidth)
  const hasYears = weeks[0]?.key.slice(0, 4) !== weeks.at(-1)?.key.slice(0, 4)
  const most = Math.max(1, ...weeks.map(({ figure }) => figure.of))
  const known = (week: Week): boolean => week.figure.value !== null
  const places = weeks.map((week, index) => ({ week, index }))
  return (
    <div className="chart-picture">
      <svg
        ref={svg}
        role="img"
        aria-label={title}
        aria-describedby={describedBy}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line className="chart-hatch" x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
        {places.map(
          ({ week, index }) =>
            week.undecided > 0 && (
              <rect
                key={week.key}
                x={x(index) - step / 2}
                y={room.top}
                width={step}
                height={bottom - room.top}
                fill={`url(#${hatch})`}
              />
            ),
        )}
        {ticks.map(tick => (
          <g key={tick}>
            <line className="chart-line" x1={room.left} x2={width - room.right} y1={at(tick)} y2={at(tick)} />
            <text className="chart-tick" x={room.left - 8} y={at(tick) + 4} textAnchor="end">
              {shortly(tick, unit)}
            </text>
          </g>
        ))}
        {chosen !== null && (
          <line data-chosen="" className="chart-chosen" x1={x(chosen)} x2={x(chosen)} y1={room.top} y2={bottom} />
        )}
        <Area
          className="chart-band"
          data={places}
          defined={({ week }) => known(week)}
          x={({ index }) => x(index)}
          y0={({ week }) => at(week.figure.low ?? 0)}
          y1={({ week }) => at(week.figure.high ?? 0)}
        />
        <LinePath
          className="chart-trend"
          data={places}
          defined={({ week }) => known(week)}
          x={({ index }) => x(index)}
          y={({ week }) => at(week.figure.value ?? 0)}
        />
        {places.map(
          ({ week: { key, figure }, index }) =>
            figure.value !== null && (
              <g key={key}>
                {/* A week between two without figures has no band of its own. */}
                <line
                  className="chart-interval"
                  x1={x(index)}
                  x2={x(index)}
                  y1={at(figure.low ?? 0)}
                  y2={at(figure.high ?? 0)}
                />
                <circle
                  className={figure.small ? 'chart-dot small' : 'chart-dot'}
                  cx={x(index)}
                  cy={at(figure.value)}
                  r={weeks.length > 30 ? 2.5 : 4}
                />
              </g>
            ),
        )}
        {places.map(({ week: { key, figure }, index }) => (
          <g key={key}>
            {every === 1 ? (
              <text className="chart-count" x={x(index)} y={bottom + 34} textAnchor="middle">
                {figure.of === 0 ? '–' : countBelow(figure, unit)}
              </text>
            ) : (
              <rect
                className="chart-many"
                x={x(index) - Math.min(4, step / 3)}
                y={height - (figure.of / most) * 18}
                width={Math.min(8, (2 * step) / 3)}
                height={(figure.of / most) * 18}
              />
            )}
            {index % every === 0 && (
              <text className="chart-tick" x={x(index)} y={bottom + 17} textAnchor="middle">
                {dayShort(key, hasYears && every > 1 && index === 0)}
              </text>
            )}
          </g>
        ))}
        <text className="chart-count" x={room.left - 8} y={every === 1 ? bottom + 34 : height - 2} textAnchor="end">
          {every === 1 ? words.picture.ofHow(unit.unit) : words.picture.most(most)}
        </text>
      </svg>
      {weeks.length > 1 && <Reach {...{ weeks, x, width, chosen, choose, reads }} />}
    </div>
  )
}

const countBelow = ({ count, of }: Week['figure'], { unit }: Unit): string =>
  unit === 'share' ? `${count}/${of}` : String(of)

type ReachProps = Pick<PictureProps, 'weeks' | 'width' | 'chosen' | 'choose' | 'reads'> & {
  x: (week: number) => number
}

/** The weeks under a finger, a pointer, or the arrow keys: a slider that lies over the picture without being seen. */
function Reach({ weeks, x, width, chosen, choose, reads }: ReachProps) {
  const [isHeld, hold] = useState(false)
  const point = ({ currentTarget, clientX }: PointerEvent<HTMLInputElement>): void => {
    const { left, width: shown } = currentTarget.getBoundingClientRect()
    const place = ((clientX - left) / Math.max(1, shown)) * width
    const nearest = weeks.reduce(
      (best, _, index) => (Math.abs(x(index) - place) < Math.abs(x(best) - place) ? index : best),
      0,
    )
    choose(nearest)
  }
  return (
    <input
      type="range"
      className="chart-reach"
      aria-label={words.picture.week}
      min={0}
      max={weeks.length - 1}
      value={chosen ?? weeks.length - 1}
      aria-valuetext={reads}
      onPointerDown={event => {
        hold(true)
        point(event)
      }}
      onPointerUp={() => hold(false)}
      onPointerMove={point}
      onFocus={() => chosen === null && !isHeld && choose(weeks.length - 1)}
      // While a pointer holds it, where the pointer is counts, and not where the slider's knob would be.
      onChange={event => !isHeld && choose(Number(event.currentTarget.value))}
    />
  )
}
