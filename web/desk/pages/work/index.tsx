import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { WorkAnswer } from '../../../../src/contract/answers.ts'
import { Empty } from '../../../ui/empty.tsx'
import { firstName } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Time } from '../../../ui/time.tsx'
import { AlarmLamp } from '../../alarm-lamp.tsx'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { work } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import { words } from './words.ts'
import './work.css'

/** What waits for me: my own, and as one of a team or as a supervisor, in the one order (Rule 25). */
export default function Work() {
  useTitle(words.title)
  const asked = useQuery(work)
  return (
    <div className="page narrow">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Loaded asked={asked}>
        {all =>
          all.length === 0 ? (
            <Empty more={<small>{words.emptyMore}</small>}>{words.empty}</Empty>
          ) : (
            <ol className="work">
              {all.map(one => (
                <Item key={keyOf(one)} work={one} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </div>
  )
}

const keyOf = (one: WorkAnswer): string =>
  'issue' in one ? `${one.issue.number} ${one.kind} ${one.of}` : `lesson ${one.lesson.id} ${one.kind}`

function Item({ work: one }: { work: WorkAnswer }) {
  const me = useMe().member.id
  return (
    <li>
      {'issue' in one ? (
        <Link {...placeOf(one, me)} preload="intent">
          <span className="work-says">{words.says[one.kind](firstName(one.issue.customer.name))}</span>
          <span className="about" dir="auto">
            {one.issue.escalation && <AlarmLamp state={one.issue.escalation.state} />}
            <small>#{one.issue.number}</small> {one.issue.subject}
          </span>
        </Link>
      ) : (
        <Link to="/desk/lessons/$id" params={{ id: String(one.lesson.id) }} preload="intent">
          <span className="work-says">{words.says[one.kind]('')}</span>
          <span className="about" dir="auto">
            <small>{words.lesson(one.lesson.id)}</small> {one.lesson.what}
          </span>
        </Link>
      )}
      <When work={one} />
    </li>
  )
}

/** Where it is done: covers are arranged and answered all together, everything else on its issue. */
function placeOf({ kind, issue }: Extract<WorkAnswer, { issue: object }>, me: string): LinkProps {
  const absent = (issue.cover ?? issue.owner).id
  if (kind === 'cover_asked' || (kind === 'needs_cover' && absent === me)) return { to: '/desk/away' }
  if (kind === 'needs_cover') return { to: '/desk/people/$id', params: { id: absent } }
  return { to: '/desk/issues/$number', params: { number: String(issue.number) }, search: {} }
}

/** By when it is to be done; what has no time says since when it waits. */
function When({ work: { due, since } }: { work: WorkAnswer }) {
  const now = useNow()
  const isLate = due !== null && due < now
  return (
    <small className={isLate ? 'work-when owed' : 'work-when'}>
      {due === null ? words.since : words.by} <Time at={due ?? since} both />
    </small>
  )
}
