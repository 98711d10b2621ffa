import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Time } from '../../../ui/time.tsx'
import { Loaded } from '../../loaded.tsx'
import { excuses } from '../../queries.ts'
import { words } from './words.ts'

/** Where it was excused, and why: many of them say that the lesson does not fit (Rule 28). */
export const Excuses = ({ id }: { id: number }) => (
  <section>
    <h2>{words.excuses}</h2>
    <Loaded asked={useQuery(excuses(id))}>
      {all =>
        all.length === 0 ? (
          <p className="hint">{words.noExcuses}</p>
        ) : (
          <ul className="lesson-excuses">
            {all.map(({ issue, at, by, why }) => (
              <li key={`${issue.number} ${at}`}>
                <p dir="auto">{why}</p>
                <p className="hint">
                  {by.name}, <Time at={at} />,{' '}
                  <Link to="/desk/issues/$number" params={{ number: String(issue.number) }} search={{}}>
                    #{issue.number} <span dir="auto">{issue.subject}</span>
                  </Link>
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  </section>
)
