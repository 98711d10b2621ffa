import { useRef, useState } from 'react'
import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { Field } from '../../../ui/field.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { dayOf } from '../../../ui/times.ts'
import { useCommand } from '../../use-command.ts'
import { useDraft } from '../../use-draft.ts'
import { words } from './words.ts'

/** What is known, with who established it, how, and when; asked once (Rule 31). */
export function Facts({ issue, me }: { issue: IssueAnswer; me: string }) {
  const [adding, add] = useState(false)
  const now = useNow()
  const opener = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    add(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  return (
    <section>
      <h2>{words.facts}</h2>
      {issue.facts.length === 0 && !adding && <p className="none">{words.noFacts}</p>}
      <dl>
        {issue.facts.map(({ key, value, how, by, at }) => (
          <div key={key}>
            <dt>{words.factNames[key] ?? key}</dt>
            <dd>
              {value}
              <small>
                {[how, by && (by.id === me ? words.youThere : firstName(by.name)), dayOf(at, now)]
                  .filter(Boolean)
                  .join(', ')}
              </small>
            </dd>
          </div>
        ))}
      </dl>
      {adding ? (
        <AddFact number={issue.number} close={close} />
      ) : (
        <Button look="quiet" className="aside-quiet" ref={opener} onClick={() => add(true)}>
          {words.addFact}
        </Button>
      )}
    </section>
  )
}

const empty = { key: '', value: '', how: '' }

function AddFact({ number, close }: { number: number; close: () => void }) {
  const { draft, change, clear } = useDraft(`${number} fact`, empty)
  const { send, isSending, fault } = useCommand<{ key: string; value: string; how: string | null }>(
    `/issues/${number}/facts`,
    {
      done: () => {
        clear()
        close()
      },
    },
  )
  const [key, value, how] = [draft.key.trim(), draft.value.trim(), draft.how.trim()]
  return (
    <form
      className="stack add-fact"
      onSubmit={event => {
        event.preventDefault()
        if (key && value) send({ key, value, how: how || null })
      }}
    >
      <Field
        label={words.factKey}
        placeholder={words.factKeyHint}
        value={draft.key}
        maxLength={80}
        required
        // Whoever asked to add one writes it next.
        autoFocus
        change={text => change({ key: text })}
      />
      <Field
        label={words.factValue}
        value={draft.value}
        maxLength={2000}
        required
        change={text => change({ value: text })}
      />
      <Field
        label={words.factHow}
        placeholder={words.factHowHint}
        value={draft.how}
        maxLength={500}
        change={text => change({ how: text })}
      />
      <Refusal fault={fault} />
      <div className="row-of">
        <Button type="submit" busy={isSending}>
          {words.keepFact}
        </Button>
        <Button look="quiet" onClick={close}>
          {words.leave}
        </Button>
      </div>
    </form>
  )
}
