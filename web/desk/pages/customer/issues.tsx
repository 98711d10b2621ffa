import { Link } from '@tanstack/react-router'
import type { CustomerRecord } from '../../../../src/contract/answers.ts'
import { Face, firstName } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Time } from '../../../ui/time.tsx'
import { AlarmLamp } from '../../alarm-lamp.tsx'
import { useMe } from '../../me.ts'
import { dueOf } from '../../rows/sentences.ts'
import { words } from './words.ts'

type Issue = CustomerRecord['open'][number]

/** What is open: the one last in contact first. */
export function OpenIssues({ record: { open, erasedAt } }: { record: CustomerRecord }) {
  if (open.length === 0) return erasedAt ? null : <p className="customer-none">{words.nothingOpen}</p>
  return (
    <section>
      <h2>{words.open(open.length)}</h2>
      <ul className="customer-open">
        {open.map(issue => (
          <li key={issue.number}>
            <OpenIssue issue={issue} isOneOfSeveral={open.length > 1} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OpenIssue({ issue, isOneOfSeveral }: { issue: Issue; isOneOfSeveral: boolean }) {
  const me = useMe().member.id
  const now = useNow()
  const { number, subject, story, owner, cover, facts, escalation, lastContactAt } = issue
  const due = dueOf(issue, now)
  const params = { number: String(number) }
  return (
    <>
      <div className="customer-whose">
        <Face name={owner.name} hue={owner.hue} />
        <p>
          <strong>{owner.id === me ? words.youHave : words.has(owner.name)}</strong>
          {cover && <small>{words.covers(firstName(cover.name))}</small>}
          <small>
            {lastContactAt ? (
              <>
                {words.lastContact} <Time at={lastContactAt} />
              </>
            ) : (
              words.never
            )}
          </small>
        </p>
        <p className={`customer-due ${due.look}`}>
          <b>{due.when}</b>
          {due.beside && <small>{due.beside}</small>}
        </p>
      </div>
      <p className="customer-subject" dir="auto">
        {escalation && <AlarmLamp state={escalation.state} />}{' '}
        <Link to="/desk/issues/$number" params={params} search={{}} preload="intent">
          {subject}
        </Link>{' '}
        <small>#{number}</small>
      </p>
      <p className="customer-story" dir="auto">
        {story}
      </p>
      {facts.length > 0 && (
        <dl className="customer-facts">
          {facts.map(({ key, value }) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {isOneOfSeveral && (
        <div className="customer-acts">
          <Link className="button quiet" to="/desk/issues/$number" params={params} search={{ write: 'call' }}>
            {words.logHere}
          </Link>
        </div>
      )}
    </>
  )
}

/** What is over: one line each, newest first. */
export function ClosedIssues({ record: { closed } }: { record: CustomerRecord }) {
  const now = useNow()
  if (closed.length === 0) return null
  return (
    <section>
      <h2>{words.closed}</h2>
      <ul className="customer-closed">
        {closed.map(issue => (
          <li key={issue.number}>
            <span dir="auto">
              <Link to="/desk/issues/$number" params={{ number: String(issue.number) }} search={{}} preload="intent">
                {issue.subject}
              </Link>{' '}
              <small>#{issue.number}</small>
            </span>
            <small>
              {[words.had(firstName(issue.owner.name)), dueOf(issue, now).beside].filter(Boolean).join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
