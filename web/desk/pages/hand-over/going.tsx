import type { ReactNode } from 'react'
import type { HandoffAnswer, IssueAnswer } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'
import { Time } from '../../../ui/time.tsx'
import { AnswerOffer } from '../../handoff/answer-offer.tsx'
import { BriefCard } from '../../handoff/brief-card.tsx'
import { ReadBack } from '../../handoff/read-back.tsx'
import { useMe } from '../../me.ts'
import { Introduce } from './introduce.tsx'
import { BeginLive, LiveIntroduction } from './live.tsx'
import type { Step } from './stage.ts'
import { Withdraw } from './withdraw.tsx'
import { words } from './words.ts'

type GoingProps = {
  step: Step
  look: 'done' | 'now' | 'ahead'
  issue: IssueAnswer
  handoff: HandoffAnswer
  mine: boolean
}

/** A hand-off under way, or met. */
export function Going({ step, look, issue, handoff, mine }: GoingProps): ReactNode {
  const { customer, promises, may } = issue
  const me = useMe().member.id
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
      if (handoff.live)
        return (
          <div className="stack">
            <LiveIntroduction issue={issue} handoff={handoff} live={handoff.live} me={me} />
            {handoff.live.state === 'interrupted' && may.includes('introduce') && (
              <Introduce issue={issue} handoff={handoff} />
            )}
            {mine && <Withdraw issue={issue} handoff={handoff} />}
          </div>
        )
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
          <BeginLive issue={issue} handoff={handoff} receiver={receiver} />
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
