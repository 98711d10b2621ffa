import type { Ref } from 'react'
import type { FigureAnswer } from '../../../../../src/contract/answers.ts'
import { countShort, shortly, type Unit } from '../said.ts'
import { words } from '../words.ts'
import { scaleOf, topOf } from './scales.ts'
import type { Row } from './weeks-of.ts'

type PictureProps = {
  title: string
  describedBy: string
  rows: readonly Row[]
  whole: FigureAnswer
  unit: Unit
  width: number
  svg: Ref<SVGSVGElement>
}

/** Below this a name stands above its line, and not beside it. */
const narrow = 520

/** Figures of kinds, channels or teams in the order of their names: a dot on the interval in which the true value lies. */
export function GroupsPicture({ title, describedBy, rows, whole, unit, width, svg }: PictureProps) {
  const isNarrow = width < narrow
  const [left, right] = isNarrow ? [8, 14] : [170, 150]
  const rowHeight = isNarrow ? 46 : 32
  const head = 24
  const height = head + rows.length * rowHeight + 8
  const top = topOf([...rows.map(({ figure }) => figure), whole], unit)
  const { at, ticks } = scaleOf(top, unit, [left, Math.max(left + 40, width - right)], isNarrow ? 3 : 4)
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
        {ticks.map((tick, index) => (
          <g key={tick}>
            <line className="chart-line" x1={at(tick)} x2={at(tick)} y1={head - 6} y2={height} />
            <text className="chart-tick" x={at(tick)} y="12" textAnchor={index === 0 && isNarrow ? 'start' : 'middle'}>
              {shortly(tick, unit)}
            </text>
          </g>
        ))}
        {whole.value !== null && (
          <line className="chart-whole" x1={at(whole.value)} x2={at(whole.value)} y1={head - 6} y2={height} />
        )}
        {rows.map(({ key, says, figure }, index) => {
          const y = head + index * rowHeight + (isNarrow ? 34 : 16)
          return (
            <g key={key ?? says}>
              <text className="chart-name" x={isNarrow ? left : 0} y={isNarrow ? y - 14 : y + 4}>
                {fitting(says, isNarrow ? 30 : 24)}
              </text>
              {figure.value !== null && (
                <>
                  <line
                    className="chart-interval wide"
                    x1={at(figure.low ?? 0)}
                    x2={at(figure.high ?? 0)}
                    y1={y}
                    y2={y}
                  />
                  <circle
                    className={figure.small ? 'chart-dot small' : 'chart-dot'}
                    cx={at(figure.value)}
                    cy={y}
                    r="4.5"
                  />
                </>
              )}
              <text className="chart-count" x={width} y={isNarrow ? y - 14 : y + 4} textAnchor="end">
                {figure.value === null
                  ? words.nothingYet
                  : `${shortly(figure.value, unit)} · ${countShort(figure, unit)}`}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}

const fitting = (name: string, letters: number): string =>
  name.length > letters ? `${name.slice(0, letters - 1).trimEnd()}…` : name
