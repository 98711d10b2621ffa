import type { AssistView } from '../../../src/contract/answers.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { firstName } from '../../ui/face.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { Time } from '../../ui/time.tsx'
import { useCommand } from '../use-command.ts'
import { useDraft } from '../use-draft.ts'
import { words } from './words.ts'

const empty = { body: '' }

/** Whom the owner has introduced talks with the customer, until the assist is over (Rule 3). */
export function Talk({ view, path }: { view: AssistView; path: string }) {
  const { assist, conversation, number } = view
  const name = firstName(view.for.name)
  const { draft, change, clear } = useDraft(`${number} talk ${assist.id}`, empty)
  const { send, isSending, fault } = useCommand<object, AssistView>(`${path}/messages`, {
    done: () => {
      clear()
      announce(words.sent(name))
    },
  })
  if (assist.state !== 'introduced') return null
  const body = draft.body.trim()
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
            if (body && !isSending) send({ body, keeps: 'all' })
          }}
        >
          <TextArea
            label={words.write(name)}
            hint={words.writeHint}
            rows={3}
            value={draft.body}
            change={next => change({ body: next })}
          />
          <Refusal fault={fault} />
          <div>
            <Button type="submit" busy={isSending}>
              {words.send(name)}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
