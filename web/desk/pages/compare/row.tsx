import type { CompareAnswer, ComparedShare, ComparedSide } from '../../../../src/contract/answers.ts'
import type { Chapter } from './chapters.ts'
import { words } from './words.ts'

/** Things of one kind, before and since. */
export const ChapterOf = ({ chapter: { name, rows }, answer }: { chapter: Chapter; answer: CompareAnswer }) => (
  <section className="compared-chapter">
    <h2>{words.chapters[name].heading}</h2>
    <p className="hint">{words.chapters[name].hint}</p>
    <ul>
      {rows.map(row => {
        if (!('share' in row)) return <Numbers key={row.name} {...row} answer={answer} />
        const share = answer.shares.find(one => one.name === row.share)
        return share && <ShareRow key={share.name} share={share} overDays={answer.before.silence.overDays} />
      })}
    </ul>
  </section>
)

const titleOf = (name: keyof typeof words.rows, overDays: number): string => {
  const says = words.rows[name]
  return typeof says === 'string' ? says : says(overDays)
}

function ShareRow({
  share: { name, before, since, difference },
  overDays,
}: {
  share: ComparedShare
  overDays: number
}) {
  // One scale for both, so that they can be compared by eye.
  const scale = Math.max(0.02, before?.high ?? 0, since?.high ?? 0)
  return (
    <li className={difference?.reads}>
      <h3>{titleOf(name, overDays)}</h3>
      <ShareOf side="before" share={before} scale={scale} />
      <ShareOf side="since" share={since} scale={scale} />
      {difference && <p className="compared-reads">{words.reads[difference.reads](difference.low, difference.high)}</p>}
    </li>
  )
}

type Side = 'before' | 'since'

/** A share as a bar with its interval, and the same in words. */
function ShareOf({ side, share, scale }: { side: Side; share: ComparedSide | null; scale: number }) {
  if (!share) return <Unsaid side={side} />
  const { count, of, value, low, high } = share
  return (
    <div className={`compared-side ${side}`}>
      <span>{words[side]}</span>
      <Bar part={value / scale} interval={[low / scale, high / scale]} />
      <span title={words.interval(low, high)}>
        <strong>{words.percent(value)}</strong> <small>{words.share(count, of)}</small>
      </span>
    </div>
  )
}

type NumbersProps = Exclude<Chapter['rows'][number], { share: string }> & { answer: CompareAnswer }

function Numbers({ name, of, answer }: NumbersProps) {
  const told = { before: of(answer.before), since: answer.since.cases === 0 ? null : of(answer.since) }
  const scale = Math.max(told.before?.size ?? 0, told.since?.size ?? 0) || 1
  return (
    <li>
      <h3>{titleOf(name, answer.before.silence.overDays)}</h3>
      {(['before', 'since'] as const).map(side => {
        const one = told[side]
        if (!one) return <Unsaid key={side} side={side} />
        return (
          <div key={side} className={`compared-side ${side}`}>
            <span>{words[side]}</span>
            <Bar part={one.size / scale} />
            <span>
              <strong>{one.says}</strong>
            </span>
          </div>
        )
      })}
    </li>
  )
}

const Unsaid = ({ side }: { side: Side }) => (
  <p className={`compared-side unsaid ${side}`}>
    <span>{words[side]}</span>
    <span>{words.unsaid[side]}</span>
  </p>
)

/** `part` and `interval`: from nothing to the whole width. */
const Bar = ({ part, interval }: { part: number; interval?: [number, number] }) => (
  <svg aria-hidden="true" height="18">
    <rect className="track" width="100%" height="10" y="4" rx="3" />
    <rect className="bar" width={at(part)} height="10" y="4" rx="3" />
    {interval && <line className="interval" x1={at(interval[0])} x2={at(interval[1])} y1="9" y2="9" />}
  </svg>
)

const at = (part: number): string => `${(Math.min(1, Math.max(0, part)) * 100).toFixed(2)}%`
