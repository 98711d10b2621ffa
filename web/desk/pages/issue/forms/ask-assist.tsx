import { type ReactNode, useState } from 'react'
import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { firstName } from '../../../../ui/face.tsx'
import { TextArea } from '../../../../ui/field.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { Select } from '../../../../ui/select.tsx'
import { useMe } from '../../../me.ts'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { momentOf, useWhen } from '../../../when/use-when.ts'
import { WhenField } from '../../../when/when-field.tsx'
import { TrayForm } from '../tray/tray-form.tsx'
import { chosen, useWhom } from './whom.ts'
import { words as everything } from './words.ts'

const words = everything.assist
const empty = { whom: '', ask: '', due: '' }
type Ask = { of: { member: string } | { team: string }; ask: string; due: string | null }

/** A piece of work asked of somebody, for the customer; the issue stays where it is (Rule 16). */
export function AskAssist({ issue, beside, over }: { issue: IssueAnswer; beside: ReactNode; over: () => void }) {
  const { number, customer, owner } = issue
  const name = firstName(customer.name)
  const { options, nameOf } = useWhom([useMe().member.id, owner.id])
  const { draft, change, clear } = useDraft(`${number} assist`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const understood = useWhen(draft.due)
  const whom = nameOf(draft.whom)
  const called = whom && draft.whom.startsWith('member') ? firstName(whom) : whom
  const command = useCommand<Ask>(`/issues/${number}/assists`, {
    done: () => {
      clear()
      announce(words.asked(called ?? words.somebody))
      over()
    },
  })
  const submit = async (): Promise<void> => {
    command.clear()
    const of = chosen(draft.whom)
    if (!of) return setFaulty(words.whomFirst)
    if (draft.ask.trim() === '') return setFaulty(everything.needsWords)
    const due = draft.due.trim() === '' ? { at: null } : await momentOf(draft.due)
    if ('fault' in due) return setFaulty(due.fault)
    setFaulty(null)
    command.send({ of, ask: draft.ask.trim(), due: due.at })
  }
  return (
    <TrayForm
      title={words.title(name)}
      act={words.act(called ?? words.somebody)}
      submit={() => void submit()}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      beside={beside}
    >
      <div className="stack tray-stack">
        <Select
          label={words.whom}
          nothing={words.nobody}
          value={draft.whom}
          change={next => change({ whom: next })}
          options={options}
        />
        <TextArea
          label={words.ask(name)}
          hint={words.askHint}
          rows={3}
          value={draft.ask}
          change={ask => change({ ask })}
        />
        <WhenField
          label={words.due}
          value={draft.due}
          change={due => change({ due })}
          understood={understood}
          hint={words.dueHint}
        />
      </div>
    </TrayForm>
  )
}
