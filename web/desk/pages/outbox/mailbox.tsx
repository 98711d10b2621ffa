import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../../ui/button.tsx'
import './mailbox.css'
import { words } from './words.ts'

type MailboxProps = {
  title: string
  lead: string
  above?: ReactNode
  list: ReactNode
  /** The open mail; null while none is. */
  open: { key: string; page: ReactNode } | null
}

/** A list of mails beside the one that is open; on a phone the open one takes the place of the list. */
export function Mailbox({ title, lead, above, list, open }: MailboxProps) {
  const pane = useRef<HTMLElement>(null)
  const key = open?.key
  useEffect(() => {
    if (key) pane.current?.focus({ preventScroll: window.innerWidth > 900 })
  }, [key])
  return (
    <div className={open ? 'mailbox reading' : 'mailbox'}>
      <header>
        <h1 className="title">{title}</h1>
        <p className="lead">{lead}</p>
        {above}
      </header>
      <section className="mailbox-list" aria-label={title}>
        {list}
      </section>
      {open ? (
        <section className="mailbox-open" ref={pane} tabIndex={-1} aria-label={words.openMail}>
          <p className="mailbox-back">
            <a href="#list">{words.back}</a>
          </p>
          {open.page}
        </section>
      ) : (
        <p className="mailbox-none">{words.choose}</p>
      )}
    </div>
  )
}

type EntryProps = {
  id: string
  open: boolean
  who: string
  subject: string
  when: ReactNode
  said: string
  failed?: boolean
}

/** A line of the list: who, about what, when, and what became of it. */
export function MailEntry({ id, open, who, subject, when, said, failed }: EntryProps) {
  return (
    <li>
      <a className="mailbox-entry" href={`#${id}`} aria-current={open ? 'true' : undefined}>
        <strong>{who}</strong>
        <span className="when">{when}</span>
        <span className="subject">{subject || words.noSubject}</span>
        <small className={failed ? 'failed' : ''}>{said}</small>
      </a>
    </li>
  )
}

/** The list's end: more of it, nothing at all, or why there is none. */
export function ListEnd({
  empty,
  error,
  older,
  busy,
}: {
  empty: string | null
  error: string | null
  older: (() => void) | null
  busy: boolean
}) {
  if (error)
    return (
      <p className="mailbox-fault" role="alert">
        {error}
      </p>
    )
  if (busy) return <p className="mailbox-empty">{words.loading}</p>
  if (empty) return <p className="mailbox-empty">{empty}</p>
  if (!older) return null
  return (
    <p className="mailbox-empty">
      <Button onClick={older}>{words.older}</Button>
    </p>
  )
}
