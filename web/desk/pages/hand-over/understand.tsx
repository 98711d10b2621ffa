import { type FormEvent, useState } from 'react'
import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Time } from '../../../ui/time.tsx'
import { useCommand } from '../../use-command.ts'
import { useDraft } from '../../use-draft.ts'
import { words } from './words.ts'

const empty = { text: '' }

/** Understand first (Rule 6): what was found out, or the place to write it. */
export function Understand({ issue, mayWrite }: { issue: IssueAnswer; mayWrite: boolean }) {
  const last = issue.diagnoses.at(-1)
  const [writing, write] = useState(false)
  if (last && !writing)
    return (
      <div className="step-card">
        <p className="step-words">
          {last.text}{' '}
          <small>
            {last.by.name}, <Time at={last.at} />
          </small>
        </p>
        {mayWrite && (
          <Button look="quiet" onClick={() => write(true)}>
            {words.anew}
          </Button>
        )}
      </div>
    )
  return mayWrite ? <Diagnose number={issue.number} done={() => write(false)} /> : null
}

function Diagnose({ number, done }: { number: number; done: () => void }) {
  const { draft, change, clear } = useDraft(`${number} diagnosis`, empty)
  const { send, isSending, fault } = useCommand<{ text: string }>(`/issues/${number}/diagnoses`, {
    done: () => {
      clear()
      done()
    },
  })
  const text = draft.text.trim()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text) send({ text })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <TextArea
        label={words.understand}
        hint={words.understandHint}
        rows={3}
        autoFocus
        value={draft.text}
        change={next => change({ text: next })}
      />
      <Refusal fault={fault} />
      <div>
        <Button type="submit" look="primary" busy={isSending}>
          {words.record}
        </Button>
      </div>
    </form>
  )
}
