import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { Keys } from '../../../ui/keys.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useCommand } from '../../use-command.ts'
import type { Mode } from './tray/modes.ts'
import { words } from './words.ts'

type ActsProps = { issue: IssueAnswer; me: string; choose: (mode: Mode) => void }

/** What the reader may do with the issue as it stands; each is decided again by the server. */
export function Acts({ issue, choose }: ActsProps) {
  const { may, number, customer, handoff, escalation } = issue
  const name = firstName(customer.name)
  const can = (act: IssueAnswer['may'][number]): boolean => may.includes(act)
  const open = handoff && ['offered', 'accepted', 'live', 'introduced'].includes(handoff.state)
  return (
    <section className="acts">
      <h2 className="unseen">{words.acts}</h2>
      {can('claim') && (
        <AtOnce
          path={`/issues/${number}/claim`}
          act={words.claim}
          done={words.done.claimed}
          look="primary"
          hint={words.claimHint}
        />
      )}
      {can('acknowledge') && (
        <AtOnce
          path={`/issues/${number}/escalations/${escalation?.id}/acknowledge`}
          act={words.acknowledge}
          done={words.done.acknowledged}
          look="primary"
        />
      )}
      {can('accept') && (
        <Way to="/desk/offers" number={number} look="primary">
          {words.answerOffer}
        </Way>
      )}
      {can('offer') && (
        <Way to="/desk/issues/$number/hand-over" number={number} keys="H">
          {words.handOver}
        </Way>
      )}
      {open && !can('accept') && (
        <Way to="/desk/issues/$number/hand-over" number={number} keys="H">
          {words.seeHandoff}
        </Way>
      )}
      {can('confirm') && <Button onClick={() => choose('yes')}>{words.heardYes(name)}</Button>}
      {can('deny') && <Button onClick={() => choose('no')}>{words.heardNo(name)}</Button>}
      {can('propose') && (
        <Button keys="S" onClick={() => choose('solved')}>
          {words.propose}
        </Button>
      )}
      {can('close') && (
        <AtOnce
          path={`/issues/${number}/close`}
          act={words.close}
          done={words.done.closed}
          look={issue.phase === 'confirmed' ? 'primary' : 'plain'}
        />
      )}
      {can('stand_down') && <Button onClick={() => choose('stand_down')}>{words.standDown}</Button>}
      {issue.phase !== 'closed' && <Button onClick={() => choose('diagnosis')}>{words.diagnose}</Button>}
      {can('takeover') && <Button onClick={() => choose('takeover')}>{words.takeover}</Button>}
      <Way to="/desk/issues/$number/log" number={number} keys="E" look="quiet">
        {words.log}
      </Way>
    </section>
  )
}

type AtOnceProps = { path: string; act: string; done: string; look: 'plain' | 'primary'; hint?: string }

/** An act that needs no words. */
function AtOnce({ path, act, done, look, hint }: AtOnceProps) {
  const { send, isSending, fault } = useCommand(path, { done: () => announce(done) })
  return (
    <>
      <Button look={look} busy={isSending} onClick={() => send({})}>
        {act}
      </Button>
      {hint && <p className="none">{hint}</p>}
      <Refusal fault={fault} />
    </>
  )
}

type WayProps = {
  to: '/desk/offers' | '/desk/issues/$number/hand-over' | '/desk/issues/$number/log'
  number: number
  keys?: string
  look?: string
  children: ReactNode
}

const Way = ({ to, number, keys, look = 'plain', children }: WayProps) => (
  <Link
    to={to}
    params={{ number: String(number) }}
    hash={to === '/desk/offers' ? String(number) : ''}
    className={`button ${look}`}
  >
    <span>{children}</span>
    {keys && <Keys keys={keys} />}
  </Link>
)
