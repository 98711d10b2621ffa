import { useQuery } from '@tanstack/react-query'
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

/** My absences that are under way or to come, who covers what in them, and what is still without a cover. */
export function Absences() {
  const me = useMe().member.id
  return (
    <section className="away-part">
      <h2>{words.mine}</h2>
      <Loaded asked={useQuery(absences(me))}>
        {all =>
          all.length === 0 ? (
            <p className="none">{words.none}</p>
          ) : (
            <ul className="away-list">
              {all.map(one => (
                <Absence key={one.id} absence={one} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

function Absence({ absence }: { absence: AbsenceAnswer }) {
  const { id, member, from, until, state, promises, covers } = absence
  const now = useNow()
  const path = `/members/${member.id}/away/${id}`
  const end = useCommand<object, AbsenceAnswer>(`${path}/end`, { done: () => announce(words.ended) })
  return (
    <li className="stack">
      <p>
        <Time at={from} /> {words.to} <Time at={until} /> <b className={state}>{words.states[state]}</b>
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
          <AskRest path={`${path}/covers`} />
        </>
      )}
      <Refusal fault={end.fault} />
      <div>
        <Button busy={end.isSending} onClick={() => end.send({})}>
          {words.end(from <= now)}
        </Button>
      </div>
    </li>
  )
}

/** Somebody else is asked for everything that is still without a cover. */
function AskRest({ path }: { path: string }) {
  const [cover, setCover] = useState<string | null>(null)
  const name = useQuery(members).data?.find(({ id }) => id === cover)?.name
  const { send, isSending, fault } = useCommand<{ cover: string }, AbsenceAnswer>(path, {
    done: () => announce(words.asked(firstName(name ?? ''))),
  })
  return (
    <>
      <Whom chosen={cover} choose={setCover} label={words.chooseCover} />
      <Refusal fault={fault} />
      {cover && name && (
        <div>
          <Button look="primary" busy={isSending} onClick={() => send({ cover })}>
            {words.askRest(firstName(name))}
          </Button>
        </div>
      )}
    </>
  )
}
