import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { CauseAnswer, CauseRow, IssueAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { Field, TextArea } from '../../../../ui/field.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { Select } from '../../../../ui/select.tsx'
import { causes } from '../../../queries.ts'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { TrayForm } from '../tray/tray-form.tsx'
import { words as everything } from './words.ts'

const words = everything.cause
const empty = { cause: '', subject: '', what: '' }
const none: readonly CauseRow[] = []

/** The same problem of several customers: one that is known, or named here for the first time (Rule 22). */
export function LinkCause({ issue, beside, over }: { issue: IssueAnswer; beside: ReactNode; over: () => void }) {
  const known = useQuery(causes).data ?? none
  const { draft, change, clear } = useDraft(`${issue.number} cause`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const anew = draft.cause === ''
  const command = useCommand<object, CauseAnswer>(anew ? '/causes' : `/causes/${draft.cause}/issues`, {
    done: () => {
      clear()
      announce(words.done)
      over()
    },
  })
  const [subject, what] = [draft.subject.trim(), draft.what.trim()]
  const submit = (): void => {
    command.clear()
    const isWhole = !anew || (subject !== '' && what !== '')
    setFaulty(isWhole ? null : everything.needsWords)
    if (isWhole) command.send(anew ? { subject, what, issues: [issue.number] } : { issue: issue.number })
  }
  const as = (state: CauseRow['state']) =>
    known.filter(one => one.state === state).map(({ id, subject }) => ({ value: String(id), says: subject }))
  const options = [
    { heading: words.open, options: as('open') },
    { heading: words.solved, options: as('solved') },
  ]
  return (
    <TrayForm
      title={words.title}
      act={anew ? words.name : words.link}
      submit={submit}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      beside={beside}
    >
      <div className="stack tray-stack">
        <p className="hint">{words.hint}</p>
        {known.length > 0 && (
          <Select
            label={words.which}
            nothing={words.anew}
            value={draft.cause}
            change={cause => change({ cause })}
            options={options.filter(group => group.options.length > 0)}
          />
        )}
        {anew && (
          <>
            <Field
              label={words.subject}
              value={draft.subject}
              maxLength={500}
              change={next => change({ subject: next })}
            />
            <TextArea label={words.what} rows={3} value={draft.what} change={next => change({ what: next })} />
          </>
        )}
      </div>
    </TrayForm>
  )
}
