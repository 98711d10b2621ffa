import { useId, useMemo, useRef } from 'react'
import type { ForeignEventAnswer, IssueAnswer } from '../../../src/contract/answers.ts'
import { clock, wholeDay } from '../times.ts'
import { useWidth } from '../use-width.ts'
import './before.css'
import { type BeforeShapes, layOutBefore } from './layout.ts'
import { words } from './words.ts'

type BeforeProps = {
  imported: NonNullable<IssueAnswer['imported']>
  events: readonly ForeignEventAnswer[]
  now: string
  zone: string
}

/** What another desk did with an issue before it came here: muted and marked, since none of it is ours. */
export function Before({ imported, events, now, zone }: BeforeProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const shapes = useMemo(() => layOutBefore(events, { width, zone, now: Date.parse(now) }), [events, width, zone, now])
  const heading = useId()
  return (
    <figure className="before" aria-labelledby={heading}>
      <p className="before-heading" id={heading} dir="auto">
        {words.heading(imported.source)} <span>{words.case(imported.case)}</span>
      </p>
      <div ref={frame}>
        <Picture shapes={shapes} />
      </div>
      <figcaption className="baton-line-caption">
        <p>{shapes.sentence}</p>
        <EventsTable events={events} zone={zone} />
      </figcaption>
    </figure>
  )
}

function Picture({ shapes }: { shapes: BeforeShapes }) {
  const { width, height, plot } = shapes
  return (
    <svg
      className="baton-line-picture before-picture"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={shapes.sentence}
    >
      <path className="axis" d={`M${plot.x1} ${plot.y2}H${plot.x2}`} />
      {shapes.lanes.map(({ whole, y }) => (
        <path key={whole} className="lane" d={`M${plot.x1} ${y}H${plot.x2}`} />
      ))}
      {shapes.ticks.map(({ x, text, anchor }) => (
        <g key={x} className="tick">
          <path d={`M${x} ${plot.y2}v4`} />
          <text x={x} y={plot.y2 + 16} textAnchor={anchor}>
            {text}
          </text>
        </g>
      ))}
      {shapes.passes.map(({ x, y1, y2 }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several can stand at one place, and their order never changes.
        <path key={n} className="step" d={`M${x} ${y1}V${y2}`} />
      ))}
      {shapes.runs.map(({ x1, x2, y }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several can stand at one place, and their order never changes.
        <path key={n} className="run" d={`M${x1} ${y}H${x2}`} />
      ))}
      {shapes.dots.map(({ id, x, y }) => (
        <circle key={id} className="event" cx={x} cy={y} r={1.6} />
      ))}
      {shapes.lanes.map(({ whole, name, x, textY }) => (
        <text key={whole} className="name" x={x} y={textY}>
          {name}
        </text>
      ))}
      {shapes.cuts.map(({ x }) => (
        <g key={x} className="cut">
          <path className="gap" d={`M${x - 1} ${plot.y1}L${x - 7} ${plot.y2 + 5}h8L${x + 7} ${plot.y1}z`} />
          <path d={`M${x - 1} ${plot.y1}L${x - 7} ${plot.y2 + 5}M${x + 7} ${plot.y1}L${x + 1} ${plot.y2 + 5}`} />
        </g>
      ))}
    </svg>
  )
}

function EventsTable({ events, zone }: { events: readonly ForeignEventAnswer[]; zone: string }) {
  return (
    <details>
      <summary>{words.readAsTable}</summary>
      <table>
        <thead>
          <tr>
            {[words.when, words.person, words.group, words.status, words.activity].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {events.map(({ place, at, person, group, status, activity }) => (
            <tr key={place}>
              <td>
                <time dateTime={at}>
                  {wholeDay(Date.parse(at), zone)}, {clock(Date.parse(at), zone)}
                </time>
              </td>
              <td>{person}</td>
              <td>{group}</td>
              <td>{status}</td>
              <td>{activity}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
