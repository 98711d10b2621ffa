import { type FormEvent, useId, useState } from 'react'
import type { PortalAnswer } from '../../src/contract/answers.ts'
import { firstName } from '../ui/face.tsx'
import { Fault } from './fault.tsx'
import './rated.css'
import { onDay } from './times.ts'
import { type Page, useAct } from './use-act.ts'
import { words } from './words.ts'

const { rated: says } = words

type Given = NonNullable<NonNullable<PortalAnswer['rating']>['given']>
const choices = ['well', 'partly', 'badly'] as const satisfies readonly Given['choice'][]

/**
 * "Were you looked after?": the one question, asked of everybody in the same way once they have confirmed, or it is closed
 * (Rule 32). A click is the answer; what they like to say of it may follow, and both can be changed.
 */
export function Rated({ issue, reader, page }: { issue: PortalAnswer; reader: string; page: Page }) {
  const { rating, now } = issue
  if (!rating) return null
  const { open, given } = rating
  if (open) return <Question name={firstName(issue.owner.name)} given={given} page={page} />
  if (!given) return null
  return <p className="quiet">{says.said(says.choices[given.choice], onDay(given.at, now, reader))}</p>
}

function Question({ name, given, page }: { name: string; given: Given | null; page: Page }) {
  const [line, setLine] = useState(given?.words ?? '')
  const { act, sending, failed } = useAct(page)
  const id = useId()

  const say = (choice: Given['choice'], done: string): Promise<boolean> =>
    act('/rating', { choice, words: line.trim() || null }, done)
  const tell = (event: FormEvent): void => {
    event.preventDefault()
    if (given) void say(given.choice, says.read)
  }

  return (
    <div className="rated">
      <p className="rated-question" id={id}>
        {says.question}
      </p>
      <p className="quiet">{says.lead}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be of a form; each button here is an answer by itself. */}
      <div role="group" aria-labelledby={id} className="rated-choices">
        {choices.map(choice => (
          <button
            key={choice}
            type="button"
            aria-pressed={given?.choice === choice}
            disabled={sending}
            onClick={() => void say(choice, choice === 'badly' ? says.lookedAt(name) : says.thanks)}
          >
            {says.choices[choice]}
          </button>
        ))}
      </div>
      {given && (
        <form onSubmit={tell}>
          <label htmlFor={`${id} line`}>{says.more}</label>
          <div className="rated-line">
            <input
              id={`${id} line`}
              type="text"
              maxLength={500}
              autoComplete="off"
              value={line}
              onChange={event => setLine(event.currentTarget.value)}
            />
            <button type="submit" disabled={sending || line.trim() === (given.words ?? '')}>
              {sending ? words.sending : says.send}
            </button>
          </div>
        </form>
      )}
      <Fault reply={failed} />
    </div>
  )
}
