import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { FoundIssueAnswer, RaisedAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { useMe } from '../../me.ts'
import { useTitle } from '../../title.ts'
import { useCommand } from '../../use-command.ts'
import { useDraft } from '../../use-draft.ts'
import '../help/help.css'
import { FindIssue } from './find-issue.tsx'
import './help-raise.css'
import { words } from './words.ts'

/** The alarm on behalf of a customer, by anybody of the company: for whom, what it costs them, what is needed (Rule 23). */
export default function HelpRaise() {
  const { path } = useMe().workspace
  const [chosen, choose] = useState<FoundIssueAnswer | null>(null)
  useTitle(words.title(path.name))
  return (
    <div className="page narrow help">
      <p className="crumb">
        <Link to="/help">{words.back}</Link>
      </p>
      <div>
        <h1>{words.title(path.name)}</h1>
        <p className="lead">{path.meaning}</p>
      </div>
      {chosen ? (
        <Facts key={chosen.number} issue={chosen} path={path.name} other={() => choose(null)} />
      ) : (
        <FindIssue choose={choose} />
      )}
    </div>
  )
}

const empty = { impact: '', tried: '', needed: '' }

function Facts({ issue, path, other }: { issue: FoundIssueAnswer; path: string; other: () => void }) {
  const { number, customer, escalation } = issue
  const navigate = useNavigate()
  const { draft, change, clear } = useDraft(`${number} raise`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const command = useCommand<typeof empty, RaisedAnswer>(`/issues/${number}/escalations`, {
    done: answer => {
      clear()
      announce(answer.escalation.joined ? words.joined : words.raised(path, customer.name))
      void navigate({ to: '/help' })
    },
  })
  const [impact, tried, needed] = [draft.impact.trim(), draft.tried.trim(), draft.needed.trim()]
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (command.isSending) return
    const isWhole = impact !== '' && tried !== '' && needed !== ''
    command.clear()
    setFaulty(isWhole ? null : words.missing)
    if (isWhole) command.send({ impact, tried, needed })
  }
  return (
    <form className="stack help-facts" noValidate onSubmit={submit}>
      <div className="row-of">
        <strong>{words.chosen(customer.name, number)}</strong>
        <small>{escalation ? words.lit[escalation] : words.owner(issue.owner.name)}</small>
        <Button look="quiet" onClick={other}>
          {words.other}
        </Button>
      </div>
      <TextArea
        label={words.impact(firstName(customer.name))}
        autoFocus
        value={draft.impact}
        change={next => change({ impact: next })}
      />
      <TextArea label={words.tried} value={draft.tried} change={next => change({ tried: next })} />
      <TextArea label={words.needed} value={draft.needed} change={next => change({ needed: next })} />
      <Refusal fault={faulty ?? command.fault} />
      <div>
        <Button type="submit" look="primary" busy={command.isSending}>
          {escalation ? words.join : words.act(path)}
        </Button>
      </div>
    </form>
  )
}
