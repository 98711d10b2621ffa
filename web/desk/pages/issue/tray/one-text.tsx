import type { ReactNode } from 'react'
import { announce } from '../../../../ui/announce.tsx'
import { TextArea } from '../../../../ui/field.tsx'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { TrayForm } from './tray-form.tsx'

type OneTextProps = {
  /** The command, and the place in it where the text goes. */
  path: string
  field: string
  /** Under which name its draft is kept. */
  name: string
  title: string
  label: string
  hint: string
  act: string
  /** Said once it is done. */
  done: string
  beside: ReactNode
  over: () => void
}

const empty = { text: '' }

/** An act that takes one text: a takeover with its reason, an outcome, a diagnosis. */
export function OneText({ path, field, name, title, label, hint, act, done, beside, over }: OneTextProps) {
  const { draft, change, clear } = useDraft(name, empty)
  const { send, isSending, fault } = useCommand<Record<string, string>>(path, {
    done: () => {
      clear()
      announce(done)
      over()
    },
  })
  const text = draft.text.trim()
  return (
    <TrayForm
      title={title}
      act={act}
      submit={() => text && send({ [field]: text })}
      busy={isSending}
      fault={fault}
      beside={beside}
    >
      <div className="tray-stack">
        <TextArea label={label} hint={hint} rows={3} value={draft.text} change={next => change({ text: next })} />
      </div>
    </TrayForm>
  )
}
