import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { CustomerRecord, IssueAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { Choice, TextArea } from '../../../ui/field.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { useMe } from '../../me.ts'
import { useCommand } from '../../use-command.ts'
import { useDraft } from '../../use-draft.ts'
import { momentOf, useWhen } from '../../when/use-when.ts'
import { WhenField } from '../../when/when-field.tsx'
import { words } from './words.ts'

type Direction = 'in' | 'out'
type Outcome = 'reached' | 'voicemail' | 'not_reached'
const empty = { direction: 'in' as Direction, outcome: 'reached' as Outcome, summary: '', next: '' }

/** A call that says not which issue it is about: the desk knows where it lands (Rules 2 and 3). */
export function LogCall({ record: { id, name, open } }: { record: CustomerRecord }) {
  const me = useMe().member.id
  const navigate = useNavigate()
  const first = firstName(name)
  const { draft, change, clear } = useDraft(`call of ${id}`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const understood = useWhen(draft.next)
  const command = useCommand<object>(`/customers/${id}/contacts`, {
    done: ({ number }: IssueAnswer) => {
      clear()
      announce(words.logged(number))
      void navigate({ to: '/desk/issues/$number', params: { number: String(number) }, search: {} })
    },
  })
  const [landing, ...others] = open
  // Only who owns it promises the next word; what nobody owns yet will be theirs who took the call.
  const isMine = landing === undefined || landing.owner.id === me
  const { direction, outcome, summary } = draft
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (command.isSending) return
    command.clear()
    if (!summary.trim()) return setFaulty(words.needsSummary)
    const due = isMine && draft.next.trim() ? await momentOf(draft.next) : null
    if (due && 'fault' in due) return setFaulty(due.fault)
    setFaulty(null)
    command.send({ direction, outcome, summary: summary.trim(), promise: due && { what: null, due: due.at } })
  }
  return (
    <form className="customer-call stack" noValidate onSubmit={event => void submit(event)}>
      <div>
        <h2>{words.call}</h2>
        <p className="hint">
          {landing === undefined
            ? words.callOpens
            : others.length > 0
              ? words.callWhich(landing.number)
              : words.callLands(landing.number)}
        </p>
      </div>
      <div className="row-of customer-choices">
        <Choice
          label={words.direction}
          options={words.directions(first)}
          value={direction}
          change={next => change({ direction: next })}
        />
        <Choice
          label={words.outcome}
          options={direction === 'out' ? words.outOutcomes(first) : words.inOutcomes}
          value={outcome}
          change={next => change({ outcome: next })}
        />
      </div>
      <TextArea label={words.summary} rows={3} value={summary} change={next => change({ summary: next })} />
      {isMine && (
        <WhenField
          label={words.next(first)}
          value={draft.next}
          change={next => change({ next })}
          understood={understood}
          hint={words.nextHint}
        />
      )}
      <Refusal fault={faulty ?? command.fault} />
      <div>
        <Button type="submit" look="primary" busy={command.isSending}>
          {words.logCall}
        </Button>
      </div>
    </form>
  )
}
