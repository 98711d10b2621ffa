import { type ComponentProps, type ReactNode, useId } from 'react'
import './field.css'

type Common = {
  label: ReactNode
  /** What it is for, or how to write it. */
  hint?: ReactNode
  /** What is wrong with what was written. */
  fault?: string | null | undefined
  /** The customer's own words, in their voice. */
  theirs?: boolean
  change: (value: string) => void
}

type FieldProps = Common & Omit<ComponentProps<'input'>, 'id' | 'className' | 'onChange'>

/** One line of text with its name above it. */
export function Field({ label, hint, fault, theirs, change, ...rest }: FieldProps) {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint} fault={fault}>
      <input
        {...describedBy(id, hint, fault)}
        {...rest}
        id={id}
        className={theirs ? 'input theirs' : 'input'}
        onChange={event => change(event.currentTarget.value)}
      />
    </Labelled>
  )
}

type TextAreaProps = Common & Omit<ComponentProps<'textarea'>, 'id' | 'className' | 'onChange'>

/** Some lines of text; it grows with what is written. */
export function TextArea({ label, hint, fault, theirs, change, rows = 2, ...rest }: TextAreaProps) {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint} fault={fault}>
      <textarea
        {...describedBy(id, hint, fault)}
        {...rest}
        id={id}
        rows={rows}
        dir="auto"
        // Sized by its content it would forget its rows.
        style={{ minHeight: `calc(${rows}lh + 14px)` }}
        className={theirs ? 'input theirs' : 'input'}
        onChange={event => change(event.currentTarget.value)}
      />
    </Labelled>
  )
}

function Labelled({
  id,
  label,
  hint,
  fault,
  children,
}: Omit<Common, 'change' | 'theirs'> & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {(fault || hint) && (
        <p id={`${id}-said`} className={fault ? 'fault' : 'hint'}>
          {fault || hint}
        </p>
      )}
    </div>
  )
}

const describedBy = (id: string, hint: ReactNode, fault: string | null | undefined) => ({
  'aria-describedby': fault || hint ? `${id}-said` : undefined,
  'aria-invalid': fault ? true : undefined,
})

type ChoiceProps<Value extends string> = {
  label: string
  /** In their order; null leaves one out. */
  options: Readonly<Partial<Record<Value, string>>>
  value: Value
  change: (value: Value) => void
}

/** One of few. */
export function Choice<Value extends string>({ label, options, value, change }: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {(Object.entries(options) as [Value, string][]).map(([key, said]) => (
        <label key={key} className="check">
          <input type="radio" name={name} checked={key === value} onChange={() => change(key)} />
          {said}
        </label>
      ))}
    </fieldset>
  )
}

/** Yes or no, with its words beside it. */
export const Check = ({
  checked,
  change,
  children,
}: {
  checked: boolean
  change: (checked: boolean) => void
  children: ReactNode
}) => (
  <label className="check">
    <input type="checkbox" checked={checked} onChange={event => change(event.currentTarget.checked)} />
    <span>{children}</span>
  </label>
)
