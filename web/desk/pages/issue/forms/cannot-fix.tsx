import { type ReactNode, useState } from 'react'
import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { firstName } from '../../../../ui/face.tsx'
import { TextArea } from '../../../../ui/field.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { TrayForm } from '../tray/tray-form.tsx'
import { words as everything } from './words.ts'

const words = everything.cannotFix
const empty = { reason: '', alternative: '' }

/** A supervisor is asked whether it really can't be fixed: with the reason, and what is offered instead (Rule 19). */
export function AskCannotFix({ issue, beside, over }: { issue: IssueAnswer; beside: ReactNode; over: () => void }) {
  const { number, customer } = issue
  const { draft, change, clear } = useDraft(`${number} cannot fix`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const command = useCommand<typeof empty>(`/issues/${number}/resolution/cannot-fix`, {
    done: () => {
      clear()
      announce(words.done)
      over()
    },
  })
  const [reason, alternative] = [draft.reason.trim(), draft.alternative.trim()]
  const submit = (): void => {
    command.clear()
    setFaulty(reason && alternative ? null : everything.needsWords)
    if (reason && alternative) command.send({ reason, alternative })
  }
  return (
    <TrayForm
      title={words.title}
      act={words.act}
      submit={submit}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      beside={beside}
    >
      <div className="stack tray-stack">
        <TextArea
          label={words.reason}
          hint={words.reasonHint(firstName(customer.name))}
          rows={3}
          value={draft.reason}
          change={next => change({ reason: next })}
        />
        <TextArea
          label={words.alternative}
          rows={3}
          value={draft.alternative}
          change={next => change({ alternative: next })}
        />
      </div>
    </TrayForm>
  )
}
