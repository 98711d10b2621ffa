import { type ReactNode, useState } from 'react'
import type { IssueAnswer, PromiseAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { firstName } from '../../../../ui/face.tsx'
import { TextArea } from '../../../../ui/field.tsx'
import { useNow } from '../../../../ui/now.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { moment } from '../../../../ui/times.ts'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { momentOf, useWhen } from '../../../when/use-when.ts'
import { WhenField } from '../../../when/when-field.tsx'
import { needsWords } from './saying.ts'
import { TrayForm } from './tray-form.tsx'
import { words } from './words.ts'

const empty = { to: '', message: '' }
type MoveProps = { issue: IssueAnswer; promise: PromiseAnswer; beside: ReactNode; over: () => void }

/** A promise is moved only before it is due, and only by telling the customer (Rule 13). */
export function Move({ issue: { number, customer }, promise, beside, over }: MoveProps) {
  const now = useNow()
  const name = firstName(customer.name)
  const { draft, change, clear } = useDraft(`${number} move ${promise.id}`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const understood = useWhen(draft.to)
  const command = useCommand<{ due: string; message: string }>(`/issues/${number}/promises/${promise.id}/move`, {
    done: () => {
      clear()
      announce(words.moved)
      over()
    },
  })
  const submit = async (): Promise<void> => {
    command.clear()
    if (draft.message.trim() === '') return setFaulty(needsWords)
    const due = await momentOf(draft.to)
    if ('fault' in due) return setFaulty(due.fault)
    setFaulty(null)
    command.send({ due: due.at, message: draft.message.trim() })
  }
  return (
    <TrayForm
      title={words.moveTitle(moment(promise.due, now))}
      act={words.moveSend(name)}
      submit={() => void submit()}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      beside={beside}
    >
      <div className="stack tray-stack">
        <WhenField label={words.moveTo} value={draft.to} change={to => change({ to })} understood={understood} />
        <TextArea
          label={words.moveMessage(name)}
          hint={words.moveHint}
          rows={3}
          value={draft.message}
          change={message => change({ message })}
        />
      </div>
    </TrayForm>
  )
}
