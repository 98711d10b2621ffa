import type { IssueRow } from '../../src/contract/answers.ts'
import './baton-line.css'
import { layOutSmall, small } from './small.ts'

/** The baton line of a row in a list. Says nothing that the row does not say in words, so screen readers pass it by. */
export function BatonLineSmall({ row, now }: { row: IssueRow; now: string }) {
  const { bars, steps, meetings, fates, offer, light } = layOutSmall(row, now)
  return (
    <svg
      className="baton-line-picture small"
      width={small.width}
      height={small.height}
      viewBox={`0 0 ${small.width} ${small.height}`}
      aria-hidden="true"
    >
      {light && (
        <g className="light">
          <rect className={light.answered ? 'glow' : 'unanswered'} x={light.x} y={1} width={light.w} height={24} />
          <path d={`M${light.x} 1h${light.w}`} />
        </g>
      )}
      {offer && <path className="walk over" d={offer} />}
      {steps.map(({ x, y1, y2 }) => (
        <path key={x} className="step" d={`M${x} ${y1}V${y2}`} />
      ))}
      {bars.map(({ d, hue }) => (
        <path key={d} className={`bar hue-${hue}`} d={d} />
      ))}
      {fates.map(({ id, x, y, state }) => (
        <g key={id} className={`fate ${state}`}>
          <circle cx={x} cy={y} r={2.6} />
        </g>
      ))}
      {meetings.map(({ x, y }) => (
        <circle key={x} className="meet" cx={x} cy={y} r={3.6} />
      ))}
    </svg>
  )
}
