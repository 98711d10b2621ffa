import type { CompareAnswer } from '../../../../src/contract/answers.ts'
import { useMe } from '../../me.ts'
import { daysOf } from '../measures/period.ts'
import { words } from './words.ts'

/** What is laid beside what. `name`: of the file; null for the example. */
export function Sides({
  answer: { before, since, period, shares },
  name,
}: {
  answer: CompareAnswer
  name: string | null
}) {
  const { zone } = useMe().workspace
  const { sides } = words
  return (
    <dl className="compare-sides">
      <div className="before">
        <dt>{sides.before}</dt>
        <dd>
          <strong>{sides.cases(before.cases, before.events)}</strong>
          {name !== null && <small dir="auto">{name}</small>}
          {before.rejected.rows > 0 && <small>{sides.rejected(before.rejected.rows)}</small>}
        </dd>
      </div>
      <div className="since">
        <dt>{sides.since}</dt>
        <dd>
          <strong>{since.cases === 0 ? sides.none : sides.issues(since.cases, since.events)}</strong>
          <small>{sides.opened(...daysOf(period, zone))}</small>
          {since.cases > 0 && <small>{sides.underWay(period.underWay)}</small>}
          {shares.some(({ since: ours }) => ours?.small) && <small>{sides.few}</small>}
        </dd>
      </div>
    </dl>
  )
}
