import { Link } from '@tanstack/react-router'
import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { Face, firstName } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { moment } from '../../../ui/times.ts'
import { AlarmLamp } from '../../alarm-lamp.tsx'
import './header.css'
import { ownerSentence, promiseSentence } from './sentences.ts'
import { words } from './words.ts'

/** Whose it is, and when the customer hears: always in sight. */
export function Header({ issue, me }: { issue: IssueAnswer; me: string }) {
  const now = useNow()
  const { number, subject, customer, owner, escalation, recurrences } = issue
  const has = ownerSentence(issue, me, now)
  const cover = issue.covers.find(({ state }) => state === 'in_force')
  const word = promiseSentence(issue, me, now)
  return (
    <header className="issue-header">
      <p className="crumb">
        #{number} ·{' '}
        <Link to="/desk/customers/$id" params={{ id: customer.id }}>
          {customer.name}
        </Link>
        {customer.organization && ` · ${customer.organization}`}
      </p>
      <h1 className="title" dir="auto">
        {subject}
      </h1>
      <div className="held">
        <p className="who">
          <Face name={owner.name} hue={owner.hue} />
          <span>
            <strong>{has.strong}</strong> {has.rest}
          </span>
        </p>
        {cover && (
          <p className="word">
            {words.coveredBy(cover.member.id === me, firstName(cover.member.name), moment(cover.until, now))}
          </p>
        )}
        {word && (
          <p className={`word ${word.look}`}>
            {word.says} <b>{word.when}</b>
            {word.others > 0 && <small> {words.otherPromises(word.others)}</small>}
          </p>
        )}
        <Phase issue={issue} />
        {recurrences > 0 && <p className="word">{words.recurrences(recurrences)}</p>}
      </div>
      {escalation && escalation.state !== 'stood_down' && (
        <p className="issue-alarm">
          <AlarmLamp state={escalation.state} />{' '}
          {escalation.champion ? words.lampAnswered(escalation.champion.name) : words.lampRaised}
        </p>
      )}
    </header>
  )
}

function Phase({ issue: { phase, outcome, customer, mergedInto } }: { issue: IssueAnswer }) {
  const name = firstName(customer.name)
  if (mergedInto)
    return (
      <p className="word">
        {words.goesOn}{' '}
        <Link to="/desk/issues/$number" params={{ number: String(mergedInto.number) }} search={{}}>
          #{mergedInto.number}
        </Link>
      </p>
    )
  if (phase === 'closed' && outcome)
    return <p className={`word ${outcome === 'confirmed' ? 'kept' : ''}`}>{words.outcomes[outcome](name)}</p>
  if (phase === 'confirmed') return <p className="word kept">{words.confirmedPhase(name)}</p>
  return phase === 'proposed' ? <p className="word">{words.proposedPhase(name)}</p> : null
}
