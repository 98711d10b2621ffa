import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CauseAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Field, TextArea } from '../../../ui/field.tsx'
import type { Fault } from '../../../ui/refusal.tsx'
import { Unfolded } from '../../unfold.tsx'
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
  const submit = (): void => {
    command.clear()
    const [subject, what, issues] = [draft.subject.trim(), draft.what.trim(), numbersOf(draft.numbers)]
    const isWhole = subject !== '' && what !== '' && issues !== null
    setFaulty(isWhole ? null : words.incomplete)
    if (isWhole) command.send({ subject, what, issues })
  }
  return (
    <Unfolded
      label={words.form}
      act={words.act}
      submit={submit}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      over={over}
    >
      <Field label={words.subject} value={draft.subject} maxLength={500} change={subject => change({ subject })} />
      <TextArea label={words.what} rows={3} value={draft.what} change={what => change({ what })} />
      <Field
        label={words.numbers}
        hint={words.numbersHint}
        autoComplete="off"
        value={draft.numbers}
        change={numbers => change({ numbers })}
      />
    </Unfolded>
  )
}
