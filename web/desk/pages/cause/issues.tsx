import { type FormEvent, useState } from 'react'
import type { CauseAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { Rows } from '../../rows/rows.tsx'
import { useCommand } from '../../use-command.ts'
import { numbersOf } from '../causes/numbers.ts'
import { words } from './words.ts'

/** The issues that have it, in the one order (Rule 25); others are linked, and what is another problem goes out. */
export function Issues({ cause: { id, issues } }: { cause: CauseAnswer }) {
  return (
    <section>
      <h2>{words.issues(issues.length)}</h2>
      {issues.length === 0 ? (
        <p className="hint">{words.noIssues}</p>
      ) : (
        <Rows
          chapters={[{ key: 'issues', title: null, rows: issues }]}
          showOwner
          act={({ number }) => <Unlink cause={id} number={number} />}
        />
      )}
      <LinkIssue id={id} />
    </section>
  )
}

function Unlink({ cause, number }: { cause: number; number: number }) {
  const { send, isSending, fault } = useCommand<{ issue: number }, CauseAnswer>(`/causes/${cause}/unlink`, {
    done: () => announce(words.unlinked(number)),
  })
  return (
    <>
      <Button look="quiet" busy={isSending} onClick={() => send({ issue: number })}>
        {words.unlink}
      </Button>
      <Refusal fault={fault} />
    </>
  )
}

function LinkIssue({ id }: { id: number }) {
  const [text, setText] = useState('')
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const command = useCommand<{ issue: number }, CauseAnswer>(`/causes/${id}/issues`, {
    done: () => {
      const [number] = numbersOf(text) ?? []
      if (number) announce(words.linked(number))
      setText('')
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    command.clear()
    const [issue] = numbersOf(text) ?? []
    setFaulty(issue ? null : words.noNumber)
    if (issue) command.send({ issue })
  }
  return (
    <form className="cause-link" onSubmit={submit} noValidate>
      <Field label={words.link} placeholder="#1061" autoComplete="off" value={text} change={setText} />
      <Button type="submit" busy={command.isSending}>
        {words.linkAct}
      </Button>
      <Refusal fault={faulty ?? command.fault} />
    </form>
  )
}
