import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReturnAnswer } from '../../../../src/contract/answers.ts'
import { Empty } from '../../../ui/empty.tsx'
import { firstName } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Time } from '../../../ui/time.tsx'
import { moment } from '../../../ui/times.ts'
import { get } from '../../api.ts'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { useNames } from '../../names.ts'
import { useTitle } from '../../title.ts'
import { listOf } from '../people/standing.ts'
import { type Happened, happenedOn } from './happened.ts'
import './while-away.css'
import { words } from './words.ts'

const summary = (member: string, absence: string) =>
  queryOptions({
    // Under "absences", so that what happens while it lasts is heard of at once.
    queryKey: ['absences', member, absence],
    queryFn: ({ signal }) => get<ReturnAnswer>(`/members/${member}/away/${absence}/summary`, signal),
  })

/** What happened while somebody was away, by issue (Rule 15). */
export default function WhileAway() {
  const { id, absence } = useParams({ from: '/shell/desk/people/$id/away/$absence' })
  const isMe = useMe().member.id === id
  const { name } = useNames().member(id)
  const whose = isMe ? null : firstName(name)
  useTitle(words.title(whose))
  return (
    <div className="page narrow">
      <p className="crumb">
        <Link to={isMe ? '/desk/away' : '/desk/people/$id'} params={{ id }}>
          {isMe ? words.back : name}
        </Link>
      </p>
      <h1>{words.title(whose)}</h1>
      <Loaded asked={useQuery(summary(id, absence))}>
        {({ from, until, issues }) => (
          <>
            <p>
              <Time at={from} /> {words.to} <Time at={until} />
            </p>
            <p className="lead">{words.lead(whose)}</p>
            {issues.length === 0 ? (
              <Empty>{words.nothing}</Empty>
            ) : (
              issues.map(issue => <OnIssue key={issue.issue.number} found={issue} />)
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}

function OnIssue({ found }: { found: ReturnAnswer['issues'][number] }) {
  const { issue, covers } = found
  const now = useNow()
  const me = useMe().member.id
  const names = [...new Set(covers.map(({ name }) => name))]
  const all = happenedOn(found, { me, moment: at => moment(at, now) })
  return (
    <section className="meanwhile">
      <h2>
        <Link to="/desk/issues/$number" params={{ number: String(issue.number) }} search={{}}>
          {issue.customer.name} <span dir="auto">{issue.subject}</span>
        </Link>
      </h2>
      {names.length > 0 && <p className="hint">{words.lookedAfter(listOf(names), names.length > 1)}</p>}
      <ol>
        {all.map(one => (
          <li key={one.key}>
            <Thing happened={one} />
            <small>
              <Time at={one.at} />
            </small>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The customer's words stand in their own voice. */
function Thing({ happened }: { happened: Happened }) {
  if ('says' in happened) return <p className={happened.became === 'broken' ? 'owed' : undefined}>{happened.says}</p>
  const { direction, author, begin } = happened
  return (
    <p>
      <strong>{direction === 'note' ? words.note(author) : author}</strong>{' '}
      <span className={direction === 'in' ? 'theirs' : undefined} dir="auto">
        {begin}
      </span>
    </p>
  )
}
