import { use, useState } from 'react'
import type { AssistView } from '../../../src/contract/answers.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { firstName } from '../../ui/face.tsx'
import { TextArea } from '../../ui/field.tsx'
import { type Fault, Refusal } from '../../ui/refusal.tsx'
import { Time } from '../../ui/time.tsx'
import { Me } from '../me.ts'
import { useCommand } from '../use-command.ts'
import { useDraft } from '../use-draft.ts'
import { momentOf, useWhen } from '../when/use-when.ts'
import { WhenField } from '../when/when-field.tsx'
import { words } from './words.ts'

const empty = { body: '', next: '' }

/** Whom the owner has introduced talks with the customer, until the assist is over (Rule 3). */
export function Talk({ view, path }: { view: AssistView; path: string }) {
  const { assist, conversation, number } = view
  const name = firstName(view.for.name)
  const { draft, change, clear } = useDraft(`${number} talk ${assist.id}`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  // Times in words are read for members: not for who came by a link.
  const isSignedIn = use(Me) !== null
  const understood = useWhen(draft.next)
  const command = useCommand<object, AssistView>(`${path}/messages`, {
    done: () => {
      clear()
      announce(words.sent(name))
    },
  })
  if (assist.state !== 'introduced') return null
  const body = draft.body.trim()
  /** Without a time the word keeps nothing: what the owner has promised runs on (Rule 13). */
  const submit = async (): Promise<void> => {
    command.clear()
    if (!body || command.isSending) return
    const due = draft.next.trim() ? await momentOf(draft.next) : null
    if (due && 'fault' in due) return setFaulty(due.fault)
    setFaulty(null)
    command.send(due ? { body, promise: { what: null, due: due.at }, keeps: 'all' } : { body, keeps: [] })
  }
  return (
    <section>
      <h2>{words.talk(name)}</h2>
      {conversation.map(said => (
        <article key={said.id} className={`assist-said ${said.from}`}>
          <small>
            <strong>{said.name}</strong> <Time at={said.at} />
          </small>
          <p dir="auto">{said.body}</p>
        </article>
      ))}
      {assist.may.includes('write') && (
        <form
          className="stack"
          onSubmit={event => {
            event.preventDefault()
            void submit()
          }}
        >
          <TextArea
            label={words.write(name)}
            hint={words.writeHint}
            rows={3}
            value={draft.body}
            change={next => change({ body: next })}
          />
          {isSignedIn && (
            <WhenField
              label={words.next(name)}
              value={draft.next}
              change={next => change({ next })}
              understood={understood}
              hint={words.nextHint(firstName(view.owner.name))}
            />
          )}
          <Refusal fault={faulty ?? command.fault} />
          <div>
            <Button type="submit" busy={command.isSending}>
              {words.send(name)}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
