import { type ReactNode, useId } from 'react'
import { Time } from '../../ui/time.tsx'
import type { Understood } from './use-when.ts'
import './when-field.css'
import { words } from './words.ts'

type WhenFieldProps = {
  label: ReactNode
  value: string
  change: (text: string) => void
  understood: Understood
  placeholder?: string
  /** Said while nothing is written. */
  hint?: ReactNode
}

/** A time in words, within a sentence, and what was understood by it. */
export function WhenField({ label, value, change, understood, placeholder = words.example, hint }: WhenFieldProps) {
  const id = useId()
  return (
    <div className="when">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        onChange={event => change(event.currentTarget.value)}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-read`}
        aria-invalid={understood.state === 'unclear' ? true : undefined}
      />
      <span
        id={`${id}-read`}
        className={understood.state === 'unclear' ? 'when-read unclear' : 'when-read'}
        role="status"
      >
        <Reads understood={understood} hint={hint} />
      </span>
    </div>
  )
}

function Reads({ understood, hint }: { understood: Understood; hint: ReactNode }) {
  switch (understood.state) {
    case 'nothing':
      return hint
    case 'reading':
      return words.reading
    case 'unclear':
      return understood.hint
    case 'moment':
      return <Time at={understood.at} both />
  }
}
