import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CauseAnswer, IssueRow } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { TextArea } from '../../../ui/field.tsx'
import type { Fault } from '../../../ui/refusal.tsx'
import { Time } from '../../../ui/time.tsx'
import { Unfold, Unfolded } from '../../unfold.tsx'
import { useCommand } from '../../use-command.ts'
import { useDraft } from '../../use-draft.ts'
import { words } from './words.ts'

/** One word to all customers of it: each owner passes it on in their own name. Who has, and who has not yet. */
export function WordToAll({ cause }: { cause: CauseAnswer }) {
  const { word, may, issues, state } = cause
  if (state === 'solved') return null
  return (
    <section>
      <h2>{words.word}</h2>
      {word ? (
        <>
          <p className="cause-words" dir="auto">
            {word.text}
          </p>
          <p className="hint">
            <Time at={word.at} both />
          </p>
          <Owners says={words.told} rows={issues.filter(({ number }) => word.told.includes(number))} />
          <Owners says={words.waits} rows={issues.filter(({ number }) => word.waits.includes(number))} />
        </>
      ) : (
        <p className="hint">{words.noWord}</p>
      )}
      {may.includes('give_word') && (
        <Unfold says={words.giveWord}>{over => <GiveWord id={cause.id} over={over} />}</Unfold>
      )}
    </section>
  )
}

const Owners = ({ says, rows }: { says: string; rows: readonly IssueRow[] }) =>
  rows.length > 0 && (
    <p>
      {says}{' '}
      {rows.map(({ number, owner }, place) => (
        <span key={number}>
          {place > 0 && ', '}
          {owner.name}{' '}
          <Link to="/desk/issues/$number" params={{ number: String(number) }} search={{}}>
            #{number}
          </Link>
        </span>
      ))}
    </p>
  )

const empty = { body: '' }

function GiveWord({ id, over }: { id: number; over: () => void }) {
  const { draft, change, clear } = useDraft(`cause ${id} word`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const command = useCommand<{ body: string }, CauseAnswer>(`/causes/${id}/messages`, {
    done: () => {
      clear()
      announce(words.given)
      over()
    },
  })
  const submit = (): void => {
    command.clear()
    const body = draft.body.trim()
    setFaulty(body ? null : words.needsWords)
    if (body) command.send({ body })
  }
  return (
    <Unfolded
      label={words.giveWord}
      act={words.giveAct}
      submit={submit}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      over={over}
    >
      <TextArea
        label={words.wordField}
        hint={words.wordHint}
        rows={4}
        value={draft.body}
        change={body => change({ body })}
      />
    </Unfolded>
  )
}
