import type { FormEvent } from 'react'
import type { LessonAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Face } from '../../../ui/face.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Time } from '../../../ui/time.tsx'
import { useCommand } from '../../use-command.ts'
import { useDraft } from '../../use-draft.ts'
import { words } from './words.ts'

const empty = { text: '' }

/** What others say about it; everybody may (Rule 28). */
export function Comments({ lesson: { id, comments, may } }: { lesson: LessonAnswer }) {
  const { draft, change, clear } = useDraft(`lesson ${id} comment`, empty)
  const { send, isSending, fault } = useCommand<{ text: string }, LessonAnswer>(`/lessons/${id}/comments`, {
    done: () => {
      clear()
      announce(words.commented)
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (draft.text.trim()) send({ text: draft.text.trim() })
  }
  return (
    <section>
      <h2>{words.comments}</h2>
      {comments.length === 0 && <p className="hint">{words.noComments}</p>}
      <ul className="lesson-comments">
        {comments.map(({ text, by, at }) => (
          <li key={`${at} ${by.id}`}>
            <Face name={by.name} hue={by.hue} />
            <div>
              <p>
                <strong>{by.name}</strong>{' '}
                <small>
                  <Time at={at} both />
                </small>
              </p>
              <p className="lesson-words" dir="auto">
                {text}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {may.includes('comment') && (
        <form className="stack" onSubmit={submit} noValidate>
          <TextArea label={words.comment} value={draft.text} change={text => change({ text })} />
          <Refusal fault={fault} />
          <div>
            <Button type="submit" busy={isSending}>
              {words.commentAct}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
