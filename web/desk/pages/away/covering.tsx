import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CoveringAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { Check } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Time } from '../../../ui/time.tsx'
import { Loaded } from '../../loaded.tsx'
import { covering } from '../../queries.ts'
import { useCommand } from '../../use-command.ts'
import { words } from './words.ts'

/** What I am asked to look after while its owner is away, and what I look after. */
export function Covering() {
  return (
    <section className="away-part">
      <h2>{words.covers}</h2>
      <Loaded asked={useQuery(covering)}>
        {all =>
          all.length === 0 ? (
            <p className="none">{words.coversNone}</p>
          ) : (
            <ul className="away-list">
              {all.map(one => (
                <Asked key={one.id} asked={one} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}

/** All of it or some: what is not taken goes to another. */
function Asked({ asked: { id, absent, from, until, issues } }: { asked: CoveringAnswer }) {
  const open = issues.filter(({ state }) => state === 'asked').map(({ issue }) => issue.number)
  const [left, setLeft] = useState<readonly number[]>([])
  const taken = open.filter(number => !left.includes(number))
  const accept = useCommand<{ issues: readonly number[] }, unknown>(`/covers/${id}/accept`, {
    done: () => announce(words.accepted),
  })
  const decline = useCommand<object, unknown>(`/covers/${id}/decline`, { done: () => announce(words.declined) })
  return (
    <li className="stack">
      <p>
        {words.coverFor(firstName(absent.name))}, <Time at={from} /> {words.to} <Time at={until} />
      </p>
      <ul className="away-due">
        {issues.map(({ issue, state, promises }) => (
          <li key={issue.number}>
            <Check
              checked={!left.includes(issue.number)}
              change={checked =>
                setLeft(checked ? left.filter(number => number !== issue.number) : [...left, issue.number])
              }
            >
              <strong>{issue.customer.name}</strong> <span dir="auto">{issue.subject}</span>
            </Check>
            <small>
              {promises[0] && (
                <>
                  <Time at={promises[0].due} both />
                  {' · '}
                </>
              )}
              {words.coverStates[state]}
            </small>
          </li>
        ))}
      </ul>
      <Refusal fault={accept.fault ?? decline.fault} />
      {open.length > 0 && (
        <div className="row-of">
          {taken.length > 0 && (
            <Button look="primary" busy={accept.isSending} onClick={() => accept.send({ issues: taken })}>
              {taken.length === open.length ? words.accept : words.acceptSome(taken.length)}
            </Button>
          )}
          <Button look="quiet" busy={decline.isSending} onClick={() => decline.send({})}>
            {words.decline}
          </Button>
        </div>
      )}
    </li>
  )
}
