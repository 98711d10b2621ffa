import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { type Fault, Refusal } from '../ui/refusal.tsx'
import { words } from './words.ts'

type UnfoldProps = { says: string; children: (over: () => void) => ReactNode }

/** An act that takes words: its button, and once that was pressed its form. */
export function Unfold({ says, children }: UnfoldProps) {
  const [open, setOpen] = useState(false)
  if (open) return children(() => setOpen(false))
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{says}</Button>
    </div>
  )
}

type UnfoldedProps = {
  label: string
  act: string
  submit: () => void
  busy: boolean
  fault: Fault | null
  over: () => void
  children: ReactNode
}

/** The form itself; the cursor goes into its first field. */
export function Unfolded({ label, act, submit, busy, fault, over, children }: UnfoldedProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input, select')?.focus(), [])
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (!busy) submit()
  }
  return (
    <form ref={form} className="stack" onSubmit={send} noValidate aria-label={label}>
      {children}
      <Refusal fault={fault} />
      <div className="row-of">
        <Button type="submit" look="primary" busy={busy}>
          {act}
        </Button>
        <Button look="quiet" onClick={over}>
          {words.leaveIt}
        </Button>
      </div>
    </form>
  )
}
