import type { CompareAnswer } from '../../../../src/contract/answers.ts'
import { words } from './words.ts'

/** What the two sides can't tell, and how ours is counted. */
export function Caution({ answer: { before, since, period } }: { answer: CompareAnswer }) {
  const { caution, method } = words
  return (
    <>
      <section className="compare-caution">
        <h2>{caution.heading}</h2>
        <ul>
          <li>{caution.kinds}</li>
          {period.underWay > 0 && <li>{caution.young(period.underWay, since.cases)}</li>}
          <li>{caution.handoffs}</li>
          <li>{caution.chance}</li>
          <li>{caution.averages}</li>
          {before.reopened.cases === 0 && <li>{caution.statuses}</li>}
        </ul>
      </section>
      <details className="compare-method">
        <summary>{method.heading}</summary>
        <ul>
          {method.says.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </>
  )
}
