import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Fault } from './fault.tsx'
import './telling.css'
import { type Page, useAct } from './use-act.ts'
import { words } from './words.ts'

type TellingProps = {
  page: Page
  /** The button that opens it; `look` is how much it wants to be pressed. */
  label: string
  look?: 'primary' | 'quiet'
  /** What comes of it, before anything is written. */
  lead?: string
  question: string
  optional?: boolean
  /** The button that sends it, and what is said when it has arrived. */
  send: string
  done: string
  path: string
  body: (words: string) => object
}

const draftKey = (path: string): string => `baton-draft ${path}`

/** Something that the customer says in their own words. Words that could not be sent stay, also over a reload. */
export function Telling({ page, label, look, lead, question, optional = false, send, done, path, body }: TellingProps) {
  const [text, setText] = useState(() => sessionStorage.getItem(draftKey(path)) ?? '')
  const [open, setOpen] = useState(text !== '')
  const { act, sending, failed } = useAct(page)
  const field = useRef<HTMLTextAreaElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const touched = useRef(false)
  const id = useId()

  useEffect(() => {
    if (!touched.current) return
    if (open) field.current?.focus()
    else opener.current?.focus()
  }, [open])

  const change = (to: string): void => {
    setText(to)
    if (to) sessionStorage.setItem(draftKey(path), to)
    else sessionStorage.removeItem(draftKey(path))
  }
  const toggle = (to: boolean): void => {
    touched.current = true
    page.say(null)
    setOpen(to)
  }
  const tell = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!optional && text.trim() === '') return field.current?.focus()
    page.say(null)
    if (!(await act(path, body(text), done))) return
    change('')
    touched.current = true
    setOpen(false)
  }

  if (!open)
    return (
      <button type="button" className={look} ref={opener} onClick={() => toggle(true)}>
        {label}
      </button>
    )
  return (
    <form className="write" onSubmit={event => void tell(event)}>
      {lead && <p className="write-lead">{lead}</p>}
      <label htmlFor={id}>{question}</label>
      <textarea
        id={id}
        ref={field}
        value={text}
        rows={optional ? 3 : 5}
        maxLength={maxLengths[path] ?? 2000}
        required={!optional}
        onChange={event => change(event.currentTarget.value)}
      />
      {optional && <p className="quiet">{words.optional}</p>}
      <Fault reply={failed} />
      <div className="acts">
        <button type="submit" className="primary" disabled={sending}>
          {sending ? words.sending : send}
        </button>
        <button type="button" onClick={() => toggle(false)}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}

/** How much each may be, as the contract takes it. */
const maxLengths: Readonly<Record<string, number>> = { '/messages': 100_000, '/escalation': 5000 }
