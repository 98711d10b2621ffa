import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { BriefAnswer, HandoffAnswer, IssueAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Time } from '../../../ui/time.tsx'
import { moment } from '../../../ui/times.ts'
import { AnswerOffer } from '../../handoff/answer-offer.tsx'
import { BriefCard } from '../../handoff/brief-card.tsx'
import { ReadBack } from '../../handoff/read-back.tsx'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { issue as issueOf } from '../../queries.ts'
import { usePageKeys } from '../../shell/keys.ts'
import { useTitle } from '../../title.ts'
import { runningOf } from '../issue/sentences.ts'
import { BriefForm } from './brief-form.tsx'
import './hand-over.css'
import { Introduce } from './introduce.tsx'
import { type Step, stageOf } from './stage.ts'
import { Steps } from './steps.tsx'
import { Understand } from './understand.tsx'
import { type Draft, useBrief } from './use-brief.ts'
import { Whom } from './whom.tsx'
import { Withdraw } from './withdraw.tsx'
import { words } from './words.ts'

/** A hand-off as a guided conversation: understood, briefed, offered, read back, introduced, met (Rules 6 to 8). */
export default function HandOver() {
  const { number } = useParams({ from: '/shell/desk/issues/$number/hand-over' })
  const asked = useQuery(issueOf(Number(number)))
  const navigate = useNavigate()
  useTitle(words.pageTitle(Number(number)))
  usePageKeys({ escape: () => void navigate({ to: '/desk/issues/$number', params: { number }, search: {} }) })
  return (
    <div className="page narrow">
      <Loaded asked={asked}>{issue => <Way key={`${issue.number} ${issue.handoff?.id}`} issue={issue} />}</Loaded>
    </div>
  )
}

function Way({ issue }: { issue: IssueAnswer }) {
  const { number, customer, may, owner, phase } = issue
  const me = useMe().member.id
  const { draft, change, clear } = useBrief(issue)
  const stage = stageOf(issue, draft.briefed)
  const mine = owner.id === me
  const shown = stage.handoff !== null || may.includes('offer')
  return (
    <>
      <p className="crumb">
        <Link to="/desk/issues/$number" params={{ number: String(number) }} search={{}}>
          #{number} · {customer.name}
        </Link>
      </p>
      <h1>{words.title}</h1>
      {!shown && <p className="still">{phase === 'closed' ? words.over : words.notYours(owner.name)}</p>}
      {shown && stage.handoff?.state !== 'met' && <Still issue={issue} mine={mine} />}
      {!stage.handoff && <Ended issue={issue} />}
      {shown && (
        <Steps
          stage={stage}
          show={(step, look) =>
            stage.handoff ? (
              <Going step={step} look={look} issue={issue} handoff={stage.handoff} mine={mine} />
            ) : (
              <Making step={step} look={look} issue={issue} draft={draft} change={change} clear={clear} />
            )
          }
        />
      )}
      <p>
        <Link className="button" to="/desk/issues/$number" params={{ number: String(number) }} search={{}}>
          {words.toIssue}
        </Link>
      </p>
    </>
  )
}

function Still({ issue, mine }: { issue: IssueAnswer; mine: boolean }) {
  const now = useNow()
  const name = firstName(issue.customer.name)
  if (!mine) return <p className="still">{words.stillOf(name, firstName(issue.owner.name))}</p>
  const next = runningOf(issue)[0]
  const [begin, who, middle, yours, end] = words.still(name, next ? moment(next.due, now) : null)
  return (
    <p className="still">
      {begin}
      {who}
      {middle}
      <strong>{yours}</strong>
      {end}
    </p>
  )
}

/** What became of the offer before: said plainly, with what would help. */
function Ended({ issue: { handoff } }: { issue: IssueAnswer }) {
  if (!handoff) return null
  const { state, decline, to, receiver } = handoff
  if (state !== 'declined' && state !== 'expired' && state !== 'withdrawn' && state !== 'fell_through') return null
  const name = decline?.by.name ?? receiver?.name ?? ('member' in to ? to.member.name : to.team.name)
  return (
    <p className="ended">
      <strong>
        {words.ended[state](name)}
        {decline && `: ${words.reasons[decline.reason]}`}.
      </strong>{' '}
      {decline?.suggestion && `“${decline.suggestion}” `}
      {words.stillYours}
    </p>
  )
}

type MakingProps = {
  step: Step
  look: 'done' | 'now' | 'ahead'
  issue: IssueAnswer
  draft: Draft
  change: (changes: Partial<Draft>) => void
  clear: () => void
}

