import { useQuery } from '@tanstack/react-query'
import type { RaisedByMeAnswer } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'
import { Time } from '../../../ui/time.tsx'
import { usePathName } from '../../path.ts'
import { raised } from '../../queries.ts'
import { ThankWho } from './thank-who.tsx'
import { words } from './words.ts'

/** The alarms that I raised: whether somebody has answered, and what came of it (Rule 26). */
export function Raised() {
  const path = usePathName()
  const mine = useQuery(raised).data ?? []
  if (mine.length === 0) return null
  return (
    <section>
      <h2>{words.raised(path)}</h2>
      <ul className="help-list">
        {mine.map(one => (
          <li key={`${one.number} ${one.escalation.id}`}>
            <div>
              <span className="help-for">
                <strong>{words.forWhom(one.customer.name)}</strong> <small>#{one.number}</small>
              </span>
              <span className="help-ask" dir="auto">
                {one.facts.impact}
              </span>
              <Standing one={one} />
              {one.escalation.champion && one.escalation.state === 'stood_down' && (
                <ThankWho number={one.number} whom={one.escalation.champion} customer={one.customer.name} />
              )}
            </div>
            <small className="help-when">
              {words.raisedWhen} <Time at={one.raisedAt} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Standing({ one: { escalation } }: { one: RaisedByMeAnswer }) {
  const { state, champion, calling, outcome } = escalation
  const names = calling.map(({ name }) => firstName(name)).join(', ')
  const says =
    state === 'raised' || !champion
      ? names
        ? words.callingWho(names)
        : words.calling
      : state === 'answered'
        ? words.answered(champion.name)
        : words.over(champion.name)
  return (
    <p className="help-standing">
      {says} {outcome && <span dir="auto">“{outcome}”</span>}
    </p>
  )
}
