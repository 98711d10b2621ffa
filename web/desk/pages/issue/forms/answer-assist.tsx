import type { ReactNode } from 'react'
import type { AssistAnswer, IssueAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { firstName } from '../../../../ui/face.tsx'
import { Choice, TextArea } from '../../../../ui/field.tsx'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { TrayForm } from '../tray/tray-form.tsx'
import { words as everything } from './words.ts'

const words = everything.answer
type How = keyof typeof words.ways
const empty = { how: 'moved' as How, text: '' }

type AnswerProps = { issue: IssueAnswer; assist: AssistAnswer; beside: ReactNode; over: () => void }

/** Who was asked answers: done, not yet for what it lacks, how it goes, or that it is not theirs (Rule 16). */
export function AnswerAssist({ issue: { number, customer }, assist, beside, over }: AnswerProps) {
  const { draft, change, clear } = useDraft(`${number} answer ${assist.id}`, empty)
  const { how } = draft
  const { send, isSending, fault } = useCommand<object, unknown>(
    `/issues/${number}/assists/${assist.id}/${how === 'going' ? 'touch' : how === 'declined' ? 'decline' : 'return'}`,
    {
      done: () => {
        clear()
        announce(words.done[how])
        over()
      },
    },
  )
  const text = draft.text.trim()
  return (
    <TrayForm
      title={words.title(firstName(customer.name))}
      act={words.acts[how]}
      submit={() => text && send(bodyOf(how, text))}
      busy={isSending}
      fault={fault}
      beside={beside}
    >
      <div className="stack tray-stack">
        <p dir="auto">{assist.ask}</p>
        <Choice label={words.how} options={waysOf(assist)} value={how} change={next => change({ how: next })} />
        <TextArea label={words.label[how]} rows={3} value={draft.text} change={next => change({ text: next })} />
      </div>
    </TrayForm>
  )
}

function waysOf({ may }: AssistAnswer): Partial<Record<How, string>> {
  const { moved, not_moved, going, declined } = words.ways
  return {
    ...(may.includes('return') && { moved, not_moved }),
    ...(may.includes('touch') && { going }),
    ...(may.includes('decline') && { declined }),
  }
}

function bodyOf(how: How, text: string): object {
  if (how === 'going') return { note: text, moved: false }
  if (how === 'declined') return { reason: text }
  return { moved: how === 'moved', result: text }
}
