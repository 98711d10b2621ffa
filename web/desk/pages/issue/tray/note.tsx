import type { ReactNode } from 'react'
import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { firstName } from '../../../../ui/face.tsx'
import { useMe } from '../../../me.ts'
import { foreseeMessage } from '../../../queries.ts'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { TrayForm } from './tray-form.tsx'
import { words } from './words.ts'
import { messageOf } from './write.tsx'

const empty = { body: '' }

/** A note for the team: no contact, and it keeps nothing (Rule 13). */
export function Note({ issue, beside, hint }: { issue: IssueAnswer; beside: ReactNode; hint: string | null }) {
  const { number } = issue
  const { draft, change, clear } = useDraft(`${number} note`, empty)
  const me = useMe().member
  const { send, isSending, fault } = useCommand<{ body: string; to: 'team' }>(`/issues/${number}/messages`, {
    done: () => {
      clear()
      announce(words.noteKept)
    },
    foresee: ({ body }) => foreseeMessage(number, messageOf(number, me, body, 'note')),
  })
  const body = draft.body.trim()
  return (
    <TrayForm
      look="note"
      actLook={hint ? 'plain' : 'primary'}
      title={null}
      act={words.keepNote}
      submit={() => body && send({ body, to: 'team' })}
      busy={isSending}
      fault={fault}
      beside={beside}
    >
      {hint && <p className="tray-hint">{hint}</p>}
      <textarea
        className="tray-words"
        dir="auto"
        aria-label={words.noteLabel}
        placeholder={words.notePlaceholder(firstName(issue.customer.name))}
        rows={3}
        value={draft.body}
        readOnly={isSending}
        onChange={event => change({ body: event.currentTarget.value })}
      />
    </TrayForm>
  )
}
