import { type FormEvent, useState } from 'react'
import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { Field, TextArea } from '../../../ui/field.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import type { Draft } from './use-brief.ts'
import { words } from './words.ts'

type BriefFormProps = { issue: IssueAnswer; draft: Draft; change: (changes: Partial<Draft>) => void }

/** The brief (Rule 6): begun from the story and the facts, so that little is typed. */
export function BriefForm({ issue, draft, change }: BriefFormProps) {
  const name = firstName(issue.customer.name)
  const [fault, setFault] = useState<Fault | null>(null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const { problem, tried, asked, told } = draft
    const isWhole = [problem, tried, asked, told].every(text => text.trim())
    setFault(isWhole ? null : words.briefMissing)
    if (isWhole) change({ briefed: true })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="lead">{words.briefLead}</p>
      <TextArea
        theirs
        label={words.problem(name)}
        rows={3}
        value={draft.problem}
        change={problem => change({ problem })}
      />
      <TextArea label={words.tried} value={draft.tried} change={tried => change({ tried })} />
      <TextArea label={words.asked} value={draft.asked} change={asked => change({ asked })} />
      <TextArea label={words.told(name)} value={draft.told} change={told => change({ told })} />
      <Field
        label={words.callback}
        hint={words.callbackHint}
        value={draft.callback}
        maxLength={200}
        change={callback => change({ callback })}
      />
      <Refusal fault={fault} />
      <div>
        <Button type="submit" look="primary">
          {words.next}
        </Button>
      </div>
    </form>
  )
}
