import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { CauseAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field, TextArea } from '../../../ui/field.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { useCommand } from '../../use-command.ts'
import { useDraft } from '../../use-draft.ts'
import { numbersOf } from './numbers.ts'
import { words } from './words.ts'

const empty = { subject: '', what: '', numbers: '' }

/** Whoever sees that several customers have the same problem names it, and leads it. */
export function OpenCause({ over }: { over: () => void }) {
  const navigate = useNavigate()
  const { draft, change, clear } = useDraft('cause', empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const command = useCommand<object, CauseAnswer>('/causes', {
    done: ({ id }) => {
      clear()
      announce(words.done)
      void navigate({ to: '/desk/causes/$id', params: { id: String(id) } })
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    command.clear()
    const [subject, what, issues] = [draft.subject.trim(), draft.what.trim(), numbersOf(draft.numbers)]
    const isWhole = subject !== '' && what !== '' && issues !== null
    setFaulty(isWhole ? null : words.incomplete)
    if (isWhole) command.send({ subject, what, issues })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate aria-label={words.form}>
      <Field
        label={words.subject}
        autoFocus
        value={draft.subject}
        maxLength={500}
        change={subject => change({ subject })}
      />
      <TextArea label={words.what} rows={3} value={draft.what} change={what => change({ what })} />
      <Field
        label={words.numbers}
        hint={words.numbersHint}
        autoComplete="off"
        value={draft.numbers}
        change={numbers => change({ numbers })}
      />
      <Refusal fault={faulty ?? command.fault} />
      <div className="row-of">
        <Button type="submit" look="primary" busy={command.isSending}>
          {words.act}
        </Button>
        <Button look="quiet" onClick={over}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