/** A hand-off that is being made out. */
function Making({ step, look, issue, draft, change, clear }: MakingProps): ReactNode {
  const name = firstName(issue.customer.name)
  switch (step) {
    case 'understood':
      return <Understand issue={issue} mayWrite />
    case 'brief':
      if (look === 'ahead') return null
      if (look === 'now') return <BriefForm issue={issue} draft={draft} change={change} />
      return (
        <div className="step-card">
          <BriefCard
            brief={briefOf(draft)}
            customer={issue.customer.name}
            promises={issue.promises}
            receiver={words.theReceiver}
          />
          <Button look="quiet" onClick={() => change({ briefed: false })}>
            {words.change}
          </Button>
        </div>
      )
    case 'whom':
      return look === 'now' ? <Whom issue={issue} draft={draft} change={change} offered={clear} /> : null
    case 'readBack':
      return <p className="ahead">{words.readBackAhead(words.somebody)}</p>
    case 'introduce':
      return <p className="ahead">{words.introduceAhead('them', name)}</p>
    case 'met':
      return <p className="ahead">{words.metAhead(words.somebody, name)}</p>
  }
}

const briefOf = ({ problem, tried, asked, told, callback, why }: Draft): BriefAnswer => ({
  problem,
  diagnosis: '',
  tried,
  why,
  asked,
  told,
  callback: callback || null,
})

type GoingProps = {
  step: Step
  look: 'done' | 'now' | 'ahead'
  issue: IssueAnswer
  handoff: HandoffAnswer
  mine: boolean
}

/** A hand-off under way, or met. */
function Going({ step, look, issue, handoff, mine }: GoingProps): ReactNode {
  const { customer, promises, may } = issue
  const name = firstName(customer.name)
  const to = 'member' in handoff.to ? firstName(handoff.to.member.name) : handoff.to.team.name
  const receiver = handoff.receiver ? firstName(handoff.receiver.name) : to
  switch (step) {
    case 'understood':
      return <p className="step-words">{handoff.brief.diagnosis}</p>
    case 'brief':
      return (
        <div className="step-card">
          <BriefCard
            brief={{ ...handoff.brief, diagnosis: '' }}
            customer={customer.name}
            promises={promises}
            {...(mine || handoff.metAt ? { receiver } : {})}
          />
        </div>
      )
    case 'whom':
      return <p>{'member' in handoff.to ? handoff.to.member.name : handoff.to.team.name}</p>
    case 'readBack':
      if (look === 'done') return <ReadBack handoff={handoff} promises={promises} />
      return (
        <div className="stack">
          <p>
            {words.waiting(to)}{' '}
            {handoff.limit && (
              <>
                {words.until} <Time at={handoff.limit} both />.
              </>
            )}
          </p>
          {may.includes('accept') && <AnswerOffer issue={issue} handoff={handoff} />}
          {mine && <Withdraw issue={issue} handoff={handoff} />}
        </div>
      )
    case 'introduce':
      if (look === 'done') return handoff.introducedAt && <Time at={handoff.introducedAt} both />
      if (look === 'ahead' || !may.includes('introduce'))
        return <p className="ahead">{words.introduceAhead(receiver, name)}</p>
      return (
        <div className="stack">
          <p>
            {words.introduceLead(receiver)}{' '}
            {handoff.limit && (
              <>
                {words.limit} <Time at={handoff.limit} both />.
              </>
            )}
          </p>
          <Introduce issue={issue} handoff={handoff} />
          <Withdraw issue={issue} handoff={handoff} />
        </div>
      )
    case 'met':
      return <Met look={look} issue={issue} handoff={handoff} receiver={receiver} mine={mine} />
  }
}

type MetProps = Pick<GoingProps, 'look' | 'issue' | 'handoff' | 'mine'> & { receiver: string }

function Met({ look, issue, handoff, receiver, mine }: MetProps) {
  const name = firstName(issue.customer.name)
  if (look === 'ahead') return <p className="ahead">{words.metAhead(receiver, name)}</p>
  if (handoff.metAt)
    return (
      <p>
        {words.metDone(receiver, name)} <Time at={handoff.metAt} both />
      </p>
    )
  return (
    <div className="stack">
      <p>
        {words.metWaiting(receiver, name)}{' '}
        {handoff.limit && (
          <>
            {words.limit} <Time at={handoff.limit} both />.
          </>
        )}
      </p>
      {mine && <Withdraw issue={issue} handoff={handoff} />}
    </div>
  )
}
