import { useQuery } from '@tanstack/react-query'
import { type FormEvent, Fragment, useState } from 'react'
import type { IssueAnswer, ReceiverAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Face, firstName } from '../../../ui/face.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { useNow } from '../../../ui/now.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { moment } from '../../../ui/times.ts'
import { Loaded } from '../../loaded.tsx'
import { receivers } from '../../queries.ts'
import { useCommand } from '../../use-command.ts'
import { CallHuddle } from './huddle.tsx'
import type { Draft } from './use-brief.ts'
import { words } from './words.ts'

type To = { member: string } | { team: string }
type Offer = { to: To; brief: Omit<Draft, 'briefed' | 'to' | 'callback'> & { callback: string | null } }
type WhomProps = { issue: IssueAnswer; draft: Draft; change: (changes: Partial<Draft>) => void; offered: () => void }

const keyOf = ({ to }: ReceiverAnswer): string => ('member' in to ? `member ${to.member.id}` : `team ${to.team.id}`)
const nameOf = ({ to }: ReceiverAnswer): string => ('member' in to ? to.member.name : to.team.name)

/** Who could have it; and of everybody else, why not (Rules 7 and 11). */
export function Whom(props: WhomProps) {
  const asked = useQuery({ ...receivers(props.issue.number), staleTime: 15_000 })
  return <Loaded asked={asked}>{all => <Chooser {...props} all={all} />}</Loaded>
}

function Chooser({
  issue: { number, may },
  draft,
  change,
  offered,
  all,
}: WhomProps & { all: readonly ReceiverAnswer[] }) {
  const chosen = all.find(one => keyOf(one) === draft.to && one.refusal === null)
  const name = chosen ? short(chosen) : null
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const command = useCommand<Offer>(`/issues/${number}/handoffs`, {
    done: () => {
      announce(words.offered(name ?? ''))
      offered()
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    command.clear()
    setFaulty(chosen ? (draft.why.trim() ? null : words.sayWhy) : words.chooseSomebody)
    if (!chosen || !draft.why.trim()) return
    const { briefed: _, to: __, callback, ...brief } = draft
    command.send({ to: idOf(chosen), brief: { ...brief, callback: callback.trim() || null } })
  }
  const mayCall = may.includes('call_huddle')
  const shown = byFitness(all.filter(({ refusal }) => refusal?.code !== 'no_seat'))
  const noSeat = all.filter(({ refusal }) => refusal?.code === 'no_seat')
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <fieldset className="receivers">
        <legend className="unseen">{words.whom}</legend>
        {shown.map(one => (
          <Fragment key={keyOf(one)}>
            <Receiver receiver={one} chosen={one === chosen} choose={() => change({ to: keyOf(one) })} />
            {one.refusal?.code === 'circle' && mayCall && (
              <div className="receiver-huddle">
                <CallHuddle number={number} to={idOf(one)} name={short(one)} />
              </div>
            )}
          </Fragment>
        ))}
        {noSeat.length > 0 && (
          <p className="hint">
            {words.noSeat(noSeat.map(nameOf).join(', '))}. {noSeat[0]?.refusal?.remedy}
          </p>
        )}
      </fieldset>
      {chosen && name && <TextArea label={words.why(name)} value={draft.why} change={why => change({ why })} />}
      <Refusal fault={faulty ?? command.fault} />
      <div>
        <Button type="submit" look="primary" busy={command.isSending}>
          {words.offer(name ?? '…')}
        </Button>
      </div>
    </form>
  )
}

/** Who could have it first, of them who is there and has room; then who could not just now. */
function byFitness(all: readonly ReceiverAnswer[]): ReceiverAnswer[] {
  const score = ({ refusal, onShift, open, room }: ReceiverAnswer): number =>
    (refusal ? 4 : 0) + (onShift ? 0 : 1) + (open < room ? 0 : 2)
  return all.toSorted((a, b) => score(a) - score(b))
}

const short = (one: ReceiverAnswer): string => ('member' in one.to ? firstName(one.to.member.name) : one.to.team.name)
const idOf = ({ to }: ReceiverAnswer): To => ('member' in to ? { member: to.member.id } : { team: to.team.id })

type ReceiverProps = { receiver: ReceiverAnswer; chosen: boolean; choose: () => void }

function Receiver({ receiver, chosen, choose }: ReceiverProps) {
  const { to, refusal } = receiver
  return (
    <label className={refusal ? 'receiver not' : 'receiver'}>
      <input type="radio" name="receiver" checked={chosen} disabled={refusal !== null} onChange={choose} />
      <Face name={nameOf(receiver)} hue={'member' in to ? to.member.hue : 0} />
      <span className="receiver-who">
        <strong>{nameOf(receiver)}</strong>
        <small>
          <Facts receiver={receiver} />
        </small>
      </span>
      {refusal && (
        <span className="receiver-not">
          <b>{refusal.detail}</b> {refusal.remedy}
        </span>
      )}
    </label>
  )
}

function Facts({ receiver: { to, teams, onShift, awayUntil, open, room } }: { receiver: ReceiverAnswer }) {
  const now = useNow()
  const there = awayUntil ? words.awayUntil(moment(awayUntil, now)) : onShift ? words.onShift : words.offShift
  const left = Math.max(0, room - open)
  const about = 'team' in to ? [words.team] : teams
  return [...about, there, words.hasOpen(open), left > 0 ? words.room(left) : words.noRoom].join(' · ')
}
