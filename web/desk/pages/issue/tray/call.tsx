import { type ReactNode, useState } from 'react'
import type { IssueAnswer, MessageAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { firstName } from '../../../../ui/face.tsx'
import { Choice } from '../../../../ui/field.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { NextWord } from './next-word.tsx'
import { needsWords, nothingSaid, type Promised, promisedBy } from './saying.ts'
import { TrayForm } from './tray-form.tsx'
import { words } from './words.ts'

type Call = NonNullable<MessageAnswer['call']>

const empty = {
  direction: 'out' as Call['direction'],
  outcome: 'reached' as Call['outcome'],
  summary: '',
  ...nothingSaid,
}

/** A call is logged by whoever had it, whosever the issue is (Rule 3). */
export function CallLog({ issue, beside, mine }: { issue: IssueAnswer; beside: ReactNode; mine: boolean }) {
  const { number } = issue
  const name = firstName(issue.customer.name)
  const { draft, change, clear } = useDraft(`${number} call`, mine ? empty : emptyIn)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const command = useCommand<{ channel: 'phone'; summary: string } & Call & Promised>(`/issues/${number}/contacts`, {
    done: () => {
      clear()
      announce(words.callLogged)
    },
  })
  const { direction, outcome } = draft
  const submit = async (): Promise<void> => {
    command.clear()
    if (draft.summary.trim() === '') return setFaulty(needsWords)
    const promised = mine ? await promisedBy(draft, issue) : { promise: null, keeps: 'all' as const }
    if ('fault' in promised) return setFaulty(promised.fault)
    setFaulty(null)
    command.send({ channel: 'phone', direction, outcome, summary: draft.summary.trim(), ...promised })
  }
  return (
    <TrayForm
      title={null}
      act={words.keepCall}
      submit={() => void submit()}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      beside={beside}
    >
      <div className="tray-choices">
        {mine && (
          <Choice
            label={words.direction}
            options={words.directions(name)}
            value={direction}
            change={next => change({ direction: next })}
          />
        )}
        <Choice
          label={words.outcome}
          options={direction === 'out' ? words.outcomes(name) : words.inOutcomes}
          value={outcome}
          change={next => change({ outcome: next })}
        />
      </div>
      <textarea
        className="tray-words"
        dir="auto"
        aria-label={outcome === 'reached' ? words.summary : words.summaryMissed}
        placeholder={outcome === 'reached' ? words.summary : words.summaryMissed}
        rows={3}
        value={draft.summary}
        readOnly={command.isSending}
        onChange={event => change({ summary: event.currentTarget.value })}
      />
      {outcome !== 'reached' && <p className="tray-hint">{words.notReached}</p>}
      {mine && <NextWord issue={issue} said={draft} change={change} keepsNothing={outcome !== 'reached'} />}
    </TrayForm>
  )
}

const emptyIn = { ...empty, direction: 'in' as Call['direction'] }
