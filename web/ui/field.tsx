import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from 'react'
import './ui.css'

type Common = { label: string; hint?: ReactNode; change: (value: string) => void }

/** One line of text with its name above it. */
export function Field({
  label,
  hint,
  change,
  ...rest
}: Common & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'>) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={event => change(event.currentTarget.value)}
        {...rest}
      />
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

/** Some lines of text. */
export function TextArea({
  label,
  hint,
  change,
  ...rest
}: Common & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'>) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={event => change(event.currentTarget.value)}
        {...rest}
      />
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

/** One of few. */
export function Choice<T extends string>({
  label,
  options,
  value,
  change,
}: {
  label: string
  options: Readonly<Record<T, string>>
  value: T
  change: (value: T) => void
}) {
  const name = useId()
  return (
    <fieldset className="choices">
      <legend className="label">{label}</legend>
      {(Object.entries(options) as [T, string][]).map(([key, said]) => (
        <label key={key}>
          <input type="radio" name={name} checked={key === value} onChange={() => change(key)} />
          {said}
        </label>
      ))}
    </fieldset>
  )
}
