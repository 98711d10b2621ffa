import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { FoundIssueAnswer } from '../../../../src/contract/answers.ts'
import { Field } from '../../../ui/field.tsx'
import { Time } from '../../../ui/time.tsx'
import { isEnoughToFind, issueToRaiseFor } from '../../queries.ts'
import { words } from './words.ts'

/** Finds the issue by its number or its customer's name, and shows no more of it than whose it is (Rule 23). */
export function FindIssue({ choose }: { choose: (issue: FoundIssueAnswer) => void }) {
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data, isFetching } = useQuery(issueToRaiseFor(q))
  const found = isEnoughToFind(q) ? (data ?? []) : []
  return (
    <div className="stack help-facts">
      <Field
        label={words.find}
        hint={words.findHint}
        value={text}
        type="search"
        autoComplete="off"
        autoFocus
        change={setText}
      />
      <p role="status" className="hint">
        {isEnoughToFind(q) && !isFetching && found.length === 0 && words.nobody}
      </p>
      <ul className="help-found">
        {found.map(issue => (
          <li key={issue.number}>
            <button type="button" onClick={() => choose(issue)}>
              <span className="help-for">
                <strong>{issue.customer.name}</strong> <small>#{issue.number}</small>
              </span>
              <small>
                {[issue.customer.organization, words.owner(issue.owner.name)].filter(Boolean).join(' · ')} ·{' '}
                {issue.closedAt ? words.closed : <Time at={issue.openedAt} />}
                {issue.escalation && ` · ${words.lit[issue.escalation]}`}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
