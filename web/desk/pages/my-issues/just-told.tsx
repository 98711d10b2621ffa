import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { toldSentences } from '../../../../src/core/told/sentences.ts'
import { Time } from '../../../ui/time.tsx'
import { useMe } from '../../me.ts'
import { notices } from '../../queries.ts'
import './my-issues.css'
import { words } from './words.ts'

const most = 3

/** The last words to me that I have not seen, quietly above the list. */
export function JustTold() {
  const { counts } = useMe()
  const { data } = useInfiniteQuery(notices)
  const unseen = (data?.pages[0]?.items ?? []).filter(({ seen }) => !seen)
  if (unseen.length === 0) return null
  const more = Math.max(counts.notices, unseen.length) - most
  return (
    <section className="just-told" aria-label={words.toldTitle}>
      <ul>
        {unseen.slice(0, most).map(({ id, word, at, issue, lesson }) => (
          <li key={id}>
            {issue && (
              <Link to="/desk/issues/$number" params={{ number: String(issue.number) }} search={{}}>
                <span className="just-told-what">{toldSentences[word]}</span>{' '}
                <span className="subject">{issue.subject}</span>
              </Link>
            )}
            {lesson && (
              <Link to="/desk/lessons/$id" params={{ id: String(lesson.id) }}>
                <span className="just-told-what">{toldSentences[word]}</span>{' '}
                <span className="subject">{lesson.what}</span>
              </Link>
            )}{' '}
            <Time at={at} says="away" />
          </li>
        ))}
      </ul>
      <Link to="/desk/told">{more > 0 ? words.toldMore(more) : words.all}</Link>
    </section>
  )
}
