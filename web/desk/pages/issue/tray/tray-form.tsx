import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../../../ui/button.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { Refused } from '../refused.tsx'

type TrayFormProps = {
  /** What is done here; null where its field says it. */
  title: string | null
  submit: () => void
  act: string
  busy: boolean
  fault: Fault | null
  /** Other ways, beside the main act. */
  beside?: ReactNode
  look?: 'plain' | 'note'
  /** Plain where the main act of the page is another. */
  actLook?: 'plain' | 'primary'
  children: ReactNode
}

/** A form of the tray: its words, why it could not be done, and the main act, which Ctrl or Cmd with Return does too. */
export function TrayForm({
  title,
  submit,
  act,
  busy,
  fault,
  beside,
  look = 'plain',
  actLook = 'primary',
  children,
}: TrayFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const send = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault()
    if (!busy) submit()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event)
    else if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
  }
  return (
    <form ref={form} className={`tray-form ${look}`} onSubmit={send} onKeyDown={press} noValidate>
      {title && <h2>{title}</h2>}
      <div className="tray-fields">{children}</div>
      <div className="tray-fault">
        <Refused fault={fault} />
      </div>
      <div className="tray-acts">
        {beside}
        <Button type="submit" look={actLook} busy={busy} keys="mod Enter">
          {act}
        </Button>
      </div>
    </form>
  )
}

/** Puts the cursor into the first field when somebody asked to write here; `asked` is another number each time. */
export function useFocusWhenAsked(asked: number) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asked === 0) return
    const field = box.current?.querySelector<HTMLElement>('textarea, input:not([type=checkbox], [type=hidden])')
    field?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [asked])
  return box
}
