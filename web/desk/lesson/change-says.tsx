import type { ChangeAnswer } from '../../../src/contract/answers.ts'
import { Time } from '../../ui/time.tsx'
import './lesson.css'
import { words } from './words.ts'

/** What changes with a lesson, as one reads it. */
export function ChangeSays({ change }: { change: ChangeAnswer }) {
  return (
    <div className="lesson-change">
      <p className="lesson-type">{words.types[change.type]}</p>
      <Says change={change} />
    </div>
  )
}

function Says({ change }: { change: ChangeAnswer }) {
  switch (change.type) {
    case 'fact_rule':
      return (
        <>
          <p>
            <strong>{words.factRule(change.key)}</strong> <span dir="auto">{change.says}</span>
          </p>
          <Ways title={words.allowed} ways={change.allowed} />
          <Ways title={words.refused} ways={change.refused} />
        </>
      )
    case 'checklist':
      return (
        <p>
          {words.step} <strong dir="auto">{change.step}</strong>
        </p>
      )
    case 'macro':
    case 'article':
      return (
        <>
          <p>
            <strong dir="auto">{change.type === 'macro' ? change.name : change.title}</strong>
          </p>
          <p className="lesson-words" dir="auto">
            {change.body}
          </p>
        </>
      )
    case 'request':
      return (
        <>
          <p>{words.asked(change.department.name)}</p>
          <p className="lesson-words" dir="auto">
            {change.ask}
          </p>
          <p className="hint">
            {change.owner ? words.owner(change.owner.name) : words.noOwner}, {words.by} <Time at={change.due} both />
          </p>
        </>
      )
  }
}

const Ways = ({ title, ways }: { title: string; ways: readonly string[] }) =>
  ways.length > 0 && (
    <p>
      {title} <span dir="auto">{ways.join(words.or)}</span>
    </p>
  )

/** A change in one line, as lists show it. */
export function changeInShort(change: ChangeAnswer): string {
  switch (change.type) {
    case 'fact_rule':
      return `${words.factRule(change.key)}: ${change.says}`
    case 'checklist':
      return change.step
    case 'macro':
      return change.name
    case 'article':
      return change.title
    case 'request':
      return `${change.department.name}: ${change.ask}`
  }
}
