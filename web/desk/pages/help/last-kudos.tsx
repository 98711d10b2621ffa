import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Time } from '../../../ui/time.tsx'
import { lastKudos } from '../../queries.ts'
import { words } from './words.ts'

/** The last thanks, as everybody sees them; nobody is counted (Rules 30 and 32). */
export function LastKudos() {
  const kudos = useQuery(lastKudos).data?.items ?? []
  if (kudos.length === 0) return null
  return (
    <section>
      <h2>
        <Link to="/desk/kudos">{words.kudos}</Link>
      </h2>
      <ul className="help-kudos">
        {kudos.map(({ id, issue, by, for: whom, words: said, at }) => (
          <li key={`${issue.number} ${id}`}>
            {words.kudosTo('name' in by ? by.name : '', whom.name)}
            {said && <span dir="auto">: “{said}”</span>}{' '}
            <small>
              <Time at={at} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
