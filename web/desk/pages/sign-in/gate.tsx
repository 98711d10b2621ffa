import { type ReactNode, useId } from 'react'
import './gate.css'

/** The frame of the pages before the desk. */
export function Gate({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <main className="gate">
      <p className="gate-brand">
        <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
          <path d="M4 18 18 4" />
        </svg>
        Baton
      </p>
      <div>
        <h1>{title}</h1>
        {lead && <p className="gate-lead">{lead}</p>}
      </div>
      {children}
    </main>
  )
}

type FieldProps = {
  label: string
  value: string
  change: (value: string) => void
  type?: 'text' | 'email' | 'password'
  autoComplete: string
  hint?: string
  fault?: string | undefined
  list?: string
}

/** A field with its name above it, and below it what it is for or what is wrong. */
export function GateField({ label, value, change, type = 'text', autoComplete, hint, fault, list }: FieldProps) {
  const id = useId()
  const said = fault ?? hint
  return (
    <div className="gate-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        list={list}
        autoComplete={autoComplete}
        aria-invalid={fault ? true : undefined}
        aria-describedby={said ? `${id}-said` : undefined}
        onChange={event => change(event.currentTarget.value)}
      />
      {said && (
        <p id={`${id}-said`} className={fault ? 'gate-fault' : 'gate-hint'}>
          {said}
        </p>
      )}
    </div>
  )
}
