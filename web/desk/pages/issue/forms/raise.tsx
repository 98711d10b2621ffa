import { type ReactNode, useState } from 'react'
import type { IssueAnswer, RaisedAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { firstName } from '../../../../ui/face.tsx'
import { TextArea } from '../../../../ui/field.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { usePathName } from '../../../path.ts'
import { PathMeaning } from '../../../path-meaning.tsx'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { TrayForm } from '../tray/tray-form.tsx'
import { words as everything } from './words.ts'

const words = everything.raise
const empty = { impact: '', tried: '', needed: '' }

/** The alarm on behalf of the customer: what it costs them, what was tried, what is needed (Rule 23). */
export function Raise({ issue, beside, over }: { issue: IssueAnswer; beside: ReactNode; over: () => void }) {
  const { number, customer, escalation } = issue
  const [name, path] = [firstName(customer.name), usePathName()]
  const isLit = escalation !== null && escalation.state !== 'stood_down'
  const { draft, change, clear } = useDraft(`${number} raise`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const command = useCommand<typeof empty, RaisedAnswer>(`/issues/${number}/escalations`, {
    done: () => {
      clear()
      announce(isLit ? words.joined : words.done(path))
      over()
    },
  })
  const [impact, tried, needed] = [draft.impact.trim(), draft.tried.trim(), draft.needed.trim()]
  const submit = (): void => {
    const isWhole = impact !== '' && tried !== '' && needed !== ''
    command.clear()
    setFaulty(isWhole ? null : everything.needsWords)
    if (isWhole) command.send({ impact, tried, needed })
  }
  return (
    <TrayForm
      title={words.title(path, name)}
      act={isLit ? words.join : words.act(path)}
      submit={submit}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      beside={beside}
    >
      <div className="stack tray-stack">
        <div>
          <PathMeaning />
        </div>
        {isLit && <p className="hint">{words.joins(path)}</p>}
        <TextArea label={words.impact(name)} value={draft.impact} change={next => change({ impact: next })} />
        <TextArea label={words.tried} value={draft.tried} change={next => change({ tried: next })} />
        <TextArea label={words.needed} value={draft.needed} change={next => change({ needed: next })} />
      </div>
    </TrayForm>
  )
}
