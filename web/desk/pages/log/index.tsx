import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { EventAnswer, ForeignEventAnswer, IssueAnswer } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { clock, dayOf, wholeDate } from '../../../ui/times.ts'
import { Loaded } from '../../loaded.tsx'
import { type About, sentenceOf } from '../../log/sentences.ts'
import { useNames } from '../../names.ts'
import { usePathName } from '../../path.ts'
import { events, foreign, issue as issueOf } from '../../queries.ts'
import { usePageKeys } from '../../shell/keys.ts'
import { useTitle } from '../../title.ts'
import './log.css'
import { words } from './words.ts'

/** The log of an issue: each event one plain sentence (Rule 33). */
export default function Log() {
  const { number } = useParams({ from: '/shell/desk/issues/$number/log' })
  const issue = useQuery(issueOf(Number(number)))
  const log = useQuery(events(Number(number)))
  const before = useQuery({ ...foreign(Number(number)), enabled: issue.data?.imported != null })
  const names = useNames(issue.data)
  const now = useNow()
  const path = usePathName()
  const navigate = useNavigate()
  useTitle(words.title(Number(number)))
  const back = { to: '/desk/issues/$number', params: { number }, search: {} } as const
  usePageKeys({ escape: () => void navigate(back) })
  return (
    <div className="page narrow">
      <Loaded asked={issue}>
        {({ subject, customer, promises, imported }) => {
          const about: About = { names, customer: firstName(customer.name), promises, now, path }
          return (
            <>
              <p className="crumb">
                <Link {...back}>
                  #{number} · {subject}
                </Link>
              </p>
              <h1>{words.heading}</h1>
              <p className="lead">{words.lead}</p>
              {imported && before.data && <Before imported={imported} all={before.data} now={now} />}
              <Loaded asked={log}>{all => <Days all={all} about={about} />}</Loaded>
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

function Days({ all, about }: { all: readonly EventAnswer[]; about: About }) {
  const days = Map.groupBy(all, ({ at }) => dayOf(at, about.now))
  return [...days].map(([day, some]) => (
    <section key={day} className="log-day" aria-label={day}>
      <h2>{day}</h2>
      <ol>
        {some.map(event => (
          <li key={event.version}>
            <time dateTime={event.at} title={wholeDate(event.at)}>
              {clock(event.at)}
            </time>
            <span>
              {sentenceOf(event, about)}
              {words.from[event.from] && <small> {words.from[event.from]}</small>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  ))
}

/** What another desk's log says of the time before: muted and marked, since nothing of it is ours. */
function Before({
  imported,
  all,
  now,
}: {
  imported: NonNullable<IssueAnswer['imported']>
  all: readonly ForeignEventAnswer[]
  now: string
}) {
  const days = Map.groupBy(all, ({ at }) => dayOf(at, now))
  return (
    <section className="log-before" aria-label={words.before(imported.source)}>
      <p>{words.beforeLead(imported.source, imported.case)}</p>
      {[...days].map(([day, some]) => (
        <section key={day} className="log-day" aria-label={day}>
          <h2>{day}</h2>
          <ol>
            {some.map(({ place, at, person, group, status, activity }) => (
              <li key={place}>
                <time dateTime={at} title={wholeDate(at)}>
                  {clock(at)}
                </time>
                <span dir="auto">{words.foreign(person, group, [activity, status])}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  )
}
