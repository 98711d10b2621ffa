import { type ReactNode, useMemo } from 'react'
import { announce } from '../../../../ui/announce.tsx'
import { TextArea } from '../../../../ui/field.tsx'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { TrayForm } from './tray-form.tsx'

export type OneTextProps = {
  /** The command, the place in it where the text goes, and what else it takes. */
  path: string
  field: string
  body?: object
  /** Under which name its draft is kept, and how it begins. */
  name: string
  begin?: string
  mayBeEmpty?: boolean
  title: string
  label: string
  hint: string
  act: string
  /** Said once it is done. */
  done: string
  beside: ReactNode
  over: () => void
}

/** An act that takes one text: a takeover with its reason, an outcome, a diagnosis. */
export function OneText(props: OneTextProps) {
  const { path, field, body, name, begin = '', mayBeEmpty = false, title, label, hint, act, done, beside, over } = props
  // What others change meanwhile does not write over what was begun.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another subject begins anew.
  const empty = useMemo(() => ({ text: begin }), [name])
  const { draft, change, clear } = useDraft(name, empty)
  const { send, isSending, fault } = useCommand<object, unknown>(path, {
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
      submit={() => (text || mayBeEmpty) && send({ ...body, [field]: text || null })}
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
