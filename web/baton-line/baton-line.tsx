import { type PointerEvent, useId, useMemo, useRef, useState } from 'react'
import type { EventAnswer, IssueAnswer, MessageAnswer } from '../../src/contract/answers.ts'
import './baton-line.css'
import type { Known } from './history.ts'
import { type DeskHours, officeHours } from './hours.ts'
import { layOut } from './layout.ts'
import { Picture } from './picture.tsx'
import type { Point } from './shapes.ts'
import { dateAndClock } from './times.ts'
import { useWidth } from './use-width.ts'
import { words } from './words.ts'

export type BatonLineProps = {
  issue: IssueAnswer
  messages: readonly MessageAnswer[]
  events: readonly EventAnswer[]
  /** The server's now, as an RFC 3339 time. */
  now: string
  /** The reader's zone; without it the browser's. */
  zone?: string
  /** When the desk is open, for nights and weekends; without it Monday to Friday, 9 to 17. */
  hours?: DeskHours
  /** People and teams who are named in the log by their ids only. */
  known?: Known
}

/**
 * The signature picture of an issue: who had it, where hands met, what was promised and what became of it, and how long
 * nobody said a word. Below it one line tells what is pointed at, or else the whole in a sentence.
 */
export function BatonLine({ issue, messages, events, now, zone, hours, known }: BatonLineProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const readerZone = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const shapes = useMemo(() => {
    const setting = { now, width, zone: readerZone, hours: hours ?? officeHours(readerZone) }
    return layOut(issue, messages, events, known ? { ...setting, known } : setting)
  }, [issue, messages, events, now, width, readerZone, hours, known])
  const [chosen, choose] = useState<number | null>(null)
  const point = chosen === null ? undefined : shapes.points[chosen]
  const caption = useId()

  return (
    <figure className="baton-line">
      <div
        className="baton-line-frame"
        ref={frame}
        onPointerMove={event => choose(nearest(shapes.points, event))}
        onPointerLeave={() => choose(null)}
      >
        <Picture shapes={shapes} point={point} />
        <input
          className="baton-line-reader"
          type="range"
          min={0}
          max={Math.max(0, shapes.points.length - 1)}
          value={chosen ?? Math.max(0, shapes.points.length - 1)}
          onChange={event => choose(event.currentTarget.valueAsNumber)}
          onFocus={() => choose(known => known ?? shapes.points.length - 1)}
          onBlur={() => choose(null)}
          aria-label={words.moments}
          aria-valuetext={point ? tell(point, readerZone) : shapes.sentence}
          aria-describedby={caption}
        />
      </div>
      <figcaption className="baton-line-caption">
        <p id={caption}>
          {point ? (
            <>
              <time dateTime={new Date(point.at).toISOString()}>{dateAndClock(point.at, readerZone)}</time> {point.text}
            </>
          ) : (
            shapes.sentence
          )}
        </p>
        <MomentsTable points={shapes.points} zone={readerZone} />
      </figcaption>
    </figure>
  )
}

function MomentsTable({ points, zone }: { points: readonly Point[]; zone: string }) {
  return (
    <details>
      <summary>{words.readAsTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.what}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(point => (
            <tr key={`${point.kind} ${point.id} ${point.at} ${point.text}`}>
              <td>
                <time dateTime={new Date(point.at).toISOString()}>{dateAndClock(point.at, zone)}</time>
              </td>
              <td>{point.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const tell = (point: Point, zone: string): string => `${dateAndClock(point.at, zone)}: ${point.text}`

/** The moment under the pointer, or the nearest within reach. */
function nearest(points: readonly Point[], event: PointerEvent<HTMLDivElement>): number | null {
  const box = event.currentTarget.getBoundingClientRect()
  const [x, y] = [event.clientX - box.left + event.currentTarget.scrollLeft, event.clientY - box.top]
  const distances = points.map(point => Math.hypot(point.x - x, (point.y - y) * 0.8))
  const least = Math.min(...distances)
  return least <= 26 ? distances.indexOf(least) : null
}
