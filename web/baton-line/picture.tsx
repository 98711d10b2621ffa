import type { Fate } from './arcs.ts'
import { round } from './lanes.ts'
import type { OfferMark } from './offers.ts'
import type { Dot, Point, Shapes, Turn } from './shapes.ts'

const hueOf = (hue: number): string => (hue >= 1 && hue <= 8 ? `hue-${hue}` : 'hue-0')

/** Draws what was laid out. Colours come from the tokens by class; nothing here decides where a thing stands. */
export function Picture({ shapes, point }: { shapes: Shapes; point: Point | undefined }) {
  const { width, height, plot } = shapes
  return (
    <svg
      className="baton-line-picture"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={shapes.sentence}
    >
      <g className="ground">
        {shapes.shades.map(({ x, w }) => (
          <rect key={x} className="shade" x={x} y={plot.y1} width={w} height={plot.y2 - plot.y1} />
        ))}
        {shapes.lights.map(light => (
          <Lit key={light.x} light={light} y1={plot.y1} y2={plot.y2} />
        ))}
        <path className="axis" d={`M${plot.x1} ${plot.y2}H${plot.x2}`} />
        {shapes.lanes.map(({ id, y }) => (
          <path key={id} className="lane" d={`M${plot.x1} ${y}H${plot.x2}`} />
        ))}
        {shapes.ticks.map(({ x, text, anchor }) => (
          <g key={x} className="tick">
            <path d={`M${round(x)} ${plot.y2}v4`} />
            <text x={round(x)} y={plot.y2 + 16} textAnchor={anchor}>
              {text}
            </text>
          </g>
        ))}
      </g>
      {shapes.silences.map(({ x1, x2, y }) => (
        <rect key={x1} className="silence" x={x1} y={y - 3} width={Math.max(3, round(x2 - x1))} height={6} rx={3} />
      ))}
      {shapes.names.map(({ text, whole, x, y, owned }) => (
        <text key={whole} className={owned ? 'name' : 'name offered'} x={x} y={y}>
          {text}
        </text>
      ))}
      {shapes.walks.map(({ d, hue, over }) => (
        <path key={d} className={`walk ${over ? 'over' : hueOf(hue)}`} d={d} />
      ))}
      {shapes.errands.map(({ d, hue, out }) => (
        <path key={d} className={`errand ${out ? 'out' : ''} ${hueOf(hue)}`} d={d} />
      ))}
      {shapes.steps.map(({ x, y1, y2 }) => (
        <path key={x} className="step" d={`M${x} ${y1}V${y2}`} />
      ))}
      {shapes.bars.map(({ d, hue }) => (
        <path key={d} className={`bar ${hueOf(hue)}`} d={d} />
      ))}
      {shapes.arcs.map(({ id, d, state }) => (
        <path key={`${id} ${d}`} className={`arc ${state}`} d={d} />
      ))}
      {shapes.owed.map(({ x1, x2, y, state }) => (
        <path key={`${x1} ${y}`} className={`owed ${state}`} d={`M${x1} ${y}H${x2}`} />
      ))}
      {shapes.cuts.map(({ x }) => (
        <Cut key={x} x={x} y1={plot.y1} y2={plot.y2} />
      ))}
      {shapes.now && <path className="now" d={`M${shapes.now.x} ${plot.y1 - 12}V${plot.y2}`} />}
      {shapes.fates.map(fate => (
        <FateMark key={fate.id} fate={fate} />
      ))}
      {shapes.offerMarks.map(mark => (
        <OfferEndMark key={`${mark.x} ${mark.y}`} mark={mark} />
      ))}
      {shapes.errandMarks.map(({ x, y, how }) => (
        <circle key={`${x} ${y} ${how}`} className={`errand-end ${how}`} cx={x} cy={y} r={2.6} />
      ))}
      {shapes.huddles.map(({ x, y, settled }) => (
        <g key={x} className={settled ? 'huddle settled' : 'huddle'}>
          <circle className="face" cx={x - 4} cy={y + 3} r={3.2} />
          <circle className="face" cx={x + 4} cy={y + 3} r={3.2} />
          <circle className="face" cx={x} cy={y - 4} r={3.2} />
        </g>
      ))}
      {shapes.dots.map(dot => (
        <DotMark key={dot.id} dot={dot} />
      ))}
      {shapes.turns.map(turn => (
        <TurnMark key={`${turn.x} ${turn.what}`} turn={turn} />
      ))}
      {shapes.meetings.map(({ x, y }) => (
        <g key={x} className="meeting">
          <circle className="ring" cx={round(x)} cy={y} r={9.5} />
          <path className="hands" d={`M${round(x - 4.2)} ${y + 0.6}l3 3 5.6 -6.6`} />
        </g>
      ))}
      {shapes.labels.map(({ text, x, y, anchor, tone }) => (
        <text key={`${text} ${x} ${y}`} className={`label ${tone}`} x={round(x)} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
      {point && <circle className="pointed" cx={point.x} cy={point.y} r={9} />}
    </svg>
  )
}

function Lit({
  light: { x, w, answered, calls },
  y1,
  y2,
}: {
  light: Shapes['lights'][number]
  y1: number
  y2: number
}) {
  const alone = answered === null ? w : Math.max(0, answered - x)
  return (
    <g className="light">
      <rect className="glow" x={x} y={y1} width={w} height={y2 - y1} />
      <rect className="unanswered" x={x} y={y1} width={round(alone)} height={y2 - y1} />
      <path d={`M${x} ${y1}H${round(x + w)}`} />
      {calls.map(at => (
        <path key={at} className="call" d={`M${at} ${y1}v7`} />
      ))}
    </g>
  )
}

/** Time that was cut out: everything that runs through it is seen to break. */
function Cut({ x, y1, y2 }: { x: number; y1: number; y2: number }) {
  return (
    <g className="cut">
      <path className="gap" d={`M${x - 1} ${y1 - 1}L${x - 7} ${y2 + 5}h8L${x + 7} ${y1 - 1}z`} />
      <path d={`M${x - 1} ${y1 - 1}L${x - 7} ${y2 + 5}M${x + 7} ${y1 - 1}L${x + 1} ${y2 + 5}`} />
    </g>
  )
}

function FateMark({ fate: { x, y, state, good } }: { fate: Fate }) {
  return (
    <g className={`fate ${state}`}>
      <circle cx={x} cy={y} r={4} />
      {good && <circle className="good" cx={good.x} cy={good.y} r={3.4} />}
      {state === 'moved' && <path d={`M${x + 5.5} ${y - 3}l3 3 -3 3`} />}
    </g>
  )
}

function OfferEndMark({ mark: { x, y, how } }: { mark: OfferMark }) {
  if (how === 'declined' || how === 'withdrawn')
    return (
      <path
        className={`offer-end ${how}`}
        d={how === 'declined' ? `M${x - 3.5} ${y - 3.5}l7 7m0 -7l-7 7` : `M${x} ${y - 4.5}v9`}
      />
    )
  return <circle className={`offer-end ${how}`} cx={x} cy={y} r={3.6} />
}

function DotMark({ dot: { x, y, by, came } }: { dot: Dot }) {
  // An unanswered call or a mail that came back is a stroke, not a dot: nobody was reached.
  if (!came) return <path className="dot missed" d={`M${x - 2.6} ${y - 2.6}l5.2 5.2m0 -5.2l-5.2 5.2`} />
  return <circle className={`dot ${by}`} cx={x} cy={y} r={3} />
}

function TurnMark({ turn: { x, y, what } }: { turn: Turn }) {
  if (what === 'closed') return <path className="turn closed" d={`M${x} ${y - 8}v16`} />
  return <path className={`turn ${what}`} d={`M${x} ${y - 6}l6 6 -6 6 -6 -6z`} />
}
