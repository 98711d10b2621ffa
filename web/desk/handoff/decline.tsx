import type { FormEvent } from 'react'
import type { HandoffAnswer, IssueAnswer } from '../../../src/contract/answers.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { firstName } from '../../ui/face.tsx'
import { Choice, TextArea } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useCommand } from '../use-command.ts'
import { useDraft } from '../use-draft.ts'
import { words } from './words.ts'

type Reason = NonNullable<HandoffAnswer['decline']>['reason']
const empty = { reason: 'not_mine' as Reason, suggestion: '' }
type DeclineProps = { issue: IssueAnswer; handoff: HandoffAnswer; back: () => void }

/** Declining takes a reason, and costs nothing (Rule 7). */
export function Decline({ issue: { number }, handoff, back }: DeclineProps) {
  const giver = firstName(handoff.giver.name)
  const { draft, change, clear } = useDraft(`${number} decline ${handoff.id}`, empty)
  const { send, isSending, fault } = useCommand<{ reason: Reason; suggestion: string | null }>(
    `/issues/${number}/handoffs/${handoff.id}/decline`,
    {
      done: () => {
        clear()
        announce(words.declined(giver))
      },
    },
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    send({ reason: draft.reason, suggestion: draft.suggestion.trim() || null })
  }
  return (
    <form className="stack handoff-form" onSubmit={submit} noValidate>
      <div>
        <h3>{words.declineTitle}</h3>
        <p className="lead">{words.declineLead}</p>
      </div>
      <Choice
        label={words.reasonLabel}
        options={words.reasons}
        value={draft.reason}
        change={reason => change({ reason })}
      />
      <TextArea
        label={words.suggestion[draft.reason]}
        value={draft.suggestion}
        maxLength={2000}
        change={suggestion => change({ suggestion })}
      />
      <Refusal fault={fault} />
      <div className="row-of">
        <Button type="submit" look="primary" busy={isSending}>
          {words.declineAct}
        </Button>
        <Button look="quiet" onClick={back}>
          {words.back}
        </Button>
      </div>
    </form>
  )
}
