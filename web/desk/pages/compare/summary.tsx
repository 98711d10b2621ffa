import type { CompareAnswer } from '../../../../src/contract/answers.ts'
import { words } from './words.ts'

/** With more of ours under way than this, what is better now may not stay so. */
const mostYoung = 0.1

/** All of it in a few sentences: only of what differs by more than chance it is said that it does. */
export function Summary({ answer: { shares, since, period } }: { answer: CompareAnswer }) {
  const { nothing, better, worse, changed, unclear, unsaid, young } = words.summary
  const many = (...reads: string[]): number =>
    shares.filter(({ difference }) => difference && reads.includes(difference.reads)).length
  const silent = shares.filter(({ difference }) => difference === null).length
  if (silent === shares.length) return <p className="compare-summary">{nothing}</p>
  const others: [number, (count: number) => string][] = [
    [many('worse'), worse],
    [many('more', 'less'), changed],
    [many('unclear'), unclear],
    [silent, unsaid],
  ]
  return (
    <p className="compare-summary">
      <strong>{better(many('better'))}</strong>{' '}
      {others
        .filter(([count]) => count > 0)
        .map(([count, says]) => says(count))
        .join(' ')}{' '}
      {period.underWay > mostYoung * since.cases && <em>{young(period.underWay, since.cases)}</em>}
    </p>
  )
}
