import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AbsenceAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Time } from '../../../ui/time.tsx'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { absences, members } from '../../queries.ts'
import { useCommand } from '../../use-command.ts'
import { Due } from './due.tsx'
import { Whom } from './whom.tsx'
import { words } from './words.ts'

type AbsencesProps = { of: string; title: string; none: string }

/** Somebody's absences that are under way or to come, who covers what in them, and what is still without a cover. */
export function Absences({ of, title, none }: AbsencesProps) {
  return (
    <section className="away-part">
      <h2>{title}</h2>
      <Loaded asked={useQuery(absences(of))}>{all => <Split all={all} none={none} />}</Loaded>
    </section>
  )
}

/** Those under way or to come, then those that are over. */
function Split({ all, none }: { all: readonly AbsenceAnswer[]; none: string }) {
  const now = useNow()
  const ahead = all.filter(({ until }) => until > now)
  const over = all.filter(({ until, state }) => until <= now && state === 'agreed')
  return (
    <>
      {ahead.length === 0 && <p className="none">{none}</p>}
      {ahead.length > 0 && (
        <ul className="away-list">
          {ahead.map(one => (
            <Absence key={one.id} absence={one} />
          ))}
        </ul>
      )}
      {over.toReversed().map(one => (
        <p key={one.id} className="away-over">
          {words.over} <Time at={one.from} /> {words.to} <Time at={one.until} />. <Meanwhile absence={one} />
        </p>
      ))}
    </>
  )
}

const Meanwhile = ({ absence: { id, member } }: { absence: AbsenceAnswer }) => (
  <Link to="/desk/people/$id/away/$absence" params={{ id: member.id, absence: id }}>
    {words.meanwhile}
  </Link>
)

function Absence({ absence }: { absence: AbsenceAnswer }) {
  const { id, member, from, until, state, promises, covers } = absence
  const now = useNow()
  const isMine = useMe().member.id === member.id
  const name = firstName(member.name)
  const hasBegun = from <= now
  const path = `/members/${member.id}/away/${id}`
  const end = useCommand<object, AbsenceAnswer>(`${path}/end`, {
    done: () => announce(isMine ? words.ended : words.endedOf(name)),
  })
  return (
    <li className="stack">
      <p>
        <Time at={from} /> {words.to} <Time at={until} /> <b className={state}>{words.states[state]}</b>{' '}
        {hasBegun && state === 'agreed' && <Meanwhile absence={absence} />}
      </p>
      <ul className="away-due">
        {covers.map(cover => (
          <li key={`${cover.id} ${cover.issue.number}`}>
            <span>
              <strong>{cover.issue.customer.name}</strong> <span dir="auto">{cover.issue.subject}</span>
            </span>
            <small>
              {cover.member.name}: {words.coverStates[cover.state]}
            </small>
          </li>
        ))}
      </ul>
      {promises.length > 0 && (
        <>
          <Due promises={promises} title={words.stillOpen(promises.length)} />
          {/* Somebody who is away already asks nobody: their supervisor says who looks after it. */}
          <AskRest absent={member.id} path={`${path}/covers`} names={!isMine && hasBegun && state === 'agreed'} />
        </>
      )}
      <Refusal fault={end.fault} />
      <div>
        <Button busy={end.isSending} onClick={() => end.send({})}>
          {hasBegun && !isMine ? words.isBack(name) : words.end(hasBegun)}
        </Button>
      </div>
    </li>
  )
}

type AskRestProps = { absent: string; path: string; names: boolean }

/** Somebody else is asked for everything that is still without a cover, or (`names`) looks after it at once. */
function AskRest({ absent, path, names }: AskRestProps) {
  const [cover, setCover] = useState<string | null>(null)
  const name = useQuery(members).data?.find(({ id }) => id === cover)?.name
  const { send, isSending, fault } = useCommand<{ cover: string }, AbsenceAnswer>(path, {
    done: () => announce((names ? words.named : words.asked)(firstName(name ?? ''))),
  })
  return (
    <>
      <Whom absent={absent} chosen={cover} choose={setCover} label={words.chooseCover} />
      <Refusal fault={fault} />
      {cover && name && (
        <div>
          <Button look="primary" busy={isSending} onClick={() => send({ cover })}>
            {(names ? words.nameRest : words.askRest)(firstName(name))}
          </Button>
        </div>
      )}
    </>
  )
}
