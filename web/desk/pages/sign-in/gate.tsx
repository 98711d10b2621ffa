import type { ReactNode } from 'react'
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
