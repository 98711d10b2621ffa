import { type FormEvent, useState } from 'react'
import type { HandoffAnswer, IssueAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useCommand } from '../../use-command.ts'
import { useDraft } from '../../use-draft.ts'
import { words } from './words.ts'

const empty = { message: '' }

/** Taking an offer back; once the customer knows the receiver, only with a word to them (Scenario 36). */
export function Withdraw({ issue, handoff }: { issue: IssueAnswer; handoff: HandoffAnswer }) {
  const { number, customer } = issue
  const [asking, ask] = useState(false)
  const { draft, change, clear } = useDraft(`${number} withdraw ${handoff.id}`, empty)
  const { send, isSending, fault } = useCommand<{ message: string | null }>(
    `/issues/${number}/handoffs/${handoff.id}/withdraw`,
    {
      done: () => {
        clear()
        announce(words.withdrawn)
      },
    },
  )
  const needsWord = handoff.state === 'introduced'
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send({ message: needsWord ? draft.message.trim() || null : null })
  }
  if (needsWord && !asking)
    return (
      <Button look="quiet" onClick={() => ask(true)}>
        {words.withdraw}
      </Button>
    )
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {needsWord && (
        <TextArea
          label={words.withdrawLabel(firstName(customer.name))}
          rows={3}
          autoFocus
          value={draft.message}
          change={message => change({ message })}
        />
      )}
      <Refusal fault={fault} />
      <div className="row-of">
        <Button type="submit" look={needsWord ? 'plain' : 'quiet'} busy={isSending}>
          {words.withdraw}
        </Button>
        {needsWord && (
          <Button look="quiet" onClick={() => ask(false)}>
            {words.withdrawKeep}
          </Button>
        )}
      </div>
    </form>
  )
}
