import { useEffect } from 'react'
import type { HandoffAnswer, IssueAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Time } from '../../../ui/time.tsx'
import { useCommand } from '../../use-command.ts'
import { words } from './words.ts'

/** How often a page says that somebody is still there. */
const sayEveryMs = 15_000

type Live = NonNullable<HandoffAnswer['live']>
type LiveProps = { issue: IssueAnswer; handoff: HandoffAnswer; live: Live; me: string }

/** Giver, receiver and customer are brought together: until all three were there it stays where it is (Rule 9). */
export function LiveIntroduction({ issue, handoff, live, me }: LiveProps) {
  const name = firstName(issue.customer.name)
  const path = `/issues/${issue.number}/handoffs/${handoff.id}`
  const present = useCommand<object>(`${path}/present`, { done: answer => announce(saysNow(answer, name)) })
  const gone = useCommand<object>(`${path}/disconnect`, { done: () => announce(words.live.callBack(name)) })
  const isPart = issue.may.includes('say_present')
  const isMissing = live.state === 'interrupted'
  useStayHere(`${path}/present`, isPart && live.channel === 'chat' && !isMissing)
  return (
    <div className="stack live">
      <p>
        <strong>{isMissing ? words.live.interrupted(name) : words.live[live.channel](name)}</strong>{' '}
        {isMissing ? words.live.resumes : words.live.until} <Time at={live.until} both />.
      </p>
      <Seen live={live} handoff={handoff} customer={name} me={me} />
      {isPart && (
        <div className="row-of">
          <Button look="primary" busy={present.isSending} onClick={() => present.send({})}>
            {live.channel === 'phone' ? words.live.onTheLine : words.live.here}
          </Button>
          {!isMissing && (
            <Button busy={gone.isSending} onClick={() => gone.send({})}>
              {words.live.gone(name)}
            </Button>
          )}
        </div>
      )}
      <Refusal fault={present.fault ?? gone.fault} />
    </div>
  )
}

const saysNow = ({ handoff }: IssueAnswer, name: string): string =>
  handoff?.state === 'met' ? words.live.met(name) : words.live.said

/** Who is there, and who is still awaited; on the phone others speak for the customer. */
function Seen({
  live: { seen, channel, missing },
  handoff,
  customer,
  me,
}: Omit<LiveProps, 'issue' | 'live'> & { live: Live; customer: string }) {
  const people = [
    { party: 'giver', name: called(handoff.giver, me) },
    { party: 'receiver', name: handoff.receiver ? called(handoff.receiver, me) : words.somebody },
    ...(channel === 'chat' ? [{ party: 'customer', name: customer } as const] : []),
  ] as const
  return (
    <ul className="live-seen" aria-live="polite">
      {people.map(({ party, name }) => {
        const isHere = seen[party] !== null && !missing.includes(party)
        return (
          <li key={party} className={isHere ? 'here' : ''}>
            <span aria-hidden="true">{isHere ? '●' : '○'}</span>{' '}
            {isHere ? words.live.isHere(name) : words.live.awaited(name)}
          </li>
        )
      })}
    </ul>
  )
}

const called = ({ id, name }: { id: string; name: string }, me: string): string =>
  id === me ? words.you : firstName(name)

/** In a chat being there is having the page open: it says so itself, and stops when it closes. */
function useStayHere(path: string, stays: boolean): void {
  const { send } = useCommand<object>(path)
  useEffect(() => {
    if (!stays) return
    const timer = setInterval(() => send({}), sayEveryMs)
    return () => clearInterval(timer)
  }, [stays, send])
}

type BeginProps = { issue: IssueAnswer; handoff: HandoffAnswer; receiver: string }

/** While they are on the phone or in the chat, the receiver is called in; nobody is asked to wait for a mail. */
export function BeginLive({ issue: { number, customer }, handoff, receiver }: BeginProps) {
  const { send, isSending, fault } = useCommand<{ live: true; channel: Live['channel'] }>(
    `/issues/${number}/handoffs/${handoff.id}/introduce`,
    { done: () => announce(words.live.began(receiver)) },
  )
  const name = firstName(customer.name)
  return (
    <div className="stack">
      <p className="hint">{words.live.lead(name, receiver)}</p>
      <div className="row-of">
        <Button busy={isSending} onClick={() => send({ live: true, channel: 'phone' })}>
          {words.live.byPhone(name)}
        </Button>
        <Button busy={isSending} onClick={() => send({ live: true, channel: 'chat' })}>
          {words.live.byChat(name)}
        </Button>
      </div>
      <Refusal fault={fault} />
    </div>
  )
}
