import { type ReactNode, useId } from 'react'
import './field.css'

type Option = { value: string; says: string }
type SelectProps = {
  label: ReactNode
  hint?: ReactNode
  value: string
  change: (value: string) => void
  /** Whoever asked for it chooses next. */
  autoFocus?: boolean
  /** Said while nothing is chosen. */
  nothing?: string
  /** In their order, under the heading that they belong to; '' for none. */
  options: readonly { heading: string; options: readonly Option[] }[]
}

/** One of many: the system's own list, which every keyboard, phone and screen reader knows. */
export function Select({ label, hint, value, change, autoFocus = false, nothing, options }: SelectProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        // biome-ignore lint/a11y/noAutofocus: only where somebody has just asked for it.
        autoFocus={autoFocus}
        aria-describedby={hint ? `${id}-said` : undefined}
        onChange={event => change(event.currentTarget.value)}
      >
        {nothing !== undefined && <option value="">{nothing}</option>}
        {options.map(group =>
          group.heading ? (
            <optgroup key={group.heading} label={group.heading}>
              <Options options={group.options} />
            </optgroup>
          ) : (
            <Options key="" options={group.options} />
          ),
        )}
      </select>
      {hint && (
        <p id={`${id}-said`} className="hint">
          {hint}
        </p>
      )}
    </div>
  )
}

const Options = ({ options }: { options: readonly Option[] }) =>
  options.map(({ value, says }) => (
    <option key={value} value={value}>
      {says}
    </option>
  ))
