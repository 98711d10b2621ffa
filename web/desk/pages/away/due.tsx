import { Link } from '@tanstack/react-router'
import type { AwayAnswer } from '../../../../src/contract/answers.ts'
import { Time } from '../../../ui/time.tsx'

/** Promises that need somebody while their owner is away, the one that falls due soonest first. */
export function Due({ promises, title }: { promises: AwayAnswer['promises']; title: string }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="away-due">
        {promises.map(({ issue, promise }) => (
          <li key={`${issue.number} ${promise.id}`}>
            <Link to="/desk/issues/$number" params={{ number: String(issue.number) }} search={{}}>
              <strong>{issue.customer.name}</strong> <span dir="auto">{issue.subject}</span>
            </Link>
            <small className={promise.state === 'broken' ? 'owed' : undefined}>
              <Time at={promise.due} both />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
