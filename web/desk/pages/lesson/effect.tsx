import { useQuery } from '@tanstack/react-query'
import type { EffectAnswer } from '../../../../src/contract/answers.ts'
import { Loaded } from '../../loaded.tsx'
import { effect } from '../../queries.ts'
import { words } from './words.ts'

type Figure = EffectAnswer['figures'][number]
type Share = Figure['before']

/** Before its adoption and since: each figure with its counts and its interval (Rule 29). */
export const Effect = ({ id }: { id: number }) => (
  <section>
    <h2>{words.effect}</h2>
    <Loaded asked={useQuery(effect(id))}>{answer => <Figures answer={answer} />}</Loaded>
  </section>
)

function Figures({ answer: { figures, kind, before, after } }: { answer: EffectAnswer }) {
  const happened = figures.filter(({ before, after }) => before.count + after.count > 0)
  const never = figures.filter(figure => !happened.includes(figure))
  // One scale for all, so that they can be compared by eye.
  const scale = Math.max(0.1, ...happened.flatMap(({ before, after }) => [topOf(before), topOf(after)]))
  if (before.issues + after.issues === 0) return <p className="hint">{words.noIssues(kind?.name ?? null)}</p>
  return (
    <>
      <p className="hint">{words.effectHint(kind?.name ?? null)}</p>
      <ul className="effect">
        {happened.map(figure => (
          <FigureOf key={figure.name} figure={figure} scale={scale} />
        ))}
      </ul>
      {never.length > 0 && (
        <details>
          <summary>{words.quiet(never.length)}</summary>
          <ul>
            {never.map(({ name, before, after }) => (
              <li key={name}>
                {words.figures[name]}: {words.before} {words.counts(before.count, before.of)}, {words.after}{' '}
                {words.counts(after.count, after.of)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const topOf = ({ share, high }: Share): number => (share === null ? 0 : high)

const FigureOf = ({ figure: { name, before, after, reads }, scale }: { figure: Figure; scale: number }) => (
  <li className={reads}>
    <h3>{words.figures[name]}</h3>
    <ShareOf says={words.before} share={before} scale={scale} />
    <ShareOf says={words.after} share={after} scale={scale} now />
    <p className="effect-reads">{words.reads[reads]}</p>
  </li>
)

type ShareProps = { says: string; share: Share; scale: number; now?: boolean }

/** A share with its interval: a dot on a line, and the same in words. */
function ShareOf({ says, share: { count, of, share, low, high }, scale, now = false }: ShareProps) {
  const at = (value: number): string => `${(Math.min(1, value / scale) * 100).toFixed(2)}%`
  return (
    <p className={now ? 'effect-share now' : 'effect-share'}>
      <span>{says}</span>
      <svg aria-hidden="true" height="16">
        <line className="axis" x1="0" x2="100%" y1="8" y2="8" />
        {share !== null && (
          <>
            <line className="interval" x1={at(low)} x2={at(high)} y1="8" y2="8" />
            <circle cx={at(share)} cy="8" r="4.5" />
          </>
        )}
      </svg>
      <span>
        {words.counts(count, of)}
        {share !== null && <small> {words.percent(share)}</small>}
      </span>
    </p>
  )
}
