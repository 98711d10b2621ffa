import { type ReactNode, useState } from 'react'
import type { HuddleAnswer, IssueAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { firstName } from '../../../../ui/face.tsx'
import { Choice, TextArea } from '../../../../ui/field.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { useMe } from '../../../me.ts'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { TrayForm } from '../tray/tray-form.tsx'
import { type By, ToldBy, usualWay } from './told-by.tsx'
import { words as everything } from './words.ts'

const words = everything.huddle
const empty = { owner: '', why: '', message: '', by: null as By | null }
type Settle = { owner: string; why: string; message: string | null; channel: By }
type SettleProps = { issue: IssueAnswer; huddle: HuddleAnswer; beside: ReactNode; over: () => void }

/** Who owns it and why; who is decided on introduces themselves to the customer (Rule 11). */
export function SettleHuddle({ issue, huddle, beside, over }: SettleProps) {
  const { number, customer } = issue
  const me = useMe().member.id
  const { draft, change, clear } = useDraft(`${number} huddle ${huddle.id}`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const people = [huddle.giver, huddle.receiver, ...(huddle.third ? [huddle.third] : [])]
  const owner = people.find(({ id }) => id === draft.owner)
  const mine = owner?.id === me
  const by = draft.by ?? usualWay(issue)
  const command = useCommand<Settle>(`/issues/${number}/huddles`, {
    done: () => {
      clear()
      announce(words.done(owner?.name ?? ''))
      over()
    },
  })
  const submit = (): void => {
    command.clear()
    const why = draft.why.trim()
    setFaulty(owner ? (why ? null : everything.needsWords) : words.chooseFirst)
    const message = mine ? draft.message.trim() || null : null
    if (owner && why) command.send({ owner: owner.id, why, message, channel: by })
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
        <Choice
          label={words.owner}
          options={Object.fromEntries(people.map(({ id, name }) => [id, name]))}
          value={draft.owner}
          change={next => change({ owner: next })}
        />
        <TextArea label={words.why} rows={2} value={draft.why} change={why => change({ why })} />
        {mine && (
          <>
            <TextArea
              label={words.message(firstName(customer.name))}
              hint={words.messageHint}
              rows={4}
              value={draft.message}
              change={message => change({ message })}
            />
            {draft.message.trim() && <ToldBy issue={issue} value={by} change={next => change({ by: next })} />}
          </>
        )}
      </div>
    </TrayForm>
  )
}
