import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { newKey, type Reply, writeMessage } from './api.ts'
import { Fault } from './fault.tsx'
import { words } from './words.ts'

type WriteProps = {
  label: string
  question: string
  name: string
  primary: boolean
  take: (reply: Reply) => void
  say: (text: string | null) => void
}

const draftKey = 'baton-draft'

/** Writing to the owner. Words that could not be sent stay, also over a reload. */
export function Write({ label, question, name, primary, take, say }: WriteProps) {
  const [body, setBody] = useState(() => sessionStorage.getItem(draftKey) ?? '')
  const [open, setOpen] = useState(body !== '')
  const [sending, setSending] = useState(false)
  const [failed, setFailed] = useState<Reply | null>(null)
  const key = useRef(newKey())
  const field = useRef<HTMLTextAreaElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const touched = useRef(false)
  const id = useId()

  useEffect(() => {
    if (!touched.current) return
    if (open) field.current?.focus()
    else opener.current?.focus()
  }, [open])

  const change = (text: string): void => {
    setBody(text)
    key.current = newKey()
    sessionStorage.setItem(draftKey, text)
  }
  const toggle = (to: boolean): void => {
    touched.current = true
    say(null)
    setOpen(to)
  }
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (body.trim() === '') return field.current?.focus()
    setSending(true)
    setFailed(null)
    const reply = await writeMessage(body, key.current)
    setSending(false)
    take(reply)
    if (!('issue' in reply)) return setFailed(reply)
    change('')
    sessionStorage.removeItem(draftKey)
    toggle(false)
    say(words.arrived(name))
  }

  if (!open)
    return (
      <div className="acts">
        <button type="button" className={primary ? 'primary' : ''} ref={opener} onClick={() => toggle(true)}>
          {label}
        </button>
      </div>
    )
  return (
    <form className="write" onSubmit={event => void send(event)}>
      <label htmlFor={id}>{question}</label>
      <textarea
        id={id}
        ref={field}
        value={body}
        rows={5}
        maxLength={100_000}
        required
        onChange={event => change(event.currentTarget.value)}
      />
      <Fault reply={failed} />
      <div className="acts">
        <button type="submit" className="primary" disabled={sending}>
          {sending ? words.sending : words.send(name)}
        </button>
        <button type="button" onClick={() => toggle(false)}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
