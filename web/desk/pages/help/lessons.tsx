import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useNow } from '../../../ui/now.tsx'
import { Time } from '../../../ui/time.tsx'
import { work } from '../../queries.ts'
import { words } from './words.ts'

/** What lessons ask of me, so that something does not happen again (Rule 28). */
export function AskedByLessons() {
  const now = useNow()
  const asked = (useQuery(work).data ?? []).flatMap(one => ('lesson' in one ? [one] : []))
  if (asked.length === 0) return null
  return (
    <section>
      <h2>{words.lessons}</h2>
      <ul className="help-list">
        {asked.map(({ kind, lesson, due, since }) => (
          <li key={`${lesson.id} ${kind}`}>
            <Link to="/desk/lessons/$id" params={{ id: String(lesson.id) }} preload="intent">
              <span className="help-for">
                <strong>{words.lesson(lesson.id)}</strong>
              </span>
              <span className="help-ask" dir="auto">
                {lesson.what}
              </span>
            </Link>
            <small className={due !== null && due < now ? 'help-when owed' : 'help-when'}>
              {due === null ? words.since : words.by} <Time at={due ?? since} both />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
